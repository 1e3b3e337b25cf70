import type { Host } from "../host/host.ts";
import { claimsOf } from "../io/json.ts";

/** Seconds a token must still be good for: az asks the authority moments later. GitHub's live for five minutes. */
const SPARE_S = 60;

/**
 * The job's ID tokens for an audience: the same one until it is about to expire, then a new one.
 *
 * @returns asks for the token; throws Failure `AZS416` when the CI gives none
 */
export function cachedIdToken(host: Pick<Host, "ci" | "idToken" | "mask">, audience: string): () => Promise<string> {
  let last: string | undefined;
  return async () => {
    if (last === undefined || secondsLeft(last) < SPARE_S) {
      last = await host.idToken(audience).catch(async (error: unknown) => {
        // Explaining it takes an HTTP client, which no other start of the step needs.
        const { idTokenFailure } = await import("../io/ci-failures.ts");
        throw await idTokenFailure(error, host.ci);
      });
      host.mask(last);
    }
    return last;
  };
}

/** A token that does not say when it ends is taken to be good. */
function secondsLeft(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === "number" ? exp - Date.now() / 1000 : Number.POSITIVE_INFINITY;
}
