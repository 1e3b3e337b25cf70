/** A whole job for every kind of credential, from the login through later steps to the post step. */

import { expect, test } from "vitest";
import type { Inputs, Runner, RunnerOptions } from "../../emulator/runner.ts";
import { commandsWork, runCommands } from "../support/az-commands.ts";
import { type CredentialKind, credentialInputs, idTokenVariables } from "../support/credentials.ts";
import { POST_LOG } from "../support/post-log.ts";
import { filesHolding, snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";
import { watchCommandLines } from "../support/watch.ts";

const METADATA = "/metadata/endpoints?api-version=2015-01-01";
const GRAPHS = { aad: "https://graph.microsoft.com/", adfs: "https://graph.local.azurestack.external/" } as const;
const LOGIN_HOSTS = { aad: "login.microsoftonline.com", adfs: "adfs.local.azurestack.external" } as const;

/** Where a job's az comes from, and how later steps call it and its Python. */
export interface Way {
  readonly runner: Partial<RunnerOptions>;
  readonly inputs: Inputs;
  readonly command: string;
  python(runner: Runner): string;
}

interface Job extends Way {
  readonly idp: "aad" | "adfs";
  readonly deletes: boolean;
}

const PROVIDERS = { aad: "Entra", adfs: "AD FS" } as const;
const WITH: Readonly<Record<CredentialKind, string>> = {
  secret: "a secret",
  pem: "a certificate in PEM",
  pfx: "a certificate in a PFX",
  password: "a user's password",
  oidc: "an ID token",
};

export type Login = readonly ["aad" | "adfs", CredentialKind];

export function loginsWork(way: Way, logins: readonly Login[]): void {
  for (const [idp, credential] of logins) {
    test(`at ${PROVIDERS[idp]} with ${WITH[credential]}`, { timeout: 120_000 }, async () => {
      const scene = await setScene({ idp }, way.runner, credential === "oidc" ? idTokenVariables : undefined);
      const given = await credentialInputs(credential, scene.emulator);
      const { "client-secret": _, ...common } = scene.inputs;
      // The kind of credential does not matter once az has a token, so only one of these jobs also deletes the group.
      const job = { ...way, idp, deletes: credential === "secret" };
      await logInAndWork(job, scene, { ...common, ...given.inputs, ...way.inputs }, given.secrets);
    });
  }
}

async function logInAndWork(job: Job, scene: Scene, inputs: Inputs, secrets: readonly string[]) {
  const { idp } = job;
  const { runner, emulator } = scene;
  const before = snapshot(runner.home, runner.temp);
  const watch = watchCommandLines();
  const login = await runner.main(inputs);
  expect(login.log).toContain(`Logged in ${inputs["username"] ?? emulator.application.clientId}`);
  expect(login.exitCode).toBe(0);
  const user =
    inputs["username"] === undefined
      ? { name: emulator.application.clientId, type: "servicePrincipal" }
      : { name: inputs["username"], type: "user" };
  await workWith(job, scene, user);
  watch.stop();

  const subscription = emulator.subscriptions.find(({ state }) => state === "Enabled");
  expect(runner.outputs).toMatchObject({
    "identity-provider": idp,
    "tenant-id": emulator.tenantId,
    "subscription-id": subscription?.id,
    profile: "2020-09-01-hybrid",
  });
  const hosts = new Set(emulator.connects);
  expect([...hosts].sort()).toEqual([`${LOGIN_HOSTS[idp]}:443`, "management.local.azurestack.external:443"].sort());
  const visible = [login.log, runner.summary, JSON.stringify([runner.outputs, runner.exported]), ...watch.commandLines];
  for (const secret of secrets) expect(visible.filter((text) => text.includes(secret))).toEqual([]);
  // Every token is a JWT, and the first part of a JWT is base64url of `{"`.
  expect(visible.filter((text) => /eyJ[\w-]{20,}\.[\w-]{20,}/.test(text))).toEqual([]);

  const logout = await runner.post();
  expect(logout).toMatchObject({ exitCode: 0, log: POST_LOG });
  expect(snapshot(runner.home, runner.temp)).toEqual(before);
  for (const secret of secrets) expect(filesHolding(runner.temp, secret)).toEqual([]);
}

/**
 * Later steps of the job. Each is a process of its own that gets the exported variables and nothing else about the
 * stamp.
 */
async function workWith({ command: az, python, deletes, idp }: Job, { runner, emulator }: Scene, user: object) {
  const ok = async (command: string, ...args: readonly string[]) => {
    const step = await runner.step(command, args);
    expect(step.log, `${command} ${args.join(" ")}`).not.toMatch(/Traceback|ERROR|Error:/);
    expect(step.exitCode, step.log).toBe(0);
    return step.log;
  };
  const GROUP = ["--name", "MyResourceGroup"];
  const [account = "", , groups = ""] = await commandsWork(runner, python(runner), [
    ["account", "show"],
    ["group", "create", ...GROUP, "--location", "local"],
    ["group", "list"],
  ]);
  expect(JSON.parse(account)).toMatchObject({
    id: runner.outputs["subscription-id"],
    environmentName: "AzureStackUser",
    user,
  });
  expect(JSON.parse(groups)).toMatchObject([{ name: "MyResourceGroup", location: "local" }]);
  if (deletes) {
    const commands = [
      ["cloud", "show"],
      ["group", "delete", ...GROUP, "--yes"],
      ["group", "list", "--tga", "a=b"],
    ];
    const [cloud, deleted, misspelled] = await runCommands(runner, python(runner), commands);
    expect(JSON.parse(cloud?.log ?? "")).toMatchObject({ endpoints: { microsoftGraphResourceId: GRAPHS[idp] } });
    expect(deleted?.exitCode, deleted?.log).toBe(0);
    // With its default settings, az asks a host of Microsoft's for the intended command.
    expect(misspelled?.exitCode).toBe(2);
  }
  expect(JSON.parse(await ok(az, "group", "list"))).toHaveLength(deletes ? 0 : 1);

  const url = `${emulator.endpoint}${METADATA}`;
  expect(await ok("curl", "--silent", "--show-error", "--fail", url)).toContain("loginEndpoint");
  expect(await ok(python(runner), "-c", `import requests; print(requests.get("${url}").json())`)).toContain(
    "loginEndpoint",
  );
  const fetched = `fetch("${url}").then((answer) => answer.json()).then((metadata) => console.log(metadata))`;
  expect(await ok(process.execPath, "--use-env-proxy", "-e", fetched)).toContain("loginEndpoint");
}
