/** PUT, GET, PATCH, DELETE and POST of stored resources, the same for every kind. */

import { empty, isObject, json, jsonObject, type StampResponse } from "../http.ts";
import type { Resource, ResourceGroup } from "../stamp/contents.ts";
import { armError, invalidContent, locationRequired, methodNotAllowed } from "./errors.ts";
import { beingDeleted, sameLocation } from "./groups.ts";
import { exists, keptOf, referencesIn, userOf, viewOf } from "./kept.ts";
import { at, isRefusal, type Kind } from "./kinds.ts";
import { parentNotFound, resourceNotFound, wrongLocation } from "./refusals.ts";
import type { SubscriptionCall } from "./routes.ts";
import { slowly } from "./slow.ts";
import { list } from "./subscriptions.ts";

const USUAL_NAME = /^[a-z0-9]([a-z0-9._-]{0,78}[a-z0-9_])?$/i;
/**
 * Stored in addition to the properties. Fields that the service sets itself (id, name, type, etag) are ignored in a
 * body.
 */
const ENVELOPE = ["sku", "kind", "plan", "identity", "zones", "tags"];

export function listKept(call: SubscriptionCall, kind: Kind, parent?: Resource): StampResponse {
  const below = parent === undefined ? "" : `${parent.id.toLowerCase()}/`;
  const found = keptOf(call, kind.type).filter(({ id }) => id.toLowerCase().startsWith(below));
  return list(found.map((one) => viewOf(one, kind, call)));
}

/** One resource of this kind. @param names its parents' names and its own */
export function kept(
  call: SubscriptionCall,
  kind: Kind,
  group: ResourceGroup,
  names: readonly string[],
): StampResponse {
  const id = idOf(call, group, kind.type, names);
  const answer = answerKept(call, kind, group, id);
  return kind.slow === undefined ? answer : slowly(call, answer, call.stamp.resources.get(id.toLowerCase()));
}

function answerKept(call: SubscriptionCall, kind: Kind, group: ResourceGroup, id: string): StampResponse {
  const found = call.stamp.resources.get(id.toLowerCase());
  const { method } = call.request;
  if (method === "PUT") return put(call, kind, group, id, found);
  if (method === "DELETE") return remove(call, kind, found);
  if (found === undefined) return resourceNotFound(nameIn(id), group.name);
  if (method === "GET") return json(200, viewOf(found, kind, call));
  if (method === "HEAD") return empty(204);
  return method === "PATCH" ? patch(call, kind, found) : methodNotAllowed(method);
}

/** `Microsoft.Compute/virtualMachines/x/extensions/y` */
function nameIn(id: string): string {
  return id.slice(id.indexOf("/providers/") + "/providers/".length);
}

/** `/subscriptions/…/providers/Microsoft.Compute/virtualMachines/x/extensions/y` */
export function idOf(call: SubscriptionCall, group: ResourceGroup, type: string, names: readonly string[]): string {
  const [namespace, ...types] = type.split("/");
  const pairs = types.map((one, index) => `${one}/${names[index]}`).join("/");
  return `/subscriptions/${call.subscription.id}/resourceGroups/${group.name}/providers/${namespace}/${pairs}`;
}

