/** Tenants, subscriptions and locations. */

import { json, type StampResponse } from "../http.ts";
import { type Provider, providersOf } from "../stamp/builds.ts";
import type { Subscription } from "../stamp/contents.ts";
import type { Stamp } from "../stamp/state.ts";
import type { Route, SubscriptionCall } from "./routes.ts";

export const TENANT_ROUTES: readonly Route[] = [
  { method: "GET", pattern: "/tenants", versions: "subscriptions", answer: ({ stamp }) => list([tenantView(stamp)]) },
  {
    method: "GET",
    pattern: "/providers/Microsoft.Authorization/providerOperations",
    versions: "authorization",
    answer: ({ stamp }) => list(providersOf(stamp.options.build).map(operationsView)),
  },
  {
    method: "GET",
    pattern: "/subscriptions",
    versions: "subscriptions",
    answer: ({ stamp }) => list(stamp.subscriptions.map(subscriptionView)),
  },
];

export const SUBSCRIPTION_ROUTES: readonly Route<SubscriptionCall>[] = [
  {
    method: "GET",
    pattern: "/subscriptions/{subscription}",
    versions: "subscriptions",
    answer: ({ subscription }) => json(200, subscriptionView(subscription)),
  },
  {
    method: "GET",
    pattern: "/subscriptions/{subscription}/locations",
    versions: "subscriptions",
    answer: ({ subscription, stamp }) => list([locationView(subscription, stamp)]),
  },
];

/** A collection. Everything fits on one page, so there is never a `nextLink`. */
export function list(value: readonly unknown[]): StampResponse {
  return json(200, { value });
}

/** The operations that a role can allow; here only reading and writing of each type. */
function operationsView({ namespace, types }: Provider): Record<string, unknown> {
  const operations = (type: string) =>
    ["read", "write", "delete"].map((verb) => ({
      name: `${namespace}/${type}/${verb}`,
      displayName: `${verb} ${type}`,
    }));
  const id = `/providers/Microsoft.Authorization/providerOperations/${namespace}`;
  const resourceTypes = types.map(({ name }) => ({ name, displayName: name, operations: operations(name) }));
  return {
    id,
    name: namespace,
    type: "Microsoft.Authorization/providerOperations",
    displayName: namespace,
    resourceTypes,
  };
}

function tenantView({ tenant }: Stamp): Record<string, unknown> {
  return { id: `/tenants/${tenant.id}`, tenantId: tenant.id };
}

function subscriptionView(subscription: Subscription): Record<string, unknown> {
  return {
    id: `/subscriptions/${subscription.id}`,
    subscriptionId: subscription.id,
    tenantId: subscription.tenantId,
    displayName: subscription.name,
    state: subscription.state,
    subscriptionPolicies: {
      locationPlacementId: "AzureStack",
      quotaId: "AzureStack_2016-06-01",
      spendingLimit: "Off",
    },
    authorizationSource: "RoleBased",
  };
}

function locationView(subscription: Subscription, { options }: Stamp): Record<string, unknown> {
  const name = options.region;
  const id = `/subscriptions/${subscription.id}/locations/${name}`;
  return { id, name, displayName: name, longitude: "-122.1215", latitude: "47.6740" };
}
