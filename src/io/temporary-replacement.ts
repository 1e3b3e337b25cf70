import { hash, randomUUID } from "node:crypto";
import { chown, cp, lstat, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isText, isTextOrMissing, type Recorder, undoKind } from "../journal/kind.ts";
import { createPrivateFile, makeFolders } from "./files.ts";
import { BY_MODE, type KeepPrivate } from "./private-places.ts";

/** A file put at a path of the user's choice. */
interface Placed {
  readonly file: string;
  /** Where what stood there before is kept meanwhile, in the job's folder; undefined: nothing stood there. */
  readonly kept: string | undefined;
  /** SHA-256 of what was put there. */
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
 * Puts a 0600 file at a path of the user's choice for as long as the job lasts. A plain file that stands there moves
 * into the job's folder until then; anything else, a symbolic link too, is refused.
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
  if (status !== undefined && !status.isFile()) throw new Error("what is there is no plain file");
  const kept = status === undefined ? undefined : path.join(journal.folder, `replaced-${randomUUID()}`);
  await journal.record(placedFile.entry({ file, kept, digest: hash("sha256", content) }));
  if (kept !== undefined) await move(file, kept, kept);
  // Empty until nobody else may read it.
  await createPrivateFile(file, "");
  await keepPrivate(file, "file");
  await writeFile(file, content, { flag: "r+" });
}

/**
 * Undoes it, however far it came and whatever became of the file and its folder since.
 *
 * @param isLate the job is over for long: what stands there by now may be somebody else's, and then stays
 */
export async function removePlaced({ file, kept, digest }: Placed, isLate = false): Promise<void> {
  // It was not moved yet, or it is back already: what stands there is not the step's.
  if (kept !== undefined && (await statusOf(kept)) === undefined) return;
  if (isLate && !(await isStill(file, digest)))
    return kept === undefined ? undefined : putBeside(file, kept, "another file stands there now");
  if (kept === undefined) return rm(file, { force: true });
  try {
    await rm(file, { force: true });
    await makeFolders(path.dirname(file));
    await move(kept, file, kept);
  } catch (error) {
    await putBeside(file, kept, (error as Error).message);
  }
}

/** The job's folder may go at any time, and what it keeps is somebody's. */
async function putBeside(file: string, kept: string, reason: string): Promise<void> {
  const beside = `${file}.${path.basename(kept)}`;
  if ((await statusOf(kept)) !== undefined) await move(kept, beside, kept);
  throw new Error(`the file that it replaced is kept as ${beside}: ${reason}`);
}

async function isStill(file: string, digest: string | undefined): Promise<boolean> {
  const content = await readFile(file).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? "" : undefined,
  );
  // Empty as long as the step had not written to it.
  return content === "" || (content !== undefined && hash("sha256", content) === digest);
}

async function statusOf(file: string) {
  return lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
    throw error;
  });
}

/** The runner's temporary folder may be on another volume: then a whole copy under the new name comes first. */
async function move(from: string, to: string, kept: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // A name that a second try, after one that was killed, uses again.
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
