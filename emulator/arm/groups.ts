/** Resource groups, and their deletion, which takes time. */

import { randomUUID } from "node:crypto";
import { empty, isObject, json, jsonObject, type StampResponse } from "../http.ts";
import { deleteVaultsOf } from "../keyvault/vaults.ts";
import type { ResourceGroup, Subscription } from "../stamp/contents.ts";
import { armError, groupNotFound, invalidContent, locationNotAvailable, locationRequired } from "./errors.ts";
import { deleteResourcesOf } from "./removal.ts";
import type { Route, SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

const ALL = "/subscriptions/{subscription}/resourcegroups";
const ONE = `${ALL}/{group}`;
const RESULT = "/subscriptions/{subscription}/operationresults/{operation}";

export const GROUP_ROUTES: readonly Route<SubscriptionCall>[] = [
  { method: "GET", pattern: ALL, versions: "manager", answer: listGroups },
  { method: "HEAD", pattern: ONE, versions: "manager", answer: (call) => empty(find(call) === undefined ? 404 : 204) },
  { method: "GET", pattern: ONE, versions: "manager", answer: (call) => withGroup(call, (group) => show(call, group)) },
  { method: "PUT", pattern: ONE, versions: "manager", answer: putGroup },
  {
    method: "PATCH",
    pattern: ONE,
    versions: "manager",
    answer: (call) => withGroup(call, (group) => patch(call, group)),
  },
  {
    method: "DELETE",
    pattern: ONE,
    versions: "manager",
    answer: (call) => withGroup(call, (group) => remove(call, group)),
  },
  { method: "GET", pattern: RESULT, versions: "manager", answer: operationResult },
];

/** The group of this name, or undefined. */
export function findGroup(subscription: Subscription, name: string): ResourceGroup | undefined {
  return subscription.groups.get(name.toLowerCase());
}

/** Calls `then` with the call's group, or answers with ARM's 404. */
export function withGroup(call: SubscriptionCall, then: (group: ResourceGroup) => StampResponse): StampResponse {
  const group = find(call);
  return group === undefined ? groupNotFound(call.parameters["group"] ?? "") : then(group);
}

function find({ subscription, parameters }: SubscriptionCall): ResourceGroup | undefined {
  return findGroup(subscription, parameters["group"] ?? "");
}

function listGroups({ subscription }: SubscriptionCall): StampResponse {
  return list([...subscription.groups.values()].map((group) => view(subscription, group)));
}

function show({ subscription }: SubscriptionCall, group: ResourceGroup, status = 200): StampResponse {
  return json(status, view(subscription, group));
}

function putGroup(call: SubscriptionCall): StampResponse {
  const { request, stamp, subscription, parameters } = call;
  const body = jsonObject(request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const { location, tags = {} } = body;
  if (typeof location !== "string" || location === "") return locationRequired();
  if (!isObject(tags)) return invalidContent("The 'tags' property is not an object.");
  const { region } = stamp.options;
  if (!sameLocation(location, region)) return locationNotAvailable(location, region);
  const before = find(call);
  if (before?.state === "Deleting") return beingDeleted(before);
  const name = parameters["group"] ?? "";
  const group: ResourceGroup = { name: before?.name ?? name, location: region, tags, state: "Succeeded" };
  subscription.groups.set(name.toLowerCase(), group);
  return show(call, group, before === undefined ? 201 : 200);
}

function patch(call: SubscriptionCall, group: ResourceGroup): StampResponse {
  const body = jsonObject(call.request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const { tags = group.tags } = body;
  if (!isObject(tags)) return invalidContent("The 'tags' property is not an object.");
  if (group.state === "Deleting") return beingDeleted(group);
  group.tags = tags;
  return show(call, group);
}

function remove(call: SubscriptionCall, group: ResourceGroup): StampResponse {
  const { stamp, subscription } = call;
  if (group.state === "Deleting") return beingDeleted(group);
  group.state = "Deleting";
  const operation = randomUUID();
  stamp.operations.set(operation, { subscription: subscription.id, group: group.name.toLowerCase(), reads: 0 });
  return accepted(call, operation);
}

/** The first read says that the deletion is in progress, the second that it is done. */
function operationResult(call: SubscriptionCall): StampResponse {
  const { stamp, subscription, parameters } = call;
  const id = parameters["operation"] ?? "";
  const operation = stamp.operations.get(id);
  if (operation === undefined || operation.subscription !== subscription.id) {
    return armError(404, "OperationNotFound", `The operation '${id}' could not be found.`);
  }
  operation.reads += 1;
  if (operation.reads === 1) return accepted(call, id);
  deleteVaultsOf(stamp, subscription.id, operation.group);
  deleteResourcesOf(stamp, `/subscriptions/${subscription.id}/resourceGroups/${operation.group}`);
  subscription.groups.delete(operation.group);
  return empty(200);
}

/** Azure sends 15 in `Retry-After`. One second keeps the tests of clients that obey it short. */
function accepted({ request, subscription }: SubscriptionCall, operation: string): StampResponse {
  const version = request.query.get("api-version") ?? "";
  const path = `/subscriptions/${subscription.id}/operationresults/${operation}?api-version=${version}`;
  return empty(202, { location: `https://${request.host}${path}`, "retry-after": "1" });
}

export function beingDeleted({ name }: ResourceGroup): StampResponse {
  const words = `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`;
  return armError(409, "ResourceGroupBeingDeleted", words);
}

function view(subscription: Subscription, group: ResourceGroup): Record<string, unknown> {
  return {
    id: `/subscriptions/${subscription.id}/resourceGroups/${group.name}`,
    name: group.name,
    location: group.location,
    tags: group.tags,
    properties: { provisioningState: group.state },
  };
}

/** Treats `East US` and `eastus` as the same location. */
export function sameLocation(one: string, other: string): boolean {
  const normal = (location: string) => location.replaceAll(" ", "").toLowerCase();
  return normal(one) === normal(other);
}
