import path from "node:path";
import { expect, test } from "vitest";
import { hostsAsked, LOGIN_HOST, LOGINS, loggedIn } from "./sdk.ts";

const GROUPS = path.resolve("examples/node-sdk/resource-groups.mjs");

test.each(LOGINS)("%s, %s: @azure/identity and the hybrid client make and list groups", async (...login) => {
  const scene = await loggedIn(...login);
  const step = await scene.runner.step(process.execPath, [GROUPS]);
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toMatch(/^Groups: azs-login-[0-9a-f]{8}$/m);
  expect(hostsAsked(scene)).toEqual(["management.local.azurestack.external:443", LOGIN_HOST[login[0]]].sort());
});

test("the stamp is trusted by the exported variable alone", async () => {
  const scene = await loggedIn("aad", "secret");
  const step = await scene.runner.step(process.execPath, [GROUPS], { NODE_EXTRA_CA_CERTS: "" });
  expect([step.exitCode, step.log]).toEqual([1, expect.stringMatching(/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_/)]);
});
