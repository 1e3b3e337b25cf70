import { randomUUID } from "node:crypto";
import type { ClientCertificate } from "../certificates/client-certificate.ts";

/**
 * Seconds of validity before and after now: half of what MSAL and ADAL use, since the assertion is used at once. It
 * also is how far the clocks of the runner and of AD FS may differ.
 */
const LIFETIME = 300;

/**
 * A client assertion that AD FS accepts: RS256, with the certificate's SHA-1 thumbprint. MSAL for Node signs PS256 with
 * the SHA-256 thumbprint, which AD FS does not accept (AzureAD/microsoft-authentication-library-for-js#6773).
 *
 * @param tokenEndpoint where it will be sent; as its audience, the only place where it can be used
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
