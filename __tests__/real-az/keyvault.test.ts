import path from "node:path";
import { expect, test } from "vitest";
import { type CredentialKind, credentialInputs } from "../support/credentials.ts";
import { type Scene, setScene } from "../support/stamp.ts";

/** Debian's az 2.45 comes without the module that its `keyvault secret` commands are made of. */
const AZ = path.resolve(".cache/az/bin/az");

function commandsOf({ runner }: Scene, az: string) {
  const run = async (...args: readonly string[]) => {
    const step = await runner.step(az, [...args, "--only-show-errors"]);
    return { exitCode: step.exitCode, log: step.log };
  };
  const ok = async (...args: readonly string[]): Promise<unknown> => {
    const { exitCode, log } = await run(...args);
    expect(log, args.join(" ")).not.toMatch(/Traceback|ERROR/);
    expect(exitCode, log).toBe(0);
    // Deleting says something about soft delete, which stamps do not have, and nothing else.
    return /^[[{]/.test(log) ? JSON.parse(log) : undefined;
  };
  return { run, ok };
}

/** A job on a stamp, logged in with az 2.66, whose subscription has Key Vault, the group `g` and the vault `kv-one`. */
async function withVault(idp: "aad" | "adfs", credential: CredentialKind) {
  const scene = await setScene({ idp });
  const { "client-secret": _, ...common } = scene.inputs;
  const given = await credentialInputs(credential, scene.emulator);
  const login = await scene.runner.main({ ...common, ...given.inputs, "az-path": AZ });
  expect(login.exitCode, login.log).toBe(0);
  const { outputs } = scene.runner;
  const commands = commandsOf(scene, AZ);
  await commands.ok("provider", "register", "--namespace", "Microsoft.KeyVault");
  await commands.ok("group", "create", "--name", "g", "--location", outputs["location"] ?? "");
  // A stamp has no Microsoft Graph, where az would look up who is logged in.
  const made = await commands.ok("keyvault", "create", ...VAULT, "--no-self-perms");
  return { scene, outputs, made, ...commands };
}

const VAULT = ["--resource-group", "g", "--name", "kv-one"];
const SECRET = ["--vault-name", "kv-one", "--name", "pw"];
const PERMISSIONS = ["--secret-permissions", "get", "list", "set", "delete"];

test("az keyvault, Entra: a vault and its secrets from the first to the last", async () => {
  const { outputs, made, ok, run } = await withVault("aad", "secret");
  const properties = { tenantId: outputs["tenant-id"], vaultUri: `https://kv-one${outputs["keyvault-suffix"]}/` };
  expect(made).toMatchObject({ properties: { ...properties, accessPolicies: [] } });
  expect((await run("keyvault", "secret", "set", ...SECRET, "--value", "x")).log).toMatch(/\(Forbidden\)/);
  await ok("keyvault", "set-policy", ...VAULT, "--object-id", outputs["object-id"] ?? "", ...PERMISSIONS);

  await ok("keyvault", "secret", "set", ...SECRET, "--value", "a value nobody knows");
  expect(await ok("keyvault", "secret", "show", ...SECRET)).toMatchObject({ value: "a value nobody knows" });
  expect(await ok("keyvault", "secret", "list", "--vault-name", "kv-one")).toMatchObject([{ name: "pw" }]);
  expect(await ok("keyvault", "list")).toMatchObject([{ name: "kv-one" }]);
  expect(await ok("keyvault", "show", "--name", "kv-one")).toMatchObject({ name: "kv-one", location: "local" });
  await ok("keyvault", "secret", "delete", ...SECRET);
  expect((await run("keyvault", "secret", "show", ...SECRET)).log).toMatch(/\(SecretNotFound\)/);
  await ok("keyvault", "delete", ...VAULT);
  expect(await ok("keyvault", "list")).toEqual([]);
});

test("az keyvault, AD FS with a certificate: a secret set and shown", async () => {
  const { scene, outputs, ok } = await withVault("adfs", "pem");
  await ok("keyvault", "set-policy", ...VAULT, "--object-id", outputs["object-id"] ?? "", ...PERMISSIONS);
  await ok("keyvault", "secret", "set", ...SECRET, "--value", "a value nobody knows");
  expect(await ok("keyvault", "secret", "show", ...SECRET)).toMatchObject({ value: "a value nobody knows" });
  const scopes = scene.emulator.requests.flatMap(({ form }) => form["scope"] ?? []);
  expect(scopes.at(-1)).toBe(`${outputs["keyvault-audience"]}/.default`);
});

test("Debian's az makes vaults as resources, lists, shows and deletes them", async () => {
  const scene = await setScene();
  const login = await scene.runner.main({ ...scene.inputs, "az-path": "/usr/bin/az" });
  expect(login.exitCode, login.log).toBe(0);
  const { ok } = commandsOf(scene, "/usr/bin/az");
  const { outputs } = scene.runner;
  const tenantId = outputs["tenant-id"];
  const permissions = { secrets: ["all"] };
  const accessPolicies = [{ tenantId, objectId: outputs["object-id"], permissions }];
  const properties = JSON.stringify({ tenantId, sku: { family: "A", name: "standard" }, accessPolicies });

  await ok("provider", "register", "--namespace", "Microsoft.KeyVault");
  await ok("group", "create", "--name", "g", "--location", "local");
  const type = ["--resource-type", "Microsoft.KeyVault/vaults"];
  await ok("resource", "create", "--resource-group", "g", "--name", "kv-one", ...type, "--properties", properties);
  expect(await ok("keyvault", "list")).toMatchObject([{ name: "kv-one", type: "Microsoft.KeyVault/vaults" }]);
  expect(await ok("keyvault", "show", "--name", "kv-one")).toMatchObject({ properties: { accessPolicies } });
  await ok("keyvault", "delete", "--name", "kv-one");
  expect(await ok("keyvault", "list", "--resource-group", "g")).toEqual([]);
});
