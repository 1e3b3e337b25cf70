import { randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { Host } from "./host/host.ts";
import { createPrivateFile, createPrivateFolder } from "./io/files.ts";
import { asLife, type Life, lifeOf, UNFINISHED } from "./io/lives.ts";
import { parsed } from "./io/parsed.ts";
import { BY_MODE, type KeepPrivate } from "./io/private-places.ts";
import { type Records, readRecords, type Undo } from "./records.ts";

export type { Undo } from "./records.ts";

/** The job's private folder and, in it, the write-ahead list of what undoes the changes made so far. */
export interface Journal {
  /** 0700, below the runner's temporary folder; removed as a whole when the job ends. */
  readonly folder: string;
  readonly life: Life;
  /** Returns once the entry is on disk as a whole; the change itself comes after. Throws when it is not. */
  record(entry: Undo): Promise<void>;
  /** The step is through: from now on only the end of the job ends its needs. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const STATE = "folder";
const COMPLETE = "complete";
const FILE = "journal.jsonl";
const LIFE = "life.json";

/**
 * Starts a journal. The folder's unpredictable name is handed to the post step before the folder exists, so there is
 * no moment at which a killed step leaves something that its post step cannot find.
 */
export async function openJournal(
  host: Pick<Host, "saveState" | "temporaryFolder">,
  keepPrivate: KeepPrivate = BY_MODE,
): Promise<Journal> {
  const folder = path.join(host.temporaryFolder, `azs-login-${randomUUID()}`);
  host.saveState(STATE, folder);
  await createPrivateFolder(folder);
  const life = lifeOf(folder);
  const start = () => keepPrivate(folder, "folder").then(() => startFiles(folder, life));
  const file = await start().catch(async (error: unknown) => {
    await removeJournal(folder);
    throw error;
  });
  return {
    folder,
    life,
    record: inTurn(appender(file)),
    finish: () => rm(path.join(folder, UNFINISHED), { force: true }),
    close: () => file.close(),
  };
}

/** There is no folder after all: post has nothing to look for, and may not even be able to look. */
export function forgetJournal(host: Pick<Host, "saveState">): void {
  host.saveState(STATE, "");
}

async function startFiles(folder: string, life: Life): Promise<FileHandle> {
  await createPrivateFile(path.join(folder, UNFINISHED), "");
  await createPrivateFile(path.join(folder, LIFE), JSON.stringify(life));
  return open(path.join(folder, FILE), "wx", 0o600);
}

/** Calls come one after the other, also after one that failed. */
function inTurn<T>(work: (item: T) => Promise<void>): (item: T) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (item) => {
    const turn = last.then(() => work(item));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Writes at places of its own: a record that a full disk cut off is overwritten by the next, not continued. */
function appender(file: FileHandle): (entry: Undo) => Promise<void> {
  let end = 0;
  return async (entry) => {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      for (let written = 0; written < line.length; ) {
        const { bytesWritten } = await file.write(line, written, line.length - written, end + written);
        written += bytesWritten;
      }
      await file.datasync();
      end += line.length;
    } catch (error) {
      await file.truncate(end).catch(() => undefined);
      throw error;
    }
  };
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
export function journalFolder(host: Pick<Host, "state">): string | undefined {
  const folder = host.state(STATE);
  // It is removed with everything in it: a variable that somebody else named STATE_folder must not choose it.
  return FOLDER.test(path.basename(folder)) ? folder : undefined;
}

/** Reads the journal of a job; one that is not there has no records. */
export async function readJournal(folder: string): Promise<Records> {
  const text = await readFile(path.join(folder, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return readRecords(text);
}

/** The life of the job whose folder this is; undefined when it cannot be told. */
export async function readLife(folder: string): Promise<Life | undefined> {
  const text = await readFile(path.join(folder, LIFE), "utf8").catch(() => "");
  return asLife(parsed(text));
}

/** Removes the job's folder with everything in it. */
export async function removeJournal(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** What is somebody's, and is needed to undo what could not be undone; everything else in a job's folder may go. */
const NOT_OURS = /^(?:replaced-|az-before-|az-restored-)/;

/**
 * Leaves of a job's folder what a later try to undo needs: the entries, and what the user had. The job's secrets go.
 *
 * @param entries newest first; undefined leaves the journal as it is
 */
export async function keepJournal(folder: string, entries: readonly Undo[] | undefined): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === FILE || name === LIFE || NOT_OURS.test(name)) continue;
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  // By this a later job sees that nobody works on it any more.
  await createPrivateFile(path.join(folder, UNFINISHED), "");
  if (entries === undefined) return;
  const shortened = path.join(folder, `${FILE}.new`);
  await createPrivateFile(
    shortened,
    entries
      .toReversed()
      .map((entry) => `${JSON.stringify(entry)}\n`)
      .join(""),
  );
  await rename(shortened, path.join(folder, FILE));
}

const FOLDER = /^azs-login-[0-9a-f-]{36}$/;

/** Folders of jobs below a runner's temporary folder. */
export async function jobFolders(temporaryFolder: string): Promise<readonly string[]> {
  const names = await readdir(temporaryFolder).catch(() => []);
  return names.filter((name) => FOLDER.test(name)).map((name) => path.join(temporaryFolder, name));
}
