/** Whole jobs on Windows: main, later steps, post. One row for each way in which Windows is another machine. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Inputs } from "../../emulator/runner.ts";
import { SYSTEM_PATH } from "../../emulator/windows/runner.ts";
import { AZ, asWindows, NODE, PYTHON } from "../../emulator/windows/wine.ts";
import { type CredentialKind, credentialInputs } from "../support/credentials.ts";
import {
  azSays,
  expectCleanPost,
  expectLoggedIn,
  inCmd,
  placesOf,
  useWindows,
  WITH_AZ,
  type WindowsScene,
} from "./support.ts";

const openScene = useWindows();
const AZ_PYTHON = path.win32.resolve(AZ, "..", "..", "python.exe");
const crlf = (text: string) => text.replaceAll(/\r?\n/g, "\r\n");

interface Row {
  readonly name: string;
  readonly idp: "aad" | "adfs";
  readonly credential: CredentialKind;
  readonly path?: string;
  /** Variables of the runner, and files that are there before the job. */
  prepare?(scene: WindowsScene): Inputs;
  inputs?(scene: WindowsScene): Inputs;
  /** Later steps. @param given the inputs of the login */
  later?(scene: WindowsScene, given: Inputs): Promise<void>;
}

/** A folder of the runner's, made. @returns how Windows names it */
function made({ runner }: WindowsScene, ...names: readonly string[]): string {
  const folder = path.join(path.dirname(runner.home), ...names);
  mkdirSync(folder, { recursive: true });
  return asWindows(folder);
}

const ROWS: readonly Row[] = [
  {
    name: "az of the MSI on PATH; later steps in cmd, Node and Python",
    idp: "aad",
    credential: "secret",
    async later({ runner, emulator }) {
      expect(await azSays(runner, "account show")).toMatchObject({
        id: runner.outputs["subscription-id"],
        environmentName: "AzureStackUser",
        user: { name: emulator.application.clientId, type: "servicePrincipal" },
      });
      expect(await azSays(runner, "group create --name Eins --location local")).toMatchObject({ name: "Eins" });
      const url = `${emulator.endpoint}/metadata/endpoints?api-version=2015-01-01`;
      const fetched = `fetch("${url}").then((answer) => answer.text()).then(console.log)`;
      const asked = `import requests; print(requests.get("${url}").text)`;
      const steps = [
        await runner.step(NODE, ["--use-env-proxy", "-e", fetched]),
        await runner.step(AZ_PYTHON, ["-c", asked]),
      ];
      for (const step of steps) expect(step.log).toContain("loginEndpoint");
    },
  },
  {
    name: "az-path; a user with spaces and umlauts, the drive in small letters, variables in any case",
    idp: "adfs",
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
      const log = await inCmd(runner, `set PYTHONHOME=& "${AZ}" account show`);
      expect(JSON.parse(log.slice(log.indexOf("{")))).toMatchObject({ environmentName: "AzureStackUser" });
    },
  },
  {
    name: "isolate: false in %USERPROFILE%, and CRLF in every file",
    idp: "adfs",
    credential: "pfx",
    prepare(scene) {
      const folder = path.join(scene.runner.home, ".azure");
      mkdirSync(folder);
      writeFileSync(path.join(folder, "config"), crlf("[core]\nfirst_run = yes\noutput = json\n"));
      writeFileSync(path.join(folder, "clouds.config"), crlf("[AzureStackUser]\nprofile = latest\n"));
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
    idp: "aad",
    credential: "secret",
    path: SYSTEM_PATH,
    prepare({ runner }) {
      // What names its Python so is not read: each command goes through the file.
      const lines = ["@echo off", `set TOOL=${AZ_PYTHON}`, 'call "%TOOL%" -IBm azure.cli %*'];
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
    name: "a path of more than 260 characters",
    idp: "aad",
    credential: "pfx",
    prepare: (scene) => ({ RUNNER_TEMP: made(scene, "_temp", "a".repeat(120), "b".repeat(120), "c".repeat(40)) }),
  },
  {
    name: "no az: it is installed on the embeddable Python, and found on PATH",
    idp: "adfs",
    credential: "secret",
    path: `${SYSTEM_PATH};${path.win32.dirname(PYTHON)}`,
    inputs: () => ({ "az-wheels": asWindows(path.resolve(".cache", "windows", "wheels")) }),
    async later({ runner }) {
      expect(runner.outputs["az-path"]).toContain("azs-login-az");
      expect(await azSays(runner, "account show")).toMatchObject({ environmentName: "AzureStackUser" });
    },
  },
];

test.each(ROWS)("$name", { timeout: 60_000 }, async ({ idp, credential, path: search = WITH_AZ, ...row }) => {
  const scene = await openScene({ idp }, { path: search });
  const { runner } = scene;
  const variables = row.prepare?.(scene) ?? {};
  Object.assign(runner.base, variables);
  // Windows has no empty variables, and none twice.
  for (const name of Object.keys(variables).filter((one) => variables[one] === ""))
    Reflect.deleteProperty(runner.base, name);
  const { inputs: given, secrets } = await credentialInputs(credential, scene.emulator);
  const { "client-secret": _, ...common } = scene.inputs;
  const inputs = { ...common, ...given, ...row.inputs?.(scene) };
  const before = placesOf(runner);
  const login = await runner.main(inputs);
  expectLoggedIn(login);
  await row.later?.(scene, inputs);
  const visible = [login.log, runner.summary, JSON.stringify(runner.outputs)];
  for (const secret of secrets) expect(visible.filter((text) => text.includes(secret))).toEqual([]);
  await expectCleanPost(runner, before);
});
