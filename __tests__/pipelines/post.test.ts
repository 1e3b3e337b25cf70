import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { killWhen } from "../support/killing.ts";
import { POST_LOG } from "../support/post-log.ts";
import { expectPassed, expectTaskFailure, openPipeline } from "./support.ts";

const SILENT = { log: "", issues: [], result: "Succeeded" };

describe("the post-job stage", () => {
  test("of a step that was skipped has nothing to do, whatever its inputs are", async () => {
    const { agent, emulator, inputs } = await openPipeline();
    agent.skip({ ...inputs, clientSecret: "$(nobody)", isolate: "perhaps" });
    expect(await agent.post()).toMatchObject(SILENT);
    expect(emulator.connects).toEqual([]);
  });

  test("of a step that failed has nothing left to do", async () => {
    const { agent, inputs } = await openPipeline();
    expectTaskFailure(await agent.main({ ...inputs, clientSecret: "wrong-on-purpose" }), "AZS401");
    expect(await agent.post()).toMatchObject(SILENT);
  });

  test("takes back variables that are secret in this pipeline too", async () => {
    const secretVariables = { SSL_CERT_FILE: "/etc/ssl/certs/ca-certificates.crt" };
    const { agent, inputs } = await openPipeline({ secretVariables });
    expectPassed(await agent.main(inputs));
    expect(agent.variables.get("SSL_CERT_FILE")?.value).toContain(agent.temp);
    await agent.post();
    expect(agent.variables.get("SSL_CERT_FILE")?.value).toBe("/etc/ssl/certs/ca-certificates.crt");
  });

  test("ignores variables of the job that have the names of its own", async () => {
    const { agent, inputs } = await openPipeline({ variables: { folder: "/etc", complete: "true" } });
    expectPassed(await agent.main(inputs));
    expect(await agent.post()).toMatchObject({ ...SILENT, log: POST_LOG });
    expect((await readdir(agent.temp)).filter((name) => /^azs-login-[\w-]+$/.test(name))).toEqual([]);
  });
});

test("a step that runs again undoes what its first try left, and keeps nothing of it", async () => {
  const { agent, emulator, inputs } = await openPipeline();
  const folders = async () => (await readdir(agent.temp)).filter((name) => /^azs-login-[0-9a-f-]{36}$/.test(name));
  const asked = () => emulator.requests.some(({ path }) => path.endsWith("/token"));
  emulator.inject({ match: { path: /\/token$/ }, effect: "hang" });
  await killWhen(agent, { ...inputs, cleanup: "false" }, asked);
  const [left, ...more] = await folders();
  expect([left, more]).toEqual([expect.any(String), []]);

  expectPassed(await agent.retry());
  expect(await folders()).toEqual([expect.not.stringContaining(left ?? "")]);
});
