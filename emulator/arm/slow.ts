/**
 * Operations that a provider answers before they are complete. `Azure-AsyncOperation` contains the URL of the
 * operation, which a client reads until it is complete (Azure Resource Manager, "Track asynchronous Azure operations").
 * Here only virtual machines and their extensions work like this; a stamp may answer 202 for networks, disks, accounts
 * and deployments as well. The change of a slow call is visible before its operation is complete.
 */

import { randomUUID } from "node:crypto";
import { empty, json, type StampResponse } from "../http.ts";
import type { Resource, SlowOperation } from "../stamp/contents.ts";
import type { Stamp } from "../stamp/state.ts";
import { armError } from "./errors.ts";
import type { Query } from "./kinds.ts";
import type { SubscriptionCall } from "./routes.ts";

const STATES: Readonly<Record<string, string>> = { PUT: "Updating", PATCH: "Updating", POST: "Updating" };

/**
 * The answer to a call whose operation continues.
 *
 * @param answer the result of the operation
 * @param resource the resource that it changes; undefined if it is deleted
 */
export function slowly(call: SubscriptionCall, answer: StampResponse, resource: Resource | undefined): StampResponse {
  const { method } = call.request;
  // 204 means that there was nothing to do.
  if (answer.status >= 300 || answer.status === 204 || method === "GET" || method === "HEAD") return answer;
  const id = randomUUID();
  const started = call.stamp.options.now();
  const operation = { subscription: call.subscription.id, started, due: started + call.stamp.options.operationTime };
  call.stamp.slowOperations.set(id, operation);
  const state = answer.status === 201 ? "Creating" : (STATES[method] ?? "Deleting");
  if (resource !== undefined) resource.busy = { state, until: operation.due };
  const url = urlOf(call, id);
  // Azure sends 10 or more in `Retry-After`. One second keeps the tests of clients that obey it short.
  const headers = { "azure-asyncoperation": url, "retry-after": "1" };
  if (method === "POST" || method === "DELETE") return empty(202, { ...headers, location: `${url}&monitor=true` });
  const body = JSON.parse(answer.body) as { properties: object };
  const document = { ...body, properties: { ...body.properties, provisioningState: state } };
  return json(answer.status, document, { ...answer.headers, ...headers });
}

/** The state that a read returns, such as `Creating` while the resource is being created. */
export function provisioningState(stamp: Stamp, { busy, properties }: Resource): unknown {
  return busy !== undefined && stamp.options.now() < busy.until ? busy.state : properties["provisioningState"];
}

/** The operations of a provider, by its type `locations/operations`. */
export function operationsOf(namespace: string): Query {
  return {
    ...{ method: "GET", namespace, type: "locations/operations" },
    pattern: "locations/{location}/operations/{operation}",
    answer,
  };
}

function answer(call: SubscriptionCall): StampResponse {
  const { operation: id = "" } = call.parameters;
  const operation = call.stamp.slowOperations.get(id);
  if (operation === undefined || operation.subscription !== call.subscription.id) {
    return armError(404, "NotFound", `The entity was not found: operation ${id}.`);
  }
  const over = call.stamp.options.now() >= operation.due;
  if (call.request.query.has("monitor")) {
    return over ? empty(200) : empty(202, { location: `${urlOf(call, id)}&monitor=true`, "retry-after": "1" });
  }
  return json(200, statusOf(id, operation, over), over ? {} : { "retry-after": "1" });
}

function statusOf(name: string, { started, due }: SlowOperation, over: boolean): Record<string, unknown> {
  const time = (moment: number) => new Date(moment).toISOString();
  const end = over ? { endTime: time(due), status: "Succeeded" } : { status: "InProgress" };
  return { startTime: time(started), ...end, name };
}

function urlOf({ request, subscription, stamp, parameters }: SubscriptionCall, id: string): string {
  const version = request.query.get("api-version") ?? "";
  const place = `providers/${parameters["namespace"]}/locations/${stamp.options.region}/operations/${id}`;
  return `https://${request.host}/subscriptions/${subscription.id}/${place}?api-version=${version}`;
}
