/**
 * `npm run wheels -- [FOLDER] [--version 2.29.2 …] [--python 3.12 …] [--platform manylinux2014_x86_64 …]`: downloads
 * all that azs-login installs az from into a folder, for runners without internet (input `az-wheels`). Stamps whose AD
 * FS refuses scopes (MSIS9605) need 2.29.2, others 2.66.2, which is what is downloaded unless named. The folder serves
 * Python 3.9 to 3.13, or those named, on this platform, or on those named, as for `pip download --platform`.
 */
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const PYTHONS = ["3.9", "3.10", "3.11", "3.12", "3.13"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    version: { type: "string", multiple: true, default: ["2.66.2"] },
    python: { type: "string", multiple: true, default: PYTHONS },
    platform: { type: "string", multiple: true, default: [] },
  },
});
const folder = path.resolve(positionals[0] ?? "wheels");
const platforms = values.platform.flatMap((platform) => ["--platform", platform]);

for (const version of values.version) {
  for (const python of values.python) download(version, python);
}
console.log(`${readdirSync(folder).length} wheels in ${folder}`);

function download(version: string, python: string): void {
  console.log(`az ${version} for Python ${python} …`);
  const lock = path.join(import.meta.dirname, "..", "src", "provision", `az-${version}.txt`);
  const what = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lock];
  // In three parts: some packages exclude 3.9.0, which 3.9 would be read as.
  const target = ["--python-version", `${python}.5`, ...platforms, "--find-links", folder, "--dest", folder];
  const quiet = ["--quiet", "--disable-pip-version-check", "--progress-bar", "off"];
  execFileSync("python3", ["-m", "pip", "download", ...quiet, ...what, ...target], { stdio: "inherit" });
}
