/** A fix that an error names is followed as it is written, and the error is gone. The rows are the tables of `fixes/`. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import { FIXES, INPUT_FIXES } from "./fixes/all.ts";
import { AT_SECRET, type Changes, WRONG_SECRET } from "./fixes/fix.ts";
import { followTogether, type Outcome } from "./fixes/together.ts";
import { azThatNeverRuns, changed, expectFailure, openRunner, openScene } from "./support.ts";

describe("the fix of an input is followed", () => {
  const outcomes = new Map<object, Outcome>();
  const ends: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(ends.map((end) => end())));
  beforeAll(async () => {
    const scene = await openScene({}, {}, (end) => ends.push(end));
    await followTogether(INPUT_FIXES, scene, outcomes);
  }, 120_000);

  test.for(INPUT_FIXES)("$code: $name", (fix) => {
    const { text, followed, after } = outcomes.get(fix) ?? {};
    expect(text).toMatch(new RegExp(`^(?:- )?${fix.code}: .*Fix: `, "s"));
    expect(followed).toBeUndefined();
    expect(after).toMatch(/^AZS40[15]: /);
  });
});

describe.concurrent("a fix is followed", () => {
  test.for(FIXES)("$code: $name", async (fix, { onTestFinished }) => {
    const { code, stamp, inputs = {}, environment, faults, follow, next = AT_SECRET } = fix;
    const scene = await openScene(stamp, {}, onTestFinished);
    const { emulator } = scene;
    for (const fault of faults?.(emulator) ?? []) emulator.inject(fault);
    const secret = next === AT_SECRET ? { "client-secret": WRONG_SECRET } : {};
    const before = await environment?.(emulator);
    const run = async (changes: Changes, variables: Inputs, expected: string) => {
      const runner = await openRunner(emulator, { ...before, ...variables });
      onTestFinished(() => runner.dispose());
      await writeFile(path.join(runner.workspace, "root.pem"), emulator.roots.pem);
      const az = await azThatNeverRuns(runner);
      const result = await runner.main(changed({ ...scene.inputs, ...az, ...secret }, changes));
      return expectFailure(runner, result, expected);
    };
    const wrong = typeof inputs === "function" ? await inputs(scene) : inputs;
    const text = await run(wrong, {}, code);
    const followed = await follow(text, scene);
    await run({ ...wrong, ...followed.inputs }, followed.environment ?? {}, next);
  });
});
