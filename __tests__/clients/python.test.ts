import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
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

test.each(LOGINS)(
  "%s, %s: a vault and a secret with azure-keyvault, groups with azure-mgmt-resource",
  async (...login) => {
    const scene = await loggedIn(...login);
    const before = scene.emulator.requests.length;
    const log = await run(scene, VAULT);
    const vault = /vaults\/(azs-[0-9a-f]{8})$/m.exec(log)?.[1] ?? "";
    expect(log).toContain("Stored a secret and read it back");
    expect(log).toContain(`Vaults: ['${vault}']\nVaults: []\n`);

    const asked = scene.emulator.requests.slice(before);
    const host = `${vault}.vault.local.azurestack.external`;
    const refused = asked.filter(({ status }) => status >= 400);
    // The request that Key Vault answers with its challenge.
    expect(refused.map(({ host: at, status }) => [at, status])).toEqual([[host, 401]]);
    const versions = (part: string) =>
      asked.filter(({ path: at }) => at.includes(part)).map(({ apiVersion }) => apiVersion);
    expect(new Set(versions("Microsoft.KeyVault/vaults"))).toEqual(new Set(["2019-09-01"]));
    expect(new Set(versions("/secrets/"))).toEqual(new Set(["2016-10-01"]));

    expect(await run(scene, GROUPS)).toMatch(/^Groups: \['azs-login-[0-9a-f]{8}'\]$/m);
    expect(hostsAsked(scene)).toEqual(
      [`${host}:443`, "management.local.azurestack.external:443", LOGIN_HOST[login[0]]].sort(),
    );
  },
);

test("the stamp is trusted by the exported variables alone", async () => {
  const scene = await loggedIn("aad", "secret");
  const roots = "/etc/ssl/certs/ca-certificates.crt";
  for (const variable of ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"]) {
    const step = await scene.runner.step(PYTHON, [GROUPS], { [variable]: roots });
    expect([step.exitCode, step.log]).toEqual([1, expect.stringMatching(/CERTIFICATE_VERIFY_FAILED/)]);
  }
});
