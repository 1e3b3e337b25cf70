import { existsSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { exclusively } from "../io/locks.ts";
import { isText, undoKind } from "../journal/kind.ts";

/** The folder of the tool cache with all installations. */
export const NAME = "azs-login-az";
/** Installing takes a minute or two, and longer beside 16 other jobs. */
export const PATIENCE = { waitMs: 20 * 60_000, staleMs: 10_000 } as const;
/** The lock of a killed job is free after ten seconds; one that is held longer is another job's. */
const SHORT_PATIENCE = { ...PATIENCE, waitMs: 15_000 };

/** An az being installed into the runner's tool cache; once complete it stays, for later jobs. */
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
 * Takes away what a killed job left of an installation, unless another job has gone on with it.
 *
 * @param toolCache as the host names it: whatever the journal says, nothing else is removed
 */
export async function removeIncomplete(folder: string, toolCache: string | undefined): Promise<void> {
  if (toolCache === undefined || !INSTALLATION.test(path.relative(toolCache, folder))) return;
  if (existsSync(marker(folder)) || !existsSync(path.dirname(folder))) return;
  await removeUnless(folder, toolCache, () => existsSync(marker(folder)));
}

const INSTALLATION = /^azs-login-az[\\/][\d.]+-[0-9a-f]{8}[\\/]\w+$/;

/**
 * Removes the installation in a folder, unless a job works at it now.
 *
 * @param isWanted asked when no other job can change it
 */
export async function removeUnless(folder: string, toolCache: string, isWanted: () => boolean): Promise<void> {
  const remove = async () => {
    if (isWanted()) return;
    // Without its marker it is no installation any more, whatever ends this job.
    await rm(marker(folder), { force: true });
    await removeFolder(folder);
  };
  await exclusively(lockOf(folder, toolCache), SHORT_PATIENCE, remove).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ELOCKED") throw error;
  });
  await removeEmptyParents(folder);
}

export const marker = (folder: string): string => `${folder}.complete`;

/** In the root, which stays when the folders of an installation that failed are removed. */
export function lockOf(folder: string, root: string): string {
  return path.join(root, `${path.relative(root, folder).replaceAll(path.sep, "-")}.lock`);
}

/** Up to the tool cache itself. */
export async function removeEmptyParents(folder: string): Promise<void> {
  for (const parent of [path.dirname(folder), path.dirname(path.dirname(folder))]) {
    // Fails, as it should, when something is in it.
    await rmdir(parent).catch(() => undefined);
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
