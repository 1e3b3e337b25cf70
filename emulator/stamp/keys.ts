/** The key with which a login service signs its tokens, and the form in which it publishes the key. */
import { type CryptoKey, exportJWK, importPKCS8, importX509 } from "jose";
import { inTurn, makeClientCertificate, thumbprints } from "../certificates.ts";

export interface SigningKey {
  /** Also `x5t`: both Entra and AD FS use the thumbprint of the signing certificate as key ID. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The JSON Web Key Set. */
  readonly keySet: { readonly keys: ReadonlyArray<Readonly<Record<string, unknown>>> };
}

/** A signing key with its certificate, as `jwks_uri` serves it. */
export const makeSigningKey = inTurn(async (): Promise<SigningKey> => {
  const { certPem, keyPem } = await makeClientCertificate({ subject: "accounts.accesscontrol.windows.net" });
  const kid = thumbprints(certPem).x5t;
  const publicKey = await importX509(certPem, "RS256", { extractable: true });
  const { n, e } = await exportJWK(publicKey);
  const x5c = [certPem.replace(/-----[^-]+-----|\s/g, "")];
  return {
    kid,
    privateKey: await importPKCS8(keyPem, "RS256"),
    publicKey,
    keySet: { keys: [{ kty: "RSA", use: "sig", alg: "RS256", kid, x5t: kid, n, e, x5c }] },
  };
});
