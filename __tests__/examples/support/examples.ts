/** Runs an example against an emulated stamp. */
import path from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Runner, RunnerOptions } from "../../../emulator/runner.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../../emulator/server.ts";
import { filesHolding, snapshot } from "../../support/snapshot.ts";
import { evaluate } from "./expressions.ts";
import { runSteps } from "./job.ts";
import { createMachine } from "./machine.ts";
import { type Job, readWorkflow, type Texts } from "./workflow.ts";

/** What the user of an example has set up. */
export interface Setting {
  readonly stamp?: Partial<StampOptions>;
  readonly machine?: Partial<RunnerOptions>;
  /** Variables and secrets of the repository, or of the job's environment. */
  configuration(emulator: Emulator, runner: Runner): Promise<Configuration>;
}

export interface Configuration {
  readonly vars: Texts;
  readonly secrets: Texts;
  /** Added to the example's files in the repository. */
  readonly files?: Texts;
}

export interface JobRun {
  readonly environment: string;
  readonly emulator: Emulator;
  readonly runner: Runner;
  /** The output of each step, by its name or, if it has none, its ID or its command. */
  readonly logs: Readonly<Record<string, string>>;
}

/**
 * Runs every job of an example, each combination of its matrix on a machine and a stamp of its own. Expects that all
 * steps succeed, print no secret and leave nothing behind.
 *
 * @param settingOf returns the setting for an environment of GitHub's; the name is empty if the job names none
 */
export async function runExample(
  example: string,
  settingOf: (environment: string) => Setting,
): Promise<readonly JobRun[]> {
  const runs: JobRun[] = [];
  for (const job of readWorkflow(example)) {
    for (const matrix of job.combinations) {
      const environment = evaluate(job.environment, { matrix });
      runs.push(await runJob(example, job, matrix, environment, settingOf(environment)));
    }
  }
  return runs;
}

async function runJob(example: string, job: Job, matrix: Texts, environment: string, setting: Setting) {
  const emulator = await startEmulator(setting.stamp);
  const runner = await createMachine(emulator, setting.machine ?? {});
  onTestFinished(async () => {
    await emulator.close();
    await runner.dispose();
  });
  const { vars, secrets, files = {} } = await setting.configuration(emulator, runner);
  const before = snapshot(runner.home, runner.temp, runner.scratch);
  const logs = await runSteps(job, matrix, { repository: { example, files }, runner, vars, secrets });
  expect(snapshot(runner.home, runner.temp, runner.scratch)).toEqual(before);
  const remains = Object.values(secrets).flatMap((secret) => filesHolding(path.dirname(runner.home), secret));
  expect(remains).toEqual([]);
  return { environment, emulator, runner, logs };
}
