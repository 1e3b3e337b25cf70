/**
 * How a script of this repository ends: when its work is done, by a signal, or because nobody reads its output any
 * more. In each case all processes that it started are ended, and its temporary files are removed.
 */
import { fstatSync, mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { constants as system, tmpdir } from "node:os";
import path from "node:path";
import { freezeDescendants, killAll } from "./descendants.ts";

type Cleanup = () => unknown;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** The exit status of a program that the signal ends. */
const statusOf = (signal: keyof typeof system.signals) => 128 + system.signals[signal];
const PATIENCE_MS = 10_000;
const READER_CHECK_MS = 2000;
/** A write that was in progress when its process was killed may still create a file. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const;

const cleanups = new Set<Cleanup>();
const folders = new Set<string>();
let ending = false;

/**
 * Runs a script from beginning to end. If it throws, one line is printed to standard error, and the exit code is 1.
 *
 * @param main may keep running through servers or timers after it has returned
 */
export async function program(main: () => Promise<void> | void): Promise<void> {
  // npm passes on a signal that the terminal has already sent. The second one has no further effect.
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

/**
 * Registers a cleanup that must run if the script is ended from outside.
 *
 * @returns a function that runs it now instead
 */
export function atEnd(cleanup: Cleanup): () => Promise<void> {
  cleanups.add(cleanup);
  return async () => {
    // If the script is being ended, the cleanup has run already or is about to.
    if (cleanups.delete(cleanup)) await cleanup();
  };
}

/** A temporary folder of the script. The script removes it, or else it is removed when the script ends. */
export function temporaryFolder(prefix: string) {
  // Created and registered synchronously, so that no signal can arrive in between.
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  folders.add(folder);
  return {
    path: folder,
    async remove(): Promise<void> {
      // `end` removes it, after everything that writes there has stopped.
      if (ending) return;
      await rm(folder, REMOVAL);
      folders.delete(folder);
    },
  };
}

/**
 * Ends this process and all processes that it started. It stops them first, so that none of them creates anything new.
 */
export async function end(status: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(status), PATIENCE_MS).unref();
  const frozen = freezeDescendants();
  for (const cleanup of [...cleanups].reverse()) await Promise.resolve().then(cleanup).catch(report);
  killAll([...frozen, ...freezeDescendants()]);
  // Nothing is awaited from here on, so the script's own work, which continued until now, cannot start anything.
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

/** For a script that prints nothing for a long time: an occasional empty line detects that the reader has gone. */
export function askReader(): void {
  if (!fstatSync(1).isFIFO()) return;
  setInterval(() => process.stdout.write("\n"), READER_CHECK_MS).unref();
}
