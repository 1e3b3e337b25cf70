/**
 * Role assignments. The codes and sentences are Azure's, as its documentation ("Troubleshoot Azure RBAC") and users
 * print them; a stamp's are taken to be the same.
 */
import { randomUUID } from "node:crypto";
import { armError, methodNotAllowed } from "../arm/errors.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { findObject } from "../graph/directory.ts";
import { empty, isObject, json, jsonObject, type StampResponse } from "../http.ts";
import type { Stamp } from "../state.ts";
import { findRole, ROLES, type Role, roleId, roleNotFound, unsupportedFilter } from "./roles.ts";

export interface Assignment {
  /** A GUID. */
  readonly name: string;
  /** `/subscriptions/{id}[/resourceGroups/{name}[/providers/…]]` */
  readonly scope: string;
  readonly role: Role;
  readonly principalId: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

type Filter = (assignment: Assignment, scope: string) => boolean;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SUPPORTED = "'atScope()' or 'principalId eq '{value}' or assignedTo('{value}')'";

/** What an operator gave the application before anybody came: its role in each subscription. */
export function assignApplication(stamp: Stamp): void {
  const { application, options } = stamp;
  for (const { id } of stamp.subscriptions) {
    const { objectId: principalId } = application;
    keep(stamp, {
      name: randomUUID(),
      scope: `/subscriptions/${id}`,
      role: ROLES[options.role],
      principalId,
      created: options.now(),
    });
  }
}

/** The assignments at a scope, or with a name that one. */
export function roleAssignments(call: SubscriptionCall, scope: string, name: string | undefined): StampResponse {
  const { method } = call.request;
  if (name === undefined) return method === "GET" ? listAssignments(call, scope) : methodNotAllowed(method);
  if (!GUID.test(name)) return invalidName(name);
  const found = call.stamp.assignments.get(keyOf({ scope, name }));
  switch (method) {
    case "PUT":
      return put(call, scope, name, found);
    case "GET":
      return found === undefined ? assignmentNotFound(name) : json(200, view(call, found));
    case "DELETE":
      if (found === undefined) return empty(204);
      call.stamp.assignments.delete(keyOf(found));
      return json(200, view(call, found));
    default:
      return methodNotAllowed(method);
  }
}

/** Takes the assignments of a scope that is gone, and of all below it. */
export function deleteAssignmentsBelow(stamp: Stamp, scope: string): void {
  for (const [key, assignment] of stamp.assignments) {
    if (isWithin(assignment.scope, scope)) stamp.assignments.delete(key);
  }
}

function keep(stamp: Stamp, assignment: Assignment): void {
  stamp.assignments.set(keyOf(assignment), assignment);
}

function keyOf({ scope, name }: Pick<Assignment, "scope" | "name">): string {
  return `${scope}|${name}`.toLowerCase();
}

/** Without a filter also those below the scope. */
function listAssignments(call: SubscriptionCall, scope: string): StampResponse {
  const filter = call.request.query.get("$filter") ?? "";
  const fits = readFilter(filter);
  if (fits === undefined) return unsupportedFilter(filter, SUPPORTED);
  const all = [...call.stamp.assignments.values()];
  const visible = all.filter((one) => isWithin(scope, one.scope) || isWithin(one.scope, scope));
  return list(visible.filter((one) => fits(one, scope)).map((one) => view(call, one)));
}

function readFilter(filter: string): Filter | undefined {
  if (filter === "") return () => true;
  const atScope: Filter = ({ scope }, asked) => isWithin(asked, scope);
  if (/^atScope\(\)$/i.test(filter)) return atScope;
  const [, together, assignee = ""] = /^(atScope\(\) and )?assignedTo\('([^']+)'\)$/i.exec(filter) ?? [];
  const [, principal = assignee] = /^principalId eq '([^']+)'$/i.exec(filter) ?? [];
  if (principal === "") return undefined;
  const ofPrincipal: Filter = ({ principalId }) => principalId === principal.toLowerCase();
  return together === undefined ? ofPrincipal : (one, asked) => atScope(one, asked) && ofPrincipal(one, asked);
}

function put(call: SubscriptionCall, scope: string, name: string, before: Assignment | undefined): StampResponse {
  const { stamp, request } = call;
  const { properties } = jsonObject(request) ?? {};
  if (!isObject(properties)) return armError(400, "BadRequestFormat", "The request was incorrectly formatted.");
  const { roleDefinitionId, principalId } = properties;
  if (typeof principalId !== "string" || !GUID.test(principalId)) return invalidPrincipal(principalId);
  const role = readRole(roleDefinitionId);
  if (role === undefined) return roleNotFound(String(roleDefinitionId ?? "").split("/").at(-1) ?? "");
  const made: Assignment = {
    ...{ name, scope, role },
    ...{ principalId: principalId.toLowerCase(), created: before?.created ?? stamp.options.now() },
  };
  if (before !== undefined) return same(before, made) ? json(200, view(call, before)) : updateNotPermitted();
  if (findObject(stamp, made.principalId) === undefined) return principalNotFound(stamp, principalId);
  if ([...stamp.assignments.values()].some((other) => same(other, made))) {
    return armError(409, "RoleAssignmentExists", "The role assignment already exists.");
  }
  keep(stamp, made);
  return json(201, view(call, made));
}

function readRole(id: unknown): Role | undefined {
  const form = /^\/(?:subscriptions\/[^/]+\/)?providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i;
  const [, guid = ""] = form.exec(String(id ?? "")) ?? [];
  return findRole(guid);
}

function same(one: Assignment, other: Assignment): boolean {
  const sameScope = one.scope.toLowerCase() === other.scope.toLowerCase();
  return sameScope && one.principalId === other.principalId && one.role === other.role;
}

/** Whether a scope is another one or below it. */
function isWithin(scope: string, other: string): boolean {
  return `${scope}/`.toLowerCase().startsWith(`${other}/`.toLowerCase());
}

function view(call: SubscriptionCall, { name, scope, role, principalId, created }: Assignment): object {
  const time = new Date(created).toISOString();
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: "Microsoft.Authorization/roleAssignments",
    properties: { roleDefinitionId: roleId(call, role), principalId, scope, createdOn: time, updatedOn: time },
  };
}

function invalidName(name: string): StampResponse {
  const words = `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`;
  return armError(400, "InvalidRoleAssignmentId", words);
}

function assignmentNotFound(name: string): StampResponse {
  return armError(404, "RoleAssignmentNotFound", `The role assignment '${name}' is not found.`);
}

function invalidPrincipal(id: unknown): StampResponse {
  const words = `The Principal ID '${typeof id === "string" ? id : ""}' is not valid. Principal ID must be a GUID.`;
  return armError(400, "InvalidPrincipalId", words);
}

function principalNotFound({ tenant }: Stamp, id: string): StampResponse {
  const words =
    `Principal ${id.replaceAll("-", "")} does not exist in the directory ${tenant.id}. ` +
    "Check that you have the correct principal ID.";
  return armError(400, "PrincipalNotFound", words);
}

function updateNotPermitted(): StampResponse {
  const words = "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.";
  return armError(400, "RoleAssignmentUpdateNotPermitted", words);
}
