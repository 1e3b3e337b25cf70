import type { Failure } from "../errors/failure.ts";
import { provisionFailures } from "../errors/provision.ts";

const UNREACHABLE =
  /Retrying \(Retry|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|Max retries exceeded|Failed to fetch|error sending request|dns error|Connection refused|Could not connect|HTTP error 5\d\d|HTTP error 40[137]|40[137] (?:Unauthorized|Forbidden|Proxy)|Name or service not known|Temporary failure in name resolution/i;
const MISSING =
  /No matching distribution found|Could not find a version that satisfies|No solution found|no (?:usable )?wheels?|was not found in the (?:provided )?package/i;

/** Turns what pip or uv said when an installation failed into the user's error. @param python that it was for, in words */
export function explainInstall(version: string, said: string, python: string): Failure {
  const answer = lastWords(said);
  // Hashes first: a changed package is nothing to be read over among warnings of the network.
  if (/DO NOT MATCH THE HASHES|Hash mismatch/i.test(said)) {
    return provisionFailures.hashMismatch({ version, answer: mismatch(said) ?? answer });
  }
  if (UNREACHABLE.test(said))
    return provisionFailures.indexUnreachable({ version, answer: brokenConnection(said) ?? answer });
  if (MISSING.test(said)) return provisionFailures.packageMissing({ version, python, answer });
  return provisionFailures.installFailed({ version, answer });
}

const FACT = /Hash mismatch for|Expected|Got|Computed|sha256:/;

/** The package and both hashes, as pip (`name from URL:`, `Expected`, `Got`) and uv (`Expected:`, `Computed:`) list them. */
function mismatch(said: string): string | undefined {
  const lines = cleaned(said);
  const at = lines.findIndex((line) => /DO NOT MATCH THE HASHES|Hash mismatch/i.test(line));
  const facts = lines.slice(at).filter((line) => FACT.test(line) || (line.endsWith(":") && /\bfrom\b/.test(line)));
  return facts.length > 0 ? shortened(facts.slice(0, 8).join(" ")) : undefined;
}

/** Why pip tried again; its last words are only that it found nothing. */
function brokenConnection(said: string): string | undefined {
  const [before, after] = ["connection broken by '", "': "];
  for (const line of cleaned(said)) {
    const [start, end] = [line.indexOf(before), line.lastIndexOf(after)];
    if (start >= 0 && end > start) return shortened(line.slice(start + before.length, end));
  }
  return undefined;
}

/** The errors in what pip or uv said, else its last lines. */
export function lastWords(said: string): string {
  const lines = cleaned(said).filter((line) => !line.includes("Ignored the following"));
  const errors = lines.filter((line) => /^(ERROR|error|×|├|╰|cause|Caused by)/.test(line));
  return shortened((errors.length > 0 ? errors : lines).slice(-4).join(" ") || "(it said nothing)");
}

function cleaned(said: string): readonly string[] {
  return said
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** An index's URL may hold a user and a password. */
function shortened(text: string): string {
  const safe = text.replaceAll(/\S+/g, withoutUser);
  return safe.length > 600 ? `${safe.slice(0, 600)}…` : safe;
}

/** `'http://user:password@host/path'` without the user, up to the last `@`: a password may hold one, and slashes. */
function withoutUser(word: string): string {
  const [start, end] = [/https?:\/\//.exec(word), word.lastIndexOf("@")];
  const from = (start?.index ?? 0) + (start?.[0].length ?? 0);
  return start === null || end < from ? word : `${word.slice(0, from)}***${word.slice(end)}`;
}
