/** Role definitions: the built-in ones that stamps have. Own ones cannot be made here. */
import { armError, methodNotAllowed } from "../arm/errors.ts";
import { list } from "../arm/subscriptions.ts";
import { json, type StampResponse } from "../http.ts";
import type { ExtensionCall } from "./extensions.ts";

interface Role {
  readonly guid: string;
  readonly roleName: string;
  readonly description: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/** The GUIDs are the same everywhere. */
const ROLES: readonly Role[] = [
  {
    guid: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
    roleName: "Owner",
    description: "Lets you manage everything, including access to resources.",
    actions: ["*"],
    notActions: [],
  },
  {
    guid: "b24988ac-6180-42a0-ab88-20f7382dd24c",
    roleName: "Contributor",
    description: "Lets you manage everything except access to resources.",
    actions: ["*"],
    notActions: ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write"],
  },
  {
    guid: "acdd72a7-3385-48ef-bd42-f606fba81ae7",
    roleName: "Reader",
    description: "Lets you view everything, but not make any changes.",
    actions: ["*/read"],
    notActions: [],
  },
];

export function roleDefinitions({ call, scope, name }: ExtensionCall): StampResponse {
  const { request } = call;
  if (request.method !== "GET") return methodNotAllowed(request.method);
  if (name !== "") {
    const role = ROLES.find(({ guid }) => guid === name.toLowerCase());
    return role === undefined ? unknownRole(name) : json(200, view(role, scope));
  }
  const filter = request.query.get("$filter") ?? "";
  const [, wanted] = /roleName eq '([^']*)'/i.exec(filter) ?? [];
  if (filter !== "" && wanted === undefined && !/^(?:type eq '\w+'|atScopeAndBelow\(\))$/i.test(filter)) {
    return armError(400, "UnsupportedQuery", `The filter '${filter}' is not supported.`);
  }
  return list(
    ROLES.filter(({ roleName }) => wanted === undefined || roleName.toLowerCase() === wanted.toLowerCase()).map(
      (role) => view(role, scope),
    ),
  );
}

export function guidOf(roleName: string): string {
  return ROLES.find((role) => role.roleName === roleName)?.guid ?? "";
}

export function isRole(definitionId: string): boolean {
  const guid = definitionId.split("/").at(-1)?.toLowerCase();
  return (
    /\/providers\/Microsoft\.Authorization\/roleDefinitions\//i.test(definitionId) &&
    ROLES.some((role) => role.guid === guid)
  );
}

export function unknownRole(name: string): StampResponse {
  return armError(404, "RoleDefinitionDoesNotExist", `The specified role definition with ID '${name}' does not exist.`);
}

function view({ guid, roleName, description, actions, notActions }: Role, scope: string): Record<string, unknown> {
  const subscription = scope.split("/").slice(0, 3).join("/");
  return {
    id: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    type: "Microsoft.Authorization/roleDefinitions",
    name: guid,
    properties: {
      roleName,
      type: "BuiltInRole",
      description,
      assignableScopes: ["/"],
      permissions: [{ actions, notActions }],
    },
  };
}
