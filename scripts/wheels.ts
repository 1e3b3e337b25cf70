/**
 * `npm run wheels -- [FOLDER] [--version 2.29.2 …] [--python 3.12 …] [--platform win_amd64 …]`: downloads everything
 * from which azs-login installs az into a folder, for runners without internet (input `az-wheels`). The default version
 * is 2.66.2; stamps whose AD FS refuses scopes (MSIS9605) need 2.29.2. The default is Python 3.9 to 3.13 on this
 * platform; other platforms are named as for `pip download --platform`.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program, temporaryFolder } from "../emulator/program/ending.ts";
import { readOptions, refuse } from "../emulator/program/options.ts";
import { read, run } from "../emulator/program/running.ts";
import { lockOf, PIP } from "./lock/files.ts";
import { markersOf, type Target } from "./lock/target.ts";

/** The Python versions for which every package of a lock has wheels. */
const PYTHONS = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"];
const USUAL = PYTHONS.slice(1);

const USAGE = `npm run wheels -- [FOLDER] [--version 2.29.2 …] [--python 3.12 …] [--platform win_amd64 …]
Downloads the wheels from which azs-login installs az, for az-wheels. The default FOLDER is wheels. Platforms have pip's
names: win_amd64, win_arm64, manylinux_2_28_x86_64, manylinux2014_aarch64, macosx_11_0_arm64.`;

await program(async () => {
  const { values, positionals } = readOptions(USAGE, {
    allowPositionals: true,
    options: {
      version: { type: "string", multiple: true, default: ["2.66.2"] },
      python: { type: "string", multiple: true, default: USUAL },
      platform: { type: "string", multiple: true, default: [] },
    },
  });
  if (positionals.length > 1) refuse(`There is one folder, not ${positionals.join(", ")}`, USAGE);
  for (const version of values.version) {
    if (!existsSync(lockOf(version))) refuse(`--version is ${version}, of which no lock is here`, USAGE);
  }
  for (const python of values.python) {
    if (!PYTHONS.includes(python)) refuse(`--python is ${python}; there are wheels for ${PYTHONS.join(", ")}`, USAGE);
  }
  const folder = path.resolve(positionals[0] ?? "wheels");
  const targets = values.python.flatMap((python) => targetsFor(python, values.platform));
  for (const version of values.version) for (const target of targets) await download(version, target, folder);
  console.log(`${readdirSync(folder).length} wheels in ${folder}`);
});

function targetsFor(python: string, platforms: readonly string[]): readonly Target[] {
  if (platforms.length === 0) return [{ python, platform: undefined }];
  return platforms.map((platform) => {
    const target = { python, platform };
    if (markersOf(target) === undefined) refuse(`--platform is ${platform}, which is none that pip knows`, USAGE);
    return target;
  });
}

async function download(version: string, target: Target, folder: string): Promise<void> {
  const { python, platform } = target;
  const place = temporaryFolder("wheels-");
  const requirements = path.join(place.path, "requirements.txt");
  const doing = `Downloading az ${version} for Python ${python}${platform === undefined ? "" : ` on ${platform}`}`;
  console.log(`${doing} …`);
  const forTarget = path.join(import.meta.dirname, "lock", "for_target.py");
  const markers = JSON.stringify(markersOf(target) ?? {});
  writeFileSync(requirements, await read("python3", ["-I", "-B", forTarget, lockOf(version), PIP, markers], { doing }));
  const what = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", requirements];
  // In three parts, because some packages exclude 3.9.0, and pip reads 3.9 as that.
  const forPython = ["--python-version", `${python}.5`, ...(platform === undefined ? [] : ["--platform", platform])];
  const places = ["--find-links", folder, "--dest", folder];
  const quiet = ["--quiet", "--disable-pip-version-check", "--progress-bar", "off"];
  await run("python3", [path.join(PIP, "pip"), "download", ...quiet, ...what, ...forPython, ...places], { doing });
  await place.remove();
}
