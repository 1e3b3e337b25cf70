import { randomUUID } from "node:crypto";
import type { ClientCertificate } from "../certificates/client-certificate.ts";

/**
 * Seconds before and after now: half of what MSAL and ADAL give theirs, used at once. AD FS need not agree with the
 * runner's clock by more than that.
 */
const LIFETIME = 300;

/**
 * A client assertion as AD FS takes it: RS256, the certificate named by its SHA-1 thumbprint. MSAL for Node signs PS256
 * with the SHA-256 thumbprint, which AD FS does not know (AzureAD/microsoft-authentication-library-for-js#6773).
 *
 * @param tokenEndpoint where it will be sent, its audience: whoever has that name can use it, and nobody else
 */
export async function adfsAssertion(
  tokenEndpoint: string,
  clientId: string,
  certificate: ClientCertificate,
): Promise<string> {
  const { sign } = (await import("jsonwebtoken")).default;
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: tokenEndpoint,
    iss: clientId,
    sub: clientId,
    jti: randomUUID(),
    nbf: now - LIFETIME,
    exp: now + LIFETIME,
  };
  const x5t = Buffer.from(certificate.thumbprint, "hex").toString("base64url");
  return sign(claims, certificate.privateKey, { header: { alg: "RS256", typ: "JWT", x5t } });
}
