/**
 * The endpoint where a runner's job gets its ID token (GitHub's `ACTIONS_ID_TOKEN_REQUEST_URL`), and the issuer behind
 * it, which the emulated tenant trusts for one subject.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { type CryptoKey, exportSPKI, importPKCS8, importX509, type JWTPayload, SignJWT } from "jose";
import { inTurn, makeClientCertificate } from "./certificates.ts";
import { json, type StampRequest, type StampResponse } from "./http.ts";
import { TRUSTED_SUBJECT } from "./stamp/options.ts";
import type { Federation } from "./stamp/state.ts";

export interface IdTokenIssuer {
  /** What the tenant trusts, with Entra's own audience. */
  readonly federation: Federation;
  /** The subject of the runner's tokens, which may differ from the one that the tenant trusts. */
  readonly subject: string;
  /** How many seconds its tokens are valid. */
  readonly lifetime: number;
  /** For `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly requestToken: string;
  /** Path and query for `ACTIONS_ID_TOKEN_REQUEST_URL`; clients append `&audience=`. */
  readonly requestPath: string;
  readonly signer: IdTokenSigner;
}

/** Signs the ID tokens of a CI. */
export interface IdTokenSigner {
  readonly issuer: string;
  readonly privateKey: CryptoKey;
  /** PEM (SPKI), for whoever trusts it. */
  readonly publicKeyPem: string;
}

const ISSUER = "https://token.actions.githubusercontent.com";
/** Entra's audience, which applications trust for federated credentials. */
export const AUDIENCE = "api://AzureADTokenExchange";

const makeSignerCertificate = inTurn(() => makeClientCertificate({ subject: "an issuer of ID tokens" }));

/**
 * Creates an issuer whose tokens have this subject.
 *
 * @param lifetime seconds that its tokens are valid; GitHub's are valid for 300
 */
export async function createIssuer(subject: string, lifetime = 300): Promise<IdTokenIssuer> {
  const signer = await createSigner(ISSUER);
  const { publicKeyPem } = signer;
  return {
    federation: { issuer: ISSUER, subject: TRUSTED_SUBJECT, audience: AUDIENCE, publicKeyPem },
    subject,
    lifetime,
    requestToken: randomBytes(24).toString("base64url"),
    requestPath: `/${randomUUID()}/idtoken/${randomUUID()}?api-version=2.0`,
    signer,
  };
}

/** @param issuer its URL, as tokens name it */
export async function createSigner(issuer: string): Promise<IdTokenSigner> {
  const { certPem, keyPem } = await makeSignerCertificate();
  const publicKey = await importX509(certPem, "RS256", { extractable: true });
  return { issuer, privateKey: await importPKCS8(keyPem, "RS256"), publicKeyPem: await exportSPKI(publicKey) };
}

/**
 * Signs an ID token that is valid from ten minutes ago, like those of GitHub.
 *
 * @param token its `sub` and `aud`, other claims, and the seconds it is valid
 * @param now milliseconds since 1970
 */
export function signIdToken(
  signer: IdTokenSigner,
  token: { subject: string; audience: string; lifetime: number; claims?: JWTPayload },
  now: number,
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT(token.claims)
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: "38826b17-6a30-5f9b-b169-8beb8202f723" })
    .setJti(randomUUID())
    .setSubject(token.subject)
    .setAudience(token.audience)
    .setIssuer(signer.issuer)
    .setNotBefore(seconds - 600)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + token.lifetime)
    .sign(signer.privateKey);
}

/**
 * Answers `GET <requestPath>&audience=…` with `{"value": <JWT>}`. If the request names no audience, GitHub uses the URL
 * of the repository's owner.
 */
export async function answerIdToken(request: StampRequest, issuer: IdTokenIssuer, now: number): Promise<StampResponse> {
  if (!issuer.requestPath.startsWith(`${request.path}?`)) return { status: 404, headers: {}, body: "" };
  const authorized = request.headers["authorization"] === `Bearer ${issuer.requestToken}`;
  if (request.method !== "GET" || !authorized) return json(401, { message: "Unauthorized" });
  const claims = { repository: "contoso/infrastructure", repository_owner: "contoso", ref: "refs/heads/main" };
  const audience = request.query.get("audience") ?? "https://github.com/contoso";
  const { signer, subject, lifetime } = issuer;
  const value = await signIdToken(signer, { subject, audience, lifetime, claims }, now);
  return json(200, { value });
}
