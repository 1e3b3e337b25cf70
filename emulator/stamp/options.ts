/** What a stamp is told to be. */
import type { Build } from "./builds.ts";

/** The subject that the tenant trusts. */
export const TRUSTED_SUBJECT = "repo:contoso/infrastructure:ref:refs/heads/main";

export interface SubscriptionOption {
  readonly id: string;
  readonly name: string;
  readonly state: "Enabled" | "Disabled" | "Warned" | "PastDue" | "Deleted";
}

export interface StampOptions {
  readonly idp: "aad" | "adfs";
  readonly build: Build;
  readonly region: string;
  readonly fqdn: string;
  /** Entra only: the host of `loginEndpoint`. */
  readonly loginHost: string;
  /** AD FS only. False: every scope that ends in `.default` is answered MSIS9605; `resource=` works. */
  readonly acceptsDefaultScope: boolean;
  /**
   * AD FS only. True: the issuer of the discovery document names the tenant, as Azure Stack's own tools expect
   * (Get-AzsDirectoryTenantIdentifier takes it from there). False: it is the bare `https://<adfs>/adfs`.
   */
  readonly adfsIssuerNamesTenant: boolean;
  /** Seconds that a device has to wait between two questions about its code. */
  readonly deviceCodeInterval: number;
  /** Seconds that a device code can be used. */
  readonly deviceCodeLifetime: number;
  /**
   * Whether TLS sends the root at the end of the chain. Which stamps do is not documented; RFC 8446
   * (section 4.4.2) lets servers leave it out.
   */
  readonly presentsRoot: boolean;
  /**
   * Whether an intermediate CA, which TLS sends, issued the certificates, as the PKI of an integrated system may have
   * it.
   */
  readonly intermediate: boolean;
  /** Rewrites the answer of `/metadata/endpoints`. */
  readonly metadata: (document: unknown) => unknown;
  /** `two`: one enabled, one disabled. */
  readonly subscriptions: "two" | "none" | readonly SubscriptionOption[];
  /** What the application may do in each subscription: everything, everything but giving roles, or read. */
  readonly role: "Owner" | "Contributor" | "Reader";
  /** Whether the application may read the directory by Microsoft Graph; without, it answers 403. */
  readonly readsDirectory: boolean;
  /** Milliseconds that registering a resource provider takes; `Infinity`: it never ends. */
  readonly registrationTime: number;
  /** Milliseconds that the work of a slow provider (virtual machines) takes after its answer. */
  readonly operationTime: number;
  /** Namespaces of resource providers that the stamp has, but not in the plans of the subscriptions' offer. */
  readonly notOffered: readonly string[];
  /** The subject in the ID tokens of the runner's job; the tenant trusts `TRUSTED_SUBJECT` only. */
  readonly idTokenSubject: string;
  /** Seconds an ID token is valid. */
  readonly idTokenLifetime: number;
  /** Hosts that are not of the stamp: its proxy refuses them, or reaches them as this machine does. */
  readonly otherHosts: "refused" | "reached";
  /** Seconds an access token is valid. */
  readonly tokenLifetime: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export const DEFAULT_SUBSCRIPTIONS: readonly SubscriptionOption[] = [
  { id: "7f4f1b62-2f0c-4c55-9d35-5c1f6c2a9d01", name: "Retired Offer", state: "Disabled" },
  { id: "2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c02", name: "Default Tenant Subscription", state: "Enabled" },
];

const DEFAULTS: StampOptions = {
  idp: "aad",
  build: "2311",
  region: "local",
  fqdn: "azurestack.external",
  loginHost: "login.microsoftonline.com",
  acceptsDefaultScope: true,
  adfsIssuerNamesTenant: true,
  deviceCodeInterval: 5,
  deviceCodeLifetime: 900,
  presentsRoot: true,
  intermediate: false,
  metadata: (document) => document,
  subscriptions: "two",
  role: "Contributor",
  readsDirectory: true,
  registrationTime: 0,
  operationTime: 0,
  notOffered: [],
  idTokenSubject: TRUSTED_SUBJECT,
  idTokenLifetime: 300,
  otherHosts: "refused",
  tokenLifetime: 3599,
  now: Date.now,
};

export function withDefaults(options: Partial<StampOptions>): StampOptions {
  return { ...DEFAULTS, ...options };
}

/**
 * The subscriptions that the option stands for. The disabled one comes first: taking the first is a mistake to catch.
 */
export function subscriptionsOf(options: StampOptions): readonly SubscriptionOption[] {
  if (options.subscriptions === "none") return [];
  return options.subscriptions === "two" ? DEFAULT_SUBSCRIPTIONS : options.subscriptions;
}
