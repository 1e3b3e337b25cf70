/**
 * Shared by the attacks of a hostile stamp. Whatever it does, the step must end in time, with little memory and one
 * error.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { Effect, FaultMatch } from "../../emulator/faults.ts";
import type { Inputs, StepResult } from "../../emulator/runner.ts";
import type { StampOptions } from "../../emulator/server.ts";
import type { Scene } from "../support/stamp.ts";
import { azThatNeverRuns, changed, expectFailure, expectSilentPost, openScene, openTableScene } from "./support.ts";

const LONGEST_STEP_MS = 120_000;
const LARGEST_STEP_KB = 300 * 1024;
/** Characters: the step's own lines, and an error that quotes a few words. */
const LONGEST_LOG = 12_000;

/** Records the maximum memory of the step. getrusage would also count the memory of the process that started it. */
const WITNESS = `--import=data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeFileSync } from "node:fs";
  process.on("exit", () => writeFileSync("memory", /VmHWM:\\s*(\\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))[1]));
`)}`;

export interface Attack {
  readonly stamp?: Partial<StampOptions>;
  /** Affects every matching request. */
  readonly faults?: readonly { readonly match: FaultMatch; readonly effect: Effect }[];
  readonly inputs?: (scene: Scene) => Readonly<Record<string, string | undefined>>;
  readonly environment?: Inputs;
}

type WhenFinished = (end: () => Promise<void>) => void;

/** Runs a login at such a stamp. @param whenFinished from the test's context, if tests run concurrently */
export async function attacked(attack: Attack, whenFinished?: WhenFinished) {
  const scene = await openScene(attack.stamp, { NODE_OPTIONS: WITNESS, ...attack.environment }, whenFinished);
  const result = await logIn(scene, attack);
  const memory = Number(await readFile(path.join(scene.runner.workspace, "memory"), "utf8"));
  return { ...scene, result, memory };
}

/** The same for the rows of a table (`openTableScene`). Memory is what the step adds to the peak of the test's process. */
export async function attackedInTable(attack: Attack) {
  const scene = await openTableScene(attack.stamp, attack.environment);
  const before = process.resourceUsage().maxRSS;
  const result = await logIn(scene, attack);
  return { ...scene, result, memory: process.resourceUsage().maxRSS - before };
}

async function logIn(scene: Scene, { faults = [], inputs }: Attack): Promise<StepResult> {
  const { emulator, runner } = scene;
  for (const { match, effect } of faults) emulator.inject({ match, times: Number.POSITIVE_INFINITY, effect });
  const given = { ...(await azThatNeverRuns(runner)), ...inputs?.(scene) };
  return runner.main(changed(scene.inputs, given));
}

/** @returns the annotation's text */
export async function expectRepelled(
  { runner, result, memory }: Awaited<ReturnType<typeof attacked>>,
  code: string,
): Promise<string> {
  const text = await expectFailure(runner, result, code);
  expect(result.milliseconds).toBeLessThan(LONGEST_STEP_MS);
  expect(memory).toBeLessThan(LARGEST_STEP_KB);
  expect(result.raw.length).toBeLessThan(LONGEST_LOG);
  await expectSilentPost(runner);
  return text;
}
