/** How a resource checks an access token. */
import { decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import type { Stamp } from "../stamp/state.ts";
import { issuerOf } from "./tokens.ts";

export type TokenVerdict =
  | { readonly kind: "valid"; readonly claims: JWTPayload }
  | { readonly kind: "malformed" | "untrusted" | "early" }
  | { readonly kind: "expired"; readonly at: number }
  | { readonly kind: "audience"; readonly was: string }
  | { readonly kind: "issuer"; readonly was: string };

/**
 * Checks an access token for this audience, or one of these: format, signature by this stamp's login service, lifetime,
 * audience, issuer and tenant, in that order. Times are seconds since 1970. No clock skew is tolerated: the real
 * tolerance (perhaps five minutes) is not documented.
 */
export async function judgeToken(
  stamp: Stamp,
  token: string,
  audience: string | readonly string[],
): Promise<TokenVerdict> {
  const claims = decode(token);
  if (claims === undefined) return { kind: "malformed" };
  const currentDate = new Date(stamp.options.now());
  const requiredClaims = ["exp", "nbf", "aud", "iss", "oid"];
  try {
    await jwtVerify(token, stamp.signingKey.publicKey, { algorithms: ["RS256"], requiredClaims, currentDate });
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: "expired", at: claims.exp ?? 0 };
    return { kind: isEarly(error) ? "early" : "untrusted" };
  }
  if (![audience].flat().some((known) => known === claims.aud)) return { kind: "audience", was: String(claims.aud) };
  const { iss = "" } = claims;
  const home = iss === issuerOf(stamp) && claims["tid"] === stamp.tenant.id;
  return home ? { kind: "valid", claims } : { kind: "issuer", was: iss };
}

function decode(token: string): JWTPayload | undefined {
  try {
    return decodeJwt(token);
  } catch {
    return undefined;
  }
}

function isEarly(error: unknown): boolean {
  return error instanceof errors.JWTClaimValidationFailed && error.claim === "nbf" && error.reason === "check_failed";
}
