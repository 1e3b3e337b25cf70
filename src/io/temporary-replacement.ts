import { hash, randomUUID } from "node:crypto";
import { chown, cp, lstat, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isText, isTextOrMissing, type Recorder, undoKind } from "../journal/kind.ts";
import { createPrivateFile, makeFolders } from "./files.ts";
import { BY_MODE, type KeepPrivate } from "./private-places.ts";

/** A file put at a path of the user's choice. */
interface Placed {
  readonly file: string;
  /** Path in the job's folder where the previous file is kept; undefined if there was none. */
  readonly kept: string | undefined;
  /** SHA-256 of the content that was written. */
  readonly digest?: string;
}

export const placedFile = undoKind<Placed, { readonly isLate: boolean }>({
  name: "placed-file",
  fields: { file: isText, kept: isTextOrMissing },
  lasts: true,
  undo: (placed, { isLate }) => removePlaced(placed, isLate),
  describe: ({ file }) => `the file ${file}`,
});

/**
 * Puts a 0600 file at a path of the user's choice until the job ends. Until then a plain file with that path is kept in
 * the job's folder; anything else, even a symbolic link, is refused.
 *
 * @param file absolute; its folder exists
 */
export async function placeFile(
  file: string,
  content: string,
  journal: Recorder & { readonly folder: string },
  keepPrivate: KeepPrivate = BY_MODE,
): Promise<void> {
  const status = await statusOf(file);
  if (status !== undefined && !status.isFile()) throw new Error("the path exists, and is no plain file");
  const kept = status === undefined ? undefined : path.join(journal.folder, `replaced-${randomUUID()}`);
  await journal.record(placedFile.entry({ file, kept, digest: hash("sha256", content) }));
  if (kept !== undefined) await move(file, kept, kept);
  // Empty until it is private.
  await createPrivateFile(file, "");
  await keepPrivate(file, "file");
  await writeFile(file, content, { flag: "r+" });
}

/**
 * Undoes `placeFile`, even if that was interrupted, or if somebody has changed or removed the file or its folder since.
 *
 * @param isLate a later job undoes it: a file that is there by now may be somebody else's, and then stays
 */
export async function removePlaced({ file, kept, digest }: Placed, isLate = false): Promise<void> {
  // The previous file was not moved yet, or is back already: the file that is there is not the step's.
  if (kept !== undefined && (await statusOf(kept)) === undefined) return;
  if (isLate && !(await isStill(file, digest)))
    return kept === undefined ? undefined : putBeside(file, kept, "another file has that path now");
  if (kept === undefined) return rm(file, { force: true });
  try {
    await rm(file, { force: true });
    await makeFolders(path.dirname(file));
    await move(kept, file, kept);
  } catch (error) {
    await putBeside(file, kept, (error as Error).message);
  }
}

/** Saves the user's file from the job's folder, which may be removed at any time. */
async function putBeside(file: string, kept: string, reason: string): Promise<void> {
  const beside = `${file}.${path.basename(kept)}`;
  if ((await statusOf(kept)) !== undefined) await move(kept, beside, kept);
  throw new Error(`the file that it replaced is kept as ${beside}: ${reason}`);
}

async function isStill(file: string, digest: string | undefined): Promise<boolean> {
  const content = await readFile(file).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? "" : undefined,
  );
  // Empty if the step was ended before it wrote to the file.
  return content === "" || (content !== undefined && hash("sha256", content) === digest);
}

async function statusOf(file: string) {
  return lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
}

/** Moves a file. If the paths are on different volumes, makes a complete copy first. */
async function move(from: string, to: string, kept: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // A second try, after one that was killed, uses the same name.
    const incomplete = `${to}.${path.basename(kept)}-incomplete`;
    const { uid, gid } = await lstat(from);
    await rm(incomplete, { force: true });
    try {
      await cp(from, incomplete, { preserveTimestamps: true, errorOnExist: true, force: false });
      await chown(incomplete, uid, gid);
      await rename(incomplete, to);
    } catch (copyError) {
      await rm(incomplete, { force: true });
      throw copyError;
    }
    await rm(from);
  }
}
