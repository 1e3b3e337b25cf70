import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { throttled } from "../../emulator/server.ts";
import { listen, proxyTo } from "./servers.ts";
import { changed, expectFailure, METADATA, openScene, requestsTo, SUBSCRIPTIONS, TOKEN } from "./support.ts";

// Two attempts of 20 seconds each. The tests wait at the same time.
const PATIENCE_MS = 100_000;
const LONGEST_STEP_MS = 60_000;
const LONGEST_WAIT_MS = 45_000;

describe.concurrent("a server that never answers is given up", () => {
  test.for([
    ["the stamp, asked for its metadata", METADATA, "management.local.azurestack.external"],
    ["the authority, asked for a token", TOKEN, "login.microsoftonline.com"],
    ["the stamp, asked for subscriptions", SUBSCRIPTIONS, "management.local.azurestack.external"],
  ] as const)("%s", { timeout: PATIENCE_MS }, async ([, match, host], { onTestFinished }) => {
    const { emulator, runner, inputs } = await openScene({}, {}, onTestFinished);
    emulator.inject({ match, times: Number.POSITIVE_INFINITY, effect: "hang" });
    const result = await runner.main(inputs);
    const text = await expectFailure(runner, result, "AZS203");
    expect(text).toContain(`${host} did not answer within 20 seconds`);
    expect(requestsTo(emulator, match)).toHaveLength(2);
    expect(result.milliseconds).toBeLessThan(LONGEST_STEP_MS);
  });

  test("the stamp, asked for the chain of its certificate", { timeout: PATIENCE_MS }, async ({ onTestFinished }) => {
    const server = createServer((socket) => socket.on("error", () => undefined));
    const proxy = await proxyTo(await listen(server, onTestFinished), 0, onTestFinished);
    const { runner, inputs } = await openScene({}, { HTTPS_PROXY: proxy }, onTestFinished);
    const fingerprint = Array.from({ length: 32 }, () => "AB").join(":");
    const result = await runner.main(changed(inputs, { "ca-certificate": undefined, "ca-fingerprint": fingerprint }));
    expect(await expectFailure(runner, result, "AZS203")).toContain("within 20 seconds");
    expect(result.milliseconds).toBeLessThan(LONGEST_STEP_MS);
  });

  test("a server that asks for an hour is not waited for", { timeout: PATIENCE_MS }, async ({ onTestFinished }) => {
    const { emulator, runner, inputs } = await openScene({}, {}, onTestFinished);
    emulator.inject({ match: METADATA, times: Number.POSITIVE_INFINITY, effect: throttled(3600) });
    const result = await runner.main(inputs, (step) => {
      const timer = setTimeout(() => step.kill(), LONGEST_WAIT_MS);
      step.on("exit", () => clearTimeout(timer));
    });
    expect(result.exitCode, "killed, since it waited").toBe(1);
    const text = await expectFailure(runner, result, "AZS212");
    expect(text).toContain("answered 429");
  });
});
