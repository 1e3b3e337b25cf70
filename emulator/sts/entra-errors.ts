/**
 * How Entra refuses. The sentences are those that it prints, taken from issue threads where users pasted them; where
 * no paste was found the comment beside the sentence says so.
 */
import { randomUUID } from "node:crypto";
import { json, type StampResponse } from "../http.ts";
import type { Application, Tenant } from "../state.ts";
import { JWT_BEARER } from "./assertions.ts";
import type { Refusal } from "./clients.ts";

export interface EntraFailure {
  readonly status: 400 | 401;
  readonly error: string;
  readonly code: number;
  readonly text: string;
}

const CERTIFICATE_DOCS = "https://learn.microsoft.com/entra/identity-platform/certificate-credentials";
const FEDERATION_DOCS = "https://learn.microsoft.com/entra/workload-id/workload-identity-federation";

/** Entra's error document. `now` is in milliseconds; the correlation ID echoes the request's when it sent one. */
export function entraError(failure: EntraFailure, host: string, now: number, correlation?: string): StampResponse {
  const trace = randomUUID();
  const correlationId = correlation ?? randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const trailer = ` Trace ID: ${trace} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return json(
    failure.status,
    {
      error: failure.error,
      error_description: `AADSTS${failure.code}: ${failure.text}${trailer}`,
      error_codes: [failure.code],
      timestamp,
      trace_id: trace,
      correlation_id: correlationId,
      error_uri: `https://${host}/error?code=${failure.code}`,
    },
    { "cache-control": "no-store, no-cache", pragma: "no-cache", "x-ms-request-id": trace },
  );
}

export function unknownTenant(tenant: string): EntraFailure {
  const text =
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct ` +
    "cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.";
  return badRequest("invalid_request", 90002, text);
}

export function missingParameter(name: string): EntraFailure {
  return badRequest("invalid_request", 900144, `The request body must contain the following parameter: '${name}'.`);
}

export function unsupportedGrant(grant: string): EntraFailure {
  return badRequest("unsupported_grant_type", 70003, `The app requested an unsupported grant type '${grant}'.`);
}

export function onlyPost(method: string): EntraFailure {
  const text = `The endpoint only accepts POST, OPTIONS requests. Received a ${method} request.`;
  return badRequest("invalid_request", 900561, text);
}

export function unknownResource(resource: string, tenant: Tenant): EntraFailure {
  const text =
    `The resource principal named ${resource} was not found in the tenant named ${tenant.displayName}. This can happen ` +
    "if the application has not been installed by the administrator of the tenant or consented to by any user in the " +
    "tenant. You might have sent your authentication request to the wrong tenant.";
  return badRequest("invalid_resource", 500011, text);
}

export function invalidScope(scope: string): EntraFailure {
  const text =
    "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' " +
    `is not valid. The scope ${scope} is not valid.`;
  return badRequest("invalid_scope", 70011, text);
}

export function scopeWithoutDefault(scope: string): EntraFailure {
  const text =
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with ` +
    "/.default suffixed to the resource identifier (application ID URI).";
  return badRequest("invalid_scope", 1002012, text);
}

/** The sentence for a credential that was not taken. */
export function refusedClient(
  refusal: Refusal,
  application: Application,
  clientId: string,
  tenant: Tenant,
  now: number,
): EntraFailure {
  const { clientId: app } = application;
  switch (refusal.kind) {
    case "unknown-application":
      return unknownApplication(clientId, tenant);
    case "no-credential": {
      const text =
        "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.";
      return invalidClient(7000216, text);
    }
    case "wrong-secret":
    case "expired-secret":
      return refusedSecret(refusal.kind, app);
    case "no-federation":
      return noFederation(refusal);
    case "lifetime":
      return outsideLifetime(refusal, now);
    default:
      return refusedAssertion(refusal, app);
  }
}

/** The sentence for an application that the tenant does not have. */
export function unknownApplication(clientId: string, tenant: Tenant): EntraFailure {
  const text =
    `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. This can happen ` +
    "if the application has not been installed by the administrator of the tenant or consented to by any user in the " +
    "tenant. You may have sent your authentication request to the wrong tenant.";
  return badRequest("unauthorized_client", 700016, text);
}

