/** Role assignments. Only an owner may change them; whoever gets a role has to be in the directory. */
import { randomUUID } from "node:crypto";
import { armError, invalidContent, methodNotAllowed } from "../arm/errors.ts";
import { at } from "../arm/kinds.ts";
import { list } from "../arm/subscriptions.ts";
import { principalOf } from "../graph/directory.ts";
import { empty, json, jsonObject, type StampResponse } from "../http.ts";
import type { Stamp } from "../state.ts";
import { type Extension, type ExtensionCall, notOwner, shown, view, visible } from "./extensions.ts";
import { guidOf, isRole, unknownRole } from "./role-definitions.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TYPE = "roleAssignments";

export function roleAssignments(call: ExtensionCall): StampResponse {
  const { scope, name } = call;
  const { stamp, request } = call.call;
  if (name === "") return request.method === "GET" ? listed(call) : methodNotAllowed(request.method);
  const id = `${scope}/providers/Microsoft.Authorization/${TYPE}/${name}`;
  const found = stamp.assignments.get(id.toLowerCase());
  switch (request.method) {
    case "GET":
      return found === undefined ? notFound(name) : shown(found);
    case "PUT":
      return notOwner(call, "Microsoft.Authorization/roleAssignments/write") ?? put(call, id, found);
    case "DELETE":
      return notOwner(call, "Microsoft.Authorization/roleAssignments/delete") ?? remove(stamp, id, found);
    default:
      return methodNotAllowed(request.method);
  }
}

/** What the subscription's owner gave the application, which is there from the start. */
export function giveRole(stamp: Stamp, subscription: string): void {
  const scope = `/subscriptions/${subscription}`;
  const name = randomUUID();
  const { objectId } = stamp.application;
  const roleDefinitionId = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${guidOf(stamp.options.role)}`;
  const id = `${scope}/providers/Microsoft.Authorization/${TYPE}/${name}`;
  const properties = { roleDefinitionId, principalId: objectId, scope };
  stamp.assignments.set(id.toLowerCase(), { id, type: TYPE, name, scope, properties });
}

function listed(call: ExtensionCall): StampResponse {
  const filter = call.call.request.query.get("$filter") ?? "";
  const [, principal] = /^(?:principalId eq|assignedTo\()\s*'([^']*)'\)?$/i.exec(filter) ?? [];
  if (filter !== "" && filter !== "atScope()" && principal === undefined) {
    return armError(400, "UnsupportedQuery", `The filter '${filter}' is not supported.`);
  }
  const all = visible(call, TYPE, filter !== "atScope()");
  const wanted = principal?.toLowerCase();
  return list(
    all
      .filter(({ properties }) => wanted === undefined || String(properties["principalId"]).toLowerCase() === wanted)
      .map(view),
  );
}

function put({ call, scope, name }: ExtensionCall, id: string, found: Extension | undefined): StampResponse {
  const { stamp, request } = call;
  if (!GUID.test(name)) {
    return armError(
      400,
      "InvalidRoleAssignmentId",
      `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    );
  }
  const body = jsonObject(request);
  const [roleDefinitionId, principalId] = ["roleDefinitionId", "principalId"].map((field) =>
    at(body, `properties.${field}`),
  );
  if (typeof roleDefinitionId !== "string" || typeof principalId !== "string") {
    return invalidContent("The 'roleDefinitionId' or 'principalId' property is missing.");
  }
  if (!isRole(roleDefinitionId)) return unknownRole(roleDefinitionId.split("/").at(-1) ?? "");
  if (principalOf(stamp, principalId) === undefined) {
    const words = `Principal ${principalId.replaceAll("-", "")} does not exist in the directory ${stamp.tenant.id}.`;
    return armError(400, "PrincipalNotFound", words);
  }
  const same = [...stamp.assignments.values()].some(
    (one) =>
      one.type === TYPE &&
      one.scope.toLowerCase() === scope.toLowerCase() &&
      one.properties["principalId"] === principalId &&
      String(one.properties["roleDefinitionId"]).split("/").at(-1) === roleDefinitionId.split("/").at(-1),
  );
  if (same || found !== undefined) return armError(409, "RoleAssignmentExists", "The role assignment already exists.");
  const made: Extension = { id, type: TYPE, name, scope, properties: { roleDefinitionId, principalId, scope } };
  stamp.assignments.set(id.toLowerCase(), made);
  return json(201, view(made));
}

function remove(stamp: Stamp, id: string, found: Extension | undefined): StampResponse {
  if (found === undefined) return empty(204);
  stamp.assignments.delete(id.toLowerCase());
  return json(200, view(found));
}

function notFound(name: string): StampResponse {
  return armError(404, "RoleAssignmentNotFound", `The role assignment '${name}' is not found.`);
}
