/** Stored resources: finding them by ID, their parts, and the references between them. */

import { isObject } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import type { Stamp } from "../stamp/state.ts";
import type { Kind } from "./kinds.ts";
import type { SubscriptionCall } from "./routes.ts";
import { provisioningState } from "./slow.ts";

/** A resource as a GET returns it. */
export function viewOf(resource: Resource, kind: Kind, call: SubscriptionCall): Record<string, unknown> {
  const { id, name, type, envelope, properties } = resource;
  const state = { provisioningState: provisioningState(call.stamp, resource) };
  const shown = { ...properties, ...state, ...kind.view?.(resource, call) };
  const parts = Object.keys(kind.parts ?? {}).filter((part) => part in shown);
  const views = parts.map((part): [string, unknown] => [part, partsOf({ ...resource, properties: shown }, part)]);
  return { id, name, type, ...envelope, properties: { ...shown, ...Object.fromEntries(views) } };
}

/** The parts of one kind, each with its ID. */
export function partsOf(resource: Resource, part: string): readonly Record<string, unknown>[] {
  const list = resource.properties[part];
  return (Array.isArray(list) ? list : []).filter(isObject).map((one) => ({
    ...one,
    id: `${resource.id}/${part}/${one["name"]}`,
    type: `${resource.type}/${part}`,
    properties: { ...(isObject(one["properties"]) ? one["properties"] : {}), provisioningState: "Succeeded" },
  }));
}

/** Whether a resource, or a part of one, has this ID. */
export function exists(stamp: Stamp, id: string): boolean {
  const wanted = id.toLowerCase();
  if (stamp.resources.has(wanted)) return true;
  const [parent, part, name] = [/^(.*)\/([^/]+)\/([^/]+)$/.exec(wanted)].flatMap((found) => found?.slice(1) ?? []);
  const owner = stamp.resources.get(parent ?? "");
  const list = Object.entries(owner?.properties ?? {}).find(([key]) => key.toLowerCase() === part)?.[1];
  return Array.isArray(list) && list.some((one) => String(one?.name).toLowerCase() === name);
}

/** Every `{ "id": "/subscriptions/…" }` in a value. */
export function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const { id } = value;
  const own = typeof id === "string" && /^\/subscriptions\//i.test(id) ? [id] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

/** The resource that refers to this ID or to a part of it, if there is one. */
export function userOf(stamp: Stamp, id: string): Resource | undefined {
  const wanted = id.toLowerCase();
  return [...stamp.resources.values()].find(
    (other) =>
      other.id.toLowerCase() !== wanted &&
      !wanted.startsWith(`${other.id.toLowerCase()}/`) &&
      referencesIn(other.properties).some((one) => `${one.toLowerCase()}/`.startsWith(`${wanted}/`)),
  );
}

/** All resources of a type, or of every type, in a subscription; only those of a group if the call names one. */
export function keptOf({ stamp, subscription, parameters }: SubscriptionCall, type?: string): readonly Resource[] {
  const group = parameters["group"]?.toLowerCase();
  return [...stamp.resources.values()].filter(
    (resource) =>
      resource.subscription === subscription.id.toLowerCase() &&
      (group === undefined || resource.group === group) &&
      (type === undefined || resource.type.toLowerCase() === type.toLowerCase()),
  );
}
