/** The claims of the tokens that the login services issue. */

import { randomUUID } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";
import type { ApplicationGrant } from "./clients.ts";

export type Grant = ApplicationGrant | UserGrant;

/** An access token. It is valid for the stamp's `tokenLifetime`, in seconds. */
export async function mintToken(stamp: Stamp, audience: string, grant: Grant): Promise<string> {
  const specific = stamp.options.idp === "adfs" ? adfsClaims(grant) : entraClaims(stamp, grant);
  const appid = grant.method === "user" ? grant.clientId : grant.application.clientId;
  return sign(stamp, audience, issuerOf(stamp), { ...specific, appid, tid: stamp.tenant.id, ver: "1.0" });
}

/**
 * An ID token for the public client with which a user signed in. AD FS must include `tid` and `upn` too: az reads both
 * (azure-cli, `auth/util.py`).
 */
export async function mintIdToken(stamp: Stamp, issuer: string, grant: UserGrant): Promise<string> {
  const { user, clientId } = grant;
  const named =
    stamp.options.idp === "adfs" ? { upn: user.name, unique_name: user.name } : { preferred_username: user.name };
  const claims = {
    ...named,
    name: user.name,
    oid: user.objectId,
    sub: user.objectId,
    tid: stamp.tenant.id,
    ver: "2.0",
  };
  return sign(stamp, clientId, issuer, claims);
}

/**
 * The issuer of Entra's v1 tokens is sts.windows.net, whatever the login host is; AD FS uses its `access_token_issuer`.
 */
export function issuerOf(stamp: Stamp): string {
  return stamp.options.idp === "adfs"
    ? `http://${stamp.names.adfs}/adfs/services/trust`
    : `https://sts.windows.net/${stamp.tenant.id}/`;
}

function sign(stamp: Stamp, audience: string, issuer: string, claims: JWTPayload): Promise<string> {
  const now = Math.floor(stamp.options.now() / 1000);
  const { kid, privateKey } = stamp.signingKey;
  return new SignJWT(claims)
    .setProtectedHeader({ typ: "JWT", alg: "RS256", x5t: kid, kid })
    .setAudience(audience)
    .setIssuer(issuer)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + stamp.options.tokenLifetime)
    .sign(privateKey);
}

function entraClaims(stamp: Stamp, grant: Grant): JWTPayload {
  // 0: a public client, 1: a secret, 2: a certificate or a federated assertion.
  const appidacr = { user: "0", secret: "1", certificate: "2", federated: "2" }[grant.method];
  const idp = `https://sts.windows.net/${stamp.tenant.id}/`;
  return { ...identity(grant), appidacr, idp, uti: randomUUID().replaceAll("-", "").slice(0, 22) };
}

/**
 * It is not published which claims the issuance rules of a stamp's AD FS add. `oid` is required: Resource Manager
 * refuses tokens without `puid`, `altsecid` or `oid` (azure-sdk-for-java#1714).
 */
function adfsClaims(grant: Grant): JWTPayload {
  const apptype = grant.method === "user" ? "Public" : "Confidential";
  const authmethod = grant.method === "certificate" ? "x509" : "password";
  const schema = "http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod";
  return { ...identity(grant), apptype, authmethod: `${schema}/${authmethod}` };
}

function identity(grant: Grant): JWTPayload {
  if (grant.method !== "user") return { oid: grant.application.objectId, sub: grant.application.objectId };
  const { objectId, name } = grant.user;
  return { oid: objectId, sub: objectId, upn: name, unique_name: name, scp: "user_impersonation" };
}
