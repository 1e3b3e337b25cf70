/** What a test, or `npm run demo`, can use of a running emulator. */
import { X509Certificate } from "node:crypto";
import type { ClientCertificate } from "./certificates.ts";
import type { ConnectFault, Fault } from "./faults.ts";
import type { IdTokenIssuer } from "./id-tokens.ts";
import type { RequestRecord } from "./records.ts";
import { type Federation, registerCertificate, registerFederation, registerSecret, type Stamp } from "./stamp/state.ts";
import { decideFlows } from "./sts/devices.ts";

export interface EmulatedSubscription {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly tenantId: string;
}

export interface EmulatedApplication {
  readonly clientId: string;
  /** The service principal's object ID: a token's `oid`. */
  readonly objectId: string;
  /** A valid secret, and one that expired yesterday. */
  readonly secret: string;
  readonly expiredSecret: string;
  readonly certificates: { readonly registered: ClientCertificate; readonly unregistered: ClientCertificate };
  /** Makes another secret valid. */
  registerSecret(secret: string): void;
  /** Makes another certificate (PEM) valid. */
  registerCertificate(certPem: string): void;
  /** Makes another federated credential valid. */
  registerFederation(federation: Federation): void;
}

export interface EmulatedUser {
  readonly name: string;
  readonly password: string;
  readonly objectId: string;
}

/** A runner's endpoint for ID tokens; the tenant trusts its issuer for one subject and audience. */
export interface EmulatedIdTokens {
  /** For `ACTIONS_ID_TOKEN_REQUEST_URL`: plain HTTP on 127.0.0.1, not through the proxy. */
  readonly requestUrl: string;
  /** For `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
  readonly issuer: string;
  readonly subject: string;
  readonly trustedSubject: string;
  readonly trustedAudience: string;
  /** What the tenant trusts. */
  readonly federation: Federation;
}

export interface EmulatedRoot {
  readonly pem: string;
  readonly der: Buffer;
  /** As node:crypto writes it: `CN=…`. */
  readonly subject: string;
  /** Upper-case hex with colons. */
  readonly fingerprint256: string;
}

export interface Emulator {
  /** `https://management.<region>.<fqdn>`, as a runner would name it; reach it through `proxyUrl`. */
  readonly endpoint: string;
  readonly adminEndpoint: string;
  /** `http://127.0.0.1:PORT`: for HTTPS_PROXY. */
  readonly proxyUrl: string;
  readonly tenantId: string;
  readonly tenantDomain: string;
  readonly audience: string;
  readonly adminAudience: string;
  readonly location: string;
  readonly subscriptions: readonly EmulatedSubscription[];
  readonly application: EmulatedApplication;
  /** `plain` signs in with a password, `guarded` needs a second factor as well. */
  readonly users: { readonly plain: EmulatedUser; readonly guarded: EmulatedUser };
  readonly idTokens: EmulatedIdTokens;
  /** The root that issued the certificates of all names. */
  readonly roots: EmulatedRoot;
  /** In the order of arrival. A record is replaced when its request has been answered. */
  readonly requests: readonly RequestRecord[];
  /** Every `host:port` that the proxy was asked for, including refused ones. */
  readonly connects: readonly string[];
  /** @returns a function that ends the fault */
  inject(fault: Fault | ConnectFault): () => void;
  /** The root of the proxy when it inspects TLS (`ConnectEffect`). */
  inspectingRoot(): Promise<EmulatedRoot>;
  /**
   * Stands in for the person at the device login page: `users.plain` approves or declines all codes that are waiting.
   */
  decideDeviceCodes(outcome: "approve" | "decline"): void;
  /** Closes all connections at once. */
  close(): Promise<void>;
}

type FromStamp = Omit<
  Emulator,
  "proxyUrl" | "application" | "idTokens" | "roots" | "requests" | "connects" | "inject" | "inspectingRoot" | "close"
>;

/** The properties that depend on the stamp alone. */
export function describeStamp(stamp: Stamp): FromStamp {
  const { names, tenant, audiences, options } = stamp;
  return {
    endpoint: `https://${names.management}`,
    adminEndpoint: `https://${names.adminManagement}`,
    tenantId: tenant.id,
    tenantDomain: tenant.domain,
    audience: audiences.user,
    adminAudience: audiences.admin,
    location: options.region,
    subscriptions: stamp.subscriptions.map(({ id, name, state, tenantId }) => ({ id, name, state, tenantId })),
    users: stamp.users,
    decideDeviceCodes: (outcome: "approve" | "decline") => {
      decideFlows(stamp, outcome === "approve" ? stamp.users.plain : "declined");
    },
  };
}

/** The application with its initial credentials. */
export function describeApplication(
  stamp: Stamp,
  registered: ClientCertificate,
  unregistered: ClientCertificate,
): EmulatedApplication {
  const { clientId, objectId, secrets } = stamp.application;
  const [valid, expired] = secrets;
  return {
    clientId,
    objectId,
    secret: valid?.value ?? "",
    expiredSecret: expired?.value ?? "",
    certificates: { registered, unregistered },
    registerSecret: (secret) => registerSecret(stamp, secret),
    registerCertificate: (certPem) => registerCertificate(stamp, certPem),
    registerFederation: (federation) => registerFederation(stamp, federation),
  };
}

/** The runner's endpoint for ID tokens, if it listens at this origin. */
export function describeIdTokens(issuer: IdTokenIssuer, origin: string): EmulatedIdTokens {
  const { federation, subject, requestToken, requestPath } = issuer;
  const { issuer: name, subject: trustedSubject, audience: trustedAudience } = federation;
  return {
    requestUrl: origin + requestPath,
    requestToken,
    issuer: name,
    subject,
    trustedSubject,
    trustedAudience,
    federation,
  };
}

export function describeRoot(pem: string): EmulatedRoot {
  const { raw, subject, fingerprint256 } = new X509Certificate(pem);
  return { pem, der: raw, subject, fingerprint256 };
}
