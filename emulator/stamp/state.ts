/** The state of one stamp: what its administrators registered, and what users have created since. */
import { randomBytes, randomUUID } from "node:crypto";
import { thumbprints } from "../certificates.ts";
import type { BlobService } from "./blob-service.ts";
import { providersOf } from "./builds.ts";
import type { Deployment, Extension, Registration, Resource, SlowOperation, Subscription } from "./contents.ts";
import { makeSigningKey, type SigningKey } from "./keys.ts";
import { type Side, type StampNames, stampNames } from "./names.ts";
import { type StampOptions, type SubscriptionOption, subscriptionsOf } from "./options.ts";
import type { DeviceFlow, User, UserGrant } from "./people.ts";
import { givenRole, ROLES } from "./roles.ts";
import type { Vault } from "./vault.ts";

export interface Tenant {
  readonly id: string;
  /** The initial domain of an Entra tenant; on AD FS the Active Directory domain. */
  readonly domain: string;
  readonly displayName: string;
}

export interface Secret {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export interface RegisteredCertificate {
  readonly pem: string;
  readonly x5t: string;
  readonly x5tS256: string;
}

/** What another identity provider's token must contain for the application to trust it (Entra only). */
export interface Federation {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** The issuer's public key, PEM (SPKI). */
  readonly publicKeyPem: string;
}

export interface Application {
  readonly clientId: string;
  readonly objectId: string;
  readonly secrets: Secret[];
  readonly certificates: RegisteredCertificate[];
  readonly federations: Federation[];
}

export interface Stamp {
  readonly options: StampOptions;
  readonly names: StampNames;
  readonly tenant: Tenant;
  /** The required `aud` of a token, for the Resource Manager of users and for the operator's. */
  readonly audiences: Readonly<Record<Side, string>>;
  readonly application: Application;
  readonly users: { readonly plain: User; readonly guarded: User };
  readonly deviceFlows: DeviceFlow[];
  readonly refreshTokens: Map<string, UserGrant>;
  readonly subscriptions: readonly Subscription[];
  /** Key vaults of all subscriptions, by host name. */
  readonly vaults: Map<string, Vault>;
  /** By lower-case ID. */
  readonly resources: Map<string, Resource>;
  /** Blob services of storage accounts, by host name. */
  readonly blobServices: Map<string, BlobService>;
  /** Extensions of scopes, by lower-case ID: role assignments, locks. */
  readonly assignments: Map<string, Extension>;
  /** Deployments, by lower-case ID, oldest first. */
  readonly deployments: Map<string, Deployment>;
  readonly signingKey: SigningKey;
  /** Deletions in progress: operation ID to group, by subscription. */
  readonly operations: Map<string, { readonly subscription: string; readonly group: string; reads: number }>;
  /** Operations of slow providers, by ID. */
  readonly slowOperations: Map<string, SlowOperation>;
}

const YEAR = 365 * 86_400_000;

/** Creates a stamp with one registered application, which has a valid and an expired secret. */
export async function createStamp(options: StampOptions): Promise<Stamp> {
  const tenant = makeTenant(options);
  const stamp: Stamp = {
    options,
    names: stampNames(options.region, options.fqdn),
    tenant,
    audiences: makeAudiences(options, tenant),
    application: makeApplication(options.now()),
    users: { plain: makeUser("ci", tenant, false), guarded: makeUser("operator", tenant, true) },
    deviceFlows: [],
    refreshTokens: new Map(),
    subscriptions: subscriptionsOf(options).map((subscription) => makeSubscription(subscription, tenant, options)),
    vaults: new Map(),
    resources: new Map(),
    blobServices: new Map(),
    assignments: new Map(),
    deployments: new Map(),
    signingKey: await makeSigningKey(),
    operations: new Map(),
    slowOperations: new Map(),
  };
  for (const { id } of stamp.subscriptions) {
    const given = givenRole(id, ROLES[options.role], stamp.application.objectId, options.now());
    stamp.assignments.set(given.id.toLowerCase(), given);
  }
  return stamp;
}

/** Adds a secret that the application can use from now on. */
export function registerSecret(stamp: Stamp, value: string): void {
  stamp.application.secrets.push({ value, expires: stamp.options.now() + YEAR });
}

/** Adds a certificate (PEM) whose key can sign the application's assertions from now on. */
export function registerCertificate(stamp: Stamp, pem: string): void {
  stamp.application.certificates.push({ pem, ...thumbprints(pem) });
}

/** Trusts another issuer's tokens for the application from now on. */
export function registerFederation(stamp: Stamp, federation: Federation): void {
  stamp.application.federations.push(federation);
}

/** The subscription with this ID. IDs are compared without case, like everything in a resource ID. */
export function findSubscription(stamp: Stamp, id: string): Subscription | undefined {
  return stamp.subscriptions.find((subscription) => subscription.id.toLowerCase() === id.toLowerCase());
}

function makeTenant(options: StampOptions): Tenant {
  // 98b8267d… is the only tenant of every AD FS stamp. Microsoft's documentation of its successors names it too.
  return options.idp === "adfs"
    ? { id: "98b8267d-e97f-426e-8b3f-7956511fd63f", domain: "azurestack.local", displayName: "AzureStack" }
    : { id: "6f3c7c6e-5b0e-4f0a-9c0d-3d1f0e8a2b11", domain: "contoso.onmicrosoft.com", displayName: "Contoso" };
}

function makeAudiences(options: StampOptions, tenant: Tenant): Readonly<Record<Side, string>> {
  const owner = options.idp === "adfs" ? `adfs.${tenant.domain}` : tenant.domain;
  return {
    user: `https://management.${owner}/4de154de-f8a8-4017-af41-df619da68155`,
    admin: `https://adminmanagement.${owner}/b7a5a1b6-1d2f-4a6b-8f0e-2f1c3d4e5f60`,
  };
}

function makeApplication(now: number): Application {
  const secret = () => randomBytes(24).toString("base64url");
  return {
    clientId: randomUUID(),
    objectId: randomUUID(),
    secrets: [
      { value: secret(), expires: now + YEAR },
      { value: secret(), expires: now - 86_400_000 },
    ],
    certificates: [],
    federations: [],
  };
}

function makeUser(name: string, tenant: Tenant, secondFactor: boolean): User {
  const password = randomBytes(12).toString("base64url");
  return { name: `${name}@${tenant.domain}`, password, objectId: randomUUID(), secondFactor };
}

function makeSubscription(option: SubscriptionOption, tenant: Tenant, options: StampOptions): Subscription {
  const registrations = providersOf(options.build).map(({ namespace }): [string, Registration] => [
    namespace.toLowerCase(),
    // In a new subscription the providers of its offer are registered. Key Vault is an example of one that must be
    // registered first.
    namespace === "Microsoft.KeyVault" ? "NotRegistered" : "Registered",
  ]);
  return {
    ...option,
    tenantId: tenant.id,
    registrations: new Map(registrations),
    registrationsDue: new Map(),
    groups: new Map(),
    tagNames: new Map(),
  };
}
