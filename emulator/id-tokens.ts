/**
 * The endpoint where a runner's job gets its ID token (GitHub's `ACTIONS_ID_TOKEN_REQUEST_URL`), and the issuer behind
 * it, which the emulated tenant trusts for one subject.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { type CryptoKey, exportSPKI, importPKCS8, importX509, SignJWT } from "jose";
import { inTurn, makeClientCertificate } from "./certificates.ts";
import { json, type StampRequest, type StampResponse } from "./http.ts";
import type { Federation } from "./state.ts";

export interface IdTokenIssuer {
  /** What the tenant trusts; the audience is Entra's own. */
  readonly federation: Federation;
  /** What the runner says it is: not always what the tenant trusts. */
  readonly subject: string;
  /** Seconds its tokens are valid. */
  readonly lifetime: number;
  /** For `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
  /** Path and query for `ACTIONS_ID_TOKEN_REQUEST_URL`; clients append `&audience=`. */
  readonly requestPath: string;
  readonly privateKey: CryptoKey;
}

const ISSUER = "https://token.actions.githubusercontent.com";
const AUDIENCE = "api://AzureADTokenExchange";

/** The subject that the tenant trusts. */
export const TRUSTED_SUBJECT = "repo:contoso/infrastructure:ref:refs/heads/main";

const makeIssuerCertificate = inTurn(() => makeClientCertificate({ subject: "token.actions.githubusercontent.com" }));

/** A new issuer whose runner presents this subject. @param lifetime seconds that its tokens are valid; 300 are GitHub's */
export async function createIssuer(subject: string, lifetime = 300): Promise<IdTokenIssuer> {
  const { certPem, keyPem } = await makeIssuerCertificate();
  const publicKey = await importX509(certPem, "RS256", { extractable: true });
  return {
    federation: {
      issuer: ISSUER,
      subject: TRUSTED_SUBJECT,
      audience: AUDIENCE,
      publicKeyPem: await exportSPKI(publicKey),
    },
    subject,
    lifetime,
    requestToken: randomBytes(24).toString("base64url"),
    requestPath: `/${randomUUID()}/idtoken/${randomUUID()}?api-version=2.0`,
    privateKey: await importPKCS8(keyPem, "RS256"),
  };
}

/**
 * Answers `GET <requestPath>&audience=…` with `{"value": <JWT>}`. Without an audience GitHub's default is the owner's
 * URL. The token is valid from ten minutes ago, as GitHub's are.
 */
export async function answerIdToken(request: StampRequest, issuer: IdTokenIssuer, now: number): Promise<StampResponse> {
  if (!issuer.requestPath.startsWith(`${request.path}?`)) return { status: 404, headers: {}, body: "" };
  const authorized = request.headers["authorization"] === `Bearer ${issuer.requestToken}`;
  if (request.method !== "GET" || !authorized) return json(401, { message: "Unauthorized" });
  const seconds = Math.floor(now / 1000);
  const claims = { repository: "contoso/infrastructure", repository_owner: "contoso", ref: "refs/heads/main" };
  const value = await new SignJWT(claims)
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: "38826b17-6a30-5f9b-b169-8beb8202f723" })
    .setJti(randomUUID())
    .setSubject(issuer.subject)
    .setAudience(request.query.get("audience") ?? "https://github.com/contoso")
    .setIssuer(ISSUER)
    .setNotBefore(seconds - 600)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + issuer.lifetime)
    .sign(issuer.privateKey);
  return json(200, { value });
}
