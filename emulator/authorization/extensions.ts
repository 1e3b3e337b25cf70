/** Microsoft.Authorization: what extends a subscription, a group or a resource, by a path below it. */
import { armError, methodNotAllowed, noRegisteredProvider } from "../arm/errors.ts";
import { findProvider } from "../arm/providers.ts";
import { resourceNotFound, unknownType } from "../arm/refusals.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { json, type StampResponse } from "../http.ts";
import type { ResourceGroup } from "../state.ts";
import { locks } from "./locks.ts";
import { roleAssignments } from "./role-assignments.ts";
import { roleDefinitions } from "./role-definitions.ts";

export interface Extension {
  readonly id: string;
  /** `roleAssignments`, `locks` */
  readonly type: string;
  readonly name: string;
  readonly scope: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface ExtensionCall {
  readonly call: SubscriptionCall;
  readonly scope: string;
  /** Empty for the collection. */
  readonly name: string;
}

const NAMESPACE = "microsoft.authorization";
const ANSWERS: Readonly<Record<string, (call: ExtensionCall) => StampResponse>> = {
  roleassignments: roleAssignments,
  roledefinitions: roleDefinitions,
  locks,
  permissions: ({ name, call }) =>
    name === "" && call.request.method === "GET"
      ? list([{ actions: ["*"], notActions: [] }])
      : methodNotAllowed(call.request.method),
};

/** The answer when the path (from the first namespace on) ends in this provider's types; undefined when it does not. */
export function extension(
  call: SubscriptionCall,
  group: ResourceGroup | undefined,
  path: readonly string[],
): StampResponse | undefined {
  const place = path.findLastIndex(
    (part, index) => part.toLowerCase() === NAMESPACE && (index === 0 || path[index - 1] === "providers"),
  );
  if (place < 0) return undefined;
  const [type = "", name = "", ...more] = path.slice(place + 1);
  const base = `/subscriptions/${call.subscription.id}${group === undefined ? "" : `/resourceGroups/${group.name}`}`;
  const scope = place === 0 ? base : `${base}/providers/${path.slice(0, place - 1).join("/")}`;
  const version = call.request.query.get("api-version") ?? "";
  const provider = findProvider(call.stamp, "Microsoft.Authorization");
  const known = provider?.types.find((one) => one.name.toLowerCase() === type.toLowerCase());
  const answer = ANSWERS[type.toLowerCase()];
  if (known === undefined || answer === undefined || more.length > 0) {
    return unknownType("Microsoft.Authorization", [type, ...more].join("/"), version);
  }
  if (!known.apiVersions.includes(version)) {
    return noRegisteredProvider(known.name, version, call.stamp.options.region, known.apiVersions);
  }
  if (place > 0 && !call.stamp.resources.has(scope.toLowerCase()) && !isVault(call, scope)) {
    return resourceNotFound(path.slice(0, place - 1).join("/"), group?.name);
  }
  return answer({ call, scope, name });
}

function isVault({ stamp }: SubscriptionCall, scope: string): boolean {
  return [...stamp.vaults.values()].some(({ name }) => scope.toLowerCase().endsWith(`/vaults/${name.toLowerCase()}`));
}

/** Those of a type that a scope sees: its own and, as inherited ones, those above it; with `below`, also those below. */
export function visible({ call, scope }: ExtensionCall, type: string, below: boolean): readonly Extension[] {
  const here = `${scope.toLowerCase()}/`;
  return [...call.stamp.assignments.values()].filter((one) => {
    const there = `${one.scope.toLowerCase()}/`;
    return one.type === type && (here.startsWith(there) || (below && there.startsWith(here)));
  });
}

export function view({ id, type, name, properties }: Extension): Record<string, unknown> {
  return { id, type: `Microsoft.Authorization/${type}`, name, properties };
}

export function shown(found: Extension): StampResponse {
  return json(200, view(found));
}

export function notOwner({ call, scope }: ExtensionCall, action: string): StampResponse | undefined {
  if (call.stamp.options.role === "Owner") return undefined;
  const { clientId, objectId } = call.stamp.application;
  const words =
    `The client '${clientId}' with object id '${objectId}' does not have authorization to perform action '${action}' ` +
    `over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  return armError(403, "AuthorizationFailed", words);
}
