import path from "node:path";
import { expect, test } from "vitest";
import { commandsWork, runCommands } from "../support/az-commands.ts";
import { SERVING_AZ } from "../support/azs.ts";
import { type CredentialKind, credentialInputs } from "../support/credentials.ts";
import { type Scene, setScene } from "../support/stamp.ts";

/** Debian's az 2.45 lacks the module that its `keyvault secret` commands need. */
const PYTHON = path.resolve(".cache/az/bin/python");

const quietly = (commands: readonly (readonly string[])[]) => commands.map((args) => [...args, "--only-show-errors"]);

/**
 * A job that is logged in with az 2.66. The stamp's subscription has Key Vault, the group `g` and the vault `kv-one`.
 */
async function withVault(idp: "aad" | "adfs", credential: CredentialKind) {
  const scene = await setScene({ idp });
  const { "client-secret": _, ...common } = scene.inputs;
  const given = await credentialInputs(credential, scene.emulator);
  const login = await scene.runner.main({ ...common, ...given.inputs, "az-path": SERVING_AZ });
  expect(login.exitCode, login.log).toBe(0);
  const { outputs } = scene.runner;
  const made = await work(scene, [
    ["provider", "register", "--namespace", "Microsoft.KeyVault"],
    ["group", "create", "--name", "g", "--location", outputs["location"] ?? ""],
    // A stamp has no Microsoft Graph, where az would look up the logged-in user.
    ["keyvault", "create", ...VAULT, "--no-self-perms"],
  ]);
  return { scene, outputs, made: made[2] };
}

/** Runs commands, none of which may fail. @returns what each printed */
async function work({ runner }: Scene, commands: readonly (readonly string[])[], python = PYTHON): Promise<unknown[]> {
  const logs = await commandsWork(runner, python, quietly(commands));
  return logs.map((log) => {
    expect(log).not.toMatch(/Traceback|ERROR/);
    // A deletion prints a message about soft delete, which stamps do not have, and nothing else.
    return /^[[{]/.test(log) ? JSON.parse(log) : undefined;
  });
}

const VAULT = ["--resource-group", "g", "--name", "kv-one"];
const SECRET = ["--vault-name", "kv-one", "--name", "pw"];
const PERMISSIONS = ["--secret-permissions", "get", "list", "set", "delete"];

test("az keyvault, Entra: a vault and its secrets from the first to the last", async () => {
  const { scene, outputs, made } = await withVault("aad", "secret");
  const properties = { tenantId: outputs["tenant-id"], vaultUri: `https://kv-one${outputs["keyvault-suffix"]}/` };
  expect(made).toMatchObject({ properties: { ...properties, accessPolicies: [] } });
  const setting = ["keyvault", "secret", "set", ...SECRET, "--value", "a value nobody knows"];
  const [forbidden] = await runCommands(scene.runner, PYTHON, quietly([setting]));
  expect(forbidden?.log).toMatch(/\(Forbidden\)/);

  const said = await work(scene, [
    ["keyvault", "set-policy", ...VAULT, "--object-id", outputs["object-id"] ?? "", ...PERMISSIONS],
    setting,
    ["keyvault", "secret", "show", ...SECRET],
    ["keyvault", "secret", "list", "--vault-name", "kv-one"],
    ["keyvault", "list"],
    ["keyvault", "show", "--name", "kv-one"],
    ["keyvault", "secret", "delete", ...SECRET],
  ]);
  expect(said.slice(2, 6)).toMatchObject([
    { value: "a value nobody knows" },
    [{ name: "pw" }],
    [{ name: "kv-one" }],
    { name: "kv-one", location: "local" },
  ]);
  const gone = [
    ["keyvault", "secret", "show", ...SECRET],
    ["keyvault", "delete", ...VAULT],
    ["keyvault", "list"],
  ];
  const [shown, deleted, listed] = await runCommands(scene.runner, PYTHON, quietly(gone));
  expect(shown?.log).toMatch(/\(SecretNotFound\)/);
  expect(deleted?.exitCode, deleted?.log).toBe(0);
  expect(JSON.parse(listed?.log ?? "")).toEqual([]);
});

test("az keyvault, AD FS with a certificate: a secret set and shown", async () => {
  const { scene, outputs } = await withVault("adfs", "pem");
  const said = await work(scene, [
    ["keyvault", "set-policy", ...VAULT, "--object-id", outputs["object-id"] ?? "", ...PERMISSIONS],
    ["keyvault", "secret", "set", ...SECRET, "--value", "a value nobody knows"],
    ["keyvault", "secret", "show", ...SECRET],
  ]);
  expect(said[2]).toMatchObject({ value: "a value nobody knows" });
  const scopes = scene.emulator.requests.flatMap(({ form }) => form["scope"] ?? []);
  expect(scopes.at(-1)).toBe(`${outputs["keyvault-audience"]}/.default`);
});

test("Debian's az makes vaults as resources, lists, shows and deletes them", async () => {
  const scene = await setScene();
  const login = await scene.runner.main({ ...scene.inputs, "az-path": "/usr/bin/az" });
  expect(login.exitCode, login.log).toBe(0);
  const { outputs } = scene.runner;
  const tenantId = outputs["tenant-id"];
  const permissions = { secrets: ["all"] };
  const accessPolicies = [{ tenantId, objectId: outputs["object-id"], permissions }];
  const properties = JSON.stringify({ tenantId, sku: { family: "A", name: "standard" }, accessPolicies });
  const type = ["--resource-type", "Microsoft.KeyVault/vaults"];
  const commands = [
    ["provider", "register", "--namespace", "Microsoft.KeyVault"],
    ["group", "create", "--name", "g", "--location", "local"],
    ["resource", "create", "--resource-group", "g", "--name", "kv-one", ...type, "--properties", properties],
    ["keyvault", "list"],
    ["keyvault", "show", "--name", "kv-one"],
    ["keyvault", "delete", "--name", "kv-one"],
    ["keyvault", "list", "--resource-group", "g"],
  ];
  const [, , , listed, shown, , rest] = await work(scene, commands, "/usr/bin/python3");
  expect(listed).toMatchObject([{ name: "kv-one", type: "Microsoft.KeyVault/vaults" }]);
  expect(shown).toMatchObject({ properties: { accessPolicies } });
  expect(rest).toEqual([]);
});
