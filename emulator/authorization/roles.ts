/** Role definitions: the three that every stamp has (azure-stack-docs, "Manage access to resources"). */
import { armError, methodNotAllowed } from "../arm/errors.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { json, type StampResponse } from "../http.ts";

export interface Role {
  /** Azure's GUIDs, the same everywhere. */
  readonly id: string;
  readonly name: "Owner" | "Contributor" | "Reader";
  readonly description: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

const OWNER: Role = {
  id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  name: "Owner",
  description: "Lets you manage everything, including access to resources.",
  actions: ["*"],
  notActions: [],
};
const CONTRIBUTOR: Role = {
  id: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  name: "Contributor",
  description: "Lets you manage everything except access to resources.",
  actions: ["*"],
  notActions: [
    ...["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"],
    "Microsoft.Authorization/elevateAccess/Action",
  ],
};
const READER: Role = {
  id: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
  name: "Reader",
  description: "Lets you view everything, but not make any changes.",
  actions: ["*/read"],
  notActions: [],
};

export const ROLES = { Owner: OWNER, Contributor: CONTRIBUTOR, Reader: READER } as const;

const NAME_FILTER = /^roleName eq '([^']*)'$/i;
const TYPE_FILTER = /^type eq '([^']*)'$/i;

/** The role of this GUID. */
export function findRole(id: string): Role | undefined {
  return Object.values(ROLES).find((role) => role.id === id.toLowerCase());
}

/** `/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{id}`, whatever the scope. */
export function roleId({ subscription }: SubscriptionCall, role: Role): string {
  return `/subscriptions/${subscription.id}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`;
}

/** The definitions that can be assigned at a scope, which is all, or the one that is named. */
export function roleDefinitions(call: SubscriptionCall, name: string | undefined): StampResponse {
  const { method, query } = call.request;
  if (method !== "GET") {
    // Whether a stamp lets its users make roles of their own is not documented.
    return name === undefined ? methodNotAllowed(method) : noCustomRoles(method);
  }
  if (name !== undefined) {
    const role = findRole(name);
    return role === undefined ? roleNotFound(name) : json(200, definition(call, role));
  }
  const fits = readFilter(query.get("$filter") ?? "");
  if (fits === undefined) return unsupportedFilter(query.get("$filter") ?? "", "'roleName eq '{value}''");
  return list(
    Object.values(ROLES)
      .filter(fits)
      .map((role) => definition(call, role)),
  );
}

/** What the caller may do at a scope. */
export function permissions({ request, stamp }: SubscriptionCall): StampResponse {
  if (request.method !== "GET") return methodNotAllowed(request.method);
  const { actions, notActions } = ROLES[stamp.options.role];
  return list([{ actions, notActions }]);
}

export function roleNotFound(id: string): StampResponse {
  return armError(404, "RoleDefinitionDoesNotExist", `The specified role definition with ID '${id}' does not exist.`);
}

/** The sentence is Azure's (azure-rest-api-specs#28255), where its code is not printed. */
export function unsupportedFilter(filter: string, supported: string): StampResponse {
  const words = `The filter '${filter}' is not supported. Supported filters are either ${supported}.`;
  return armError(400, "UnsupportedFilter", words);
}

function readFilter(filter: string): ((role: Role) => boolean) | undefined {
  if (filter === "" || /^atScopeAndBelow\(\)$/i.test(filter)) return () => true;
  const [, name] = NAME_FILTER.exec(filter) ?? [];
  if (name !== undefined) return (role) => role.name.toLowerCase() === name.toLowerCase();
  const [, type] = TYPE_FILTER.exec(filter) ?? [];
  return type === undefined ? undefined : () => type.toLowerCase() === "builtinrole";
}

function definition(call: SubscriptionCall, role: Role): Record<string, unknown> {
  const { name: roleName, description, actions, notActions } = role;
  return {
    id: roleId(call, role),
    name: role.id,
    type: "Microsoft.Authorization/roleDefinitions",
    properties: {
      roleName,
      type: "BuiltInRole",
      description,
      assignableScopes: ["/"],
      permissions: [{ actions, notActions }],
    },
  };
}

function noCustomRoles(method: string): StampResponse {
  return armError(501, "NotImplemented", `The emulator keeps no custom roles: ${method} of roleDefinitions is not there.`);
}
