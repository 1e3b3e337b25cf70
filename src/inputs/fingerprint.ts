import { inputFailures } from "../errors/inputs.ts";

/**
 * Reads the SHA-256 fingerprint of one certificate: hex in any case, with or without colons or spaces. Text copied from
 * Windows' certificate dialog begins with an invisible mark (U+200E).
 *
 * @returns upper-case hex with colons, as node:crypto and OpenSSL write it; undefined if nothing was given
 * @throws Failure `AZS124`, and `AZS125` for a SHA-1 thumbprint
 */
export function readFingerprint(value: string): string | undefined {
  if (value === "") return undefined;
  const digits = value.replaceAll(/[:\s\u200e]/g, "").toUpperCase();
  if (/^[0-9A-F]{40}$/.test(digits)) throw inputFailures.fingerprintSha1({ value });
  if (!/^[0-9A-F]{64}$/.test(digits)) throw inputFailures.fingerprintMalformed({ value });
  return digits.replaceAll(/..(?=.)/g, "$&:");
}
