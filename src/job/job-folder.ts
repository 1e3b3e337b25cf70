import { randomUUID } from "node:crypto";
import { lstat, readdir, readFile, rename, rm, truncate } from "node:fs/promises";
import path from "node:path";
import type { Host } from "../host/host.ts";
import { createPrivateFile, createPrivateFolder } from "../io/files.ts";
import { jsonOf } from "../io/json.ts";
import { asLife, type Life, lifeOf, UNFINISHED } from "../io/lives.ts";
import { BY_MODE, type KeepPrivate } from "../io/private-places.ts";
import { createJournal, type Journal, journalOf, type Kinds, type Records, readJournal } from "../journal/journal.ts";
import type { Entry, Recorder } from "../journal/kind.ts";

/** The job's private folder and, in it, the journal of its changes. */
export interface JobFolder extends Recorder {
  /** 0700, below the runner's temporary folder; removed as a whole when the job ends. */
  readonly folder: string;
  readonly life: Life;
  /** Marks the step as done: from now on its needs end only with the job. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const STATE = "folder";
const COMPLETE = "complete";
const FILE = "journal.jsonl";
const LIFE = "life.json";

/**
 * Makes the folder. Its unpredictable name is saved for the post step before the folder exists, so that post finds
 * everything that a killed step leaves, whenever it was killed.
 */
export async function openJobFolder(
  host: Pick<Host, "saveState" | "temporaryFolder">,
  keepPrivate: KeepPrivate = BY_MODE,
): Promise<JobFolder> {
  const folder = path.join(host.temporaryFolder, `azs-login-${randomUUID()}`);
  host.saveState(STATE, folder);
  await createPrivateFolder(folder);
  const life = lifeOf(folder);
  const start = () => keepPrivate(folder, "folder").then(() => startFiles(folder, life));
  const { record, close } = await start().catch(async (error: unknown) => {
    await removeJobFolder(folder);
    throw error;
  });
  return { folder, life, record, close, finish: () => rm(path.join(folder, UNFINISHED), { force: true }) };
}

/** Called if the folder could not be made: post then has nothing to undo, and may not even be able to look. */
export function forgetJobFolder(host: Pick<Host, "saveState">): void {
  host.saveState(STATE, "");
}

async function startFiles(folder: string, life: Life): Promise<Journal> {
  await createPrivateFile(path.join(folder, UNFINISHED), "");
  await createPrivateFile(path.join(folder, LIFE), JSON.stringify(life));
  return createJournal(path.join(folder, FILE));
}

/** Called when the step is retried: an earlier try's completion does not count for this one. */
export function markIncomplete(host: Pick<Host, "saveState">): void {
  host.saveState(COMPLETE, "");
}

/** Records that the step is complete: `cleanup: false` applies only then. */
export function markComplete(host: Pick<Host, "saveState">): void {
  host.saveState(COMPLETE, "true");
}

export function isComplete(host: Pick<Host, "state">): boolean {
  return host.state(COMPLETE) === "true";
}

/** The folder that an earlier try of this step opened, or that the step opened for its post step; else undefined. */
export function earlierFolder(host: Pick<Host, "state">): string | undefined {
  const folder = host.state(STATE);
  // The folder will be removed with everything in it, so a variable STATE_folder of somebody else must not choose it.
  return FOLDER.test(path.basename(folder)) ? folder : undefined;
}

/** Reads the journal of a job; if there is none, it has no records. */
export function readEntries(folder: string, kinds: Kinds): Promise<Records> {
  return readJournal(path.join(folder, FILE), kinds);
}

/** The life of the job that owns a folder; undefined if it cannot be read. */
export async function readLife(folder: string): Promise<Life | undefined> {
  const text = await readFile(path.join(folder, LIFE), "utf8").catch(() => "");
  return asLife(jsonOf(text));
}

/**
 * Removes the job's folder with everything in it. LIFE and UNFINISHED go last: if something cannot be removed, such as
 * a file that another process has open on Windows, a later job finds the folder by them.
 */
export async function removeJobFolder(folder: string): Promise<void> {
  await removeAllBut(folder, [LIFE, UNFINISHED]);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Files of the user's, needed to undo what could not be undone yet; everything else in a job's folder may be removed.
 */
const NOT_OURS = /^(?:replaced-|az-before-|az-restored-)/;

/**
 * Keeps only what a later attempt to undo needs: the entries, and the user's own files. Removes the job's secrets.
 *
 * @param entries newest first; undefined leaves the journal as it is
 */
export async function keepForLater(folder: string, entries: readonly Entry[] | undefined): Promise<void> {
  const theirs = (await readdir(folder)).filter((name) => NOT_OURS.test(name));
  try {
    await removeAllBut(folder, [FILE, LIFE, UNFINISHED, ...theirs]);
  } finally {
    if (entries !== undefined) await shorten(folder, entries);
  }
}

async function shorten(folder: string, entries: readonly Entry[]): Promise<void> {
  const shortened = path.join(folder, `${FILE}.new`);
  await createPrivateFile(shortened, journalOf(entries));
  await rename(shortened, path.join(folder, FILE));
}

/** @throws the first error, after everything else has been removed */
async function removeAllBut(folder: string, kept: readonly string[]): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const going = names.filter((name) => !kept.includes(name)).map((name) => path.join(folder, name));
  if (names.length === 0) return;
  // The mark tells a later job that nobody works on the folder any more. Tried twice: it may exist already, and on a
  // full disk it can be written only after something was removed.
  const mark = () => createPrivateFile(path.join(folder, UNFINISHED), "").catch(() => undefined);
  await mark();
  const removed = await Promise.allSettled(going.map(remove));
  await mark();
  const failed = removed.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

/** If a file cannot be removed, tries to empty it, so that a secret in it is gone. */
async function remove(place: string): Promise<void> {
  try {
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    const status = await lstat(place).catch(() => undefined);
    if (status?.isFile() && status.nlink === 1) await truncate(place).catch(() => undefined);
    throw error;
  }
}

const FOLDER = /^azs-login-[0-9a-f-]{36}$/;

/** Folders of jobs below a runner's temporary folder. */
export async function jobFolders(temporaryFolder: string): Promise<readonly string[]> {
  const names = await readdir(temporaryFolder).catch(() => []);
  return names.filter((name) => FOLDER.test(name)).map((name) => path.join(temporaryFolder, name));
}
