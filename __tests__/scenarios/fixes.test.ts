/**
 * Follows the fix of each error literally, and checks that the error is gone. The rows are in the tables of `fixes/`.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Inputs, Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import type { Scene } from "../support/stamp.ts";
import { FIXES, INPUT_FIXES } from "./fixes/all.ts";
import { AT_SECRET, type Changes, type Fix, LOGGED_IN, WRONG_SECRET } from "./fixes/fix.ts";
import { followTogether, type Outcome } from "./fixes/together.ts";
import {
  azThatNeverRuns,
  changed,
  expectFailure,
  expectLogin,
  openTableRunner,
  openTableScene,
  scenarioInputs,
} from "./support.ts";

describe("the fix of an input is followed", () => {
  const outcomes = new Map<object, Outcome>();
  const ends: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(ends.map((end) => end())));
  beforeAll(async () => {
    const scene = await openTableScene({}, {}, (end) => ends.push(end));
    await followTogether(INPUT_FIXES, scene, outcomes);
  }, 120_000);

  test.for(INPUT_FIXES)("$code: $name", (fix) => {
    const { text, followed, after } = outcomes.get(fix) ?? {};
    expect(text).toMatch(new RegExp(`^(?:- )?${fix.code}: .*Fix: `, "s"));
    expect(followed).toBeUndefined();
    expect(after).toMatch(/^AZS40[15]: /);
  });
});

/** An az that reports success for each command. */
const ANSWERING = [
  `echo '{"version": "2.66.2", "profiles": ["latest", "2020-09-01-hybrid"], "certifi": "/nowhere/cacert.pem"}'`,
  `while read -r line; do echo '{"exitCode": 0, "output": "", "errors": "", "reason": ""}'; done`,
];

async function azThatAnswers({ workspace }: Runner): Promise<Inputs> {
  const place = (name: string, ...lines: readonly string[]) =>
    writeFile(path.join(workspace, name), ["#!/bin/sh", ...lines, ""].join("\n"), { mode: 0o755 });
  await place("python3", ...ANSWERING);
  await place("az", 'bin_dir=$(dirname "$0")', '"$bin_dir"/python3 -Im azure.cli "$@"');
  return { "az-path": "az" };
}

/**
 * Stamps with default options are reused by one row after another, because making their keys takes longer than a step.
 */
const idle: Record<"aad" | "adfs", Emulator[]> = { aad: [], adfs: [] };
afterAll(() => Promise.all(Object.values(idle).flatMap((stamps) => stamps.map((stamp) => stamp.close()))));

async function sceneFor({ stamp = {} }: Fix, whenFinished: (end: () => Promise<void>) => void): Promise<Scene> {
  const { idp = "aad", ...special } = stamp;
  if (Object.keys(special).length > 0) return openTableScene(stamp, {}, whenFinished);
  const emulator = idle[idp].pop() ?? (await startEmulator({ idp }));
  const runner = await openTableRunner(emulator);
  whenFinished(async () => {
    idle[idp].push(emulator);
    await runner.dispose();
  });
  return { emulator, runner, inputs: await scenarioInputs(emulator, runner) };
}

describe("a fix is followed", () => {
  test.for(FIXES)("$code: $name", async (fix, { onTestFinished }) => {
    const { code, inputs = {}, environment, faults, az, follow, next = AT_SECRET } = fix;
    const scene = await sceneFor(fix, onTestFinished);
    const { emulator } = scene;
    const ends = (faults?.(emulator) ?? []).map((fault) => emulator.inject(fault));
    onTestFinished(() => {
      for (const end of ends) end();
    });
    const secret = next === AT_SECRET ? { "client-secret": WRONG_SECRET } : {};
    const before = await environment?.(scene);
    const run = async (changes: Changes, variables: Inputs) => {
      const runner = await openTableRunner(emulator, { ...before, ...variables });
      onTestFinished(() => runner.dispose());
      await writeFile(path.join(runner.workspace, "root.pem"), emulator.roots.pem);
      const own = await (az === undefined ? azThatNeverRuns(runner) : azThatAnswers(runner));
      return { runner, result: await runner.main(changed({ ...scene.inputs, ...own, ...secret }, changes)) };
    };
    const wrong = typeof inputs === "function" ? await inputs(scene) : inputs;
    const failed = await run(wrong, {});
    const text = await expectFailure(failed.runner, failed.result, code);
    const followed = await follow(text, scene);
    const after = await run({ ...wrong, ...followed.inputs }, followed.environment ?? {});
    if (next === LOGGED_IN) await expectLogin(after.runner, after.result);
    else await expectFailure(after.runner, after.result, next);
  });
});
