import { randomUUID } from "node:crypto";
import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { CommandIndex } from "./az/command-index.ts";
import type { Host } from "./host/host.ts";
import { createPrivateFolder } from "./io/files.ts";
import type { StoredRoots } from "./trust/store.ts";

/** What undoes one change to the machine. Undoing is idempotent: a change may not have happened, or only in part. */
export type Undo =
  /** A process that may outlive a killed step; what it writes to is touched only after it has ended. */
  | { readonly undo: "process"; readonly pid: number }
  /** Roots added to a shared trust store. */
  | { readonly undo: "roots"; readonly stored: StoredRoots }
  /** An az being installed into the runner's tool cache; once complete it stays, for later jobs. */
  | { readonly undo: "installation"; readonly folder: string }
  /** Nothing to undo: before the job's az configuration goes, the command index that az made in it is kept. */
  | { readonly undo: "command-index"; readonly index: CommandIndex }
  /** Variables of the job: what the step exports, and what the posts of other steps are to find in its place. */
  | {
      readonly undo: "variables";
      readonly values: Readonly<Record<string, { readonly ours?: string; readonly afterwards: string }>>;
    }
  /** A file put at a path of the user's choice. */
  | {
      readonly undo: "placed-file";
      readonly file: string;
      /** Where what stood there before is kept meanwhile, in the job's folder; undefined: nothing stood there. */
      readonly kept: string | undefined;
    }
  /** Changes to the machine's own az configuration (`isolate: false`). */
  | {
      readonly undo: "az-config";
      readonly folder: string;
      /** Whether the folder was there at all. */
      readonly existed: boolean;
      /** Copies of the folder: before the step, and when it was through. */
      readonly before: string;
      readonly after: string;
    };

/** The job's private folder and, in it, the write-ahead list of what undoes the changes made so far. */
export interface Journal {
  /** 0700, below the runner's temporary folder; removed as a whole when the job ends. */
  readonly folder: string;
  /** Returns once the entry is on disk; the change itself comes after. */
  record(entry: Undo): Promise<void>;
  close(): Promise<void>;
}

const STATE = "folder";
const COMPLETE = "complete";
const FILE = "journal.jsonl";

/**
 * Starts a journal. The folder's unpredictable name is handed to the post step before the folder exists, so there is
 * no moment at which a killed step leaves something that its post step cannot find.
 */
export async function openJournal(host: Pick<Host, "saveState" | "temporaryFolder">): Promise<Journal> {
  const folder = path.join(host.temporaryFolder, `azs-login-${randomUUID()}`);
  host.saveState(STATE, folder);
  await createPrivateFolder(folder);
  const file = await open(path.join(folder, FILE), "ax", 0o600);
  return { folder, record: (entry) => append(file, entry), close: () => file.close() };
}

async function append(file: FileHandle, entry: Undo): Promise<void> {
  await file.appendFile(`${JSON.stringify(entry)}\n`);
  await file.datasync();
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
  return /^azs-login-[0-9a-f-]{36}$/.test(path.basename(folder)) ? folder : undefined;
}

/** Entries of a journal, newest first. A last line that was cut off announced a change that was never begun. */
export async function readJournal(folder: string): Promise<readonly Undo[]> {
  const text = await readFile(path.join(folder, FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const complete = text.split("\n").slice(0, -1);
  return complete.map((line) => JSON.parse(line) as Undo).reverse();
}

/** Removes the job's folder with everything in it. */
export async function removeJournal(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
