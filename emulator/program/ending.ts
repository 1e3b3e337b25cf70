/**
 * How a script of this repository ends: by itself, by a signal, or because nobody reads its output any more. In each
 * case nothing that it started goes on, and what it made for the time being is removed.
 */
import { fstatSync } from "node:fs";
import { constants as system } from "node:os";
import { freezeDescendants, killAll } from "./descendants.ts";

type Cleanup = () => unknown;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** As of a program that the signal ends. */
const statusOf = (signal: keyof typeof system.signals) => 128 + system.signals[signal];
const PATIENCE_MS = 10_000;
const READER_CHECK_MS = 2000;

const cleanups = new Set<Cleanup>();
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

/** Ends this process with all that it started. Processes stand still meanwhile, so that none makes anything anew. */
export async function end(status: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(status), PATIENCE_MS).unref();
  const frozen = freezeDescendants();
  for (const cleanup of [...cleanups].reverse()) await Promise.resolve().then(cleanup).catch(report);
  killAll([...frozen, ...freezeDescendants()]);
  process.exit(status);
}

function report(error: unknown): void {
  process.stderr.write(`Could not clean up: ${error instanceof Error ? error.message : error}\n`);
}

/** For a script that prints nothing for long: an empty line now and then meets a reader that has gone. */
export function askReader(): void {
  if (!fstatSync(1).isFIFO()) return;
  setInterval(() => process.stdout.write("\n"), READER_CHECK_MS).unref();
}
