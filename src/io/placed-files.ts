import { randomUUID } from "node:crypto";
import { chown, cp, lstat, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Journal, Undo } from "../journal.ts";
import { createPrivateFile } from "./files.ts";

type Placed = Extract<Undo, { undo: "placed-file" }>;

/**
 * Puts a 0600 file at a path of the user's choice for as long as the job lasts. A plain file that stands there moves
 * into the job's folder until then; anything else, a symbolic link too, is refused.
 *
 * @param file absolute; its folder exists
 */
export async function placeFile(file: string, content: string, journal: Journal): Promise<void> {
  const status = await statusOf(file);
  if (status !== undefined && !status.isFile()) throw new Error("what stands there is no plain file");
  const kept = status === undefined ? undefined : path.join(journal.folder, `replaced-${randomUUID()}`);
  await journal.record({ undo: "placed-file", file, kept });
  if (kept !== undefined) await move(file, kept, kept);
  await createPrivateFile(file, content);
}

/** Undoes it, however far it came and whatever became of the file and its folder since. */
export async function removePlaced({ file, kept }: Placed): Promise<void> {
  if (kept === undefined) return rm(file, { force: true });
  // It was not moved yet, or it is back already: what stands there is not the step's.
  if ((await statusOf(kept)) === undefined) return;
  try {
    await rm(file, { force: true });
    await mkdir(path.dirname(file), { recursive: true });
    await move(kept, file, kept);
  } catch (error) {
    // The job's folder goes in any case, and this file is somebody's.
    const beside = `${file}.${path.basename(kept)}`;
    await move(kept, beside, kept);
    throw new Error(`what it replaced is kept as ${beside}: ${(error as Error).message}`);
  }
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
