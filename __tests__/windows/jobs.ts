/**
 * Whole jobs on Windows: main, later steps, post. One row for each way in which Windows differs; together they cover
 * each credential on each identity provider.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import type { StampOptions } from "../../emulator/server.ts";
import { SYSTEM_PATH } from "../../emulator/windows/runner.ts";
import { AZ, asWindows, fromWindows, NEWEST_AZ, NODE, pythonOf } from "../../emulator/windows/wine.ts";
import { type CredentialKind, credentialInputs, idTokenVariables } from "../support/credentials.ts";
import {
  azSays,
  crlf,
  expectCleanPost,
  expectLoggedIn,
  inCmd,
  made,
  placesOf,
  useWindows,
  WITH_AZ,
  type WindowsScene,
} from "./support.ts";

const { openScene } = useWindows();
const NEWEST_PYTHON = pythonOf(NEWEST_AZ);
const THEIR_CERTIFI = path.join(
  path.dirname(fromWindows(NEWEST_PYTHON)),
  "Lib",
  "site-packages",
  "certifi",
  "cacert.pem",
);

/** By how many hours the stamp's clock was moved forward. */
let hours = 0;

interface Row {
  readonly name: string;
  readonly stamp: Partial<StampOptions> & { readonly idp: "aad" | "adfs" };
  readonly credential: CredentialKind;
  readonly path?: string;
  /** Sets variables of the runner, and creates files that exist before the job. */
  prepare?(scene: WindowsScene): Inputs;
  inputs?(scene: WindowsScene): Inputs;
  /** Runs later steps. @param given the inputs of the login */
  later?(scene: WindowsScene, given: Inputs): Promise<void>;
}

