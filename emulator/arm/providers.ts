/** Resource providers: which there are, which API versions they have on this build, and registering them. */
import { type Provider, providersOf } from "../builds.ts";
import { json, type StampResponse } from "../http.ts";
import type { Registration, Stamp, Subscription } from "../state.ts";
import { armError } from "./errors.ts";
import type { Route, SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

const BASE = "/subscriptions/{subscription}/providers";

export const PROVIDER_ROUTES: readonly Route<SubscriptionCall>[] = [
  { method: "GET", pattern: BASE, versions: "manager", answer: listProviders },
  { method: "GET", pattern: `${BASE}/{namespace}`, versions: "manager", answer: getProvider },
  {
    method: "POST",
    pattern: `${BASE}/{namespace}/register`,
    versions: "manager",
    answer: (call) => change(call, "Registering"),
  },
  {
    method: "POST",
    pattern: `${BASE}/{namespace}/unregister`,
    versions: "manager",
    answer: (call) => change(call, "Unregistering"),
  },
];

/** The provider of this namespace on the stamp's build. */
export function findProvider(stamp: Stamp, namespace: string): Provider | undefined {
  const wanted = namespace.toLowerCase();
  return providersOf(stamp.options.build).find((provider) => provider.namespace.toLowerCase() === wanted);
}

export function invalidNamespace(namespace: string): StampResponse {
  return armError(404, "InvalidResourceNamespace", `The resource namespace '${namespace}' is invalid.`);
}

function listProviders({ stamp, subscription }: SubscriptionCall): StampResponse {
  return list(providersOf(stamp.options.build).map((provider) => settledView(stamp, subscription, provider)));
}

function getProvider({ stamp, subscription, parameters }: SubscriptionCall): StampResponse {
  const { namespace = "" } = parameters;
  const provider = findProvider(stamp, namespace);
  return provider === undefined ? invalidNamespace(namespace) : json(200, settledView(stamp, subscription, provider));
}

function change({ stamp, subscription, parameters }: SubscriptionCall, towards: Registration): StampResponse {
  const { namespace = "" } = parameters;
  const provider = findProvider(stamp, namespace);
  if (provider === undefined) return invalidNamespace(namespace);
  const key = provider.namespace.toLowerCase();
  const done = towards === "Registering" ? "Registered" : "NotRegistered";
  if (subscription.registrations.get(key) !== done) subscription.registrations.set(key, towards);
  return json(200, view(stamp, subscription, provider));
}

/** Registering takes time on a stamp: the answer to the POST says so, the read after it finds it done. */
function settledView(stamp: Stamp, subscription: Subscription, provider: Provider): Record<string, unknown> {
  const key = provider.namespace.toLowerCase();
  const state = subscription.registrations.get(key);
  if (state === "Registering") subscription.registrations.set(key, "Registered");
  if (state === "Unregistering") subscription.registrations.set(key, "NotRegistered");
  return view(stamp, subscription, provider);
}

function view({ options }: Stamp, subscription: Subscription, provider: Provider): Record<string, unknown> {
  const { namespace, types } = provider;
  return {
    id: `/subscriptions/${subscription.id}/providers/${namespace}`,
    namespace,
    resourceTypes: types.map(({ name, apiVersions }) => ({
      resourceType: name,
      locations: [options.region],
      apiVersions,
      capabilities: "None",
    })),
    registrationState: subscription.registrations.get(namespace.toLowerCase()) ?? "NotRegistered",
  };
}
