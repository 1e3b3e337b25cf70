/** Entra's refusals of an application's credential. */
import type { Application, Tenant } from "../stamp/state.ts";
import { JWT_BEARER } from "./assertions.ts";
import type { Refusal } from "./clients.ts";
import { badRequest, type EntraFailure, invalidClient, unknownApplication } from "./entra-errors.ts";

const CERTIFICATE_DOCS = "https://learn.microsoft.com/entra/identity-platform/certificate-credentials";
const FEDERATION_DOCS = "https://learn.microsoft.com/entra/workload-id/workload-identity-federation";

/** The refusal of a credential. */
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
      return unregisteredKey("The key was not found", app, refusal.thumbprint);
    case "no-key-named":
      return unregisteredKey("The key was not found", app);
    case "bad-signature":
      // Entra uses the same code for this. Its words for the reason are not known.
      return unregisteredKey("The signature is not valid", app);
    case "wrong-audience": {
      const text = "Client assertion audience claim does not match Realm issuer.";
      return invalidClient(700023, `${text} Review the documentation at ${CERTIFICATE_DOCS} .`);
    }
    case "wrong-client": {
      const text = "Client assertion application identifier doesn't match 'client_id' parameter.";
      return invalidClient(700021, `${text} Review the documentation at ${CERTIFICATE_DOCS} .`);
    }
    case "assertion-type":
      // The code is Entra's for this field. The sentence is not known.
      return invalidClient(
        900142,
        `The 'client_assertion_type' '${refusal.was}' is not supported. Use '${JWT_BEARER}'.`,
      );
    case "two-credentials":
      // It is not known what Entra answers if a request contains both, so the request is refused as malformed.
      return badRequest("invalid_request", 9002313, "Invalid request. Request is malformed or invalid.");
    default:
      // A broken JWT, an algorithm other than RS256 and PS256, or a missing `jti` gets the code of a bad JWT.
      return badRequest("invalid_request", 50027, "JWT token is invalid or malformed.");
  }
}

function unregisteredKey(reason: string, app: string, thumbprint?: string): EntraFailure {
  const key = thumbprint === undefined ? "" : ` Thumbprint of key used by client: '${thumbprint}',`;
  const text =
    `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - ` +
    `${reason}.,${key} Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see ` +
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
