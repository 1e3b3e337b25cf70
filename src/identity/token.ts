import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { Failure } from "../errors/failure.ts";
import { identityFailures } from "../errors/identity.ts";
import type { Environment } from "../host/host.ts";
import type { Credential } from "../inputs/credential.ts";
import { type Channel, openChannel } from "../io/http.ts";
import { networkEndpoint } from "../stamp/authority.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { adfsAssertion } from "./assertion.ts";
import { refusedLogin } from "./refusals.ts";
import { grantForResource } from "./resource-grant.ts";

/** A token for Azure Resource Manager, and what it says about its bearer. */
export interface Login {
  readonly token: AccessToken;
  /** Claim `oid`: the service principal's object ID. Empty where the authority does not state it. */
  readonly objectId: string;
  /** Claim `tid`, a GUID; undefined where the authority does not state it. */
  readonly tenantId: string | undefined;
  /** The authority refuses scopes: only clients that ask for a resource (ADAL) can log in. */
  readonly resourceGrant: boolean;
}

/**
 * Proves the credential: asks the stamp's authority for a token, once, and reads it.
 *
 * @throws Failure `AZS4xx` when the authority refuses, `AZS2xx` when it cannot be reached
 */
export async function acquireToken(stamp: Stamp, credential: Credential, environment: Environment): Promise<Login> {
  const channel = openChannel(environment, stamp.credentialHosts);
  const client = await tokenCredential(stamp, credential, channel);
  try {
    const token = await client.getToken(`${stamp.audience}/.default`);
    if (token === null) throw new Error("the authority answered without a token");
    return { token, ...readClaims(token.token), resourceGrant: false };
  } catch (error) {
    const failure = failureOf(error, credential, stamp, channel);
    if (failure.code !== SCOPE_REFUSED) throw failure;
  }
  try {
    const token = await grantForResource(stamp, credential, channel);
    return { token, ...readClaims(token.token), resourceGrant: true };
  } catch (error) {
    throw failureOf(error, credential, stamp, channel);
  }
}

const SCOPE_REFUSED = identityFailures.defaultScopeRefused.code;

function failureOf(error: unknown, credential: Credential, stamp: Stamp, channel: Channel): Failure {
  if (error instanceof Failure) return error;
  // MSAL replaces errors of the network by its own; the channel still has the real one.
  return channel.failure() ?? refusedLogin(error, credential, stamp);
}

async function tokenCredential(stamp: Stamp, credential: Credential, channel: Channel): Promise<TokenCredential> {
  const { ClientAssertionCredential, ClientCertificateCredential, ClientSecretCredential } = await import(
    "@azure/identity"
  );
  const { clientId } = credential;
  const adfs = stamp.authority.identityProvider === "adfs";
  const tenant = adfs ? "adfs" : stamp.tenant;
  const options = {
    ...channel.clientOptions,
    authorityHost: new URL(networkEndpoint(stamp.authority)).origin,
    // A stamp's authority is not in Entra's list, and a stamp without internet cannot ask for it.
    disableInstanceDiscovery: true,
  };
  if (credential.kind === "secret") return new ClientSecretCredential(tenant, clientId, credential.secret, options);
  const { certificate } = credential;
  if (!adfs) return new ClientCertificateCredential(tenant, clientId, { certificate: certificate.pem }, options);
  const assertion = await adfsAssertion(stamp.authority, clientId, certificate, channel);
  return new ClientAssertionCredential(tenant, clientId, async () => assertion, options);
}

/** Claims are read, not verified: the token goes back to the stamp that verifies it. */
function readClaims(token: string): Pick<Login, "objectId" | "tenantId"> {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
    const claims = JSON.parse(payload) as { oid?: unknown; tid?: unknown };
    return {
      objectId: typeof claims.oid === "string" ? claims.oid : "",
      tenantId: typeof claims.tid === "string" ? claims.tid : undefined,
    };
  } catch {
    return { objectId: "", tenantId: undefined };
  }
}
