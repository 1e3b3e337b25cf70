/**
 * Resources. The emulator keeps vaults only: of other types lists are empty and every name is unknown, but each call
 * has to be one that the build could answer: a known namespace, type and API version, and a registered provider.
 */

import type { Provider } from "../builds.ts";
import { type StampResponse, segments } from "../http.ts";
import type { ResourceGroup } from "../state.ts";
import { armError, noRegisteredProvider } from "./errors.ts";
import { withGroup } from "./groups.ts";
import { findProvider, invalidNamespace } from "./providers.ts";
import type { Route, SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";
import { listVaults, VAULT_TYPE, vault, vaultResource, vaultsOf } from "./vaults.ts";

const SUBSCRIPTION = "/subscriptions/{subscription}";
const GROUP = `${SUBSCRIPTION}/resourcegroups/{group}`;
const METHODS = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"];

export const RESOURCE_ROUTES: readonly Route<SubscriptionCall>[] = [
  { method: "GET", pattern: `${SUBSCRIPTION}/resources`, versions: "manager", answer: listResources },
  {
    method: "GET",
    pattern: `${GROUP}/resources`,
    versions: "manager",
    answer: (call) => withGroup(call, () => listResources(call)),
  },
  ...METHODS.flatMap((method): Route<SubscriptionCall>[] => [
    {
      method,
      pattern: `${SUBSCRIPTION}/providers/{namespace}/{type...}`,
      versions: "type",
      answer: (call) => resource(call),
    },
    {
      method,
      pattern: `${GROUP}/providers/{namespace}/{type...}`,
      versions: "type",
      answer: (call) => withGroup(call, (group) => resource(call, group)),
    },
  ]),
];

/** The type and the name in `storageAccounts/x/blobServices/default`: types and names take turns. */
function split(path: string): { readonly type: string; readonly name: string } {
  const parts = segments(path);
  const every = (parity: number) => parts.filter((_, index) => index % 2 === parity).join("/");
  return { type: every(0), name: parts.length % 2 === 0 ? every(1) : "" };
}

/**
 * Resources of all types. Of the filters that ARM knows, comparisons of type and name for equality are there, which is
 * what the vault clients send; another one is refused, as ARM refuses what it cannot read.
 */
function listResources(call: SubscriptionCall): StampResponse {
  const filter = call.request.query.get("$filter") ?? "";
  const wanted: Record<string, string> = {};
  for (const term of filter === "" ? [] : filter.split(/ and /i)) {
    const [, field, value] = /^\s*(resourceType|name)\s+eq\s+'([^']*)'\s*$/i.exec(term) ?? [];
    if (field === undefined || value === undefined) return invalidFilter(filter);
    wanted[field.toLowerCase() === "name" ? "name" : "type"] = value.toLowerCase();
  }
  const resources = vaultsOf(call).map((vault) => vaultResource(call, vault));
  const fits = (resource: Record<string, unknown>) =>
    Object.entries(wanted).every(([field, value]) => String(resource[field]).toLowerCase() === value);
  return list(resources.filter(fits));
}

/** One resource type's collection or resource; the group is there when the path names one. */
function resource(call: SubscriptionCall, group?: ResourceGroup): StampResponse {
  const { namespace = "", type: path = "" } = call.parameters;
  const provider = findProvider(call.stamp, namespace);
  if (provider === undefined) return invalidNamespace(namespace);
  const { type, name } = split(path);
  const refusal = refuseType(call, provider, type);
  if (refusal !== undefined) return refusal;
  const kept = `${provider.namespace}/${type}`.toLowerCase() === VAULT_TYPE.toLowerCase();
  const { method } = call.request;
  if (method === "GET" && name === "") return kept ? listVaults(call) : list([]);
  const answer = kept && group !== undefined && name !== "" ? vault(call, group, name) : undefined;
  if (answer !== undefined) return answer;
  if (kept || method === "GET" || method === "HEAD") {
    return resourceNotFound(`${provider.namespace}/${type}/${name}`, group?.name);
  }
  return armError(501, "NotImplemented", `The emulator keeps no such resources: ${method} of ${type} is not there.`);
}

/** The build has to know the type and the version, and the subscription the provider. */
function refuseType({ request, stamp, subscription }: SubscriptionCall, provider: Provider, type: string) {
  const version = request.query.get("api-version") ?? "";
  const known = provider.types.find((candidate) => candidate.name.toLowerCase() === type.toLowerCase());
  if (known === undefined) {
    const words = `The resource type '${type}' could not be found in the namespace '${provider.namespace}' for api version '${version}'.`;
    return armError(404, "InvalidResourceType", words);
  }
  if (!known.apiVersions.includes(version)) {
    return noRegisteredProvider(known.name, version, stamp.options.region, known.apiVersions);
  }
  if (subscription.registrations.get(provider.namespace.toLowerCase()) !== "Registered") {
    const words = `The subscription is not registered to use namespace '${provider.namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`;
    return armError(409, "MissingSubscriptionRegistration", words);
  }
  return undefined;
}

function resourceNotFound(resource: string, group: string | undefined): StampResponse {
  const place = group === undefined ? "" : ` under resource group '${group}'`;
  return armError(404, "ResourceNotFound", `The Resource '${resource}'${place} was not found.`);
}

function invalidFilter(filter: string): StampResponse {
  const words = `Invalid $filter '${filter}' specified in the query string.`;
  return armError(400, "InvalidFilterInQueryString", words);
}
