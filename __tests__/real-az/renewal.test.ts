/** Jobs that go on for hours after a login with an ID token, which ends after minutes. */
import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { idTokenVariables } from "../support/credentials.ts";
import { POST_LOG } from "../support/post-log.ts";
import { setScene } from "../support/stamp.ts";

const HOUR_MS = 3_600_000;
const [FAKETIME = ""] = globSync("/usr/lib/*/faketime/libfaketime.so.1");

/** A job logged in with an ID token, whose clock can be moved, for its programs and the stamp alike. */
async function longJob({ path: az }: TestAz) {
  let shift = 0;
  const scene = await setScene({ now: () => Date.now() + shift }, {}, idTokenVariables);
  const { runner, inputs } = scene;
  const step = await runner.main({ ...inputs, "client-secret": "", "az-path": az });
  expect(step.exitCode, step.log).toBe(0);
  const later = (command: string, ...args: readonly string[]) => {
    const clock = [`LD_PRELOAD=${FAKETIME}`, `FAKETIME=+${shift / 1000}`, "FAKETIME_DONT_FAKE_MONOTONIC=1"];
    return runner.step("env", [...clock, command, ...args]);
  };
  const pass = (milliseconds: number) => {
    shift += milliseconds;
  };
  return { ...scene, step, later, pass };
}

const LIST = ["group", "list", "--output", "tsv"];

describeEachAz("a job of many hours", (az) => {
  test("az goes on for as long as the job does", { timeout: 120_000 }, async () => {
    const { runner, step, later, pass } = await longJob(az);
    expect(step.log).toContain("oidc: az gets a new ID token");
    for (let hours = 0; hours < 2; hours++) {
      pass(5 * HOUR_MS);
      const listed = await later("az", ...LIST);
      expect([listed.exitCode, listed.log], listed.log).toEqual([0, ""]);
    }
    pass(5 * HOUR_MS);
    const without = await later(runner.outputs["az-path"] ?? "", ...LIST);
    expect(without.exitCode).toBe(1);
    expect(without.log).toContain("AADSTS700024");
    expect((await runner.post()).log).toEqual(POST_LOG);
  });
});
