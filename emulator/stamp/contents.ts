/** What users created on a stamp: subscriptions, groups, and the resources of providers. */
import type { SubscriptionOption } from "./options.ts";

export interface ResourceGroup {
  readonly name: string;
  readonly location: string;
  tags: Readonly<Record<string, unknown>>;
  state: "Succeeded" | "Deleting";
}

/** A resource of a provider, except for vaults. Child resources (subnets) are in its properties. */
export interface Resource {
  readonly id: string;
  /** `Microsoft.Network/virtualNetworks` */
  readonly type: string;
  readonly name: string;
  /** ID of the subscription and name of the group, lower case. */
  readonly subscription: string;
  readonly group: string;
  /** The fields beside the properties: location, tags, sku, kind, plan, … */
  envelope: Readonly<Record<string, unknown>>;
  properties: Readonly<Record<string, unknown>>;
  /** The operation of a slow provider that is in progress, and when it will be complete, in milliseconds since 1970. */
  busy?: { readonly state: string; readonly until: number };
}

/** An operation that a provider continues after its answer. Times are in milliseconds since 1970. */
export interface SlowOperation {
  /** ID of the subscription. */
  readonly subscription: string;
  readonly started: number;
  readonly due: number;
}

export type Registration = "Registered" | "NotRegistered" | "Registering" | "Unregistering";

export interface Subscription extends SubscriptionOption {
  readonly tenantId: string;
  /** By lower-case namespace. */
  readonly registrations: Map<string, Registration>;
  /** When a registration that is in progress will be complete, in milliseconds since 1970. */
  readonly registrationsDue: Map<string, number>;
  /** By lower-case name. */
  readonly groups: Map<string, ResourceGroup>;
  /** Names of tags that were created independently of resources, with their values. */
  readonly tagNames: Map<string, Set<string>>;
}

/** An extension of a scope: a role assignment or a lock. */
export interface Extension {
  readonly id: string;
  /** `roleAssignments`, `locks` */
  readonly type: string;
  readonly name: string;
  readonly scope: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** One resource of a template, and the result of its deployment. */
export interface Operation {
  readonly id: string;
  readonly type: string;
  readonly status: number;
  readonly error?: unknown;
}

export interface Deployment {
  readonly id: string;
  readonly name: string;
  readonly template: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly operations: readonly Operation[];
}
