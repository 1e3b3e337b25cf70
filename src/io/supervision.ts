import type { ChildProcess } from "node:child_process";
import type { Environment } from "../host/host.ts";
import { killTree } from "./process-tree.ts";

/** Why the step ended a process that ran too long or wrote too much. */
export interface Ended {
  readonly by: "time" | "output";
  /** Follows "it was ended" in a sentence, such as `after 30 seconds`. */
  readonly reason: string;
}

/** What a process may take before it is ended. */
export interface Bounds {
  /** Characters on standard output and standard error together. */
  readonly mostOutput: number;
  /** Characters in one line of standard output. */
  readonly longestLine?: number;
  /** Ends the process when aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** A process whose time and output are bounded. Nothing here throws. */
export interface Supervised {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves to its exit code (-1 after a signal) once it has ended and all it wrote has arrived. */
  readonly over: Promise<number>;
  /** Undefined unless the step ended it. */
  readonly ended: () => Ended | undefined;
  /** Ends it with all that it started, unless it has ended already. */
  end(why: Ended): void;
  /** Ends it after that time; the returned function cancels that. */
  endAfter(milliseconds: number): () => void;
}

/** How long a child that inherited the pipes of an ended process may go on writing to them. */
const AFTERWORDS_MS = 2000;
/** A process of root (sudo) cannot be killed: after this time the step stops waiting for it, and post reports it. */
const DEATH_MS = 2000;

/**
 * Supervises a process that has just been started.
 *
 * @param leads whether it leads a session of its own
 */
export function supervise(child: ChildProcess, leads: boolean, bounds: Bounds, environment: Environment): Supervised {
  const texts = { stdout: "", stderr: "" };
  let ended: Ended | undefined;
  let isOver = false;
  const timers = new Set<NodeJS.Timeout>();
  const { promise: over, resolve } = Promise.withResolvers<number>();

  const letGo = () => {
    for (const stream of child.stdio) stream?.destroy();
    child.unref();
  };
  const killAll = () => child.pid !== undefined && killTree(child.pid, leads, environment);
  const end = (why: Ended) => {
    if (ended !== undefined || isOver) return;
    ended = why;
    killAll();
    letGo();
    const timer = setTimeout(settle, DEATH_MS, -1);
    over.then(() => clearTimeout(timer));
  };
  const settle = (exitCode: number) => {
    if (isOver) return;
    isOver = true;
    bounds.signal?.removeEventListener("abort", timeIsUp);
    for (const timer of timers) clearTimeout(timer);
    letGo();
    resolve(ended === undefined ? exitCode : -1);
  };
  const timeIsUp = () => end({ by: "time", reason: "when the time was up that a step may wait for others" });
  const hear = (name: keyof typeof texts) => (text: string) => {
    if (ended !== undefined) return;
    texts[name] += text;
    if (texts.stdout.length + texts.stderr.length > bounds.mostOutput) {
      end({ by: "output", reason: `when it had written ${amount(bounds.mostOutput)}` });
    }
  };
  const measure = (longest: number) => {
    let line = 0;
    return (text: string) => {
      const at = text.lastIndexOf("\n");
      line = at < 0 ? line + text.length : text.length - at - 1;
      if (line > longest) end({ by: "output", reason: `when it had written a line of ${amount(longest)}` });
    };
  };

  child.stdout?.setEncoding("utf8").on("data", hear("stdout"));
  if (bounds.longestLine !== undefined) child.stdout?.on("data", measure(bounds.longestLine));
  child.stderr?.setEncoding("utf8").on("data", hear("stderr"));
  child.on("close", (code) => settle(code ?? -1));
  child.on("exit", (code) => {
    const timer = setTimeout(() => {
      killAll();
      settle(code ?? -1);
    }, AFTERWORDS_MS);
    over.then(() => clearTimeout(timer));
  });
  if (bounds.signal?.aborted) timeIsUp();
  else bounds.signal?.addEventListener("abort", timeIsUp, { once: true });

  return {
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    over,
    ended: () => ended,
    end,
    endAfter(milliseconds) {
      if (isOver) return () => undefined;
      const timer = setTimeout(end, milliseconds, { by: "time", reason: `after ${milliseconds / 1000} seconds` });
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
  };
}

function amount(characters: number): string {
  return `${Math.round(characters / 1e5) / 10} MB`;
}
