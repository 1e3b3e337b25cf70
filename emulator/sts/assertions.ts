/**
 * Client assertions (RFC 7523): the signed note by which a certificate, or another identity provider, vouches for an
 * application. Judged claim by claim, so that each login service can refuse in its own words.
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
  /** What `aud` must be one of. */
  readonly audiences: readonly string[];
  readonly algorithms: readonly string[];
  /** Whether `x5t#S256` may name the certificate. AD FS knows only `x5t`. */
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

/** Judges an assertion for this application. Lifetimes in the answer are seconds since 1970. */
export async function judgeAssertion(
  jwt: string,
  application: Application,
  rules: AssertionRules,
): Promise<AssertionVerdict> {
  const parsed = parse(jwt);
  if (parsed === undefined) return { kind: "malformed" };
  const { iss } = parsed.claims;
  // Both login services tell the two kinds apart by the issuer: an assertion of one's own names oneself.
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
  // Whether Entra refuses a missing `jti` is not documented; the certificate-credentials page lists it as required.
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
  // Compared with case, character by character, as the documentation of federated credentials says.
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

/** The certificate that the header names; else the thumbprint it names (hex), which is empty when it names none. */
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

/** MSAL for Python pads the thumbprint with `=`, against RFC 7515; both login services take it. */
function thumbprint(value: unknown): string {
  return typeof value === "string" ? value.replace(/=+$/, "") : "";
}

async function signedBy(parsed: Parsed, key: CryptoKey, algorithms: string[]): Promise<boolean> {
  try {
    // The signature alone: lifetimes are judged after it, so that a forged assertion is not told that it has expired.
    await compactVerify(parsed.jwt, key, { algorithms });
    return true;
  } catch {
    return false;
  }
}

/**
 * `exp` must be there and ahead, `nbf` (or else 1970, as Entra prints) behind. Five minutes of skew are forgiven for
 * `nbf` only: runners' clocks are known to run ahead of Entra's, and Entra lets them.
 */
function outsideLifetime(claims: JWTPayload, now: number): AssertionVerdict | undefined {
  const from = typeof claims.nbf === "number" ? claims.nbf : 0;
  const until = typeof claims.exp === "number" ? claims.exp : 0;
  const seconds = now / 1000;
  return seconds < until && from <= seconds + 300 ? undefined : { kind: "lifetime", from, until };
}
