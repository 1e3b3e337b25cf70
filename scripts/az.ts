/**
 * Installs the newest az 2.66.x, the one Microsoft supports for Azure Stack Hub, into a virtual environment of the
 * project's own (.cache/az), for the tests that want it beside the machine's az. Does nothing when it is there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(".cache", "az");
const complete = path.join(folder, "complete");
const python = path.join(folder, "bin", "python");

if (!existsSync(complete)) {
  rmSync(folder, { recursive: true, force: true });
  console.log(`Installing az 2.66.x into ${folder} …`);
  run("python3", "-m", "venv", folder);
  run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "azure-cli==2.66.*");
  run(python, "-m", "compileall", "-q", path.join(folder, "lib"));
  writeFileSync(complete, "");
}
console.log(path.resolve(folder, "bin", "az"));

function run(file: string, ...args: readonly string[]): void {
  const { PYTHONDONTWRITEBYTECODE: _, ...env } = process.env;
  execFileSync(file, args, { stdio: ["ignore", "inherit", "inherit"], env });
}
