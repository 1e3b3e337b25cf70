import type { Root } from "../certificates/roots.ts";

/**
 * Entries of azs-login in a text of PEM certificates. Each names the jobs that need it, so that a root stays until the
 * last of them is done, and all of that stands in the one file that is replaced atomically:
 *
 *     # azs-login: begin <SHA-256>
 *     # Issuer: … (the header that the Azure Stack Hub documentation gives an entry of cacert.pem)
 *     # azs-login: needed by <job> since <time>
 *     -----BEGIN CERTIFICATE-----
 *     …
 *     # azs-login: end <SHA-256>
 *
 * The line break before `begin` belongs to the entry: removing it restores the file to the byte, whatever it ended with.
 */
const ENTRY = /\n# azs-login: begin (\S+)\n[\s\S]*?# azs-login: end \1\n/g;
const NEED = /^# azs-login: needed by (\S+) since (\S+)\n/gm;

/** No job runs longer (GitHub: five days on a self-hosted runner); the entry of an older one is a dead runner's. */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;

/** Adds roots for a job; a root that the text holds already, put there by somebody else, stays theirs. */
export function addRoots(text: string, roots: readonly Root[], job: string, now: Date): string {
  return roots.reduce((result, root) => addRoot(result, root, job, now), text);
}

/** Ends a job's need; entries that no living job needs go. */
export function removeJob(text: string, job: string, now: Date): string {
  let result = "";
  let end = 0;
  for (const { 0: entry, index } of text.matchAll(ENTRY)) {
    result = joinLines(result, text.slice(end, index)) + withoutJob(entry, job, now);
    end = index + entry.length;
  }
  return joinLines(result, text.slice(end));
}

function withoutJob(entry: string, job: string, now: Date): string {
  const kept = entry.replace(NEED, (line: string, owner: string, since: string) =>
    owner === job || now.getTime() - Date.parse(since) > LONGEST_JOB_MS ? "" : line,
  );
  return kept.search(NEED) < 0 ? "" : kept;
}

/** What somebody appended after an entry needs the line break that a text without one got from the entry. */
function joinLines(before: string, after: string): string {
  const joins = before !== "" && after !== "" && !before.endsWith("\n") && !after.startsWith("\n");
  return joins ? `${before}\n${after}` : before + after;
}

/** Whether a text of PEM certificates holds a root. */
export function holds(text: string, root: Root): boolean {
  const wanted = root.der.toString("base64");
  return certificateBlocks(text).some((block) => block.replace(/-----[^-]+-----|\s/g, "") === wanted);
}

/** The PEM blocks of a text, without what stands between them. */
export function certificateBlocks(text: string): readonly string[] {
  return text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]*-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [];
}

function addRoot(text: string, root: Root, job: string, now: Date): string {
  const fingerprint = compact(root.fingerprints.sha256);
  const need = `# azs-login: needed by ${job} since ${now.toISOString()}\n`;
  const begin = `\n# azs-login: begin ${fingerprint}\n`;
  if (text.includes(begin)) return text.replace(begin, `${begin}${need}`);
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

/** The file is read by programs of any locale, and a name must not bring line breaks into it. */
function ascii(text: string): string {
  return text.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function compact(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}
