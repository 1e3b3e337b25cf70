/**
 * Installs what the tests want beside the machine's az, into .cache: az 2.66.x in a plain virtual environment
 * (.cache/az), the newest az (.cache/az-newest), the wheels that azs-login installs az from (.cache/wheels), the packages
 * of the Python examples (.cache/python-sdk), the same and those of the Node example as their workflows fetch them
 * (.cache/example-packages) and uv (.cache/uv). Does nothing where they are there.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const CACHE = path.resolve(".cache");
/** Of the example that needs most. */
const SDK_LOCK = path.resolve("examples", "key-vault-python", "requirements.txt");
const NODE_LOCK = path.resolve("examples", "node-sdk", "package-lock.json");
/** What no test runs, two thirds of az's modules: Python compiles it when it is imported after all. */
const SELDOM = String.raw`[/\\]azure[/\\]mgmt[/\\](?!core|resource|keyvault)|[/\\]aaz[/\\]latest[/\\]`;
const { PYTHONDONTWRITEBYTECODE: _, ...environment } = process.env;

once("uv", (folder) => {
  run("python3", "-m", "venv", path.join(folder, "venv"));
  run(pythonOf(path.join(folder, "venv")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv");
  // Alone in its folder, for a PATH that is to have it and no other Python.
  mkdirSync(path.join(folder, "bin"));
  symlinkSync(path.join(folder, "venv", "bin", "uv"), path.join(folder, "bin", "uv"));
});
once("az", (folder) => {
  installAz("azure-cli==2.66.*", folder);
  run(pythonOf(folder), "-W", "ignore", "-m", "compileall", "-q", "-j", "0", "-x", SELDOM, path.join(folder, "lib"));
});
once("az-newest", (folder) => installAz("azure-cli", folder));
once(
  "python-sdk",
  (folder) => {
    run("python3", "-m", "venv", folder);
    uvPip(folder, "--require-hashes", "-r", SDK_LOCK);
  },
  hashOf(SDK_LOCK),
);
once(
  "example-packages",
  (folder) => {
    const options = ["--quiet", "--only-binary", ":all:", "--python-version", pythonVersion(), "--require-hashes"];
    run(
      pythonOf(path.join(CACHE, "uv", "venv")),
      "-m",
      "pip",
      "download",
      ...options,
      ...["-r", SDK_LOCK, "-d", path.join(folder, "wheels")],
    );
    const project = path.join(folder, "node-sdk");
    cpSync(path.dirname(NODE_LOCK), project, { recursive: true });
    const install = ["ci", "--silent", "--ignore-scripts", "--cache", path.join(folder, "npm")];
    execFileSync("npm", install, { cwd: project, stdio: ["ignore", "inherit", "inherit"], env: environment });
    rmSync(project, { recursive: true });
  },
  hashOf(SDK_LOCK) + hashOf(NODE_LOCK),
);
once("wheels", (folder) => {
  const wanted = ["--version", "2.66.2", "--version", "2.29.2", "--python", pythonVersion()];
  run(process.execPath, "scripts/wheels.ts", folder, ...wanted);
});
console.log(path.join(CACHE, "az", "bin", "az"));

/** @param content of what is made: another one makes it again */
function once(name: string, make: (folder: string) => void, content = ""): void {
  const folder = path.join(CACHE, name);
  const complete = path.join(folder, "complete");
  if (existsSync(complete) && readFileSync(complete, "utf8") === content) return;
  rmSync(folder, { recursive: true, force: true });
  console.log(`Making .cache/${name} …`);
  make(folder);
  writeFileSync(complete, content);
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** Of the Python that runners in the tests have. */
function pythonVersion(): string {
  const show = "import sys; print('%d.%d' % sys.version_info[:2])";
  return execFileSync("/usr/bin/python3", ["-c", show], { encoding: "utf8" }).trim();
}

function installAz(what: string, folder: string): void {
  run("python3", "-m", "venv", folder);
  uvPip(folder, what);
}

function uvPip(folder: string, ...what: readonly string[]): void {
  run(path.join(CACHE, "uv", "bin", "uv"), "pip", "install", "--quiet", "--python", pythonOf(folder), ...what);
}

function pythonOf(folder: string): string {
  return path.join(folder, "bin", "python");
}

function run(file: string, ...args: readonly string[]): void {
  execFileSync(file, args, { stdio: ["ignore", "inherit", "inherit"], env: environment });
}
