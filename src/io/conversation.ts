import type { ChildProcess } from "node:child_process";
import type { Ended, Supervised } from "./supervision.ts";

/** A running process that reads lines from its standard input and answers on its standard output. */
export interface Conversation {
  readonly pid: number | undefined;
  say(line: string): void;
  /** The next line it writes; undefined once it has ended. */
  next(): Promise<string | undefined>;
  /** Does work that waits for the process's output; ends the process if that takes longer. */
  within<T>(milliseconds: number, work: () => Promise<T>): Promise<T>;
  /** Why the step ended it; undefined if it did not. */
  ended(): Ended | undefined;
  /** Closes its standard input, waits ten seconds, then ends it. @returns what it wrote to standard error */
  end(): Promise<string>;
}

/** An exit handler that hangs (a proxy that does not answer, a full disk) must not hold up the job. */
const LONGEST_END_MS = 10_000;

export function converse(child: ChildProcess, running: Supervised): Conversation {
  // A process that ends before it has read everything breaks the pipe; the missing answer is noticed later.
  child.stdin?.on("error", () => undefined);
  return {
    pid: child.pid,
    say: (line) => child.stdin?.write(`${line}\n`),
    next: linesOf(child, running),
    async within(milliseconds, work) {
      const stop = running.endAfter(milliseconds);
      return work().finally(stop);
    },
    ended: running.ended,
    async end() {
      child.stdin?.end();
      const stop = running.endAfter(LONGEST_END_MS);
      const exitCode = await running.over;
      stop();
      const silent = exitCode === 0 || running.ended() !== undefined;
      return running.stderr().trimEnd() || (silent ? "" : (child.signalCode ?? `exit code ${exitCode}`));
    },
  };
}

/** Unread lines that are kept of a process that had to be ended, since it may have written without end. */
const MOST_KEPT = 100;

/** Buffers lines until they are asked for. */
function linesOf(child: ChildProcess, { over, ended }: Supervised): () => Promise<string | undefined> {
  const said: string[] = [];
  let asked = 0;
  const waiting: ((line: string | undefined) => void)[] = [];
  let rest: string[] = [];
  let isOver = false;
  const tell = (line: string) => {
    const asker = waiting.shift();
    if (asker === undefined) said.push(line);
    else asker(line);
  };
  child.stdout?.on("data", (text: string) => {
    const [first = "", ...more] = text.split("\n");
    rest.push(first);
    for (const piece of more) {
      tell(rest.join("").replace(/\r$/, ""));
      rest = [piece];
    }
  });
  over.then(() => {
    isOver = true;
    const last = rest.join("");
    // If the process had to be ended, keep only a few lines, and drop an incomplete one.
    if (ended() !== undefined) said.splice(asked + MOST_KEPT);
    else if (last !== "") tell(last);
    for (const asker of waiting.splice(0)) asker(undefined);
  });
  return async () => {
    if (asked < said.length) return said[asked++];
    if (isOver) return undefined;
    return new Promise((resolve) => waiting.push(resolve));
  };
}
