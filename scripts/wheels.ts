/**
 * `npm run wheels -- [FOLDER] [--version 2.29.2 …] [--python 3.12 …] [--platform manylinux2014_x86_64 …]`: downloads
 * all that azs-login installs az from into a folder, for runners without internet (input `az-wheels`). Stamps whose AD
 * FS refuses scopes (MSIS9605) need 2.29.2, others 2.66.2, which is what is downloaded unless named. The folder serves
 * Python 3.9 to 3.13, or those named, on this platform, or on those named, as for `pip download --platform`.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { program } from "../emulator/program/ending.ts";
import { readOptions, refuse } from "../emulator/program/options.ts";
import { run } from "../emulator/program/running.ts";

const PYTHONS = ["3.9", "3.10", "3.11", "3.12", "3.13"];

const USAGE = `npm run wheels -- [FOLDER] [--version 2.29.2 …] [--python 3.12 …] [--platform manylinux2014_x86_64 …]
Downloads what azs-login installs az from, for az-wheels. FOLDER is wheels unless named.`;

await program(async () => {
  const { values, positionals } = readOptions(USAGE, {
    allowPositionals: true,
    options: {
      version: { type: "string", multiple: true, default: ["2.66.2"] },
      python: { type: "string", multiple: true, default: PYTHONS },
      platform: { type: "string", multiple: true, default: [] },
    },
  });
  if (positionals.length > 1) refuse(`There is one folder, not ${positionals.join(", ")}`, USAGE);
  for (const version of values.version) {
    if (!existsSync(lockOf(version))) refuse(`--version is ${version}, of which no lock is here`, USAGE);
  }
  for (const python of values.python) {
    if (!/^3\.\d+$/.test(python)) refuse(`--python is ${python}, not such as 3.12`, USAGE);
  }
  const folder = path.resolve(positionals[0] ?? "wheels");
  const platforms = values.platform.flatMap((platform) => ["--platform", platform]);
  for (const version of values.version) {
    for (const python of values.python) await download(version, python, folder, platforms);
  }
  console.log(`${readdirSync(folder).length} wheels in ${folder}`);
});

async function download(version: string, python: string, folder: string, platforms: readonly string[]): Promise<void> {
  const what = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", lockOf(version)];
  // In three parts: some packages exclude 3.9.0, which 3.9 would be read as.
  const target = ["--python-version", `${python}.5`, ...platforms, "--find-links", folder, "--dest", folder];
  const quiet = ["--quiet", "--disable-pip-version-check", "--progress-bar", "off"];
  const doing = `Downloading az ${version} for Python ${python}`;
  console.log(`${doing} …`);
  await run("python3", ["-m", "pip", "download", ...quiet, ...what, ...target], { doing });
}

function lockOf(version: string): string {
  return path.join(import.meta.dirname, "..", "src", "provision", `az-${version}.txt`);
}
