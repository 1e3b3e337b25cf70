/** What the application may do: its role in the subscriptions. */
import type { StampResponse } from "../http.ts";
import { authorizationFailed } from "./errors.ts";
import type { SubscriptionCall } from "./routes.ts";

const VERBS: Readonly<Record<string, string>> = { PUT: "write", PATCH: "write", DELETE: "delete", POST: "action" };

/**
 * The refusal when the role does not allow the call. Readers may read everything and change nothing; a POST that only
 * reads (listing keys) needs a right of its own as well. Asked before the provider or group is looked for: Resource
 * Manager decides by the action that the path stands for.
 */
export function refuseAction({
  request,
  stamp,
  subscription,
  parameters,
}: SubscriptionCall): StampResponse | undefined {
  const verb = VERBS[request.method];
  if (stamp.options.role !== "Reader" || verb === undefined) return undefined;
  const { namespace, type, group } = parameters;
  const scope = `/subscriptions/${subscription.id}${group === undefined ? "" : `/resourceGroups/${group}`}`;
  const { clientId, objectId } = stamp.application;
  return authorizationFailed(clientId, objectId, actionOf(request.path, verb, namespace, type), scope);
}

/** `Microsoft.KeyVault/register/action`, `Microsoft.Resources/subscriptions/resourcegroups/write`. */
function actionOf(path: string, verb: string, namespace: string | undefined, type: string | undefined): string {
  if (namespace === undefined) return `Microsoft.Resources/subscriptions/resourcegroups/${verb}`;
  if (type === undefined) return `${namespace}/${path.split("/").at(-1)}/${verb}`;
  const types = type.split("/").filter((_, index) => index % 2 === 0);
  return `${namespace}/${types.join("/")}/${verb}`;
}
