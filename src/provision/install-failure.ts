import type { Failure } from "../errors/failure.ts";
import { provisionFailures } from "../errors/provision.ts";

/** The last line of provision.py's output. */
export interface Outcome {
  readonly done?: true;
  /** Output of the program that failed. */
  readonly failed?: string;
  /** Locked packages without a wheel for this Python and platform. */
  readonly missing?: readonly string[];
  /** A wheel whose hash is not in the lock, with the hashes that the lock allows and the one it has. */
  readonly mismatch?: string;
  readonly expected?: readonly string[];
  readonly got?: string;
}

const UNREACHABLE =
  /Retrying \(Retry|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|Max retries exceeded|HTTP error 5\d\d|HTTP error 40[137]|407 Proxy Authentication|Name or service not known|Temporary failure in name resolution/i;
const MISSING = /No matching distribution found|Could not find a version that satisfies/i;
/** Missing packages to name: a folder of wheels for another Python lacks about a dozen. */
const MOST_NAMED = 12;

/** Turns the outcome of a failed installation into the user's error. @param python describes the Python used */
export function explainInstall(version: string, outcome: Outcome, python: string): Failure {
  const { failed = "", missing, mismatch, expected, got } = outcome;
  if (mismatch !== undefined) {
    const answer = `${mismatch} has sha256:${got}, not ${expected?.map((hash) => `sha256:${hash}`).join(" or ")}`;
    return provisionFailures.hashMismatch({ version, answer });
  }
  if (missing !== undefined) {
    const more = missing.length > MOST_NAMED ? `, and ${missing.length - MOST_NAMED} more` : "";
    const answer = `${missing.slice(0, MOST_NAMED).join(", ")}${more}`;
    return provisionFailures.packageMissing({ version, python, answer });
  }
  const answer = lastWords(failed);
  // Hashes first: a changed package must not be overlooked among network warnings.
  if (/DO NOT MATCH THE HASHES/i.test(failed)) {
    return provisionFailures.hashMismatch({ version, answer: mismatchIn(failed) ?? answer });
  }
  if (UNREACHABLE.test(failed)) {
    return provisionFailures.indexUnreachable({ version, answer: brokenConnection(failed) ?? answer });
  }
  if (MISSING.test(failed)) return provisionFailures.packageMissing({ version, python, answer });
  return provisionFailures.installFailed({ version, answer });
}

/** The package and both hashes, as pip lists them (`name from URL:`, `Expected`, `Got`). */
function mismatchIn(said: string): string | undefined {
  const lines = cleaned(said);
  const at = lines.findIndex((line) => /DO NOT MATCH THE HASHES/i.test(line));
  const facts = lines
    .slice(at)
    .filter((line) => /Expected|Got|sha256:/.test(line) || (line.endsWith(":") && /\bfrom\b/.test(line)));
  return facts.length > 0 ? shortened(facts.slice(0, 8).join(" ")) : undefined;
}

/** Why pip retried; the end of its output says only that it found nothing. */
function brokenConnection(said: string): string | undefined {
  const [before, after] = ["connection broken by '", "': "];
  for (const line of cleaned(said)) {
    const [start, end] = [line.indexOf(before), line.lastIndexOf(after)];
    if (start >= 0 && end > start) return shortened(line.slice(start + before.length, end));
  }
  return undefined;
}

/** The errors in pip's output, else its last lines. */
export function lastWords(said: string): string {
  const lines = cleaned(said).filter((line) => !line.includes("Ignored the following"));
  const errors = lines.filter((line) => /^ERROR/.test(line));
  return shortened((errors.length > 0 ? errors : lines).slice(-4).join(" ") || "(it said nothing)");
}

function cleaned(said: string): readonly string[] {
  return said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Removes users and passwords from URLs, and limits the length. */
function shortened(text: string): string {
  const safe = text.replaceAll(/\S+/g, withoutUser);
  return safe.length > 600 ? `${safe.slice(0, 600)}…` : safe;
}

/** Replaces all up to the last `@` in `'http://user:password@host/path'`: a password may contain `@` and slashes. */
function withoutUser(word: string): string {
  const [start, end] = [/https?:\/\//.exec(word), word.lastIndexOf("@")];
  const from = (start?.index ?? 0) + (start?.[0].length ?? 0);
  return start === null || end < from ? word : `${word.slice(0, from)}***${word.slice(end)}`;
}
