/**
 * `npm run wheels -- [FOLDER] [--version 2.66.2] [--platform manylinux2014_x86_64 …]`: downloads all that azs-login
 * installs az from into a folder, for runners without internet (input `az-wheels`). It serves Python 3.9 to 3.13 on this
 * platform, or on those named as pip names them (`pip download --platform`).
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const MINORS = [9, 10, 11, 12, 13];
// In three parts: some packages exclude 3.9.0, which 3.9 would be read as.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: "string", default: "2.66.2" },
    platform: { type: "string", multiple: true, default: [] },
  },
});
const folder = path.resolve(positionals[0] ?? "wheels");
const lock = path.join(import.meta.dirname, "..", "src", "provision", `az-${values.version}.txt`);
const platforms = values.platform.flatMap((platform) => ["--platform", platform]);

for (const minor of MINORS) {
  console.log(`Python 3.${minor} …`);
  const what = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock];
  const target = ["--python-version", `3.${minor}.5`, ...platforms, "--find-links", folder, "--dest", folder];
  const quiet = ["--quiet", "--disable-pip-version-check", "--progress-bar", "off"];
  execFileSync("python3", ["-m", "pip", "download", ...quiet, ...what, ...target], { stdio: "inherit" });
}
console.log(`${readdirSync(folder).length} wheels in ${folder}`);
