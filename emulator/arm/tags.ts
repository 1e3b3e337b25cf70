/** Tag names that a subscription stores independently of resources, and their values. */
import { empty, json, type StampResponse } from "../http.ts";
import { armError } from "./errors.ts";
import type { Route, SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

const NAMES = "/subscriptions/{subscription}/tagNames";
const route = (method: string, pattern: string, answer: (call: SubscriptionCall) => StampResponse) => ({
  ...{ method, pattern, answer, versions: "manager" as const },
});

export const TAG_ROUTES: readonly Route<SubscriptionCall>[] = [
  route("GET", NAMES, (call) => list([...call.subscription.tagNames.keys()].map((name) => view(call, name)))),
  route("PUT", `${NAMES}/{tag}`, (call) => {
    const { tagNames } = call.subscription;
    const name = call.parameters["tag"] ?? "";
    const fresh = !tagNames.has(name);
    if (fresh) tagNames.set(name, new Set());
    return json(fresh ? 201 : 200, view(call, name));
  }),
  route("DELETE", `${NAMES}/{tag}`, ({ subscription, parameters }) => {
    return empty(subscription.tagNames.delete(parameters["tag"] ?? "") ? 200 : 204);
  }),
  route("PUT", `${NAMES}/{tag}/tagValues/{value}`, (call) => {
    const { tag = "", value = "" } = call.parameters;
    const values = call.subscription.tagNames.get(tag);
    if (values === undefined) return armError(404, "TagNameNotFound", `The tag name '${tag}' could not be found.`);
    values.add(value);
    return json(201, valueView(call, tag, value));
  }),
  route("DELETE", `${NAMES}/{tag}/tagValues/{value}`, ({ subscription, parameters }) => {
    return empty(subscription.tagNames.get(parameters["tag"] ?? "")?.delete(parameters["value"] ?? "") ? 200 : 204);
  }),
];

function view(call: SubscriptionCall, tagName: string): Record<string, unknown> {
  const values = [...(call.subscription.tagNames.get(tagName) ?? [])].map((value) => valueView(call, tagName, value));
  return { id: idOf(call, tagName), tagName, count: { type: "Total", value: 0 }, values };
}

function valueView(call: SubscriptionCall, tag: string, tagValue: string): Record<string, unknown> {
  return { id: `${idOf(call, tag)}/tagValues/${tagValue}`, tagValue, count: { type: "Total", value: 0 } };
}

function idOf({ subscription }: SubscriptionCall, tag: string): string {
  return `/subscriptions/${subscription.id}/tagNames/${tag}`;
}
