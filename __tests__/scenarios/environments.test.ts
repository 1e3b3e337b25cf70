/**
 * With randomly generated environments, a step either succeeds or fails with one error that names the cause, and leaves
 * nothing behind. `CASES=200` tries more of them, `SEED=7` different ones.
 */

import { describe, expect, test } from "vitest";
import { drawEnvironment } from "../support/environments.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { setScene } from "../support/stamp.ts";
import { AZ, changed, withAz } from "./support.ts";

const CASES = Number(process.env["CASES"] ?? 8);
const SEED = Number(process.env["SEED"] ?? 14);
const isRoot = process.getuid?.() === 0;

/** Removed for a later step that tests only az: the variables that are up to the job. */
const DECIDED = ["PYTHONHOME", "PYTHONPATH", "PYTHONHASHSEED", "PYTHONINSPECT", "PYTHONIOENCODING", "PYTHONUTF8"];
const OTHERS = ["PYTHONWARNINGS", "PYTHONVERBOSE", "ARM_CLOUD_METADATA_URL", "SSLKEYLOGFILE"];

/** Node prints this whenever it starts, about a file that the runner's environment names. */
const NODES_OWN = /^Warning: Ignoring extra certs from .*\n/m;

describe.skipIf(!isRoot && process.env["CI"] !== "true")("an environment drawn at random", () => {
  const draws = Array.from({ length: CASES }, (_, index) => [index, drawEnvironment(SEED, index)] as const);

  withAz.each(draws)("%i", { timeout: 120_000 }, async (_, drawn) => {
    const { emulator, runner, inputs } = await setScene({}, drawn.options);
    const end = drawn.apply(runner, emulator);
    try {
      const places = [runner.home, runner.temp, runner.workspace, runner.scratch];
      const before = snapshot(...places);
      const step = await runner.main(changed(inputs, { ...drawn.inputs, "az-path": AZ }));
      const what = `${drawn.names.join("; ")}\n${step.raw}`;
      if (step.exitCode === 0) {
        const unset = [...DECIDED, ...OTHERS].flatMap((name) => ["-u", name]);
        const query = ["account", "show", "--query", "environmentName", "--output", "json"];
        const later = await runner.step("env", [...unset, "NETRC=/dev/null", AZ, ...query]);
        expect(later.raw, what).toContain('"AzureStackUser"');
      } else {
        const [code, ...more] = [...step.raw.matchAll(/^::error title=(AZS\d+)::/gm)].map(([, one]) => one);
        expect(more, what).toEqual([]);
        expect(drawn.codes, what).toContain(code);
      }
      const post = await runner.post();
      expect([post.exitCode, post.log.replace(NODES_OWN, "")], what).toEqual([0, POST_LOG]);
      expect(snapshot(...places), what).toEqual(before);
    } finally {
      end();
    }
  });
});

test("the same seed draws the same", () => {
  expect(drawEnvironment(1, 2).names).toEqual(drawEnvironment(1, 2).names);
  expect(drawEnvironment(1, 2).names).not.toEqual(drawEnvironment(1, 3).names);
});
