import { expect, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import { describeEachAz, type TestAz } from "../support/azs.ts";
import { CREDENTIALS, credentialInputs } from "../support/credentials.ts";
import { filesHolding, snapshot } from "../support/snapshot.ts";
import { type Scene, setScene } from "../support/stamp.ts";
import { watchCommandLines } from "../support/watch.ts";

const METADATA = "/metadata/endpoints?api-version=2015-01-01";
const LOGIN_HOSTS = { aad: "login.microsoftonline.com", adfs: "adfs.local.azurestack.external" } as const;

describeEachAz("login, later steps and post", (az) => {
  for (const idp of ["aad", "adfs"] as const) {
    for (const credential of CREDENTIALS) {
      test(`${idp}, ${credential}`, { timeout: 120_000 }, async () => {
        const scene = await setScene({ idp });
        const given = await credentialInputs(credential, scene.emulator);
        const { "client-secret": _, ...common } = scene.inputs;
        await logInAndWork(az, idp, scene, { ...common, ...given.inputs, "az-path": az.path }, given.secrets);
      });
    }
  }
});

async function logInAndWork(az: TestAz, idp: "aad" | "adfs", scene: Scene, inputs: Inputs, secrets: readonly string[]) {
  const { runner, emulator } = scene;
  const before = snapshot(runner.home, runner.temp);
  const watch = watchCommandLines();
  const login = await runner.main(inputs);
  expect(login.log).toContain(`Logged in ${emulator.application.clientId}`);
  expect(login.exitCode).toBe(0);
  await workWith(az, scene);
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
  // Any token is a JWT, whose first part is base64url of `{"`.
  expect(visible.filter((text) => /eyJ[\w-]{20,}\.[\w-]{20,}/.test(text))).toEqual([]);

  const logout = await runner.post();
  expect(logout).toMatchObject({ exitCode: 0, log: "" });
  expect(snapshot(runner.home, runner.temp)).toEqual(before);
  for (const secret of secrets) expect(filesHolding(runner.temp, secret)).toEqual([]);
}

/** Later steps of the job, each a process of its own that has the exported variables and nothing else of the stamp. */
async function workWith(az: TestAz, { runner, emulator }: Scene) {
  const ok = async (command: string, ...args: readonly string[]) => {
    const step = await runner.step(command, args);
    expect(step.log, `${command} ${args.join(" ")}`).not.toMatch(/Traceback|ERROR|Error:/);
    expect(step.exitCode, step.log).toBe(0);
    return step.log;
  };
  expect(JSON.parse(await ok(az.path, "account", "show"))).toMatchObject({
    id: runner.outputs["subscription-id"],
    environmentName: "AzureStackUser",
    user: { name: emulator.application.clientId, type: "servicePrincipal" },
  });
  await ok(az.path, "group", "create", "--name", "MyResourceGroup", "--location", "local");
  expect(JSON.parse(await ok(az.path, "group", "list"))).toMatchObject([
    { name: "MyResourceGroup", location: "local" },
  ]);
  await ok(az.path, "group", "delete", "--name", "MyResourceGroup", "--yes");
  expect(JSON.parse(await ok(az.path, "group", "list"))).toEqual([]);

  const url = `${emulator.endpoint}${METADATA}`;
  expect(await ok("curl", "--silent", "--show-error", "--fail", url)).toContain("loginEndpoint");
  expect(await ok(az.python, "-c", `import requests; print(requests.get("${url}").json())`)).toContain("loginEndpoint");
  const fetched = `fetch("${url}").then((answer) => answer.json()).then((metadata) => console.log(metadata))`;
  expect(await ok(process.execPath, "--use-env-proxy", "-e", fetched)).toContain("loginEndpoint");
}
