import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Runner } from "../../emulator/runner.ts";
import { createRunner } from "../../emulator/runner.ts";
import { DIST } from "../support/bundles.ts";
import { killWhen } from "../support/killing.ts";
import { POST_LOG } from "../support/post-log.ts";
import { installationsIn, pathOf, temporary, WHEELS } from "../support/provisioning.ts";
import { setScene } from "../support/stamp.ts";

const JOBS = 6;

test("six jobs at once on a cold machine: one installation, each its own cloud and subscription", {
  timeout: 300_000,
}, async () => {
  const subscriptions = Array.from({ length: JOBS }, (_, job) => ({
    id: randomUUID(),
    name: `Team ${job}`,
    state: "Enabled" as const,
  }));
  const tools = await temporary("tools-");
  const PATH = await pathOf("python3");
  const { emulator, inputs } = await setScene({ subscriptions });
  const environment = { HTTPS_PROXY: emulator.proxyUrl, RUNNER_TOOL_CACHE: tools };
  const runners: Runner[] = [];
  for (let job = 0; job < JOBS; job++) runners.push(await createRunner({ dist: DIST, path: PATH, environment }));
  try {
    const given = { ...inputs, "ca-certificate": emulator.roots.pem, "az-wheels": WHEELS };
    const steps = await Promise.all(
      runners.map((runner, job) =>
        runner.main({ ...given, "subscription-id": `Team ${job}`, "cloud-name": `Stamp${job}` }),
      ),
    );
    for (const step of steps) expect(step.exitCode, step.log).toBe(0);
    expect(steps.filter(({ log }) => log.includes("az: installing")).length).toBe(1);
    expect(await installationsIn(tools)).toHaveLength(1);

    const shown = await Promise.all(runners.map((runner) => runner.step("az", ["account", "show"])));
    for (const [job, { exitCode, log }] of shown.entries()) {
      expect(exitCode, log).toBe(0);
      expect(JSON.parse(log)).toMatchObject({ name: `Team ${job}`, environmentName: `Stamp${job}` });
    }
    for (const runner of runners) {
      expect((await runner.post()).log).toEqual(POST_LOG);
      expect([await readdir(runner.temp), await readdir(runner.home)]).toEqual([[], []]);
    }
  } finally {
    for (const runner of runners) await runner.dispose();
  }
});

test("a job that is killed while it installs leaves nothing", {
  timeout: 200_000,
}, async () => {
  const tools = await temporary("tools-");
  const path = await pathOf("python3");
  const { runner, inputs } = await setScene({}, { path, environment: { RUNNER_TOOL_CACHE: tools } });
  const given = { ...inputs, "az-wheels": WHEELS };
  let begun = false;
  const watch = setInterval(async () => {
    for (const folder of await installationsIn(tools)) begun ||= existsSync(`${folder}/lib`);
  }, 20);
  await killWhen(runner, given, () => begun);
  clearInterval(watch);
  expect((await runner.post()).log).toEqual(POST_LOG);
  expect([await readdir(tools), await readdir(runner.temp)]).toEqual([[], []]);
});
