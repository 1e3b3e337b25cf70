/**
 * Role assignments. Whoever gets a role must be in the directory. The codes and sentences are Azure's, from its
 * documentation ("Troubleshoot Azure RBAC") and from users. A stamp is assumed to use the same.
 */
import { armError, methodNotAllowed } from "../arm/errors.ts";
import { at } from "../arm/kinds.ts";
import { list } from "../arm/subscriptions.ts";
import { findPrincipal } from "../graph/directory.ts";
import { empty, isObject, json, jsonObject, type StampResponse } from "../http.ts";
import type { Extension } from "../stamp/contents.ts";
import { ASSIGNMENTS, assignment, assignmentId, definitionId } from "../stamp/roles.ts";
import type { Stamp } from "../stamp/state.ts";
import { type ExtensionCall, shown, view, visible } from "./calls.ts";
import { roleNamed, unknownRole, unsupportedFilter } from "./role-definitions.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FILTERS = "'atScope()' or 'principalId eq '{value}' or assignedTo('{value}')'";

export function roleAssignments(call: ExtensionCall): StampResponse {
  const { scope, name } = call;
  const { stamp, request } = call.call;
  const { method } = request;
  if (name === "") return method === "GET" ? listed(call) : methodNotAllowed(method);
  if (!GUID.test(name)) return invalidName(name);
  const id = assignmentId(scope, name);
  const found = stamp.assignments.get(id.toLowerCase());
  switch (method) {
    case "GET":
      return found === undefined ? notFound(name) : shown(found);
    case "PUT":
      return put(call, found);
    case "DELETE":
      stamp.assignments.delete(id.toLowerCase());
      return found === undefined ? empty(204) : shown(found);
    default:
      return methodNotAllowed(method);
  }
}

function keep(stamp: Stamp, scope: string, name: string, given: Extension["properties"]): Extension {
  const made = assignment(scope, name, given, stamp.options.now());
  stamp.assignments.set(made.id.toLowerCase(), made);
  return made;
}

/** Without a filter, assignments below the scope are included too. */
function listed(call: ExtensionCall): StampResponse {
  const filter = call.call.request.query.get("$filter") ?? "";
  const [, scoped, assignee] = /^(atScope\(\))?(?:(?:^| and )assignedTo\('([^']+)'\))?$/i.exec(filter) ?? [];
  const [, principal = assignee] = /^principalId eq '([^']+)'$/i.exec(filter) ?? [];
  if (filter !== "" && scoped === undefined && principal === undefined) return unsupportedFilter(filter, FILTERS);
  const wanted = principal?.toLowerCase();
  const fits = ({ properties }: Extension) => wanted === undefined || properties["principalId"] === wanted;
  return list(
    visible(call, ASSIGNMENTS, scoped === undefined)
      .filter(fits)
      .map(view),
  );
}

function put({ call, scope, name }: ExtensionCall, found: Extension | undefined): StampResponse {
  const { stamp, request } = call;
  const body = jsonObject(request);
  if (!isObject(body?.["properties"])) return malformed();
  const role = String(at(body, "properties.roleDefinitionId") ?? "");
  const principal = String(at(body, "properties.principalId") ?? "").toLowerCase();
  if (!GUID.test(principal)) return invalidPrincipal(principal);
  const known = roleNamed(role);
  if (known === undefined) return unknownRole(role.split("/").at(-1) ?? "");
  const given = { roleDefinitionId: definitionId(known, scope), principalId: principal, scope };
  if (found !== undefined) return same(found, given) ? shown(found) : updateNotPermitted();
  if (findPrincipal(stamp, principal) === undefined) return principalNotFound(stamp, principal);
  if ([...stamp.assignments.values()].some((other) => same(other, given))) {
    return armError(409, "RoleAssignmentExists", "The role assignment already exists.");
  }
  return json(201, view(keep(stamp, scope, name, given)));
}

function same({ type, properties }: Extension, given: Readonly<Record<string, string>>): boolean {
  const equal = ([field, value]: [string, string]) => String(properties[field]).toLowerCase() === value.toLowerCase();
  return type === ASSIGNMENTS && Object.entries(given).every(equal);
}

/**
 * What a stamp answered to `az role assignment create`, which omits the envelope (azure-cli#26362, by the Azure Stack
 * Hub team). az has omitted it since 2.46, when it got an SDK that does not add it, up to 2.72. The specification of
 * 2015-07-01 requires the envelope. The issue does not print the status.
 */
function malformed(): StampResponse {
  return armError(400, "MalformedRoleAssignmentRequest", "PASRP RoleAssignment request is malformed");
}

function invalidName(name: string): StampResponse {
  const words = `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`;
  return armError(400, "InvalidRoleAssignmentId", words);
}

function notFound(name: string): StampResponse {
  return armError(404, "RoleAssignmentNotFound", `The role assignment '${name}' is not found.`);
}

function invalidPrincipal(id: string): StampResponse {
  return armError(400, "InvalidPrincipalId", `The Principal ID '${id}' is not valid. Principal ID must be a GUID.`);
}

function principalNotFound({ tenant }: Stamp, id: string): StampResponse {
  const words = `Principal ${id.replaceAll("-", "")} does not exist in the directory ${tenant.id}.`;
  return armError(400, "PrincipalNotFound", words);
}

function updateNotPermitted(): StampResponse {
  const words = "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.";
  return armError(400, "RoleAssignmentUpdateNotPermitted", words);
}
