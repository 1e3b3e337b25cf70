/**
 * Shared by the scenarios: a scene that can run at the same time as others, and what every failed step has in common.
 */

import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Fault, FaultMatch } from "../../emulator/faults.ts";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import {
  createRunner,
  createRunnerOn,
  type Inputs,
  type Runner,
  type RunnerOptions,
  type StepResult,
} from "../../emulator/runner.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import { unescaped } from "../../emulator/workflow-commands.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { DIST } from "../support/bundles.ts";
import { POST_LOG } from "../support/post-log.ts";
import type { Scene } from "../support/stamp.ts";
import { systemForAction } from "../support/tables.ts";

export const AZ = "/usr/bin/az";
/** The step's warning about that az. */
export const HALF_AZ = /\/usr\/bin\/az \(az 2\.45\.0\) does not do all that people do on stamps/;
const azIsHere = existsSync(AZ);
if (!azIsHere)
  console.warn(`${AZ} is missing: scenarios that log in to the end are skipped here; they fail where CI=true.`);

/** For scenarios that end with a login, which only az can confirm. */
export const withAz = test.skipIf(!azIsHere && process.env["CI"] !== "true");

/** Variables added to those that a runner sets. The proxy is known once the stamp runs. */
type Environment = Inputs | ((emulator: Emulator) => Inputs);

export const UNKNOWN_ID = "11111111-2222-4333-8444-555555555555";

/**
 * A stamp and a runner that reaches it through the proxy, with an az that reports success for every command. Unlike the
 * one of `setScene`, it ends with its own test, so that tests which mostly wait can run at the same time.
 *
 * @param whenFinished from the test's context, if tests run concurrently
 */
export async function openScene(
  stamp: Partial<StampOptions> = {},
  environment: Environment = {},
  whenFinished?: (end: () => Promise<void>) => void,
): Promise<Scene> {
  return sceneWith(openRunner, stamp, environment, whenFinished);
}

async function sceneWith(
  open: typeof openRunner,
  stamp: Partial<StampOptions>,
  environment: Environment,
  whenFinished: (end: () => Promise<void>) => void = onTestFinished,
): Promise<Scene> {
  const emulator = await startEmulator(stamp);
  const runner = await open(emulator, typeof environment === "function" ? environment(emulator) : environment);
  whenFinished(async () => {
    await emulator.close();
    await runner.dispose();
  });
  return {
    emulator,
    runner,
    inputs: { ...(await workingInputs(emulator, runner)), ...(await placeAnsweringAz(runner)) },
  };
}

/**
 * `openScene` for the rows of a table: their steps run one after another in the test's own process, which takes a
 * third of the time. The first scene of each file runs the bundle.
 */
export async function openTableScene(...[stamp = {}, environment = {}, whenFinished]: Parameters<typeof openScene>) {
  return sceneWith(openTableRunner, stamp, environment, whenFinished);
}

/** The same with the machine's own az, for later steps that use az, or for tests of what az does. */
export async function openAzScene(...options: Parameters<typeof openScene>): Promise<Scene> {
  const scene = await openScene(...options);
  return { ...scene, inputs: { ...scene.inputs, "az-path": AZ } };
}

export function openRunner(emulator: Emulator, environment: Inputs = {}): Promise<Runner> {
  return createRunner(runnerOptions(emulator, environment));
}

/** `openRunner` for the rows of a table; see `openTableScene`. */
export async function openTableRunner(emulator: Emulator, environment: Inputs = {}): Promise<Runner> {
  return createRunnerOn(await systemForAction(), runnerOptions(emulator, environment));
}

function runnerOptions(emulator: Emulator, environment: Inputs): RunnerOptions {
  return { dist: DIST, path: SYSTEM_PATH, environment: { HTTPS_PROXY: emulator.proxyUrl, ...environment } };
}

/** Inputs that log in, as far as this machine's az allows. */
export async function scenarioInputs(emulator: Emulator, runner: Runner): Promise<Inputs> {
  const inputs = await workingInputs(emulator, runner);
  return azIsHere ? { ...inputs, "az-path": AZ } : { ...inputs, ...(await azThatNeverRuns(runner)) };
}

/** The step looks for an az before it sends any request, but does not run it if the login is refused. */
export async function azThatNeverRuns(runner: Runner): Promise<Inputs> {
  await writeFile(path.join(runner.workspace, "az"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  return { "az-path": "az" };
}

/** The inputs with these changes; undefined removes one. */
export function changed(inputs: Inputs, changes: Readonly<Record<string, string | undefined>>): Inputs {
  const entries = Object.entries({ ...inputs, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Checks what every failed step has in common: one annotation that contains the fix, no stack, nothing exported to
 * later steps, and nothing left on the machine, even before the post step.
 *
 * @param code of the catalogue, or the beginning of one if several are possible
 * @returns the annotation's text
 */
export async function expectFailure(runner: Runner, result: StepResult, code: string): Promise<string> {
  const annotations = result.raw.split("\n").filter((line) => line.startsWith("::error"));
  expect(annotations, result.raw).toHaveLength(1);
  const [, title, escaped = ""] = /^::error title=([^:]*)::(.*)$/.exec(annotations[0] ?? "") ?? [];
  const text = unescaped(escaped);
  expect(title, text).toContain(code);
  expect(text).toMatch(new RegExp(`^${code}\\d*: `));
  expect(text).toContain("Fix: ");
  expect(result.exitCode).toBe(1);
  expect(result.raw).not.toMatch(/^\s+at .+:\d+|\(node:\d+\)/m);
  expect([runner.outputs, runner.exported, runner.summary]).toEqual([{}, {}, ""]);
  expect(await readdir(runner.temp)).toEqual([]);
  expect(await readdir(runner.home)).toEqual([]);
  return text;
}

/** Checks that the post step has nothing to undo and prints nothing. */
export async function expectSilentPost(runner: Runner): Promise<void> {
  const post = await runner.post();
  expect(post.raw).toEqual(POST_LOG);
  expect(post.exitCode).toBe(0);
}

/** What a step printed, without the commands that set masks. */
export function spoken({ raw }: StepResult): string {
  return raw
    .split("\n")
    .filter((line) => !line.startsWith("::add-mask::"))
    .join("\n");
}

export const METADATA: FaultMatch = { path: /^\/metadata\/endpoints$/ };
export const TOKEN: FaultMatch = { method: "POST", path: /\/token\/?$/ };
export const SUBSCRIPTIONS: FaultMatch = { path: /^\/subscriptions$/ };

export function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Fault["effect"] {
  return { answer: { status, body, headers: { "content-type": "application/json", ...headers } } };
}

/** Requests to a path, in the order of arrival. */
export function requestsTo(emulator: Emulator, { path: pattern = /^/ }: FaultMatch) {
  return emulator.requests.filter(({ path: asked }) => pattern.test(asked));
}

/** Hosts that the step requested from the proxy, each once. */
export function connectedHosts(emulator: Emulator): readonly string[] {
  return [...new Set(emulator.connects.map((target) => target.replace(/:443$/, "")))];
}

export async function expectLogin(runner: Runner, result: StepResult): Promise<void> {
  expect(result.raw).not.toContain("::error");
  expect(result.exitCode).toBe(0);
  expect(runner.outputs["azure-config-dir"]).toBeTruthy();
}

/**
 * The warnings of a step on GitHub, without the one that this machine's az supports only part of what users do on a
 * stamp.
 */
export function warningsOf(raw: string): readonly string[] {
  const warnings = raw.split("\n").filter((line) => line.startsWith("::warning"));
  return warnings.filter((line) => !line.includes("does not do all that people do on stamps"));
}
