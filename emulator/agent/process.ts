/** The process of a step (the agent's ProcessInvoker.cs, NodeHandler.cs and StepsRunner.cs). */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { receiveLine } from "./lines.ts";
import type { Step } from "./step.ts";

export interface Call {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All of it. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** What it printed, commands included. */
  readonly raw: string;
  readonly milliseconds: number;
}

/** Called with the process, to watch or to kill it. */
export type Started = (child: ChildProcess) => void;

/**
 * Runs a process. Its lines are dealt with as they come, so that a mask counts from its command on. Both streams may
 * carry commands. The exit code of a task must be 0; a task that fails says so by `task.complete`.
 */
export async function runInStep(step: Step, { file, args, cwd, env }: Call, started?: Started): Promise<Ended> {
  const start = performance.now();
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  const readers = [child.stdout, child.stderr].map((stream) => {
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    lines.on("line", (line) => {
      printed.push(`${line}\n`);
      receiveLine(step, line);
    });
    return once(lines, "close");
  });
  const ended = once(child, "close");
  started?.(child);
  const [exitCode, signal]: (number | string | null)[] = await ended;
  await Promise.all(readers);
  if (exitCode !== 0) {
    const shown = args.map((arg) => `"${arg}"`).join(" ");
    const code = exitCode ?? signal;
    step.issue("error", `Exit code ${code} returned from process: file name '${file}', arguments '${shown}'.`);
    step.merge("Failed");
  }
  const milliseconds = performance.now() - start;
  return { exitCode: typeof exitCode === "number" ? exitCode : null, raw: printed.join(""), milliseconds };
}
