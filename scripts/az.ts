/**
 * Installs what the tests need beside the machine's az, into .cache: az 2.66.x in a plain virtual environment
 * (.cache/az), the newest az (.cache/az-newest), the wheels that azs-login installs az from (.cache/wheels), the
 * packages of the Python examples (.cache/python-sdk), the same packages and those of the Node example as their
 * workflows download them (.cache/example-packages), a JDK 11 (.cache/jdk), the packages that docs/tools.md names for
 * the Python samples and Ansible (.cache/python-samples), and uv (.cache/uv). Does nothing for folders that exist.
 */

import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { program } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { read, run as runProgram } from "../emulator/program/running.ts";
import { CACHE, once } from "./once.ts";
import { makeUv, UV, UV_PYTHON } from "./uv.ts";

/** The lock of the example that needs the most packages. */
const SDK_LOCK = path.resolve("examples", "key-vault-python", "requirements.txt");
const TOOLS = path.resolve("docs", "tools.md");
const JDK_LOCK = path.join(import.meta.dirname, "jdk.txt");
const NODE_LOCK = path.resolve("examples", "node-sdk", "package-lock.json");
/** Two thirds of az's modules, which no test runs. Python compiles them if they are imported nevertheless. */
const SELDOM = String.raw`[/\\]azure[/\\]mgmt[/\\](?!core|resource|keyvault)|[/\\]aaz[/\\]latest[/\\]`;
const { PYTHONDONTWRITEBYTECODE: _, ...environment } = process.env;

await program(async () => {
  readOptions("npm run az\nInstalls into .cache what the tests want beside the machine's az.", {});
  await makeAll();
});

async function makeAll(): Promise<void> {
  await makeUv();
  // At the same time: one compiles while the other waits for the network.
  await Promise.all([
    once("az", async (folder) => {
      await installAz("azure-cli==2.66.*", folder);
      const compile = ["-W", "ignore", "-m", "compileall", "-q", "-j", "0", "-x", SELDOM];
      await run(pythonOf(folder), ...compile, path.join(folder, "lib"));
    }),
    once("az-newest", (folder) => installAz("azure-cli", folder)),
    once("python-sdk", makePythonSdk, hashOf(SDK_LOCK)),
    once("python-samples", makePythonSamples, pinsOf(TOOLS).join(" ")),
    once("jdk", makeJdk, hashOf(JDK_LOCK)),
    once("example-packages", makeExamplePackages, hashOf(SDK_LOCK) + hashOf(NODE_LOCK)),
    once("wheels", async (folder) => {
      const wanted = ["--version", "2.66.2", "--version", "2.29.2", "--python", await pythonVersion()];
      await run(process.execPath, "scripts/wheels.ts", folder, ...wanted);
    }),
  ]);
  console.log(path.join(CACHE, "az", "bin", "az"));
}

async function makePythonSdk(folder: string): Promise<void> {
  await run("python3", "-m", "venv", folder);
  await uvPip(folder, "--require-hashes", "-r", SDK_LOCK);
}

async function makePythonSamples(folder: string): Promise<void> {
  await run("python3", "-m", "venv", folder);
  await uvPip(folder, ...pinsOf(TOOLS));
}

/** Every `name==version` of a page. */
function pinsOf(page: string): readonly string[] {
  return readFileSync(page, "utf8").match(/[\w-]+==[\d.]+\d/g) ?? [];
}

async function makeJdk(folder: string): Promise<void> {
  await run(UV, "pip", "install", "--quiet", "--target", folder, "--require-hashes", "-r", JDK_LOCK);
}

async function makeExamplePackages(folder: string): Promise<void> {
  const options = ["--quiet", "--only-binary", ":all:", "--python-version", await pythonVersion(), "--require-hashes"];
  const download = ["download", ...options, "-r", SDK_LOCK, "-d", path.join(folder, "wheels")];
  await run(UV_PYTHON, "-m", "pip", ...download);
  const project = path.join(folder, "node-sdk");
  cpSync(path.dirname(NODE_LOCK), project, { recursive: true });
  await run("npm", "ci", "--silent", "--ignore-scripts", "--cache", path.join(folder, "npm"), "--prefix", project);
  rmSync(project, { recursive: true });
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** The version of the Python that runners in the tests have. */
async function pythonVersion(): Promise<string> {
  const show = "import sys; print('%d.%d' % sys.version_info[:2])";
  return (await read("/usr/bin/python3", ["-c", show], { doing: "Asking Python for its version" })).trim();
}

async function installAz(what: string, folder: string): Promise<void> {
  await run("python3", "-m", "venv", folder);
  await uvPip(folder, what);
}

async function uvPip(folder: string, ...what: readonly string[]): Promise<void> {
  await run(UV, "pip", "install", "--quiet", "--python", pythonOf(folder), ...what);
}

function pythonOf(folder: string): string {
  return path.join(folder, "bin", "python");
}

async function run(file: string, ...args: readonly string[]): Promise<void> {
  const place = [file, ...args].findLast((part) => part.startsWith(CACHE)) ?? CACHE;
  const [name] = path.relative(CACHE, place).split(path.sep);
  await runProgram(file, args, { env: environment, doing: `Making .cache/${name}` });
}
