/** Role definitions: the three that every stamp has (azure-stack-docs, "Manage access to resources"). */
import { armError, methodNotAllowed } from "../arm/errors.ts";
import { list } from "../arm/subscriptions.ts";
import { json, type StampResponse } from "../http.ts";
import { definitionId, ROLES, type Role } from "../stamp/roles.ts";
import type { ExtensionCall } from "./calls.ts";

/** The role definitions that can be assigned at a scope, which are all of them, or the one that the call names. */
export function roleDefinitions({ call, scope, name }: ExtensionCall): StampResponse {
  const { method, query } = call.request;
  // It is not documented whether users of a stamp can create roles of their own.
  if (method !== "GET") return methodNotAllowed(method);
  if (name !== "") {
    const role = roleOf(name);
    return role === undefined ? unknownRole(name) : json(200, view(role, scope));
  }
  const filter = query.get("$filter") ?? "";
  const fits = readFilter(filter);
  if (fits === undefined) return unsupportedFilter(filter, "'roleName eq '{value}'' or 'type eq '{value}''");
  const roles = Object.values(ROLES).filter(fits);
  return list(roles.map((role) => view(role, scope)));
}

/** The role that a definition's ID names: `[/subscriptions/…]/providers/Microsoft.Authorization/roleDefinitions/…`. */
export function roleNamed(definitionId: string): Role | undefined {
  const form = /^(?:\/subscriptions\/[^/]+)?\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i;
  return roleOf(form.exec(definitionId)?.[1] ?? "");
}

export function unknownRole(name: string): StampResponse {
  return armError(404, "RoleDefinitionDoesNotExist", `The specified role definition with ID '${name}' does not exist.`);
}

/** The sentence is Azure's (azure-rest-api-specs#28255). Its code is not known from there. */
export function unsupportedFilter(filter: string, supported: string): StampResponse {
  const words = `The filter '${filter}' is not supported. Supported filters are either ${supported}.`;
  return armError(400, "UnsupportedQuery", words);
}

function roleOf(guid: string): Role | undefined {
  return Object.values(ROLES).find((role) => role.guid === guid.toLowerCase());
}

function readFilter(filter: string): ((role: Role) => boolean) | undefined {
  if (filter === "" || /^atScopeAndBelow\(\)$/i.test(filter)) return () => true;
  const [, field = "", value = ""] = /^(roleName|type) eq '([^']*)'$/i.exec(filter) ?? [];
  const wanted = value.toLowerCase();
  if (field === "") return undefined;
  return ({ roleName }) => (field.toLowerCase() === "type" ? "builtinrole" : roleName.toLowerCase()) === wanted;
}

function view(role: Role, scope: string): Record<string, unknown> {
  const { guid, roleName, description, actions, notActions } = role;
  const permissions = [{ actions, notActions }];
  return {
    id: definitionId(role, scope),
    type: "Microsoft.Authorization/roleDefinitions",
    name: guid,
    properties: { roleName, type: "BuiltInRole", description, assignableScopes: ["/"], permissions },
  };
}
