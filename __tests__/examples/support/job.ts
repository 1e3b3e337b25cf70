/** Runs one job of an example as a runner would: its login steps, its unchanged `run:` steps, and the post steps. */

import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { Runner, StepResult } from "../../../emulator/runner.ts";
import { POST_LOG } from "../../support/post-log.ts";
import { type Repository, standIn } from "./actions.ts";
import { evaluate, evaluateAll, type Values } from "./expressions.ts";
import { own } from "./machine.ts";
import type { Job, Step, Texts } from "./workflow.ts";

/** What a job gets from its repository and machine. */
export interface Surroundings {
  readonly repository: Repository;
  readonly runner: Runner;
  readonly vars: Texts;
  readonly secrets: Texts;
}

/** GitHub's documented command lines. A step without `shell` uses the first. */
const SHELLS: Readonly<Record<string, readonly string[]>> = {
  "": ["bash", "-e"],
  bash: ["bash", "--noprofile", "--norc", "-eo", "pipefail"],
};

const LOGIN = "org/azs-login@v1";

/** @returns the output of each `run:` and login step, by its name or, if it has none, its ID or its command */
export async function runSteps(
  job: Job,
  matrix: Texts,
  around: Surroundings,
): Promise<Readonly<Record<string, string>>> {
  const { runner, vars, secrets } = around;
  const steps: Record<string, Values> = {};
  const logs: Record<string, string> = {};
  let logins = 0;
  const contexts = { vars, secrets, matrix, steps, runner: { temp: runner.temp }, env: {} };
  const environment = evaluateAll(job.env, contexts);
  try {
    for (const step of job.steps) {
      const known = { ...contexts, env: { ...environment, ...runner.exported } };
      if (step.uses === LOGIN) logins++;
      const result = await runStep(step, environment, known, around);
      if (result === undefined) continue;
      const title = step.name ?? step.id ?? step.run ?? "login";
      logs[title] = result.log;
      expect(result.exitCode, `${title}\n${result.log}`).toBe(0);
      expectNothingSecret(result, secrets);
      if (step.id !== undefined) steps[step.id] = { outputs: result.outputs };
    }
  } finally {
    for (let login = logins - 1; login >= 0; login--) {
      const post = await runner.post(login);
      expect(post.exitCode).toBe(0);
      expect(post.log).toEqual(POST_LOG);
    }
  }
  return logs;
}

async function runStep(step: Step, environment: Texts, contexts: Values, around: Surroundings) {
  const { runner, repository } = around;
  if (step.uses !== undefined) {
    expect(step.env).toEqual({});
    const inputs = evaluateAll(step.with, contexts);
    // The proxy reaches no package index, and examples do not depend on the version of az.
    if (step.uses === LOGIN) return runner.main({ "az-version": "runner", ...inputs });
    await standIn(step.uses, inputs, runner, repository);
    return undefined;
  }
  const script = path.join(runner.temp, "step.sh");
  await writeFile(script, evaluate(step.run ?? "", contexts));
  await own(runner.temp);
  const [shell, ...options] = SHELLS[step.shell ?? ""] ?? [];
  if (shell === undefined) throw new Error(`the tests have no shell ${step.shell}`);
  const result = await runner.step(shell, [...options, script], { ...environment, ...evaluateAll(step.env, contexts) });
  await rm(script);
  return result;
}

/** Secrets must not appear even before the runner masks them, except in the commands that set the masks. */
function expectNothingSecret({ raw, outputs }: StepResult, secrets: Texts): void {
  const spoken = raw.split("\n").filter((line) => !line.startsWith("::add-mask::"));
  const visible = [...spoken, JSON.stringify(outputs)].join("\n");
  for (const [name, secret] of Object.entries(secrets)) {
    for (const line of secret.split("\n").filter((part) => part.length > 8 && !part.startsWith("-----"))) {
      expect(visible.includes(line), `${name} is in the log`).toBe(false);
    }
  }
}
