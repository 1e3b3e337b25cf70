import path from "node:path";
import { describe, expect, test } from "vitest";
import { hostsAsked, LOGIN_HOST, LOGINS, loggedIn } from "./sdk.ts";

const GROUPS = path.resolve("examples/node-sdk/resource-groups.mjs");

describe.each(LOGINS)("%s, %s", (idp, credential) => {
  test("@azure/identity and the hybrid client make and list groups", async () => {
    const scene = await loggedIn(idp, credential);
    const step = await scene.runner.step(process.execPath, [GROUPS]);
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).toMatch(/^Groups: azs-login-[0-9a-f]{8}$/m);
    expect(hostsAsked(scene)).toEqual(["management.local.azurestack.external:443", LOGIN_HOST[idp]].sort());
  });
});
