import { certificateFailures } from "../errors/certificates.ts";

/** Comparing hundreds of certificates takes less than a second. */
const LONGEST_MS = 10_000;

/**
 * Limits the time of work on certificates from somebody else's file, which a hostile file can prolong: each certificate
 * is compared with every other, and their keys can be made arbitrarily slow.
 *
 * @returns a function to call repeatedly during the work; throws Failure `AZS352` when the time is up
 */
export function patience(from: string): () => void {
  const until = performance.now() + LONGEST_MS;
  return () => {
    if (performance.now() > until) throw certificateFailures.tooSlow({ from, seconds: String(LONGEST_MS / 1000) });
  };
}
