/** Microsoft.Authorization: what extends a subscription, a group or a resource, which is its scope. */
import { vaultResource, vaultsOf } from "../arm/vaults.ts";
import { exists } from "../arm/kept.ts";
import { findProvider, refuseType } from "../arm/providers.ts";
import { resourceNotFound, unknownType } from "../arm/refusals.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import type { StampResponse } from "../http.ts";
import type { ResourceGroup } from "../state.ts";
import { roleAssignments } from "./assignments.ts";
import { permissions, roleDefinitions } from "./roles.ts";

const NAMESPACE = "microsoft.authorization";

/**
 * The answer when the path goes to Microsoft.Authorization, at whatever scope.
 *
 * @param path what follows the first `providers` below the subscription or group
 */
export function extension(
  call: SubscriptionCall,
  group: ResourceGroup | undefined,
  path: readonly string[],
): StampResponse | undefined {
  const at = path.findLastIndex((part) => part.toLowerCase() === NAMESPACE);
  const own = at === 0 || path[at - 1]?.toLowerCase() === "providers";
  const provider = findProvider(call.stamp, NAMESPACE);
  if (at < 0 || !own || provider === undefined) return undefined;
  const [type = "", name, ...more] = path.slice(at + 1);
  const refusal = refuseType(call, provider, type);
  if (refusal !== undefined) return refusal;
  const { id } = call.subscription;
  const above = `/subscriptions/${id}${group === undefined ? "" : `/resourceGroups/${group.name}`}`;
  const resource = path.slice(0, Math.max(at - 1, 0));
  const scope = resource.length === 0 ? above : `${above}/providers/${resource.join("/")}`;
  if (resource.length > 0 && !isThere(call, scope)) return resourceNotFound(resource.join("/"), group?.name);
  if (more.length > 0) return unknownType(provider.namespace, `${type}/${more[0]}`, versionOf(call));
  return ROOMS[type.toLowerCase()]?.(call, scope, name) ?? unknownType(provider.namespace, type, versionOf(call));
}

const ROOMS: Readonly<
  Record<string, (call: SubscriptionCall, scope: string, name: string | undefined) => StampResponse>
> = {
  roleassignments: roleAssignments,
  roledefinitions: (call, _, name) => roleDefinitions(call, name),
  permissions: (call) => permissions(call),
};

function isThere(call: SubscriptionCall, id: string): boolean {
  const wanted = id.toLowerCase();
  return exists(call.stamp, id) || vaultsOf(call).some((vault) => idOf(vaultResource(call, vault)) === wanted);
}

function idOf(resource: Readonly<Record<string, unknown>>): string {
  return String(resource["id"]).toLowerCase();
}

function versionOf({ request }: SubscriptionCall): string {
  return request.query.get("api-version") ?? "";
}