const ROWS: readonly Row[] = [
  {
    name: "az of the MSI on PATH, and what a hosted runner sets for az; later steps in cmd, Node and Python",
    stamp: { idp: "aad" },
    credential: "secret",
    prepare: () => ({
      AZURE_CONFIG_DIR: String.raw`C:\azureCli\config`,
      AZURE_EXTENSION_DIR: String.raw`C:\Program Files\Common Files\AzureCliExtensionDirectory`,
    }),
    async later({ runner, emulator }) {
      expect(await azSays(runner, "account show")).toMatchObject({
        id: runner.outputs["subscription-id"],
        environmentName: "AzureStackUser",
        user: { name: emulator.application.clientId, type: "servicePrincipal" },
      });
      const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
      const fetched = `fetch("${url}").then((answer) => answer.text()).then(console.log)`;
      const asked = `import requests; print(requests.get("${url}").text)`;
      const steps = [
        await runner.step(NODE, ["--use-env-proxy", "-e", fetched]),
        await runner.step(pythonOf(AZ), ["-c", asked]),
      ];
      for (const step of steps) expect(step.log).toContain("loginEndpoint");
    },
  },
  {
    name: "az-path; a user with spaces and umlauts, the drive in small letters, variables in any spelling",
    stamp: { idp: "adfs" },
    credential: "pem",
    path: SYSTEM_PATH,
    prepare: (scene) => ({
      HTTPS_PROXY: "",
      Https_Proxy: scene.emulator.proxyUrl,
      USERPROFILE: made(scene, "Benutzer", "Jörg Müller & Söhne (Test)").replace("Z:", "z:"),
      RUNNER_TEMP: made(scene, "_temp", "ein Ordner mit Umläuten").replace("Z:", "z:"),
      azure_cloud_name: "AzureCloud",
      Azure_Core_Output: "no format of az",
      PythonHome: String.raw`C:\nowhere`,
    }),
    inputs: () => ({ "az-path": AZ.toLowerCase() }),
    async later({ runner }) {
      // A variable that the job has in another spelling is found, and does not override the login.
      expect(runner.exported).toMatchObject({ AZURE_CLOUD_NAME: "AzureStackUser", AZURE_CORE_OUTPUT: "json" });
      const log = await inCmd(runner, `set PYTHONHOME=& "${AZ}" account show`);
      expect(JSON.parse(log.slice(log.indexOf("{")))).toMatchObject({ environmentName: "AzureStackUser" });
    },
  },
  {
    name: "isolate: false in %USERPROFILE%, and CRLF in every file",
    stamp: { idp: "adfs" },
    credential: "pfx",
    prepare(scene) {
      const folder = path.join(scene.runner.home, ".azure");
      mkdirSync(folder);
      writeFileSync(path.join(folder, "config"), crlf("[core]\nfirst_run = yes\noutput = json\n"));
      writeFileSync(path.join(folder, "clouds.config"), crlf("[AzureStackUser]\nprofile = latest\n"));
      writeFileSync(path.join(scene.runner.home, ".gitconfig"), crlf("[http]\n\tsslCAInfo = C:/roots/none.pem\n"));
      const root = path.join(scene.runner.workspace, "root.pem");
      writeFileSync(root, crlf(readFileSync(root, "utf8")));
      return {};
    },
    inputs: () => ({ isolate: "false" }),
    async later({ runner }) {
      expect(runner.outputs["azure-config-dir"]).toBe(`${asWindows(runner.home)}\\.azure`);
      expect(await azSays(runner, "group list")).toEqual([]);
    },
  },
  {
    name: "an unknown .cmd, and a secret that cmd would read",
    stamp: { idp: "adfs" },
    credential: "secret",
    path: SYSTEM_PATH,
    prepare({ runner }) {
      // Without an index, az loads every module, and those that are not compiled here take Wine a minute.
      const index = {
        version: "2.66.2",
        cloudProfile: "latest",
        commandIndex: { cloud: ["azure.cli.command_modules.cloud"] },
      };
      writeFileSync(path.join(runner.workspace, "index.json"), JSON.stringify(index));
      const target = String.raw`"%AZURE_CONFIG_DIR%\commandIndex.json"`;
      // The step does not recognise this way of naming the Python, so each command runs through the file.
      const lines = [
        "@echo off",
        `if not exist ${target} copy "%~dp0index.json" ${target} >nul`,
        `set TOOL=${pythonOf(AZ)}`,
        'call "%TOOL%" -IBm azure.cli %*',
      ];
      writeFileSync(path.join(runner.workspace, "werkzeug.cmd"), crlf(lines.join("\n")));
      return {};
    },
    inputs({ emulator }) {
      const secret = `%PATH%!x!^y&z|"q"'%%~<>()`;
      emulator.application.registerSecret(secret);
      return { "client-secret": secret, "az-path": "werkzeug.cmd", "export-credentials": "true" };
    },
    async later({ runner }, given) {
      const step = await runner.step(NODE, [
        "-p",
        "process.env.AZURE_CLIENT_SECRET === Buffer.from(process.argv[1], 'hex').toString()",
        Buffer.from(given["client-secret"] ?? "").toString("hex"),
      ]);
      expect(step.log).toContain("true");
    },
  },
  {
    name: "a RUNNER_TEMP of more than 260 characters",
    stamp: { idp: "aad" },
    credential: "pfx",
    prepare: (scene) => ({ RUNNER_TEMP: made(scene, "_temp", "a".repeat(120), "b".repeat(120), "c".repeat(40)) }),
  },
  {
    name: "folders without a drive, and the store of the user's own Python",
    stamp: { idp: "aad" },
    credential: "pem",
    path: `${WITH_AZ};${path.win32.dirname(NEWEST_PYTHON)}`,
    // Like the path of a share, `\\server\share`, which Wine does not support: without a drive letter, beginning with
    // two backslashes.
    prepare: ({ runner }) => ({
      GITHUB_WORKSPACE: `\\\\?\\${asWindows(runner.workspace)}`,
      RUNNER_TEMP: `\\\\?\\${asWindows(runner.temp)}`,
    }),
    inputs: () => ({ "trust-stores": "bundle, python" }),
    async later({ runner, emulator }) {
      const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
      const asked = `import requests; print(requests.get("${url}").text)`;
      const own = { REQUESTS_CA_BUNDLE: "", CURL_CA_BUNDLE: "", SSL_CERT_FILE: "" };
      const step = await runner.step(NEWEST_PYTHON, ["-c", asked], own);
      expect(step.log).toContain("loginEndpoint");
      expect(readFileSync(THEIR_CERTIFI, "utf8")).toContain(emulator.roots.pem.trim().split("\n").at(-2));
    },
  },
  {
    name: "a user with a password",
    stamp: { idp: "adfs" },
    credential: "password",
    async later({ runner, emulator }) {
      const shown = { user: { name: emulator.users.plain.name, type: "user" } };
      expect(await azSays(runner, "account show")).toMatchObject(shown);
    },
  },
  {
    name: "an ID token, which az renews by itself, and without its launcher does not",
    // The access token expires so quickly that az requests one with each command.
    stamp: { idp: "aad", tokenLifetime: 60, now: () => Date.now() + hours * 3_600_000 },
    credential: "oidc",
    prepare: ({ emulator }) => idTokenVariables(emulator),
    async later({ runner, emulator }) {
      const asked = () => emulator.requests.filter((request) => request.path.includes("/idtoken/")).length;
      const before = asked();
      hours = 5;
      expect(await azSays(runner, "group list")).toEqual([]);
      expect(asked()).toBe(before + 1);
      hours = 10;
      const without = await runner.step("cmd.exe", ["/d", "/s", "/c", `""${AZ}" group list"`]);
      expect(without.log).toContain("AADSTS700024");
      expect(without.exitCode).toBe(1);
      const file = fromWindows(runner.exported["AZURE_FEDERATED_TOKEN_FILE"] ?? "");
      const token = readFileSync(file, "utf8");
      await inCmd(runner, "azs-login-refresh");
      expect(readFileSync(file, "utf8")).not.toBe(token);
    },
  },
];

const NAMED = ROWS.map((row) => [row.name, row] as const);

test.each(NAMED)("%s", async (_name, { stamp, credential, path: search = WITH_AZ, ...row }) => {
  const scene = await openScene(stamp, { path: search });
  const { runner } = scene;
  const variables = row.prepare?.(scene) ?? {};
  Object.assign(runner.base, variables);
  // Windows has no empty variables, and no two variables whose names differ only in case.
  for (const name of Object.keys(variables).filter((one) => variables[one] === ""))
    Reflect.deleteProperty(runner.base, name);
  const { inputs: given, secrets } = await credentialInputs(credential, scene.emulator);
  const { "client-secret": _, ...common } = scene.inputs;
  const inputs = { ...common, ...given, ...row.inputs?.(scene) };
  const before = { ...placesOf(runner), theirs: readFileSync(THEIR_CERTIFI, "utf8") };
  const login = await runner.main(inputs);
  expectLoggedIn(login);
  await row.later?.(scene, inputs);
  const visible = [login.log, runner.summary, JSON.stringify(runner.outputs)];
  for (const secret of secrets) expect(visible.filter((text) => text.includes(secret))).toEqual([]);
  await expectCleanPost(runner);
  expect({ ...placesOf(runner), theirs: readFileSync(THEIR_CERTIFI, "utf8") }).toEqual(before);
});
