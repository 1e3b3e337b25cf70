/**
 * Resources. The emulator keeps none: lists are empty and every name is unknown, but each call has to be one that the
 * build could answer: a known namespace, type and API version, and a registered provider.
 */
import { type StampResponse, segments } from "../http.ts";
import { armError, noRegisteredProvider } from "./errors.ts";
import { withGroup } from "./groups.ts";
import { findProvider, invalidNamespace } from "./providers.ts";
import type { Route, SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

const SUBSCRIPTION = "/subscriptions/{subscription}";
const GROUP = `${SUBSCRIPTION}/resourcegroups/{group}`;
const METHODS = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"];

export const RESOURCE_ROUTES: readonly Route<SubscriptionCall>[] = [
  { method: "GET", pattern: `${SUBSCRIPTION}/resources`, versions: "manager", answer: () => list([]) },
  {
    method: "GET",
    pattern: `${GROUP}/resources`,
    versions: "manager",
    answer: (call) => withGroup(call, () => list([])),
  },
  ...METHODS.flatMap((method): Route<SubscriptionCall>[] => [
    { method, pattern: `${SUBSCRIPTION}/providers/{namespace}/{type...}`, versions: "type", answer: resource },
    {
      method,
      pattern: `${GROUP}/providers/{namespace}/{type...}`,
      versions: "type",
      answer: (call) => withGroup(call, () => resource(call)),
    },
  ]),
];

/** The type and the name in `storageAccounts/x/blobServices/default`: types and names take turns. */
function split(path: string): { readonly type: string; readonly name: string } {
  const parts = segments(path);
  const every = (parity: number) => parts.filter((_, index) => index % 2 === parity).join("/");
  return { type: every(0), name: parts.length % 2 === 0 ? every(1) : "" };
}

function resource({ request, stamp, subscription, parameters }: SubscriptionCall): StampResponse {
  const { namespace = "", type: path = "" } = parameters;
  const provider = findProvider(stamp, namespace);
  if (provider === undefined) return invalidNamespace(namespace);
  const { type, name } = split(path);
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
  if (request.method === "GET" && name === "") return list([]);
  if (request.method === "GET" || request.method === "HEAD")
    return resourceNotFound(`${provider.namespace}/${type}/${name}`, parameters["group"]);
  return armError(
    501,
    "NotImplemented",
    `The emulator keeps no resources: ${request.method} of ${known.name} is not there.`,
  );
}

function resourceNotFound(resource: string, group: string | undefined): StampResponse {
  const place = group === undefined ? "" : ` under resource group '${group}'`;
  return armError(404, "ResourceNotFound", `The Resource '${resource}'${place} was not found.`);
}
