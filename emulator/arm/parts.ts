/** Parts of a resource that have paths of their own: subnets, security rules, routes. */

import { empty, isObject, json, jsonObject, type StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import { armError, invalidContent, methodNotAllowed } from "./errors.ts";
import { inUse } from "./keeping.ts";
import { exists, partsOf, referencesIn, userOf } from "./kept.ts";
import { isRefusal, type Kind } from "./kinds.ts";
import type { SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

/** One part, or all parts if no name is given. */
export function part(call: SubscriptionCall, kind: Kind, owner: Resource, which: string, name: string): StampResponse {
  const all = partsOf(owner, which);
  const { method } = call.request;
  if (name === "") return method === "GET" ? list(all) : methodNotAllowed(method);
  const found = all.find((one) => String(one["name"]).toLowerCase() === name.toLowerCase());
  const others = all.filter((one) => one !== found);
  if (method === "PUT") return put(call, kind, owner, which, name, others, found === undefined);
  if (found === undefined) return method === "DELETE" ? empty(204) : partNotFound(`${owner.id}/${which}/${name}`);
  if (method === "GET") return json(200, found);
  if (method !== "DELETE") return methodNotAllowed(method);
  const user = userOf(call.stamp, String(found["id"]));
  if (user !== undefined) return inUse("InUseSubnetCannotBeDeleted", String(found["id"]), user.id);
  keepParts(call, owner, which, others);
  return empty(200);
}

function put(
  call: SubscriptionCall,
  kind: Kind,
  owner: Resource,
  which: string,
  name: string,
  others: readonly object[],
  fresh: boolean,
): StampResponse {
  const body = jsonObject(call.request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const { properties } = body;
  if (!isObject(properties)) return armError(400, "InvalidRequestFormat", "Cannot parse the request.");
  const unknown = referencesIn(properties).find((id) => !exists(call.stamp, id));
  if (unknown !== undefined) {
    return armError(400, "InvalidResourceReference", `Resource ${unknown} referenced by ${owner.id} was not found.`);
  }
  const draft = { ...owner, properties: { ...owner.properties, [which]: [...others, { name, properties }] } };
  const completed = kind.complete?.(draft, call, owner) ?? draft.properties;
  if (isRefusal(completed)) return completed;
  owner.properties = completed;
  const made = partsOf(owner, which).find((one) => one["name"] === name);
  return json(fresh ? 201 : 200, made);
}

function keepParts(_: SubscriptionCall, owner: Resource, which: string, parts: readonly object[]): void {
  owner.properties = { ...owner.properties, [which]: parts };
}

function partNotFound(id: string): StampResponse {
  return armError(404, "NotFound", `Resource ${id} not found.`);
}
