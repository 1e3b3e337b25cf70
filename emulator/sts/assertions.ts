/**
 * Client assertions (RFC 7523): a signed JWT that proves an application's identity by a certificate or by another
 * identity provider. Each claim is checked separately, so that each login service can refuse it in its own words.
 */
import {
  type CryptoKey,
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  importSPKI,
  importX509,
  type JWTPayload,
} from "jose";
import type { Application, Federation, RegisteredCertificate } from "../stamp/state.ts";

export const JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

export interface AssertionRules {
  /** `aud` must be one of these. */
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
  /** Whether `x5t#S256` may name the certificate. AD FS supports only `x5t`. */
  readonly sha256Thumbprint: boolean;
  readonly federation: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type AssertionVerdict =
  | { readonly kind: "valid"; readonly method: "certificate" | "federated" }
  | { readonly kind: "malformed" | "no-key-named" | "bad-signature" | "wrong-audience" | "wrong-client" | "no-jti" }
  | { readonly kind: "algorithm"; readonly was: string }
  | { readonly kind: "key-not-found"; readonly thumbprint: string }
  | { readonly kind: "lifetime"; readonly from: number; readonly until: number }
  | { readonly kind: "no-federation"; readonly claim: "issuer" | "subject" | "audience"; readonly claims: JWTPayload };

interface Parsed {
  readonly jwt: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: JWTPayload;
}

/** Checks an assertion for this application. Lifetimes in the result are seconds since 1970. */
export async function judgeAssertion(
  jwt: string,
  application: Application,
  rules: AssertionRules,
): Promise<AssertionVerdict> {
  const parsed = parse(jwt);
  if (parsed === undefined) return { kind: "malformed" };
  const { iss } = parsed.claims;
  // Both login services distinguish the two kinds by the issuer: an application that signs for itself names itself.
  const foreign = typeof iss === "string" && /^https:\/\//i.test(iss);
  if (foreign && rules.federation) return judgeFederated(parsed, application.federations, rules);
  return judgeOwn(parsed, application, rules);
}

async function judgeOwn(parsed: Parsed, application: Application, rules: AssertionRules): Promise<AssertionVerdict> {
  const { header, claims } = parsed;
  const algorithm = String(header["alg"]);
  if (!rules.algorithms.includes(algorithm)) return { kind: "algorithm", was: algorithm };
  const named = namedCertificate(header, application.certificates, rules);
  if (typeof named === "string") {
    return named === "" ? { kind: "no-key-named" } : { kind: "key-not-found", thumbprint: named };
  }
  if (!(await signedBy(parsed, await importX509(named.pem, algorithm), [algorithm]))) return { kind: "bad-signature" };
  const outside = outsideLifetime(claims, rules.now);
  if (outside !== undefined) return outside;
  if (typeof claims.aud !== "string" || !rules.audiences.includes(claims.aud)) return { kind: "wrong-audience" };
  if (claims.iss !== application.clientId || claims.sub !== application.clientId) return { kind: "wrong-client" };
  // It is not documented whether Entra refuses a missing `jti`. The page on certificate credentials lists it as
  // required.
  return typeof claims.jti === "string" && claims.jti !== ""
    ? { kind: "valid", method: "certificate" }
    : { kind: "no-jti" };
}

async function judgeFederated(
  parsed: Parsed,
  federations: readonly Federation[],
  rules: AssertionRules,
): Promise<AssertionVerdict> {
  const { claims } = parsed;
  // The comparison is case-sensitive and exact, as the documentation of federated credentials says.
  const sameIssuer = federations.filter(({ issuer }) => issuer === claims.iss);
  if (sameIssuer.length === 0) return { kind: "no-federation", claim: "issuer", claims };
  const sameSubject = sameIssuer.filter(({ subject }) => subject === claims.sub);
  if (sameSubject.length === 0) return { kind: "no-federation", claim: "subject", claims };
  const federation = sameSubject.find(({ audience }) => audience === claims.aud);
  if (federation === undefined) return { kind: "no-federation", claim: "audience", claims };
  const key = await importSPKI(federation.publicKeyPem, "RS256");
  if (!(await signedBy(parsed, key, ["RS256"]))) return { kind: "bad-signature" };
  return outsideLifetime(claims, rules.now) ?? { kind: "valid", method: "federated" };
}

function parse(jwt: string): Parsed | undefined {
  try {
    return { jwt, header: { ...decodeProtectedHeader(jwt) }, claims: decodeJwt(jwt) };
  } catch {
    return undefined;
  }
}

/**
 * The certificate that the header names. If there is none, the thumbprint in hex, which is empty if the header has
 * none.
 */
function namedCertificate(
  header: Readonly<Record<string, unknown>>,
  certificates: readonly RegisteredCertificate[],
  rules: AssertionRules,
): RegisteredCertificate | string {
  const sha256 = rules.sha256Thumbprint ? thumbprint(header["x5t#S256"]) : "";
  const sha1 = thumbprint(header["x5t"]);
  const found = certificates.find(({ x5t, x5tS256 }) => (sha256 === "" ? x5t === sha1 : x5tS256 === sha256));
  return (
    found ??
    Buffer.from(sha256 || sha1, "base64url")
      .toString("hex")
      .toUpperCase()
  );
}

/** MSAL for Python pads the thumbprint with `=`, against RFC 7515. Both login services accept that. */
function thumbprint(value: unknown): string {
  return typeof value === "string" ? value.replace(/=+$/, "") : "";
}

async function signedBy(parsed: Parsed, key: CryptoKey, algorithms: string[]): Promise<boolean> {
  try {
    // This checks only the signature. Lifetimes are checked afterwards, so that a forged assertion is not told that it
    // has expired.
    await compactVerify(parsed.jwt, key, { algorithms });
    return true;
  } catch {
    return false;
  }
}

/**
 * `exp` is required and must be in the future; `nbf` (if absent, 1970, as Entra prints) must be in the past. Only `nbf`
 * may be up to five minutes off: runners' clocks are known to be ahead of Entra's, and Entra tolerates that.
 */
function outsideLifetime(claims: JWTPayload, now: number): AssertionVerdict | undefined {
  const from = typeof claims.nbf === "number" ? claims.nbf : 0;
  const until = typeof claims.exp === "number" ? claims.exp : 0;
  const seconds = now / 1000;
  return seconds < until && from <= seconds + 300 ? undefined : { kind: "lifetime", from, until };
}
