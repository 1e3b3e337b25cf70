import { hash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** One change of a shared file, decided by the content that was read. */
export interface Replacement {
  readonly file: string;
  /** The file that is written first: `temporaryOf`. */
  readonly temporary: string;
  /** The content that was read; undefined: no file. Nothing is changed if the file differs from it by now. */
  readonly before: Buffer | undefined;
  /** Permission bits of the file that was read. */
  readonly mode: number;
  /** The new content; empty: remove the file. */
  readonly after: Buffer;
  /**
   * What to do with the original that is kept beside the file: `keep` keeps the present file as the original, `back`
   * moves the original into the file's place, `drop` removes it, `leave` leaves it alone.
   */
  readonly original: "keep" | "back" | "drop" | "leave";
}

/**
 * A new name for each change, so that no other change puts in place what a change that outlives its step has written.
 * The next change under the lock removes what a killed one left.
 */
export const temporaryOf = (file: string) => `${file}.azs-login-${randomBytes(4).toString("hex")}`;
/** Whether a name in a file's folder is one of these; version 1.0 had one without digits. */
export function isTemporary(name: string, file: string): boolean {
  const base = path.basename(file);
  return name.startsWith(`${base}.azs-login`) && /^(?:-[0-9a-f]{8})?$/.test(name.slice(`${base}.azs-login`.length));
}
export const originalOf = (file: string) => `${file}.azs-login-original`;

/** Exit code if the file has changed since it was read (EX_TEMPFAIL of sysexits.h). */
export const FILE_CHANGED = 75;

/** The result of the script, or of its equivalent on Windows. */
interface Result {
  readonly exitCode: number;
  readonly stderr: string;
}

/**
 * The change as a shell script, which can also run with `sudo`. $1: the file, $2: SHA-256 of what was read or `none`,
 * $3: number of bytes on standard input, of which a killed step may send only a part, $4: what to do with the original,
 * $5: the file's mode, $6: the file that is written first. `cp -a` copies owner, ACL and extended attributes; on a file
 * system without hard links no original is kept, and in the end only its content is restored.
 */
export const REPLACE = `file=$1 read=$2 bytes=$3 original=$4 mode=$5 new=$6
old="$file.azs-login-original"
umask 022
digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }
if [ "$bytes" -gt 0 ] && [ "$original" != back ]; then
  if [ -e "$file" ]; then cp -a -- "$file" "$new" && chmod u+w "$new" || exit 1; fi
  cat > "$new" && [ "$(wc -c < "$new")" -eq "$bytes" ] || exit 1
  if [ -e "$file" ]; then chmod "$mode" "$new" || exit 1; fi
  if [ "$(uname)" = Linux ]; then sync "$new" 2>/dev/null; fi
fi
now=none
if [ -e "$file" ]; then now=$(digest < "$file"); fi
if [ "\${now%% *}" != "$read" ]; then rm -f -- "$new"; exit ${FILE_CHANGED}; fi
if [ "$original" = back ]; then mv -f -- "$old" "$file" || exit 1; exit 0; fi
if [ "$original" = keep ]; then ln -- "$file" "$old" 2>/dev/null; fi
if [ "$bytes" -gt 0 ]; then mv -f -- "$new" "$file"; else rm -f -- "$file"; fi || exit 1
if [ "$original" = drop ]; then rm -f -- "$old"; fi`;

/** The arguments of `sh` for a change, and its standard input. */
export function scriptOf({ file, temporary, before, mode, after, original }: Replacement) {
  const digest = before === undefined ? "none" : hash("sha256", before);
  const args = ["-c", REPLACE, "sh", file, digest, `${after.length}`, original, mode.toString(8), temporary];
  return { args, input: original === "back" ? "" : after };
}

/** The same on Windows, where the copy keeps the attributes and inherits the folder's access rights. */
export async function replaceOnWindows(replacement: Replacement): Promise<Result> {
  const { file, temporary, before, after, original } = replacement;
  if (after.length > 0 && original !== "back") {
    if (before !== undefined) await copyFile(file, temporary, constants.COPYFILE_EXCL);
    await writeFile(temporary, after, { flag: before === undefined ? "wx" : "w", flush: true });
  }
  const now = await readFile(file).catch(() => undefined);
  if (before === undefined ? now !== undefined : now?.equals(before) !== true) {
    await rm(temporary, { force: true });
    return { exitCode: FILE_CHANGED, stderr: "" };
  }
  await putInPlace(replacement);
  return { exitCode: 0, stderr: "" };
}

async function putInPlace({ file, temporary, after, original }: Replacement): Promise<void> {
  const old = originalOf(file);
  if (original === "back") return rename(old, file);
  if (original === "keep") await link(file, old).catch(() => undefined);
  if (after.length > 0) await rename(temporary, file);
  else await rm(file, { force: true });
  if (original === "drop") await rm(old, { force: true });
}
