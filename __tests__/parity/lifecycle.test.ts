/** From the first mask to the post step: what a job leaves behind, however it ends, is the same on both hosts. */

import { existsSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import { changed, scenarioInputs, withAz } from "../scenarios/support.ts";
import { credentialInputs } from "../support/credentials.ts";
import { killWhen } from "../support/killing.ts";
import { POST_LOG } from "../support/post-log.ts";
import { installationsIn, pathOf, temporary, WHEELS } from "../support/provisioning.ts";
import { snapshot } from "../support/snapshot.ts";
import { type Both, comparable, failureOf, openBoth, type Side } from "./hosts.ts";

/** Runs on both sides, and compares the results. */
async function compare<T>(both: Both, run: (side: Side) => Promise<T>): Promise<T> {
  const [gitHub, pipelines] = both.sides;
  const expected = await run(gitHub);
  expect(await run(pipelines)).toEqual(expected);
  return expected;
}

/** What is left in the job's own folders. task-lib keeps a key in one, and the agent reads the summary from there. */
async function leftovers({ runner }: Side): Promise<readonly string[]> {
  const names = await readdir(runner.temp);
  return names.filter((name) => name !== ".taskkey" && !/^azs-login-[\w-]+\.md$/.test(name));
}

withAz("a certificate's key stays masked, line by line, in steps that print it", async () => {
  const both = await openBoth();
  const { inputs: pem, secrets } = await credentialInputs("pem", both.emulator);
  await compare(both, async (side) => {
    const given = changed(await scenarioInputs(both.emulator, side.runner), { "client-secret": undefined, ...pem });
    const step = await side.login(given);
    expect(step.exitCode, step.log).toBe(0);
    const shown = await side.runner.step("sh", ["-c", 'cat "$AZURE_CLIENT_CERTIFICATE_PATH"']);
    expect(secrets.filter((line) => shown.raw.includes(line))).toHaveLength(secrets.length);
    for (const line of secrets) expect(step.log + shown.log).not.toContain(line);
    return shown.log.split("\n").filter((line) => line === "***").length;
  });
});

describe("killed, and undone by post", () => {
  const moments = { "before az": /^\/metadata\/endpoints$/, "while az logs in": /\/oauth2\/v2\.0\/token$/ };
  for (const [moment, pattern] of Object.entries(moments)) {
    withAz(moment, async () => {
      const both = await openBoth();
      const { emulator } = both;
      await compare(both, async (side) => {
        const { runner } = side;
        writeFileSync(path.join(runner.workspace, "root.pem"), emulator.roots.pem);
        const before = snapshot(runner.home, runner.workspace, runner.scratch);
        const passed = emulator.requests.filter((request) => pattern.test(request.path)).length;
        emulator.inject({ match: { path: pattern }, effect: "hang" });
        const inputs = side.spelled(await scenarioInputs(emulator, runner));
        await killWhen(runner, inputs, () => emulator.requests.filter((one) => pattern.test(one.path)).length > passed);
        const post = await runner.post();
        expect([post.exitCode, post.log]).toEqual([0, POST_LOG]);
        expect(snapshot(runner.home, runner.workspace, runner.scratch)).toEqual(before);
        return [await leftovers(side), side.outputs(), side.variables()];
      });
    });
  }
});

withAz("cleanup: false leaves the login for later jobs", async () => {
  const both = await openBoth();
  await compare(both, async (side) => {
    const inputs = changed(await scenarioInputs(both.emulator, side.runner), { cleanup: "false" });
    expect((await side.login(inputs)).exitCode).toBe(0);
    const post = await side.runner.post();
    expect(post.exitCode).toBe(0);
    expect(existsSync(side.outputs()["azure-config-dir"] ?? "")).toBe(true);
    expect((await side.runner.step("az", ["group", "list"])).raw).toBe("[]\n");
    return [comparable(side, post.log), (await leftovers(side)).length];
  });
});

withAz("a second login does not disturb the first one's post", async () => {
  const both = await openBoth();
  await compare(both, async (side) => {
    const inputs = await scenarioInputs(both.emulator, side.runner);
    await side.login(inputs);
    const first = side.outputs()["azure-config-dir"] ?? "";
    expect((await side.login({ ...inputs, "cloud-name": "Second" })).exitCode).toBe(0);
    const second = side.outputs()["azure-config-dir"] ?? "";
    expect((await side.runner.post(1)).log).toEqual(POST_LOG);
    expect([existsSync(first), existsSync(second)]).toEqual([true, false]);
    expect((await side.runner.post(0)).log).toEqual(POST_LOG);
    return leftovers(side);
  });
});

test("an az that is installed comes first on the PATH of later steps", { timeout: 240_000 }, async () => {
  const tools = await temporary("tools-");
  const both = await openBoth({
    path: await pathOf("python3"),
    environment: { RUNNER_TOOL_CACHE: tools },
  });
  await compare(both, async (side) => {
    const { "az-path": _, ...inputs }: Inputs = await scenarioInputs(both.emulator, side.runner);
    const step = await side.login({ ...inputs, "az-wheels": WHEELS });
    expect(step.exitCode, step.log).toBe(0);
    const found = await side.runner.step("sh", ["-c", "command -v az && az account show --query name"]);
    expect(found.exitCode, found.log).toBe(0);
    const az = side.outputs()["az-path"] ?? "";
    expect(found.raw.split("\n")[0]).toBe(az);
    return [side.outputs()["az-version"], found.raw];
  });
  expect(await installationsIn(tools)).toHaveLength(1);
});

test("a proxy that leads nowhere is the same failure", async () => {
  const both = await openBoth({ environment: { HTTPS_PROXY: "http://127.0.0.1:9" } });
  await compare(both, async (side) => {
    const step = await side.login(await scenarioInputs(both.emulator, side.runner));
    return comparable(side, failureOf(side, step));
  });
});
