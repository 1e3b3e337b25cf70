import type { Root } from "../../certificates/roots.ts";
import { jsonOf } from "../../io/json.ts";
import { asLife, type Life } from "../../io/lives.ts";

/**
 * Entries of azs-login in a file of PEM certificates. Each names the jobs that need it, so that a root stays until the
 * last of them has ended. All of it is in that one file, which is replaced atomically:
 *
 *     # azs-login: begin <SHA-256>
 *     # azs-login: needed by <job> since <time> as <JSON from which another job can tell whether that job is over>
 *     # Issuer: … (the header that the Azure Stack Hub documentation gives an entry of cacert.pem)
 *     -----BEGIN CERTIFICATE-----
 *     …
 *     # azs-login: end <SHA-256>
 *
 * The line break before `begin` belongs to the entry: removing it restores the file to the byte, whatever it ended
 * with.
 */
const ENTRY = /\n# azs-login: begin (\S+)\n[\s\S]*?# azs-login: end \1\n/g;
const NEED = /^# azs-login: needed by (\S+) since (\S+)(?: as (\{.*\}))?\n/gm;
const BEGIN = "\n# azs-login: begin ";

/** A job as entries name it. */
export interface Job {
  readonly name: string;
  readonly life: Life;
}

/** A job's need of a root, as an entry records it. */
export interface Need {
  readonly job: string;
  readonly since: Date;
  /** Undefined if it cannot be read, or if an earlier version of azs-login did not write it. */
  readonly life: Life | undefined;
}

/** Whether a text has an entry. */
function hasEntries(text: string): boolean {
  return text.includes(BEGIN);
}

/** Whether two texts have the same set of certificates, regardless of order and repetition. */
function holdSame(text: string, original: string): boolean {
  const [one, other] = [text, original].map((from) => new Set(certificateBlocks(from))) as [Set<string>, Set<string>];
  return one.size > 0 && one.size === other.size && [...one].every((block) => other.has(block));
}

/**
 * How a shared file with entries is changed: it counts as the original again if it has the original's certificates,
 * even if some are repeated.
 */
export const WITH_ENTRIES = { ours: hasEntries, isSame: holdSame } as const;

/** Adds roots for a job, except those that somebody else has put into the text already. */
export function addRoots(text: string, roots: readonly Root[], job: Job, now: Date): string {
  return roots.reduce((result, root) => addRoot(result, root, job, now), text);
}

/** Removes needs that have ended; keeps all entries, even those that no job needs any more. */
export function endNeeds(text: string, isEnded: (need: Need) => boolean): string {
  return text.replace(ENTRY, (entry) =>
    entry.replace(NEED, (line: string, job: string, since: string, life?: string) =>
      isEnded({ job, since: new Date(since), life: life === undefined ? undefined : asLife(jsonOf(life)) }) ? "" : line,
    ),
  );
}

/** Removes entries. @param isKept called with the SHA-256 that names an entry, and with its text */
export function keepEntries(text: string, isKept: (fingerprint: string, entry: string) => boolean): string {
  let result = "";
  let end = 0;
  for (const { 0: entry, 1: fingerprint = "", index } of text.matchAll(ENTRY)) {
    result = joinLines(result, text.slice(end, index)) + (isKept(fingerprint, entry) ? entry : "");
    end = index + entry.length;
  }
  return joinLines(result, text.slice(end));
}

/** Whether any job needs an entry of a text. */
export function isNeeded(text: string): boolean {
  return text.search(NEED) >= 0;
}

/** Removes needs that have ended, and then the entries that no job needs any more. */
export function removeNeeds(text: string, isEnded: (need: Need) => boolean): string {
  return keepEntries(endNeeds(text, isEnded), (_, entry) => isNeeded(entry));
}

/** Puts a line break between two texts: if the first lacks one, the removed entry provided it for what follows. */
function joinLines(before: string, after: string): string {
  const joins = before !== "" && after !== "" && !before.endsWith("\n") && !after.startsWith("\n");
  return joins ? `${before}\n${after}` : before + after;
}

/** Whether a text of PEM certificates contains a root. */
export function holds(text: string, root: Pick<Root, "der">): boolean {
  const wanted = root.der.toString("base64");
  return certificateBlocks(text).some((block) => block.replace(/-----[^-]+-----|\s/g, "") === wanted);
}

/** The PEM blocks of a text, without the text between them. */
export function certificateBlocks(text: string): readonly string[] {
  return text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]*-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [];
}

function addRoot(text: string, root: Root, job: Job, now: Date): string {
  const fingerprint = compact(root.fingerprints.sha256);
  const life = ascii(JSON.stringify(job.life));
  const need = `# azs-login: needed by ${job.name} since ${now.toISOString()} as ${life}\n`;
  const begin = `${BEGIN}${fingerprint}\n`;
  if (text.includes(begin)) return text.replace(begin, () => `${begin}${need}`);
  return holds(text, root) ? text : text + entry(root, begin, need, fingerprint);
}

function entry(root: Root, begin: string, need: string, fingerprint: string): string {
  const { md5, sha1, sha256 } = root.fingerprints;
  return [
    `${begin}${need}# Issuer: ${ascii(root.issuer)}`,
    `# Subject: ${ascii(root.subject)}`,
    `# Label: ${ascii(JSON.stringify(commonName(root.subject)))}`,
    `# Serial: ${BigInt(`0x${root.serial}`)}`,
    `# MD5 Fingerprint: ${md5.toLowerCase()}`,
    `# SHA1 Fingerprint: ${sha1.toLowerCase()}`,
    `# SHA256 Fingerprint: ${sha256.toLowerCase()}`,
    `${root.pem.trimEnd()}`,
    `# azs-login: end ${fingerprint}\n`,
  ].join("\n");
}

function commonName(subject: string): string {
  const name = /(?:^|, )CN=((?:\\.|[^,\\])+)/.exec(subject)?.[1];
  return name?.replaceAll(/\\(.)/g, "$1") ?? subject;
}

/** Escapes a name: programs of any locale read the file, and a name must not inject line breaks. */
function ascii(text: string): string {
  return text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function compact(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}
