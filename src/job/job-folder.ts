import { randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm } from "node:fs/promises";
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
  /** The step is through: from now on only the end of the job ends its needs. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const STATE = "folder";
const COMPLETE = "complete";
const FILE = "journal.jsonl";
const LIFE = "life.json";

/**
 * Makes the folder. Its unpredictable name is handed to the post step before the folder exists, so there is no moment at
 * which a killed step leaves something that its post step cannot find.
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

/** There is no folder after all: post has nothing to look for, and may not even be able to look. */
export function forgetJobFolder(host: Pick<Host, "saveState">): void {
  host.saveState(STATE, "");
}

async function startFiles(folder: string, life: Life): Promise<Journal> {
  await createPrivateFile(path.join(folder, UNFINISHED), "");
  await createPrivateFile(path.join(folder, LIFE), JSON.stringify(life));
  return createJournal(path.join(folder, FILE));
}

/** The step starts anew: what an earlier try of it was through with says nothing about this one. */
export function markIncomplete(host: Pick<Host, "saveState">): void {
  host.saveState(COMPLETE, "");
}

/** Says that the step is through: only then `cleanup: false` keeps what it made. */
export function markComplete(host: Pick<Host, "saveState">): void {
  host.saveState(COMPLETE, "true");
}

export function isComplete(host: Pick<Host, "state">): boolean {
  return host.state(COMPLETE) === "true";
}

/** The folder an earlier step of this job opened, if any. */
export function earlierFolder(host: Pick<Host, "state">): string | undefined {
  const folder = host.state(STATE);
  // It is removed with everything in it: a variable that somebody else named STATE_folder must not choose it.
  return FOLDER.test(path.basename(folder)) ? folder : undefined;
}

/** Reads the journal of a job; one that is not there has no records. */
export function readEntries(folder: string, kinds: Kinds): Promise<Records> {
  return readJournal(path.join(folder, FILE), kinds);
}

/** The life of the job whose folder this is; undefined when it cannot be told. */
export async function readLife(folder: string): Promise<Life | undefined> {
  const text = await readFile(path.join(folder, LIFE), "utf8").catch(() => "");
  return asLife(jsonOf(text));
}

/** Removes the job's folder with everything in it. */
export async function removeJobFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What is somebody's, and is needed to undo what could not be undone; everything else in a job's folder may go. */
const NOT_OURS = /^(?:replaced-|az-before-|az-restored-)/;

/**
 * Leaves of a job's folder what a later try to undo needs: the entries, and what the user had. The job's secrets go.
 *
 * @param entries newest first; undefined leaves the journal as it is
 */
export async function keepForLater(folder: string, entries: readonly Entry[] | undefined): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === FILE || name === LIFE || NOT_OURS.test(name)) continue;
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  // By this a later job sees that nobody works on it any more.
  await createPrivateFile(path.join(folder, UNFINISHED), "");
  if (entries === undefined) return;
  const shortened = path.join(folder, `${FILE}.new`);
  await createPrivateFile(shortened, journalOf(entries));
  await rename(shortened, path.join(folder, FILE));
}

const FOLDER = /^azs-login-[0-9a-f-]{36}$/;

/** Folders of jobs below a runner's temporary folder. */
export async function jobFolders(temporaryFolder: string): Promise<readonly string[]> {
  const names = await readdir(temporaryFolder).catch(() => []);
  return names.filter((name) => FOLDER.test(name)).map((name) => path.join(temporaryFolder, name));
}