function refusedSecret(kind: "wrong-secret" | "expired-secret", app: string): EntraFailure {
  if (kind === "wrong-secret") {
    const text =
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the " +
      `client secret ID, for a secret added to app '${app}'.`;
    return invalidClient(7000215, text);
  }
  const text =
    `The provided client secret keys for app '${app}' are expired. Visit the Azure portal to create new keys for your ` +
    "app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.";
  return invalidClient(7000222, text);
}

type Assertion = Exclude<
  Refusal,
  { kind: "unknown-application" | "no-credential" | "wrong-secret" | "expired-secret" | "no-federation" | "lifetime" }
>;

function refusedAssertion(refusal: Assertion, app: string): EntraFailure {
  switch (refusal.kind) {
    case "key-not-found":
      return unregisteredKey("The key was not found.", app, refusal.thumbprint);
    case "no-key-named":
      return unregisteredKey("The key was not found.", app);
    case "bad-signature":
      return unregisteredKey("The key used is valid but the signature is not.", app);
    case "wrong-audience": {
      const text = "Client assertion audience claim does not match Realm issuer.";
      return invalidClient(700023, `${text} Review the documentation at ${CERTIFICATE_DOCS} .`);
    }
    case "wrong-client": {
      const text = "Client assertion application identifier doesn't match 'client_id' parameter.";
      return invalidClient(700021, `${text} Review the documentation at ${CERTIFICATE_DOCS} .`);
    }
    case "assertion-type":
      // The code is Entra's for this field; the sentence is not known.
      return invalidClient(
        900142,
        `The 'client_assertion_type' '${refusal.was}' is not supported. Use '${JWT_BEARER}'.`,
      );
    case "two-credentials":
      // Entra's answer to both at once is not known; what it does with the second one is not worth guessing.
      return badRequest("invalid_request", 9002313, "Invalid request. Request is malformed or invalid.");
    default:
      // A broken JWT, an algorithm other than RS256 and PS256, and a missing `jti`: the code is that of a bad JWT.
      return badRequest("invalid_request", 50027, "JWT token is invalid or malformed.");
  }
}

function unregisteredKey(reason: string, app: string, thumbprint?: string): EntraFailure {
  const key = thumbprint === undefined ? "" : ` Thumbprint of key used by client: '${thumbprint}',`;
  const text =
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - ` +
    `${reason.replace(/\.$/, ".,")}${key} Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see ` +
    `configured keys for app Id '${app}'. Review the documentation at https://docs.microsoft.com/en-us/graph/deployments ` +
    "to determine the corresponding service endpoint and " +
    "https://docs.microsoft.com/en-us/graph/api/application-get?view=graph-rest-1.0&tabs=http to build a query request " +
    `URL, such as 'https://graph.microsoft.com/beta/applications/${app}'].`;
  return invalidClient(700027, text);
}

function outsideLifetime(refusal: Extract<Refusal, { kind: "lifetime" }>, now: number): EntraFailure {
  const at = (milliseconds: number) => new Date(milliseconds).toISOString().replace("Z", "0000Z");
  const text =
    `Client assertion is not within its valid time range. Current time: ${at(now)}, assertion valid from ` +
    `${at(refusal.from * 1000)}, expiry time of assertion ${at(refusal.until * 1000)}. Review the documentation at ${CERTIFICATE_DOCS} .`;
  return invalidClient(700024, text);
}

function noFederation({ claim, claims }: Extract<Refusal, { kind: "no-federation" }>): EntraFailure {
  const codes = { issuer: 700211, audience: 700212, subject: 700213 } as const;
  const values = { issuer: claims.iss, audience: claims.aud, subject: claims.sub };
  const text =
    `No matching federated identity record found for presented assertion ${claim} '${values[claim]}'. Check your ` +
    `federated identity credential Subject, Audience and Issuer against the presented assertion. ${FEDERATION_DOCS}`;
  return invalidClient(codes[claim], text);
}

export function badRequest(error: string, code: number, text: string): EntraFailure {
  return { status: 400, error, code, text };
}

export function invalidClient(code: number, text: string): EntraFailure {
  return { status: 401, error: "invalid_client", code, text };
}
