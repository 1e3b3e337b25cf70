/** The options of a stamp. */
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
  /** AD FS only. False: every scope that ends with `.default` is refused with MSIS9605; `resource=` works. */
  readonly acceptsDefaultScope: boolean;
  /**
   * AD FS only. True: the issuer in the discovery document contains the tenant, as Azure Stack's own tools expect
   * (Get-AzsDirectoryTenantIdentifier reads it there). False: the issuer is just `https://<adfs>/adfs`.
   */
  readonly adfsIssuerNamesTenant: boolean;
  /** How many seconds a device must wait between two requests about its code. */
  readonly deviceCodeInterval: number;
  /** How many seconds a device code is valid. */
  readonly deviceCodeLifetime: number;
  /**
   * Whether TLS sends the root at the end of the chain. It is not documented which stamps do; RFC 8446 (section 4.4.2)
   * allows servers to omit it.
   */
  readonly presentsRoot: boolean;
  /**
   * Whether an intermediate CA issued the certificates, as in the PKI of an integrated system. TLS then sends its
   * certificate too.
   */
  readonly intermediate: boolean;
  /** Changes the answer of `/metadata/endpoints`. */
  readonly metadata: (document: unknown) => unknown;
  /** `two`: one enabled, one disabled. */
  readonly subscriptions: "two" | "none" | readonly SubscriptionOption[];
  /** What the application may do in each subscription: everything, everything except role assignments, or read. */
  readonly role: "Owner" | "Contributor" | "Reader";
  /** Whether the application may read the directory through Microsoft Graph. If not, Graph answers 403. */
  readonly readsDirectory: boolean;
  /** How many milliseconds the registration of a resource provider takes; `Infinity`: it never ends. */
  readonly registrationTime: number;
  /** How many milliseconds an operation of a slow provider (virtual machines) takes after its answer. */
  readonly operationTime: number;
  /**
   * Namespaces of resource providers that the stamp has, but that the plans of the subscriptions' offer do not include.
   */
  readonly notOffered: readonly string[];
  /** The subject of the ID tokens of the runner's job. The tenant trusts only `TRUSTED_SUBJECT`. */
  readonly idTokenSubject: string;
  /** Seconds an ID token is valid. */
  readonly idTokenLifetime: number;
  /** What the stamp's proxy does with hosts that are not of the stamp: refuse them, or connect to them. */
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
 * The subscriptions that the option means. The disabled one comes first, so that a test fails if the code takes the
 * first.
 */
export function subscriptionsOf(options: StampOptions): readonly SubscriptionOption[] {
  if (options.subscriptions === "none") return [];
  return options.subscriptions === "two" ? DEFAULT_SUBSCRIPTIONS : options.subscriptions;
}
