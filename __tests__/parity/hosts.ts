/** Runs a job on each CI in the same way. Only names that differ between the hosts are translated here. */

import { expect, onTestFinished } from "vitest";
import type { Agent, AgentStepResult } from "../../emulator/agent/agent.ts";
import { type AzureDevOps, startAzureDevOps } from "../../emulator/azure-devops/server.ts";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import type { Inputs, Runner, StepResult } from "../../emulator/runner.ts";
import { createRunnerOn } from "../../emulator/runner.ts";
import { thisSystem } from "../../emulator/runner-system.ts";
import type { Emulator, StampOptions } from "../../emulator/server.ts";
import { startEmulator } from "../../emulator/server.ts";
import { inTaskSpelling, taskSpelling } from "../../emulator/spelling.ts";
import { unescaped } from "../../emulator/workflow-commands.ts";
import { readAction } from "../../scripts/action.ts";
import { errorsOf, federatedConnection, openAgentAt } from "../pipelines/support.ts";
import { DIST } from "../support/bundles.ts";
import { idTokenVariables } from "../support/credentials.ts";
import { systemForAction } from "../support/tables.ts";

export interface Side {
  readonly name: "GitHub Actions" | "Azure Pipelines";
  readonly runner: Runner;
  /** @param inputs as action.yml names them */
  login(inputs: Inputs): Promise<StepResult>;
  /** Converts inputs to this host's spelling, for helpers that run the step themselves. */
  spelled(inputs: Inputs): Inputs;
  /** As action.yml names them. */
  outputs(): Inputs;
  /** What later steps can get: variables of their environment, and secret variables that they must request. */
  variables(): { readonly open: Inputs; readonly secret: Inputs };
  errors(step: StepResult): readonly string[];
  /** How many ID tokens the job got. */
  idTokens(): number;
}

export interface Both {
  readonly emulator: Emulator;
  readonly sides: readonly [Side, Side];
}

interface Wishes {
  readonly stamp?: Partial<StampOptions> | undefined;
  /** The job gets ID tokens, as each host gives them. */
  readonly idTokens?: boolean | undefined;
  readonly path?: string | undefined;
  readonly environment?: Inputs | undefined;
  /** The jobs are rows of a table: most of these run in the test's own process (`support/tables.ts`). */
  readonly inTable?: boolean;
  /** Debug logging is on. */
  readonly debug?: boolean | undefined;
}

/** `openBoth` for the rows of a table. */
export function openBothInTable(wishes: Wishes = {}): Promise<Both> {
  return openBoth({ ...wishes, inTable: true });
}

/** One stamp, and a job of each host that reaches it. All of them end with the test. */
export async function openBoth(wishes: Wishes = {}): Promise<Both> {
  const emulator = await startEmulator(wishes.stamp);
  const devOps = await startAzureDevOps();
  onTestFinished(async () => {
    await Promise.all([emulator.close(), devOps.close()]);
  });
  if (wishes.idTokens) emulator.application.registerFederation(devOps.connect(federatedConnection(emulator)));
  return { emulator, sides: [await gitHub(emulator, wishes), await pipelines(emulator, devOps, wishes)] };
}

async function gitHub(emulator: Emulator, wishes: Wishes): Promise<Side> {
  const { idTokens, path = SYSTEM_PATH, environment, debug, inTable = false } = wishes;
  const runner = await createRunnerOn(inTable ? await systemForAction() : thisSystem({}), {
    dist: DIST,
    path,
    environment: {
      HTTPS_PROXY: emulator.proxyUrl,
      ...(debug ? { RUNNER_DEBUG: "1" } : {}),
      ...environment,
      ...(idTokens ? idTokenVariables(emulator) : {}),
    },
  });
  onTestFinished(() => runner.dispose());
  return {
    name: "GitHub Actions",
    runner,
    login: (inputs) => runner.main(inputs),
    spelled: (inputs) => inputs,
    outputs: () => runner.outputs,
    variables: () => ({ open: runner.exported, secret: {} }),
    errors: ({ log }) => [...log.matchAll(/^::error title=[^:]*::(.*)$/gm)].map(([, text = ""]) => unescaped(text)),
    idTokens: () => emulator.requests.filter(({ path: asked }) => asked.includes("/idtoken/")).length,
  };
}

async function pipelines(emulator: Emulator, devOps: AzureDevOps, wishes: Wishes): Promise<Side> {
  const { path = SYSTEM_PATH, environment = {} } = wishes;
  // Both hosts have a folder of the machine for things that later jobs may use, but under different names.
  const { RUNNER_TOOL_CACHE: tools, ...others } = environment;
  const variables: Inputs = {
    ...(tools === undefined ? {} : { "agent.toolsDirectory": tools }),
    ...(wishes.debug ? { "system.debug": "true" } : {}),
  };
  const agent: Agent = await openAgentAt(emulator, devOps, {
    path,
    variables,
    environment: others,
    inTable: wishes.inTable ?? false,
  });
  const connection: Inputs = wishes.idTokens ? { azureConnection: federatedConnection(emulator).name } : {};
  const spelled = (inputs: Inputs) => ({ ...inTaskSpelling(inputs), ...connection });
  const names = new Map(Object.keys(readAction().outputs).map((name) => [taskSpelling(name), name]));
  return {
    name: "Azure Pipelines",
    runner: agent,
    login: (inputs) => agent.main(spelled(inputs)),
    spelled,
    outputs: () =>
      Object.fromEntries(Object.entries(agent.outputs).map(([name, value]) => [names.get(name) ?? name, value])),
    variables: () => ({ open: agent.exported, secret: agent.secretVariables }),
    errors: (step) => errorsOf(step as AgentStepResult),
    idTokens: () => devOps.requests.filter(({ path: asked }) => asked.endsWith("/oidctoken")).length,
  };
}

/** Replaces names of inputs with those of the task, if they are separate words. */
export function inTaskNames(text: string): string {
  const names = Object.keys(readAction().inputs).filter((name) => name.includes("-"));
  return names.reduce(
    (rest, name) => rest.replaceAll(new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "g"), taskSpelling(name)),
    text,
  );
}

/** The single error of a failed step. */
export function failureOf(side: Side, step: StepResult): string {
  expect(step.exitCode, step.raw).toBe(1);
  const errors = side.errors(step);
  expect(errors, step.raw).toHaveLength(1);
  return errors[0] ?? "";
}

/** The text without what differs between jobs: their folders, and the durations of stages. */
export function comparable(side: Side, text: string): string {
  const { temp, workspace, home, scratch } = side.runner;
  const folders = Object.entries({ temp, workspace, home, scratch });
  return folders
    .reduce((rest, [name, folder]) => rest.replaceAll(folder, `<${name}>`), text)
    .replaceAll(/azs-login-[\w-]+/g, "<job>")
    .replaceAll(/\(\d+ ms\)/g, "(time)");
}

export function comparableAll(side: Side, values: Inputs): Inputs {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, comparable(side, value)]));
}

/** The requests to the stamp and its login service after the first `before`, in any order. */
export function requestsSince(emulator: Emulator, before: number): readonly string[] {
  const asked = emulator.requests.slice(before).filter(({ path }) => !path.includes("/idtoken/"));
  return asked
    .map(({ method, host, path, query, status, formFields, form, authorized }) =>
      // The client's own ID of a request is always different.
      JSON.stringify([method, host, path, { ...query, "client-request-id": "" }, status, authorized, formFields, form]),
    )
    .toSorted();
}
