import { existsSync } from "node:fs";
import { lstat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getCACertificates } from "node:tls";
import { releaseMachineConfig } from "./az/claim.ts";
import { keepIndex } from "./az/command-index.ts";
import { restoreMachineConfig } from "./az/machine-config.ts";
import type { Host } from "./host/host.ts";
import { isAlive, isOver, type Process } from "./io/lives.ts";
import { removePlaced } from "./io/placed-files.ts";
import { processes } from "./io/processes.ts";
import { sharedFiles } from "./io/shared-files.ts";
import {
  isComplete,
  jobFolders,
  journalFolder,
  keepJournal,
  readJournal,
  readLife,
  removeJournal,
  type Undo,
} from "./journal.ts";
import { removeIncomplete } from "./provision/provision.ts";
import { removeUnused } from "./provision/unused.ts";
import { removeRootsFolder } from "./trust/roots-folder.ts";
import type { Machine } from "./trust/store.ts";
import { removeRoots } from "./trust/trust.ts";

/** The post step: undoes what the step did, also when it was killed half-way. Never fails the job: it warns. */
export async function logout(host: Host, now: Date = new Date()): Promise<void> {
  const folder = journalFolder(host);
  if (folder === undefined) return;
  // Node reads NODE_EXTRA_CA_CERTS in the background and warns when the file is gone by then: let it read first.
  getCACertificates("extra");
  await removeUnused(host.toolCache, now).catch((error: Error) => host.debug(`An old az stays: ${error.message}`));
  const keep = isComplete(host) && (await host.input("cleanup")).toLowerCase() === "false";
  if (!keep) {
    // A step that failed has undone all by itself.
    const isThere = existsSync(folder);
    const left = await undoOf(folder, { isLate: false }, host, now);
    if (left > 0) host.info(`azs-login: everything is undone, except for what the warnings above name (${left}).`);
    else if (isThere) host.info("azs-login: this machine is as it was before the login.");
    return;
  }
  host.info(
    "cleanup is false: the login stays until the runner empties its temporary folder; roots in trust stores and the machine's az configuration stay longer.",
  );
}

/**
 * Replays a journal backwards, then removes the folder with the secrets, whatever happened before. Of what could not be
 * undone the folder keeps what a later try needs.
 */
export async function undoAll(folder: string, host: Host, now: Date): Promise<void> {
  await undoOf(folder, { isLate: false }, host, now);
}

/**
 * Undoes what earlier jobs of this runner left when they died, or could not undo themselves. What they did to variables
 * went with them; what somebody has changed since stays.
 */
export async function undoDeadJobs(host: Host, now: Date): Promise<void> {
  for (const folder of await jobFolders(host.temporaryFolder)) {
    const life = (await isMine(folder)) ? await readLife(folder) : undefined;
    if (life === undefined || !isOver(life)) continue;
    host.info(`An earlier job left changes to this machine behind. They are undone now (${folder}).`);
    await undoOf(folder, { isLate: true }, host, now);
  }
}

/** Without a runner the temporary folder is everybody's. */
async function isMine(folder: string): Promise<boolean> {
  const status = await lstat(folder).catch(() => undefined);
  if (status === undefined || !status.isDirectory()) return false;
  return process.platform === "win32" || (status.uid === process.getuid?.() && (status.mode & 0o77) === 0);
}

/** @returns how often it warned */
async function undoOf(folder: string, when: When, host: Host, now: Date): Promise<number> {
  let warnings = 0;
  const warn = (what: string, error: unknown) => {
    warnings += 1;
    host.warning(`Could not undo: ${what} (${error instanceof Error ? error.message : String(error)}).`);
  };
  const { entries, unreadable } = await readJournal(folder).catch((error: unknown) => {
    warn("the journal cannot be read", error);
    return { entries: [], unreadable: Number.NaN };
  });
  if (unreadable > 0) warn(`${unreadable} of the changes in ${folder}`, "the journal's records of them cannot be read");
  const left: Undo[] = [];
  for (const entry of entries.filter((one) => !when.isLate || isUndoneLate(one, host))) {
    await undo(entry, folder, host, now, when).catch((error: unknown) => {
      warn(describe(entry), error);
      if (LASTING.includes(entry.undo)) left.push(entry);
    });
  }
  const isDone = left.length === 0 && unreadable === 0;
  const end = isDone ? removeJournal(folder) : keepJournal(folder, unreadable === 0 ? left : undefined);
  await end.catch((error: unknown) => warn(`the folder ${folder}`, error));
  return warnings;
}

