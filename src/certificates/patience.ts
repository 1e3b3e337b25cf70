import { certificateFailures } from "../errors/certificates.ts";

/** Hundreds of certificates are compared in less than a second. */
const LONGEST_MS = 10_000;

/**
 * Starts the clock of work that certificates in somebody else's file can make long: each is compared with each other,
 * and their keys are as slow as who made them likes.
 *
 * @returns to be called again and again: throws Failure `AZS352` when the time is over
 */
export function patience(from: string): () => void {
  const until = performance.now() + LONGEST_MS;
  return () => {
    if (performance.now() > until) throw certificateFailures.tooSlow({ from, seconds: String(LONGEST_MS / 1000) });
  };
}
