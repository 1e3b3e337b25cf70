import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { exclusively } from "../io/locks.ts";
import { isText, undoKind } from "../journal/kind.ts";

/** The folder in the tool cache with all installations. */
export const NAME = "azs-login-az";
/** Installing takes a minute or two, and longer while 16 other jobs run. */
export const PATIENCE = { waitMs: 20 * 60_000, staleMs: 10_000 } as const;
/** A killed job's lock can be taken over after ten seconds; one that is held longer belongs to a running job. */
const SHORT_PATIENCE = { ...PATIENCE, waitMs: 15_000 };

/** An az that is being installed into the runner's tool cache; once complete, it stays there for later jobs. */
export const unfinishedInstallation = undoKind<{ readonly folder: string }, { readonly toolCache: string | undefined }>(
  {
    name: "installation",
    fields: { folder: isText },
    lasts: true,
    undo: ({ folder }, { toolCache }) => removeIncomplete(folder, toolCache),
    describe: ({ folder }) => `unfinished installation in ${folder}`,
  },
);

/**
 * Removes the incomplete installation that a killed job left, unless another job has taken over.
 *
 * @param toolCache as the host reports it: nothing outside it is removed, whatever the journal says
 */
export async function removeIncomplete(folder: string, toolCache: string | undefined): Promise<void> {
  if (toolCache === undefined || !INSTALLATION.test(path.relative(toolCache, folder))) return;
  if (existsSync(marker(folder)) || !existsSync(path.dirname(folder))) return;
  await removeUnless(folder, toolCache, () => existsSync(marker(folder)));
}

const INSTALLATION = /^azs-login-az[\\/][\d.]+-[0-9a-f]{8}[\\/]\w+$/;

/**
 * Removes the installation in a folder, unless a job is working on it now.
 *
 * @param isWanted called under the lock, when no other job can change the installation
 */
export async function removeUnless(folder: string, toolCache: string, isWanted: () => boolean): Promise<void> {
  const remove = async () => {
    if (isWanted()) return;
    // The marker goes first: even if this job is killed, nobody takes the rest for an installation.
    await rm(marker(folder), { force: true });
    await removeFolder(folder);
  };
  await exclusively(lockOf(folder, toolCache), SHORT_PATIENCE, remove).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ELOCKED") throw error;
  });
  await removeEmptyParents(folder);
}

export const marker = (folder: string): string => `${folder}.complete`;

/** The lock is in the root, which stays when the folders of a failed installation are removed. */
export function lockOf(folder: string, root: string): string {
  return path.join(root, `${path.relative(root, folder).replaceAll(path.sep, "-")}.lock`);
}

/** Removes the empty parent folders below the tool cache. */
export async function removeEmptyParents(folder: string): Promise<void> {
  for (const parent of [path.dirname(folder), path.dirname(path.dirname(folder))]) {
    // Fails, as intended, if the folder is not empty.
    await rmdir(parent).catch(() => undefined);
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
