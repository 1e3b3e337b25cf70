import type { AccessToken, TokenCredential } from "@azure/core-auth";
import { Failure } from "../errors/failure.ts";
import { identityFailures } from "../errors/identity.ts";
import { applicationOf, type ProvableCredential } from "../inputs/credential.ts";
import { guid, longText, object, objectId, plainWord, readAnswer, textOnly } from "../io/forms.ts";
import { type Channel, type Network, openChannel } from "../io/http.ts";
import { claimsOf } from "../io/json.ts";
import { plainText } from "../io/plain-text.ts";
import { networkEndpoint } from "../stamp/authority.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { adfsAssertion } from "./assertion.ts";
import { refusedLogin } from "./refusals.ts";
import { grantForResource } from "./resource-grant.ts";
import { tokenAnswers } from "./token-response.ts";

/** A token for Azure Resource Manager, and what it says about its bearer. */
export interface Login {
  readonly token: AccessToken;
  /** Claim `oid`: the object ID of the service principal or person; empty if the token does not have it. */
  readonly objectId: string;
  /** Claim `upn`, else `unique_name`: a person's name, safe to show; undefined for an application. */
  readonly userName: string | undefined;
  /** Claim `tid`, a GUID; undefined if the token does not have it. */
  readonly tenantId: string | undefined;
  /** The authority refuses scopes: only clients that ask for a resource (ADAL) can log in. */
  readonly resourceGrant: boolean;
}

/**
 * Proves the credential: requests a token from the stamp's authority, once, and reads it.
 *
 * @throws Failure `AZS4xx` if the authority refuses, `AZS2xx` if it cannot be reached
 */
export async function acquireToken(stamp: Stamp, credential: ProvableCredential, network: Network): Promise<Login> {
  const { host } = new URL(stamp.tokenEndpoint);
  const channel = openChannel(network, {
    allows: (other) => other === host,
    named: host,
    partyOf: () => stamp.authority.party,
  });
  const client = await tokenCredential(stamp, credential, channel);
  try {
    const token = await client.getToken(`${stamp.audience}/.default`);
    if (token === null) throw new Error("the authority answered without a token");
    return readLogin(token, false, stamp);
  } catch (error) {
    const failure = failureOf(error, credential, stamp, channel);
    if (failure.code !== SCOPE_REFUSED || credential.kind === "oidc") throw failure;
  }
  try {
    const token = await grantForResource(stamp, credential, channel);
    return readLogin(token, true, stamp);
  } catch (error) {
    throw failureOf(error, credential, stamp, channel);
  }
}

const SCOPE_REFUSED = identityFailures.defaultScopeRefused.code;

function failureOf(error: unknown, credential: ProvableCredential, stamp: Stamp, channel: Channel): Failure {
  if (error instanceof Failure) return error;
  // MSAL replaces network errors with its own; the channel still has the original.
  return channel.failure() ?? refusedLogin(error, credential, stamp);
}

async function tokenCredential(
  stamp: Stamp,
  credential: ProvableCredential,
  channel: Channel,
): Promise<TokenCredential> {
  const identity = await import("@azure/identity");
  const clientId = applicationOf(credential);
  const adfs = stamp.authority.identityProvider === "adfs";
  const tenant = adfs ? "adfs" : stamp.tenant;
  const { additionalPolicies = [], ...clientOptions } = channel.clientOptions;
  const options = {
    ...clientOptions,
    additionalPolicies: [...additionalPolicies, { policy: tokenAnswers(stamp), position: "perCall" as const }],
    authorityHost: new URL(networkEndpoint(stamp.authority)).origin,
    // A stamp's authority is not in Entra's list, and without internet access that list cannot be requested.
    disableInstanceDiscovery: true,
  };
  const withAssertion = (assertion: string) =>
    new identity.ClientAssertionCredential(tenant, clientId, async () => assertion, options);
  switch (credential.kind) {
    case "secret":
      return new identity.ClientSecretCredential(tenant, clientId, credential.secret, options);
    case "certificate": {
      const { certificate } = credential;
      if (!adfs) {
        return new identity.ClientCertificateCredential(tenant, clientId, { certificate: certificate.pem }, options);
      }
      return withAssertion(await adfsAssertion(stamp.tokenEndpoint, clientId, certificate));
    }
    case "oidc":
      if (adfs) throw identityFailures.noFederation({ clientId, authority: stamp.authority.host });
      // A stamp that got an ID token could exchange it at Entra and act in public Azure, unlike one that got a secret.
      if (!stamp.authority.established) throw identityFailures.idTokenAbroad({ authority: stamp.authority.host });
      return withAssertion(await credential.assertion());
    case "password": {
      const { username, password } = credential;
      return new identity.UsernamePasswordCredential(tenant, clientId, username, password, options);
    }
  }
}

/** If two rules of AD FS issue the same claim, it becomes a list, and counts as missing. */
const Claims = object({
  oid: textOnly(plainWord),
  tid: textOnly(plainWord),
  upn: textOnly(longText),
  unique_name: textOnly(longText),
});

/**
 * Reads the claims of a token without verifying them: the stamp verifies the token when it is used.
 *
 * @throws Failure `AZS222` if a claim is malformed
 */
export function readLogin(token: AccessToken, resourceGrant: boolean, { authority }: Pick<Stamp, "authority">): Login {
  const from = { url: authority.loginEndpoint, party: authority.party };
  const claims = readAnswer(object({ token: Claims }), { token: claimsOf(token.token) }, from).token;
  const name = claims.upn ?? claims.unique_name;
  return {
    token,
    objectId: claims.oid !== undefined && objectId.fits(claims.oid) ? claims.oid : "",
    userName: name === undefined ? undefined : plainText(name),
    tenantId: claims.tid !== undefined && guid.fits(claims.tid) ? claims.tid : undefined,
    resourceGrant,
  };
}
