/**
 * How a script of this repository ends: by itself, by a signal, or because nobody reads its output any more. In each
 * case nothing that it started goes on, and what it made for the time being is removed.
 */
import { fstatSync, mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { constants as system, tmpdir } from "node:os";
import path from "node:path";
import { freezeDescendants, killAll } from "./descendants.ts";

type Cleanup = () => unknown;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** As of a program that the signal ends. */
const statusOf = (signal: keyof typeof system.signals) => 128 + system.signals[signal];
const PATIENCE_MS = 10_000;
const READER_CHECK_MS = 2000;
/** Writes that were under way when the processes were killed may still make a file. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const;

const cleanups = new Set<Cleanup>();
const folders = new Set<string>();
let ending = false;

/**
 * Runs a script from its beginning to its end. What it throws is one line on standard error, and the exit code 1.
 *
 * @param main may go on by servers or timers after it has returned
 */
export async function program(main: () => Promise<void> | void): Promise<void> {
  // npm hands a signal on that the terminal has sent already: the second one means the same.
  for (const signal of SIGNALS) process.on(signal, () => end(statusOf(signal)));
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => end(statusOf("SIGPIPE")));
  try {
    await main();
  } catch (error) {
    if (ending) return;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    await end(1);
  }
}

/** Registers what must be removed or closed when the script is ended from outside. @returns does it now instead */
export function atEnd(cleanup: Cleanup): () => Promise<void> {
  cleanups.add(cleanup);
  return async () => {
    // When the script is being ended, it is done already, or will be.
    if (cleanups.delete(cleanup)) await cleanup();
  };
}

/** A folder of the script's own, which it removes itself or, at the latest, its end. */
export function temporaryFolder(prefix: string) {
  // Made and registered at once: no signal comes between.
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  folders.add(folder);
  return {
    path: folder,
    async remove(): Promise<void> {
      // The end does it, when nothing writes there any more.
      if (ending) return;
      await rm(folder, REMOVAL);
      folders.delete(folder);
    },
  };
}

/** Ends this process with all that it started. Processes stand still meanwhile, so that none makes anything anew. */
export async function end(status: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(status), PATIENCE_MS).unref();
  const frozen = freezeDescendants();
  for (const cleanup of [...cleanups].reverse()) await Promise.resolve().then(cleanup).catch(report);
  killAll([...frozen, ...freezeDescendants()]);
  // From here on nothing waits: the script's own work, which went on until now, cannot start anything more.
  for (const folder of folders) removeNow(folder);
  process.exit(status);
}

function removeNow(folder: string): void {
  try {
    rmSync(folder, REMOVAL);
  } catch (error) {
    report(error);
  }
}

function report(error: unknown): void {
  process.stderr.write(`Could not clean up: ${error instanceof Error ? error.message : error}\n`);
}

/** For a script that prints nothing for long: an empty line now and then meets a reader that has gone. */
export function askReader(): void {
  if (!fstatSync(1).isFIFO()) return;
  setInterval(() => process.stdout.write("\n"), READER_CHECK_MS).unref();
}
