/** Lists of resources of all types, with the filters that clients send. */
import { isObject, type StampResponse } from "../http.ts";
import { keptOf } from "./kept.ts";
import { invalidFilter } from "./refusals.ts";
import type { SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";
import { vaultResource, vaultsOf } from "./vaults.ts";

const FIELDS = ["resourcetype", "name", "resourcegroup", "location", "tagname", "tagvalue"];

/**
 * Supports filters that compare these fields for equality. ARM knows further filters; here they are refused, as ARM
 * refuses a filter that it cannot parse.
 */
export function listResources(call: SubscriptionCall): StampResponse {
  const filter = call.request.query.get("$filter") ?? "";
  const wanted = new Map<string, string>();
  for (const term of filter === "" ? [] : filter.split(/ and /i)) {
    const [, field = "", value = ""] = /^\s*(\w+)\s+eq\s+'([^']*)'\s*$/i.exec(term) ?? [];
    if (!FIELDS.includes(field.toLowerCase())) return invalidFilter(filter);
    wanted.set(field.toLowerCase(), value.toLowerCase());
  }
  const all = [...vaultsOf(call).map((vault) => vaultResource(call, vault)), ...keptOf(call).map(summary)];
  return list(all.filter((resource) => [...wanted].every(([field, value]) => fits(resource, field, value, wanted))));
}

function summary({ id, name, type, envelope }: ReturnType<typeof keptOf>[number]): Record<string, unknown> {
  return { id, name, type, ...envelope };
}

function fits(
  resource: Record<string, unknown>,
  field: string,
  value: string,
  all: ReadonlyMap<string, string>,
): boolean {
  const tags = isObject(resource["tags"]) ? Object.entries(resource["tags"]) : [];
  switch (field) {
    case "resourcegroup":
      return String(resource["id"]).split("/")[4]?.toLowerCase() === value;
    case "tagname":
      return tags.some(([name, text]) => name.toLowerCase() === value && same(text, all.get("tagvalue")));
    case "tagvalue":
      return tags.some(([, text]) => same(text, value));
    default:
      return same(resource[field === "resourcetype" ? "type" : field], value);
  }
}

function same(actual: unknown, wanted: string | undefined): boolean {
  return wanted === undefined || String(actual).toLowerCase() === wanted;
}