/** Whether another job undoes, when this one is over for long. */
interface When {
  readonly isLate: boolean;
}

/** What of an az configuration is the step's, only the step's own copy of it tells by now. */
function isUndoneLate(entry: Undo, host: Host): boolean {
  if (entry.undo !== "az-config" || existsSync(entry.after)) return LASTING.includes(entry.undo);
  host.warning(
    `The az configuration in ${entry.folder} may still contain the login of an earlier job that died (isolate: false).`,
  );
  return false;
}

type Entry<K extends Undo["undo"]> = Extract<Undo, { readonly undo: K }>;

interface Kind<E> {
  undo(entry: E, folder: string, host: Host, now: Date, when: When): Promise<void> | void;
  /** What it is about, for a warning. */
  describe(entry: E): string;
}

const KINDS: { readonly [K in Undo["undo"]]: Kind<Entry<K>> } = {
  process: {
    undo: ({ pid, start }) => processEnd({ pid, start }),
    describe: ({ pid }) => `process ${pid} still runs`,
  },
  roots: {
    undo: ({ stored }, folder, host, now) => removeRoots(stored, machineOf(folder, host, now)),
    describe: ({ stored }) => `roots in the trust store ${stored.store}: ${stored.files.join(", ")}`,
  },
  "roots-folder": {
    undo: (entry) => removeRootsFolder(entry.folder),
    describe: (entry) => `the folder ${entry.folder}`,
  },
  lock: {
    undo: (entry, folder, host, now) => machineOf(folder, host, now).shared.release(entry.folder),
    describe: (entry) => `the lock in ${entry.folder}`,
  },
  installation: {
    undo: (entry, _, host) => removeIncomplete(entry.folder, host.toolCache),
    describe: (entry) => `unfinished installation in ${entry.folder}`,
  },
  "command-index": {
    undo: ({ index }) => keepIndex(index),
    describe: ({ index }) => `az's command index in ${index.kept}`,
  },
  variables: {
    undo({ values }, _, host) {
      for (const [name, { ours, afterwards }] of Object.entries(values)) {
        // A later step may have given it another value.
        if (ours === undefined) host.exportVariable(name, afterwards, { secret: true });
        else if (host.variable(name) === ours) host.exportVariable(name, afterwards, { own: true });
      }
    },
    describe: ({ values }) => `variables ${Object.keys(values).join(", ")}`,
  },
  "placed-file": {
    undo: (entry, _1, _2, _3, { isLate }) => removePlaced(entry, isLate),
    describe: ({ file }) => `the file ${file}`,
  },
  "az-claim": {
    undo: (entry, folder, host, now) => releaseMachineConfig(entry, machineOf(folder, host, now).shared),
    describe: (entry) => `this job's claim on the az configuration in ${entry.folder}`,
  },
  "az-config": {
    undo: (entry) => restoreMachineConfig(entry),
    describe: (entry) => `az configuration in ${entry.folder}`,
  },
};

/** What is on the machine still when the job is over. */
const LASTING: readonly Undo["undo"][] = [
  ...(["lock", "roots", "roots-folder", "installation"] as const),
  ...(["placed-file", "az-claim", "az-config"] as const),
];

async function undo<K extends Undo["undo"]>(
  entry: Entry<K>,
  folder: string,
  host: Host,
  now: Date,
  when: When,
): Promise<void> {
  await (KINDS[entry.undo] as Kind<Entry<K>>).undo(entry, folder, host, now, when);
}

function describe<K extends Undo["undo"]>(entry: Entry<K>): string {
  return (KINDS[entry.undo] as Kind<Entry<K>>).describe(entry);
}

function machineOf(folder: string, host: Host, now: Date): Machine {
  const started = processes(host.environment, { record: async () => undefined });
  const shared = sharedFiles(started, path.basename(folder));
  return { shared, processes: started, environment: host.environment, folder, now, isOver };
}

const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;

/** Waits only, and not for long: a process that cannot be told from a later one with its ID may be somebody else's. */
async function processEnd(process: Process): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS && isAlive(process); waited += POLL_MS) await sleep(POLL_MS);
  if (isAlive(process)) throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
}
