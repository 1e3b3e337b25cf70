import { cp, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { StepResult } from "../../emulator/runner.ts";
import { type CredentialKind, credentialInputs } from "../support/credentials.ts";
import { type Scene, setScene } from "../support/stamp.ts";
import { needsTerraform, PROVIDERS, TERRAFORM } from "../support/terraform.ts";

needsTerraform();

/** Identifies a failure of the provider that also happens with a real stamp. */
const UNKNOWN_RESOURCE = {
  aad: /AADSTS500011: The resource principal named https:\/\/management\.local\.azurestack\.external\/ was not found/,
  adfs: /MSIS9602: The received 'resource' parameter is invalid\./,
} as const;
const LOGIN_HOST = { aad: "login.microsoftonline.com", adfs: "adfs.local.azurestack.external" } as const;

interface Job {
  readonly scene: Scene;
  readonly secrets: readonly string[];
  /** Runs Terraform in a later step, which gets only what the login exported and the folder of the providers. */
  terraform(command: string, ...options: readonly string[]): Promise<StepResult>;
}

/** A job that is logged in, in a checkout that contains the example. */
async function startJob(
  example: string,
  idp: "aad" | "adfs",
  kind: CredentialKind,
  exportCredentials: boolean,
): Promise<Job> {
  const scene = await setScene({ idp });
  const { runner, emulator } = scene;
  const { "client-secret": _, ...common } = scene.inputs;
  const { inputs, secrets } = await credentialInputs(kind, emulator);
  const login = await runner.main({ ...common, ...inputs, "export-credentials": String(exportCredentials) });
  expect(login.exitCode, login.log).toBe(0);
  await cp(path.resolve("examples", example, "main.tf"), path.join(runner.workspace, "main.tf"));
  // Only a mirror is configured. So the registry is not asked, which the proxy's log shows.
  const settings = path.join(runner.home, "mirror.tfrc");
  const mirror = JSON.stringify(PROVIDERS);
  await writeFile(settings, `provider_installation {\n  filesystem_mirror {\n    path = ${mirror}\n  }\n}\n`);
  const environment = {
    TF_CLI_CONFIG_FILE: settings,
    CHECKPOINT_DISABLE: "1",
    TF_VAR_location: runner.outputs["location"] ?? "",
  };
  const terraform = (command: string, ...options: readonly string[]) =>
    runner.step(TERRAFORM, [command, "-input=false", "-no-color", ...options], environment);
  return { scene, secrets, terraform };
}

async function expectWork({ scene, secrets, terraform }: Job, idp: "aad" | "adfs"): Promise<void> {
  const { emulator } = scene;
  const changes = () =>
    emulator.requests
      .filter(({ path: asked }) => asked.endsWith("/resourcegroups/terraform-example"))
      .filter(({ method }) => method !== "GET")
      .map(({ method, status }) => `${method} ${status}`);

  const steps = [await terraform("init"), await terraform("plan", "-out=plan")];
  expect(
    steps.map(({ exitCode }) => exitCode),
    steps.at(-1)?.log,
  ).toEqual([0, 0]);
  expect(steps.at(-1)?.log).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
  expect(changes()).toEqual([]);

  steps.push(await terraform("apply", "plan"));
  expect(steps.at(-1)?.log).toContain("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
  expect(changes()).toEqual(["PUT 201"]);

  steps.push(await terraform("destroy", "-auto-approve"));
  expect(steps.at(-1)?.log).toContain("Destroy complete! Resources: 1 destroyed.");
  expect(changes()).toEqual(["PUT 201", "DELETE 202"]);

  expect([...new Set(emulator.connects)].sort()).toEqual(
    [`${LOGIN_HOST[idp]}:443`, "management.local.azurestack.external:443"].sort(),
  );
  for (const secret of secrets) expect(steps.filter(({ raw }) => raw.includes(secret))).toEqual([]);
}

describe("terraform init, plan, apply and destroy with what the login exported", { timeout: 180_000 }, () => {
  // examples/terraform.test.ts has the same with Entra.
  test("adfs, secret, provider 1.0.0", async () => {
    await expectWork(await startJob("terraform", "adfs", "secret", true), "adfs");
  });

  // A PEM credential has no password, so the PFX for Terraform has none either, and nothing secret is exported.
  test.each([
    ["aad", "pem", false],
    ["adfs", "pfx", true],
  ] as const)("%s, certificate as %s, provider 0.10.0", async (idp, kind, exportCredentials) => {
    await expectWork(await startJob("terraform/certificate", idp, kind, exportCredentials), idp);
  });
});

describe("what the provider can not do", () => {
  // These words of a stamp with AD FS are in hashicorp/terraform-provider-azurestack#226. Entra is not known to differ.
  test.each(["aad", "adfs"] as const)("%s, certificate, provider 1.0.0: a token it can not get", async (idp) => {
    const { terraform } = await startJob("terraform", idp, "pfx", true);
    expect((await terraform("init")).exitCode).toBe(0);
    const { exitCode, log } = await terraform("plan");
    expect(exitCode).toBe(1);
    expect(log).toContain("unable to get authorization token for storage endpoints");
    expect(log.replaceAll("\\u0027", "'")).toMatch(UNKNOWN_RESOURCE[idp]);
  });
});
