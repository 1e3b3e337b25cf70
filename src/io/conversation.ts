import type { ChildProcess } from "node:child_process";
import type { Ended, Supervised } from "./supervision.ts";

/** A running process that is told lines on its standard input and answers on its standard output. */
export interface Conversation {
  readonly pid: number | undefined;
  say(line: string): void;
  /** The next line it writes; undefined when it has ended. */
  next(): Promise<string | undefined>;
  /** Does work that waits for what it writes, and ends it when that takes longer. */
  within<T>(milliseconds: number, work: () => Promise<T>): Promise<T>;
  /** Why the step ended it; undefined while it has not. */
  ended(): Ended | undefined;
  /** Ends its standard input and waits ten seconds for its end, then ends it; what it wrote to standard error. */
  end(): Promise<string>;
}

/** An exit handler that hangs (a proxy that does not answer, a full disk) must not hold up the job. */
const LONGEST_END_MS = 10_000;

export function converse(child: ChildProcess, running: Supervised): Conversation {
  // A process that ends before it has read everything breaks the pipe; its missing answer says so.
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

/** What a process said that wrote without end, and that nobody had asked for when it was ended. */
const MOST_KEPT = 100;

/** Lines are kept until somebody asks for them: what a process says before that is not lost. */
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
    // Of one that had to be ended a few lines are heard, and none without its end.
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
