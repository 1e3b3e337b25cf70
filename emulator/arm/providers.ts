/** Resource providers: which exist, which API versions they have on this build, and their registration. */

import { json, type StampResponse } from "../http.ts";
import { type Provider, providersOf } from "../stamp/builds.ts";
import type { Registration, Subscription } from "../stamp/contents.ts";
import type { Stamp } from "../stamp/state.ts";
import { armError, noRegisteredProvider } from "./errors.ts";
import { notRegistered, unknownType } from "./refusals.ts";
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

/** The provider of this namespace, if the stamp's build has it. */
export function findProvider(stamp: Stamp, namespace: string): Provider | undefined {
  const wanted = namespace.toLowerCase();
  return providersOf(stamp.options.build).find((provider) => provider.namespace.toLowerCase() === wanted);
}

export function invalidNamespace(namespace: string): StampResponse {
  return armError(404, "InvalidResourceNamespace", `The resource namespace '${namespace}' is invalid.`);
}

/** Returns a refusal unless the build knows the type and API version, and the subscription has the provider. */
export function refuseType(
  { request, stamp, subscription }: SubscriptionCall,
  { namespace, types }: Provider,
  type: string,
): StampResponse | undefined {
  const version = request.query.get("api-version") ?? "";
  const known = types.find((candidate) => candidate.name.toLowerCase() === type.toLowerCase());
  if (known === undefined) return unknownType(namespace, type, version);
  if (!known.apiVersions.includes(version)) {
    return noRegisteredProvider(known.name, version, stamp.options.region, known.apiVersions);
  }
  const registered = subscription.registrations.get(namespace.toLowerCase()) === "Registered";
  return registered ? undefined : notRegistered(namespace);
}

/**
 * A subscription sees the providers that the plans of its offer include. For any other provider, this returns the
 * refusal.
 */
function findOffered(call: SubscriptionCall): Provider | StampResponse {
  const { stamp, parameters } = call;
  const { namespace = "" } = parameters;
  const provider = findProvider(stamp, namespace);
  if (provider === undefined) return invalidNamespace(namespace);
  return isOffered(stamp, provider) ? provider : disallowedProvider(stamp, provider);
}

function isOffered({ options }: Stamp, { namespace }: Provider): boolean {
  return !options.notOffered.some((other) => other.toLowerCase() === namespace.toLowerCase());
}

function offeredBy(stamp: Stamp): readonly Provider[] {
  return providersOf(stamp.options.build).filter((provider) => isOffered(stamp, provider));
}

/**
 * Azure's answer, words and status, for a subscription that is limited to some providers
 * (microsoft/vscode-azurestorage#225). It is not known what a stamp answers for a service that no plan of the offer
 * includes; it may be `InvalidResourceNamespace` as well.
 */
function disallowedProvider(stamp: Stamp, { namespace }: Provider): StampResponse {
  const permitted = offeredBy(stamp).map((provider) => provider.namespace);
  const words =
    `The operation is not permitted for namespace '${namespace}'. ` +
    `List of permitted provider namespaces is '${permitted.join(",")}'.`;
  return armError(400, "DisallowedProvider", words);
}

function isProvider(found: Provider | StampResponse): found is Provider {
  return "namespace" in found;
}

function listProviders({ stamp, subscription }: SubscriptionCall): StampResponse {
  return list(offeredBy(stamp).map((provider) => settledView(stamp, subscription, provider)));
}

function getProvider(call: SubscriptionCall): StampResponse {
  const found = findOffered(call);
  return isProvider(found) ? json(200, settledView(call.stamp, call.subscription, found)) : found;
}

function change(call: SubscriptionCall, towards: Registration): StampResponse {
  const { stamp, subscription } = call;
  const found = findOffered(call);
  if (!isProvider(found)) return found;
  const key = found.namespace.toLowerCase();
  const done = towards === "Registering" ? "Registered" : "NotRegistered";
  const state = settle(stamp, subscription, key);
  if (state !== done && state !== towards) {
    subscription.registrations.set(key, towards);
    subscription.registrationsDue.set(key, stamp.options.now() + stamp.options.registrationTime);
  }
  return json(200, view(stamp, subscription, found));
}

/**
 * On a stamp a registration takes time. The answer to the POST says that it is in progress; a read after that time says
 * that it is done.
 */
function settledView(stamp: Stamp, subscription: Subscription, provider: Provider): Record<string, unknown> {
  settle(stamp, subscription, provider.namespace.toLowerCase());
  return view(stamp, subscription, provider);
}

function settle({ options }: Stamp, subscription: Subscription, key: string): Registration {
  const state = subscription.registrations.get(key) ?? "NotRegistered";
  if (options.now() < (subscription.registrationsDue.get(key) ?? 0)) return state;
  const settled = state === "Registering" ? "Registered" : state === "Unregistering" ? "NotRegistered" : state;
  subscription.registrations.set(key, settled);
  return settled;
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
