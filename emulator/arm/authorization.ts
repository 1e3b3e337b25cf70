/** Authorization: what the application may do with its role in the subscriptions. */
import type { StampResponse } from "../http.ts";
import type { StampOptions } from "../stamp/options.ts";
import { authorizationFailed } from "./errors.ts";
import type { SubscriptionCall } from "./routes.ts";

const VERBS: Readonly<Record<string, string>> = { PUT: "write", PATCH: "write", DELETE: "delete", POST: "action" };

/**
 * The refusal if the role does not allow the call. Readers may read everything and change nothing; a POST that only
 * reads (listing keys) needs a separate permission. Contributors may do everything except change role assignments. This
 * is checked before the provider or group is looked up, because Resource Manager derives the action from the path.
 */
export function refuseAction({
  request,
  stamp,
  subscription,
  parameters,
}: SubscriptionCall): StampResponse | undefined {
  const verb = VERBS[request.method];
  if (verb === undefined) return undefined;
  const { namespace, type, group } = parameters;
  const action = actionOf(request.path, verb, namespace, type);
  if (allows(stamp.options.role, action)) return undefined;
  const scope = `/subscriptions/${subscription.id}${group === undefined ? "" : `/resourceGroups/${group}`}`;
  const { clientId, objectId } = stamp.application;
  return authorizationFailed(clientId, objectId, action, scope);
}

function allows(role: StampOptions["role"], action: string): boolean {
  if (role === "Reader") return false;
  return role === "Owner" || !/^Microsoft\.Authorization\/.*\/(?:write|delete)$/i.test(action);
}

/**
 * `Microsoft.KeyVault/register/action`, `Microsoft.Resources/subscriptions/resourcegroups/write`. For an extension of a
 * resource, it is the action of the extension: `Microsoft.Authorization/roleAssignments/write`.
 */
function actionOf(path: string, verb: string, namespace: string | undefined, type: string | undefined): string {
  if (namespace === undefined) return `Microsoft.Resources/subscriptions/resourcegroups/${verb}`;
  if (type === undefined) return `${namespace}/${path.split("/").at(-1)}/${verb}`;
  const [own = "", ...rest] =
    `${namespace}/${type}`
      .split(/\/providers\//i)
      .at(-1)
      ?.split("/") ?? [];
  const types = rest.filter((_, index) => index % 2 === 0);
  return `${own}/${types.join("/")}/${verb}`;
}
