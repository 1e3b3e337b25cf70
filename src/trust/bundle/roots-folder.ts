import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { createPublicFolder } from "../../io/files.ts";
import { isText, type Recorder, undoKind } from "../../journal/kind.ts";

/** The folder of the files with roots. */
export const rootsFolder = undoKind<{ readonly folder: string }>({
  name: "roots-folder",
  fields: { folder: isText },
  lasts: true,
  // Checks the name, so that a journal entry can remove no other folder.
  async undo({ folder }) {
    if (NAME.test(path.basename(folder))) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  describe: ({ folder }) => `the folder ${folder}`,
});

const NAME = /^azs-login-roots-[0-9a-f-]{36}$/;

/**
 * Creates the folder for the files with roots. It is not in the job's own folder, which no other user can enter: later
 * steps may run as another user or in a container, and the files contain nothing secret.
 *
 * @param place a folder of the job
 */
export async function openRootsFolder(place: string, journal: Recorder): Promise<string> {
  const folder = path.join(place, `azs-login-roots-${randomUUID()}`);
  await journal.record(rootsFolder.entry({ folder }));
  await createPublicFolder(folder);
  return folder;
}
