/** The process of a step (the agent's ProcessInvoker.cs, NodeHandler.cs and StepsRunner.cs). */
import type { RunnerSystem } from "../runner-system.ts";
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
export type Started<P> = (child: P) => void;

/**
 * Runs a process. Its lines are dealt with as they come, so that a mask counts from its command on. Both streams may
 * carry commands. The exit code of a task must be 0; a task that fails says so by `task.complete`.
 */
export async function runInStep<P>(
  system: RunnerSystem<P>,
  step: Step,
  { file, args, cwd, env }: Call,
  started?: Started<P>,
): Promise<Ended> {
  const start = performance.now();
  const printed: string[] = [];
  const said = (line: string) => {
    printed.push(`${line}\n`);
    receiveLine(step, line);
  };
  const { exitCode } = await system.run(file, args, { cwd, env, said }, started);
  if (exitCode !== 0) {
    const shown = args.map((arg) => `"${arg}"`).join(" ");
    const code = exitCode ?? "of a signal";
    step.issue("error", `Exit code ${code} returned from process: file name '${file}', arguments '${shown}'.`);
    step.merge("Failed");
  }
  return { exitCode, raw: printed.join(""), milliseconds: performance.now() - start };
}
