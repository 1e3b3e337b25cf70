import { describe, expect, test } from "vitest";
import { readAction } from "../../scripts/action.ts";
import { HALF_AZ, withAz } from "../scenarios/support.ts";
import { errorsOf, expectPassed, expectTaskFailure, openAzPipeline } from "./support.ts";

const dashed: readonly string[] = Object.keys(readAction().inputs).filter((name) => name.includes("-"));

describe("an error", () => {
  test("names inputs as the task spells them, several in one", async () => {
    const { agent, inputs } = await openAzPipeline();
    const step = await agent.main({
      ...inputs,
      clientSecret: "",
      clientCertificate: "nowhere.pem",
      allowNoSubscriptions: "perhaps",
      exportCredentials: "perhaps",
      trustStores: "everything",
      azVersion: "newest",
      caFingerprint: "12",
    });
    const text = expectTaskFailure(step, "AZS100");
    for (const name of ["clientCertificate", "allowNoSubscriptions", "exportCredentials", "trustStores", "azVersion"])
      expect(text).toContain(name);
    for (const name of dashed) expect(text).not.toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
  });

  test("is printed once, and the step exits with 0: otherwise the agent would add another error", async () => {
    const { agent, inputs } = await openAzPipeline();
    const step = await agent.main({ ...inputs, clientSecret: "wrong-on-purpose" });
    expectTaskFailure(step, "AZS401");
    expect(errorsOf(step).join()).not.toContain("Exit code");
    expect(step.log.match(/##\[error\]/g)).toHaveLength(1);
    expect(step.log).not.toContain("##[debug]");
  });

  test("comes with its stack when the run is a debugging one", async () => {
    const { agent, inputs } = await openAzPipeline({ variables: { "system.debug": "true" } });
    const step = await agent.main({ ...inputs, clientSecret: "wrong-on-purpose" });
    expect(errorsOf(step)).toHaveLength(1);
    expect(step.log).toMatch(/##\[debug\].*at .+:\d+/s);
    expect(step.log).not.toContain("wrong-on-purpose");
  });
});

withAz("a debugging run shows no secret, whatever the library for tasks would print", async () => {
  const { agent, devOps, emulator, inputs } = await openAzPipeline({ variables: { "system.debug": "true" } });
  const step = await agent.main({ ...inputs, exportCredentials: "true" });
  expectPassed(step);
  const shown = step.raw.split("\n").filter((line) => !/^##vso\[task\.(?:setsecret|setvariable)[ \]]/.test(line));
  for (const secret of [emulator.application.secret, devOps.system.accessToken]) {
    expect(shown.join("\n")).not.toContain(secret);
    expect(step.log).not.toContain(secret);
  }
});

withAz("a log has one line a stage in a group, and one at the end; warnings are issues", async () => {
  const { agent, inputs } = await openAzPipeline();
  const step = await agent.main(inputs);
  expect(step.log.replaceAll(/\d+ ms/g, "0 ms").split("\n")).toEqual([
    "##[group]azs-login",
    expect.stringMatching(/^inputs: /),
    expect.stringMatching(/^stamp: /),
    expect.stringMatching(/^identity: /),
    expect.stringMatching(HALF_AZ),
    expect.stringMatching(/^trust: /),
    expect.stringMatching(/^az: /),
    "##[endgroup]",
    expect.stringMatching(/^Logged in /),
    "",
  ]);
  expect(step.issues.filter(({ type }) => type === "warning")).toHaveLength(1);
  expect(agent.summary).toContain("### Azure Stack Hub login");
  const log = "azs-login: this machine is as it was before the login.\n";
  expect(await agent.post()).toMatchObject({ log, issues: [], result: "Succeeded" });
});

test("a job that was set up not to verify TLS is verified all the same", async () => {
  const { agent, emulator, inputs } = await openAzPipeline({ environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } });
  const { caCertificate: _, ...without } = inputs;
  expectTaskFailure(await agent.main(without), "AZS20\\d");
  expect(emulator.requests).toEqual([]);
});
