import { randomUUID } from "node:crypto";
import type { ClientCertificate } from "../certificates/credential.ts";
import { stampFailures } from "../errors/stamp.ts";
import type { Channel } from "../io/http.ts";
import type { Authority } from "../stamp/authority.ts";

/** Seconds; what MSAL gives its own. */
const LIFETIME = 600;

/**
 * A client assertion as AD FS takes it: RS256, the certificate named by its SHA-1 thumbprint. MSAL for Node signs PS256
 * with the SHA-256 thumbprint, which AD FS does not know (AzureAD/microsoft-authentication-library-for-js#6773).
 *
 * @throws Failure when the AD FS cannot be asked for its token endpoint, the assertion's audience
 */
export async function adfsAssertion(
  authority: Authority,
  clientId: string,
  certificate: ClientCertificate,
  channel: Channel,
): Promise<string> {
  const { sign } = (await import("jsonwebtoken")).default;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: await tokenEndpoint(authority, channel),
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: now,
    exp: now + LIFETIME,
  };
  const x5t = Buffer.from(certificate.thumbprint, "hex").toString("base64url");
  return sign(claims, certificate.privateKey, { header: { alg: "RS256", typ: "JWT", x5t } });
}

/** @throws Failure when the AD FS does not say */
export async function tokenEndpoint({ loginEndpoint }: Authority, channel: Channel): Promise<string> {
  const url = `${loginEndpoint.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  const { status, bodyAsText } = await channel.get(url);
  try {
    const { token_endpoint: endpoint } = JSON.parse(bodyAsText ?? "") as { token_endpoint?: unknown };
    if (typeof endpoint === "string") return endpoint;
  } catch {
    // Reported below: whatever it was, it was no OpenID configuration.
  }
  throw stampFailures.refused({ url, status: String(status), message: "this is no OpenID configuration." });
}
