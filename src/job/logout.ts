import { existsSync } from "node:fs";
import { lstat } from "node:fs/promises";
import path from "node:path";
import { getCACertificates } from "node:tls";
import type { Host } from "../host/host.ts";
import { isOver } from "../io/lives.ts";
import { processes } from "../io/processes.ts";
import { sharedFiles } from "../io/shared-files.ts";
import { type Entry, UNRECORDED } from "../journal/kind.ts";
import { removeUnused } from "../provision/unused.ts";
import {
  earlierFolder,
  isComplete,
  jobFolders,
  keepForLater,
  readEntries,
  readLife,
  removeJobFolder,
} from "./job-folder.ts";
import { kindOf, UNDO_KINDS, type Undoing } from "./undo.ts";

/** The post step: undoes what the step did, even if the step was killed. Never fails the job, only warns. */
export async function logout(host: Host, now: Date = new Date()): Promise<void> {
  const folder = earlierFolder(host);
  if (folder === undefined) return;
  // Node reads NODE_EXTRA_CA_CERTS in the background, and warns if the file is gone by then: this makes it read now.
  getCACertificates("extra");
  await removeUnused(host.toolCache, now).catch((error: Error) => host.debug(`An old az stays: ${error.message}`));
  const keep = isComplete(host) && (await host.input("cleanup")).toLowerCase() === "false";
  if (!keep) {
    // A step that failed has undone everything itself.
    const isThere = existsSync(folder);
    const left = await undoOf(folder, false, host, now);
    if (left > 0) host.info(`azs-login: everything is undone, except for what the warnings above name (${left}).`);
    else if (isThere) host.info("azs-login: this machine is as it was before the login.");
    return;
  }
  host.info(
    "cleanup is false: the login stays until the runner empties its temporary folder; roots in trust stores and the machine's az configuration stay longer.",
  );
}

/**
 * Replays a journal backwards, then removes the folder with the secrets, whatever happened before. If something could
 * not be undone, the folder stays, with only what a later attempt needs.
 */
export async function undoAll(folder: string, host: Host, now: Date): Promise<void> {
  await undoOf(folder, false, host, now);
}

/**
 * Undoes what earlier jobs of this runner left when they died or what they could not undo. Their variables ended with
 * them; what somebody has changed since is kept.
 */
export async function undoDeadJobs(host: Host, now: Date): Promise<void> {
  for (const folder of await jobFolders(host.temporaryFolder)) {
    const life = (await isMine(folder)) ? await readLife(folder) : undefined;
    if (life === undefined || !isOver(life)) continue;
    host.info(`An earlier job left changes to this machine behind. They are undone now (${folder}).`);
    await undoOf(folder, true, host, now);
  }
}

/** Checks the owner: without a runner, the temporary folder is shared by all users. */
async function isMine(folder: string): Promise<boolean> {
  const status = await lstat(folder).catch(() => undefined);
  if (status === undefined || !status.isDirectory()) return false;
  return process.platform === "win32" || (status.uid === process.getuid?.() && (status.mode & 0o77) === 0);
}

/** @returns the number of warnings */
async function undoOf(folder: string, isLate: boolean, host: Host, now: Date): Promise<number> {
  let warnings = 0;
  const warn = (what: string, error: unknown) => {
    warnings += 1;
    host.warning(`Could not undo: ${what} (${error instanceof Error ? error.message : String(error)}).`);
  };
  const { entries, unreadable } = await readEntries(folder, UNDO_KINDS).catch((error: unknown) => {
    warn("the journal cannot be read", error);
    return { entries: [], unreadable: Number.NaN };
  });
  if (unreadable > 0) warn(`${unreadable} of the changes in ${folder}`, "the journal's records of them cannot be read");
  const undoing = undoingOf(folder, isLate, host, now);
  const left: Entry[] = [];
  for (const entry of entries.filter((one) => !isLate || isUndoneLate(one, host))) {
    const { kind, data } = kindOf(entry);
    try {
      await kind.undo(data, undoing);
    } catch (error) {
      warn(kind.describe(data), error);
      if (kind.lasts) left.push(entry);
    }
  }
  const isDone = left.length === 0 && unreadable === 0;
  const end = isDone ? removeJobFolder(folder) : keepForLater(folder, unreadable === 0 ? left : undefined);
  await end.catch((error: unknown) => warn(`the folder ${folder}`, error));
  return warnings;
}

function isUndoneLate(entry: Entry, host: Host): boolean {
  const { kind, data } = kindOf(entry);
  const obstacle = kind.lateObstacle?.(data);
  if (obstacle !== undefined) host.warning(obstacle);
  return kind.lasts && obstacle === undefined;
}

function undoingOf(folder: string, isLate: boolean, host: Host, now: Date): Undoing {
  const { environment, toolCache } = host;
  const started = processes(environment, UNRECORDED);
  const shared = sharedFiles(started, path.basename(folder));
  return { shared, processes: started, environment, folder, now, isOver, host, toolCache, isLate };
}
