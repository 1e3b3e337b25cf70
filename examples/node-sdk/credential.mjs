/** The credential that azs-login exported: a certificate or, with `export-credentials`, a client secret. */
import { createHash, createPrivateKey, randomUUID, sign, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { ClientAssertionCredential, EnvironmentCredential } from "@azure/identity";

const { AZURE_AUTHORITY_HOST, AZURE_CLIENT_CERTIFICATE_PATH, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, AZURE_TENANT_ID } =
  process.env;

/**
 * `EnvironmentCredential` works for everything except certificates on AD FS: MSAL for Node signs the assertion with
 * PS256 and the SHA-256 thumbprint, but AD FS accepts only RS256 and the SHA-1 thumbprint
 * (https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/6773).
 */
export function environmentCredential() {
  const withCertificate = !AZURE_CLIENT_SECRET && AZURE_CLIENT_CERTIFICATE_PATH;
  if (AZURE_TENANT_ID !== "adfs" || !withCertificate) return new EnvironmentCredential();
  return new ClientAssertionCredential(AZURE_TENANT_ID, AZURE_CLIENT_ID, async () => adfsAssertion());
}

/** A client assertion (RFC 7523), valid for five minutes, signed with the private key of the certificate. */
function adfsAssertion() {
  const pem = readFileSync(AZURE_CLIENT_CERTIFICATE_PATH, "utf8");
  const now = Math.floor(Date.now() / 1000);
  const x5t = createHash("sha1").update(new X509Certificate(pem).raw).digest("base64url");
  const claims = {
    aud: `${AZURE_AUTHORITY_HOST}/adfs/oauth2/token`,
    iss: AZURE_CLIENT_ID,
    sub: AZURE_CLIENT_ID,
    jti: randomUUID(),
    nbf: now,
    exp: now + 300,
  };
  const signed = [{ alg: "RS256", typ: "JWT", x5t }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${signed}.${sign("RSA-SHA256", signed, createPrivateKey(pem)).toString("base64url")}`;
}
