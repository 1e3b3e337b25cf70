import type { Host } from "../host/host.ts";
import { claimsOf } from "../io/json.ts";

/** Seconds that a token must still be valid: az uses it moments later. GitHub's tokens are valid for five minutes. */
const SPARE_S = 60;

/**
 * Caches the job's ID token for an audience until it is about to expire.
 *
 * @returns a function that returns the token; throws Failure `AZS416` if the CI gives none
 */
export function cachedIdToken(host: Pick<Host, "ci" | "idToken" | "mask">, audience: string): () => Promise<string> {
  let last: string | undefined;
  return async () => {
    if (last === undefined || secondsLeft(last) < SPARE_S) {
      last = await host.idToken(audience).catch(async (error: unknown) => {
        // Loaded here: explaining the failure takes an HTTP client, which reading inputs does not need otherwise.
        const { idTokenFailure } = await import("../io/ci-failures.ts");
        throw await idTokenFailure(error, host.ci);
      });
      host.mask(last);
    }
    return last;
  };
}

/** Infinite for a token that does not say when it expires. */
function secondsLeft(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === "number" ? exp - Date.now() / 1000 : Number.POSITIVE_INFINITY;
}
