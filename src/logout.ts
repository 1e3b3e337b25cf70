import { setTimeout as sleep } from "node:timers/promises";
import { getCACertificates } from "node:tls";
import { keepIndex } from "./az/command-index.ts";
import { restoreMachineConfig } from "./az/machine-config.ts";
import type { Host } from "./host/host.ts";
import { removePlaced } from "./io/placed-files.ts";
import { processes } from "./io/processes.ts";
import { sharedFiles } from "./io/shared-files.ts";
import { isComplete, journalFolder, readJournal, removeJournal, type Undo } from "./journal.ts";
import { removeIncomplete } from "./provision/provision.ts";
import { removeRoots } from "./trust/trust.ts";

/** The post step: undoes what the step did, also when it was killed half-way. Never fails the job: it warns. */
export async function logout(host: Host, now: Date = new Date()): Promise<void> {
  const folder = journalFolder(host);
  if (folder === undefined) return;
  // Node reads NODE_EXTRA_CA_CERTS in the background and warns when the file is gone by then: let it read first.
  getCACertificates("extra");
  const keep = isComplete(host) && (await host.input("cleanup")).toLowerCase() === "false";
  if (!keep) return undoAll(folder, host, now);
  host.info(
    "cleanup is false: the login stays until the runner empties its temporary folder; roots in trust stores and the machine's az configuration stay longer.",
  );
}

/** Replays a journal backwards, then removes the folder with the secrets, whatever happened before. */
export async function undoAll(folder: string, host: Host, now: Date): Promise<void> {
  const warn = (what: string) => (error: unknown) =>
    host.warning(`Could not undo: ${what} (${error instanceof Error ? error.message : String(error)}).`);
  const entries = await readJournal(folder).catch((error: unknown) => {
    warn("the journal cannot be read")(error);
    return [];
  });
  for (const entry of entries) await undo(entry, folder, host, now).catch(warn(describe(entry)));
  await removeJournal(folder).catch(warn(`the folder ${folder}`));
}

async function undo(entry: Undo, folder: string, host: Host, now: Date): Promise<void> {
  const started = processes(host.environment, { record: async () => undefined });
  switch (entry.undo) {
    case "process":
      return processEnd(entry.pid);
    case "roots":
      return removeRoots(entry.stored, now, {
        shared: sharedFiles(started),
        processes: started,
        environment: host.environment,
        folder,
      });
    case "installation":
      return removeIncomplete(entry.folder, host.toolCache);
    case "command-index":
      return keepIndex(entry.index);
    case "variables":
      for (const [name, { ours, afterwards }] of Object.entries(entry.values)) {
        // A later step may have given it another value.
        if (ours === undefined) host.exportVariable(name, afterwards, { secret: true });
        else if (host.variable(name) === ours) host.exportVariable(name, afterwards);
      }
      return;
    case "placed-file":
      return removePlaced(entry);
    case "az-config":
      return restoreMachineConfig(entry);
  }
}

function describe(entry: Undo): string {
  switch (entry.undo) {
    case "process":
      return `process ${entry.pid} still runs`;
    case "roots":
      return `roots in the trust store ${entry.stored.store}: ${entry.stored.files.join(", ")}`;
    case "installation":
      return `unfinished installation in ${entry.folder}`;
    case "command-index":
      return `az's command index in ${entry.index.kept}`;
    case "variables":
      return `variables ${Object.keys(entry.values).join(", ")}`;
    case "placed-file":
      return `the file ${entry.file}`;
    case "az-config":
      return `az configuration in ${entry.folder}`;
  }
}

const LONGEST_WAIT_MS = 10_000;
const POLL_MS = 20;

/** Waits only, and not for long: by now another process may have the same ID. */
async function processEnd(pid: number): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS && isRunning(pid); waited += POLL_MS) await sleep(POLL_MS);
  if (isRunning(pid)) throw new Error(`it did not end within ${LONGEST_WAIT_MS / 1000} seconds`);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
