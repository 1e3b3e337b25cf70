/** The process of a step (the agent's ProcessInvoker.cs, NodeHandler.cs and StepsRunner.cs). */
import type { RunnerSystem } from "../runner-system.ts";
import { receiveLine } from "./lines.ts";
import type { Step } from "./step.ts";

export interface Call {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment of the process. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Ended {
  /** Null if a signal ended the process. */
  readonly exitCode: number | null;
  /** Everything that the process printed, including commands. */
  readonly raw: string;
  readonly milliseconds: number;
}

/** Called with the process, so that a test can watch or kill it. */
export type Started<P> = (child: P) => void;

/**
 * Runs a process and handles its lines as they arrive, so that a mask has effect from its command on. Both streams may
 * contain commands. A task must exit with 0; it reports a failure with `task.complete`.
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
