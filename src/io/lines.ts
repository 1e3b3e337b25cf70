import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** What a process says, line by line. */
export interface Lines {
  /** The next line of its standard output; undefined when it has ended. */
  next(): Promise<string | undefined>;
  /** What it wrote to standard error so far. */
  errors(): string;
}

export function linesOf(child: ChildProcess): Lines {
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  // A process that ends before it has read everything breaks the pipe; its missing answer says so.
  child.stdin?.on("error", () => undefined);
  const output = child.stdout;
  const iterator = output === null ? undefined : createInterface({ input: output })[Symbol.asyncIterator]();
  return {
    async next() {
      const line = await iterator?.next();
      return line === undefined || line.done ? undefined : line.value;
    },
    errors: () => errors,
  };
}
