import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Scene } from "../support/stamp.ts";
import { hostsAsked, LOGIN_HOST, LOGINS, loggedIn } from "./sdk.ts";

const PYTHON = path.resolve(".cache/python-sdk/bin/python");
const VAULT = path.resolve("examples/key-vault-python/key_vault.py");
const GROUPS = path.resolve("examples/python-sdk/resource_groups.py");

if (!existsSync(PYTHON)) throw new Error(`${PYTHON} is missing: npm run az`);

async function run({ runner }: Scene, script: string): Promise<string> {
  const step = await runner.step(PYTHON, [script]);
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).not.toMatch(/Warning|Traceback/);
  return step.log;
}

describe.each(LOGINS)("%s, %s", (idp, credential) => {
  test("azure-identity, azure-mgmt-keyvault and azure-keyvault-secrets make a vault and keep a secret", async () => {
    const scene = await loggedIn(idp, credential);
    const before = scene.emulator.requests.length;
    const log = await run(scene, VAULT);
    const vault = /vaults\/(azs-[0-9a-f]{8})$/m.exec(log)?.[1] ?? "";
    expect(log).toContain(`Vaults: ['${vault}']\nVaults: []\n`);
    expect(log).toContain("Set a secret and got it back");
    const host = `${vault}.vault.local.azurestack.external`;
    expect(hostsAsked(scene)).toEqual(
      [`${host}:443`, "management.local.azurestack.external:443", LOGIN_HOST[idp]].sort(),
    );
    // One refusal, which is the challenge.
    const asked = scene.emulator.requests.slice(before);
    const refused = asked.filter(({ status }) => status >= 400);
    expect(refused.map(({ host: at, status }) => [at, status])).toEqual([[host, 401]]);
    const to = (part: string) => asked.filter(({ path: at }) => at.includes(part)).map(({ apiVersion }) => apiVersion);
    expect(new Set(to("Microsoft.KeyVault/vaults"))).toEqual(new Set(["2019-09-01"]));
    expect(new Set(to("/secrets/"))).toEqual(new Set(["2016-10-01"]));
  });

  test("azure-mgmt-resource makes and lists groups", async () => {
    const scene = await loggedIn(idp, credential);
    expect(await run(scene, GROUPS)).toMatch(/^Groups: \['azs-login-[0-9a-f]{8}'\]$/m);
    expect(hostsAsked(scene)).toEqual(["management.local.azurestack.external:443", LOGIN_HOST[idp]].sort());
  });
});
