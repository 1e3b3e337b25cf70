/**
 * Installs what the tests want beside the machine's az, into .cache: az 2.66.x in a plain virtual environment
 * (.cache/az), the newest az (.cache/az-newest), the wheels that azs-login installs az from (.cache/wheels) and uv
 * (.cache/uv). Does nothing where they are there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const CACHE = path.resolve(".cache");
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
  run(pythonOf(folder), "-W", "ignore", "-m", "compileall", "-q", "-j", "0", path.join(folder, "lib"));
});
once("az-newest", (folder) => installAz("azure-cli", folder));
once("wheels", (folder) => {
  const version = execFileSync("/usr/bin/python3", ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]);
  const wanted = ["--version", "2.66.2", "--version", "2.29.2", "--python", version.toString().trim()];
  run(process.execPath, "scripts/wheels.ts", folder, ...wanted);
});
console.log(path.join(CACHE, "az", "bin", "az"));

function once(name: string, make: (folder: string) => void): void {
  const folder = path.join(CACHE, name);
  const complete = path.join(folder, "complete");
  if (existsSync(complete)) return;
  rmSync(folder, { recursive: true, force: true });
  console.log(`Making .cache/${name} …`);
  make(folder);
  writeFileSync(complete, "");
}

function installAz(what: string, folder: string): void {
  run("python3", "-m", "venv", folder);
  run(path.join(CACHE, "uv", "bin", "uv"), "pip", "install", "--quiet", "--python", pythonOf(folder), what);
}

function pythonOf(folder: string): string {
  return path.join(folder, "bin", "python");
}

function run(file: string, ...args: readonly string[]): void {
  execFileSync(file, args, { stdio: ["ignore", "inherit", "inherit"], env: environment });
}