function put(
  call: SubscriptionCall,
  kind: Kind,
  group: ResourceGroup,
  id: string,
  before: Resource | undefined,
): StampResponse {
  if (group.state === "Deleting") return beingDeleted(group);
  const body = jsonObject(call.request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const name = id.split("/").at(-1) ?? "";
  if (!(kind.name ?? USUAL_NAME).test(name)) return invalidName(kind.type, name);
  const parent = parentOf(id, kind.type);
  if (parent !== undefined && !call.stamp.resources.has(parent.toLowerCase())) return parentNotFound(id);
  const location = locationIn(call, kind, body);
  if (typeof location !== "string") return location;
  const missing = kind.required.find((path) => at(body, path) === undefined || at(body, path) === null);
  if (missing !== undefined) return missingParameter(missing);
  const { properties = {} } = body;
  if (!isObject(properties)) return invalidContent("The 'properties' property is not an object.");
  const kept = Object.fromEntries(Object.entries(body).filter(([key]) => ENVELOPE.includes(key)));
  const draft: Resource = {
    id: before?.id ?? id,
    type: kind.type,
    name: before?.name ?? name,
    subscription: call.subscription.id.toLowerCase(),
    group: group.name.toLowerCase(),
    envelope: { location, ...kept },
    properties,
  };
  return keep(call, kind, draft, before);
}

function keep(call: SubscriptionCall, kind: Kind, draft: Resource, before: Resource | undefined): StampResponse {
  if (!isObject(draft.envelope["tags"] ?? {})) return invalidContent("The 'tags' property is not an object.");
  const unknown = referencesIn(draft.properties).find(
    (id) => !id.toLowerCase().startsWith(`${draft.id.toLowerCase()}/`) && !exists(call.stamp, id),
  );
  if (unknown !== undefined) return unknownReference(unknown, draft.id);
  const properties = kind.complete?.(draft, call, before) ?? draft.properties;
  if (isRefusal(properties)) return properties;
  const made = { ...draft, properties: { ...properties, provisioningState: "Succeeded" } };
  call.stamp.resources.set(made.id.toLowerCase(), made);
  return json(before === undefined ? (kind.created ?? 201) : 200, viewOf(made, kind, call));
}

function patch(call: SubscriptionCall, kind: Kind, before: Resource): StampResponse {
  const body = jsonObject(call.request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const { properties = {} } = body;
  if (!isObject(properties)) return invalidContent("The 'properties' property is not an object.");
  const changed = Object.fromEntries(Object.entries(body).filter(([key]) => ENVELOPE.includes(key)));
  const envelope = { ...before.envelope, ...changed };
  return keep(call, kind, { ...before, envelope, properties: { ...before.properties, ...properties } }, before);
}

/** Deleting a resource that does not exist is not an error: ARM answers 204. */
function remove(call: SubscriptionCall, kind: Kind, found: Resource | undefined): StampResponse {
  if (found === undefined) return empty(204);
  const user = userOf(call.stamp, found.id);
  if (user !== undefined && kind.inUse !== undefined) return inUse(kind.inUse, found.id, user.id);
  for (const [key, { id }] of call.stamp.resources) {
    if (id.toLowerCase().startsWith(`${found.id.toLowerCase()}/`)) call.stamp.resources.delete(key);
  }
  kind.removed?.(found, call);
  call.stamp.resources.delete(found.id.toLowerCase());
  return empty(200);
}

function locationIn(call: SubscriptionCall, kind: Kind, { location }: Readonly<Record<string, unknown>>) {
  const { region } = call.stamp.options;
  if (kind.type === "Microsoft.Network/dnsZones") return "global";
  if (typeof location !== "string" || location === "") return locationRequired();
  return sameLocation(location, region) ? region : wrongLocation(location, region, kind.type);
}

function parentOf(id: string, type: string): string | undefined {
  return type.split("/").length > 2 ? id.split("/").slice(0, -2).join("/") : undefined;
}

function invalidName(type: string, name: string): StampResponse {
  return armError(400, "InvalidResourceName", `Resource name ${name} is invalid for the type ${type}.`);
}

/** The words are Compute's. Other providers have different ones, and it is not known which a stamp uses. */
function missingParameter(path: string): StampResponse {
  const name = path.replace(/^properties\./, "");
  return armError(400, "InvalidParameter", `Required parameter '${name}' is missing (null).`);
}

/** The words are Network's. */
function unknownReference(id: string, from: string): StampResponse {
  const words =
    `Resource ${id} referenced by resource ${from} was not found. Please make sure that the referenced resource ` +
    "exists, and that both resources are in the same region.";
  return armError(400, "InvalidResourceReference", words);
}

export function inUse(code: string, id: string, user: string): StampResponse {
  return armError(400, code, `${id} cannot be deleted because it is in use by ${user}.`);
}
