/** Checks what docs/tools.md says about Microsoft's Python samples and Ansible, with the packages that it names. */
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { StepResult } from "../../emulator/runner.ts";
import { type CredentialKind, credentialInputs } from "../support/credentials.ts";
import { type Scene, setScene } from "../support/stamp.ts";
import { hostsAsked, type Idp, LOGIN_HOST, loggedIn } from "./sdk.ts";

const PYTHON = path.resolve(".cache/python-samples/bin/python");
const SAMPLES = path.resolve("__tests__/clients/samples.py");
const ANSIBLE = path.resolve("__tests__/clients/ansible_login.py");

if (!existsSync(PYTHON)) throw new Error(`${PYTHON} is missing: npm run az`);

async function runSamples(idp: Idp): Promise<{ readonly scene: Scene; readonly step: StepResult }> {
  const scene = await setScene({ idp });
  const login = await scene.runner.main({
    ...scene.inputs,
    "register-providers": "Microsoft.KeyVault",
    "sample-config": "azureSecretSpConfig.json",
  });
  expect(login.exitCode, login.log).toBe(0);
  return { scene, step: await scene.runner.step(PYTHON, [SAMPLES]) };
}

test("on Entra, Python samples import their packages, log in with sample-config and list groups", async () => {
  const { step } = await runSamples("aad");
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain("Groups: ['from-samples']\nVaults: []\n");
});

test("on AD FS, Python samples ask for a path that it does not have", async () => {
  const { scene, step } = await runSamples("adfs");
  expect([step.exitCode, step.log]).toEqual([1, expect.stringContaining("Unable to get authority configuration")]);
  const last = scene.emulator.requests.at(-1);
  expect([last?.status, last?.path]).toEqual([404, expect.stringContaining(`/adfs/${scene.emulator.tenantId}/`)]);
});

const LOGINS: readonly (readonly [Idp, CredentialKind, readonly string[]])[] = [
  ["aad", "secret", []],
  ["adfs", "secret", []],
  ["adfs", "password", ["-u", "AZURE_TENANT"]],
];

test.each(LOGINS)("%s, %s: Ansible 2.9 takes the login from the variables", async (idp, kind, unset) => {
  const scene = await loggedIn(idp, kind);
  const step = await scene.runner.step("env", [...unset, PYTHON, ANSIBLE]);
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain(`Subscriptions: 200 2 ${scene.runner.outputs["subscription-id"]}`);
  expect(hostsAsked(scene)).toEqual(["management.local.azurestack.external:443", LOGIN_HOST[idp]].sort());
});

test("without export-credentials the variables are missing", async () => {
  const scene = await setScene();
  const { inputs } = await credentialInputs("secret", scene.emulator);
  const login = await scene.runner.main({ ...scene.inputs, ...inputs });
  expect(login.exitCode, login.log).toBe(0);
  const names = Object.keys(scene.runner.exported);
  expect(names.filter((name) => /SECRET|AD_USER|PASSWORD/.test(name))).toEqual([]);
});
