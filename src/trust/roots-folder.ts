import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { createPublicFolder } from "../io/files.ts";
import type { Journal } from "../journal.ts";

const NAME = /^azs-login-roots-[0-9a-f-]{36}$/;

/**
 * Makes the folder for the files with roots. They hold nothing secret, and later steps may run as another user, or in a
 * container: so it is not in the job's own folder, which nobody else can enter.
 *
 * @param place a folder of the job
 */
export async function openRootsFolder(place: string, journal: Pick<Journal, "record">): Promise<string> {
  const folder = path.join(place, `azs-login-roots-${randomUUID()}`);
  await journal.record({ undo: "roots-folder", folder });
  await createPublicFolder(folder);
  return folder;
}

/** Removes it with everything in it, and nothing else. */
export async function removeRootsFolder(folder: string): Promise<void> {
  if (NAME.test(path.basename(folder))) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
