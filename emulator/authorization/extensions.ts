/** Microsoft.Authorization: extensions of a subscription, a group or a resource, at a path below it. */
import { methodNotAllowed } from "../arm/errors.ts";
import { exists } from "../arm/kept.ts";
import { findProvider, refuseType } from "../arm/providers.ts";
import { resourceNotFound, unknownType } from "../arm/refusals.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { vaultResource, vaultsOf } from "../arm/vaults.ts";
import type { StampResponse } from "../http.ts";
import type { ResourceGroup } from "../stamp/contents.ts";
import { ROLES } from "../stamp/roles.ts";
import { type ExtensionCall, NAMESPACE } from "./calls.ts";
import { locks } from "./locks.ts";
import { roleAssignments } from "./role-assignments.ts";
import { roleDefinitions } from "./role-definitions.ts";

const ANSWERS: Readonly<Record<string, (call: ExtensionCall) => StampResponse>> = {
  roleassignments: roleAssignments,
  roledefinitions: roleDefinitions,
  locks,
  permissions,
};

/**
 * The answer if the path ends in types of this provider; undefined otherwise.
 *
 * @param path the part after the first `providers` below the subscription or the group
 */
export function extension(
  call: SubscriptionCall,
  group: ResourceGroup | undefined,
  path: readonly string[],
): StampResponse | undefined {
  const same = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();
  const place = path.findLastIndex(
    (part, index) => same(part, NAMESPACE) && (index === 0 || same(path[index - 1], "providers")),
  );
  const provider = findProvider(call.stamp, NAMESPACE);
  if (place < 0 || provider === undefined) return undefined;
  const [type = "", name = "", ...more] = path.slice(place + 1);
  const refusal = refuseType(call, provider, [type, ...more].join("/"));
  if (refusal !== undefined) return refusal;
  const base = `/subscriptions/${call.subscription.id}${group === undefined ? "" : `/resourceGroups/${group.name}`}`;
  const resource = path.slice(0, Math.max(place - 1, 0)).join("/");
  const scope = resource === "" ? base : `${base}/providers/${resource}`;
  if (resource !== "" && !isThere(call, scope)) return resourceNotFound(resource, group?.name);
  return (
    ANSWERS[type.toLowerCase()]?.({ call, scope, name }) ??
    unknownType(NAMESPACE, type, call.request.query.get("api-version") ?? "")
  );
}

/** What the caller may do at a scope. */
function permissions({ call: { request, stamp }, name }: ExtensionCall): StampResponse {
  if (name !== "" || request.method !== "GET") return methodNotAllowed(request.method);
  const { actions, notActions } = ROLES[stamp.options.role];
  return list([{ actions, notActions }]);
}

function isThere(call: SubscriptionCall, id: string): boolean {
  const vaults = vaultsOf(call).map((vault) => String(vaultResource(call, vault)["id"]).toLowerCase());
  return exists(call.stamp, id) || vaults.includes(id.toLowerCase());
}
