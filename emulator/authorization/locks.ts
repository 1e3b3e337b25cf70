/** Locks are stored and listed, but not enforced. */
import { armError, invalidContent, methodNotAllowed } from "../arm/errors.ts";
import { at } from "../arm/kinds.ts";
import { list } from "../arm/subscriptions.ts";
import { empty, json, jsonObject, type StampResponse } from "../http.ts";
import type { Extension } from "../stamp/contents.ts";
import { type ExtensionCall, shown, view, visible } from "./calls.ts";

export function locks(call: ExtensionCall): StampResponse {
  const { scope, name } = call;
  const { stamp, request } = call.call;
  const { method } = request;
  if (name === "") return method === "GET" ? list(visible(call, "locks", true).map(view)) : methodNotAllowed(method);
  const id = `${scope}/providers/Microsoft.Authorization/locks/${name}`;
  const found = stamp.assignments.get(id.toLowerCase());
  if (method === "GET") return found === undefined ? notFound(name) : shown(found);
  if (method === "DELETE") return empty(stamp.assignments.delete(id.toLowerCase()) ? 200 : 204);
  if (method !== "PUT") return methodNotAllowed(method);
  const body = jsonObject(request);
  const level = String(at(body, "properties.level"));
  if (!["CanNotDelete", "ReadOnly"].includes(level))
    return invalidContent("The 'level' property is not CanNotDelete or ReadOnly.");
  const made: Extension = {
    id,
    type: "locks",
    name,
    scope,
    properties: { level, notes: at(body, "properties.notes") },
  };
  stamp.assignments.set(id.toLowerCase(), made);
  return json(found === undefined ? 201 : 200, view(made));
}

function notFound(name: string): StampResponse {
  return armError(404, "LockNotFound", `The lock '${name}' could not be found.`);
}
