import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { locateAz, type PythonCommand } from "../../../src/az/find/locate.ts";
import { temporaryFolder } from "../folder.ts";

/** The machine of a test: a folder whose `usr/bin` is the only one on PATH. */
let machine = "";
beforeEach(() => {
  machine = temporaryFolder();
  mkdirSync(at("usr/bin"), { recursive: true });
  const { PATH } = process.env;
  onTestFinished(() => {
    process.env["PATH"] = PATH;
  });
  process.env["PATH"] = at("usr/bin");
});
const at = (file: string): string => path.join(machine, file);

function install(file: string, ...lines: string[]): string {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), lines.join("\n"));
  chmodSync(at(file), 0o755);
  return at(file);
}
const fakePython = (file: string): string => install(file, "#!/bin/sh", "exit 0");
const python = (file: string, flags: readonly string[], environment = {}): PythonCommand => ({
  file,
  flags,
  environment,
  // Started with -m and without -I.
  ...(/I/.test(flags.join("")) ? {} : { fromWorkingFolder: true }),
});
const pythonOf = async () => (await locateAz(undefined))?.python;

const BIN_DIR = 'bin_dir=`cd "$(dirname "$BASH_SOURCE[0]")"; pwd`';

describe("the deb package of Microsoft", () => {
  test("names its Python relative to the launcher", async () => {
    const file = fakePython("opt/az/bin/python3");
    const launcher = '"$bin_dir"/../../opt/az/bin/python3 -Im azure.cli "$@"';
    const az = install("usr/bin/az", "#!/usr/bin/env bash", BIN_DIR, `AZ_INSTALLER=DEB ${launcher}`);
    expect(await locateAz(undefined)).toEqual({ path: az, python: python(file, ["-I"]) });
  });

  test("before 2.22 named it by its path", async () => {
    const file = fakePython("opt/az/bin/python3");
    install("usr/bin/az", "#!/usr/bin/env bash", `AZ_INSTALLER=DEB ${file} -Im azure.cli "$@"`);
    expect(await pythonOf()).toEqual(python(file, ["-I"]));
  });

  test("in a script that replaces itself with az", async () => {
    const file = fakePython("opt/az/bin/python3");
    install("usr/bin/az", "#!/bin/sh", `AZ_INSTALLER=DEB exec ${file} -Im azure.cli "$@"`);
    expect(await pythonOf()).toEqual(python(file, ["-I"]));
  });

  test("whose Python is a link keeps the link's name, which tells a virtual environment", async () => {
    fakePython("usr/lib/python3.12");
    const file = at("opt/az/bin/python3");
    mkdirSync(path.dirname(file), { recursive: true });
    symlinkSync(at("usr/lib/python3.12"), file);
    install("usr/bin/az", BIN_DIR, '"$bin_dir"/../../opt/az/bin/python3 -Im azure.cli "$@"');
    expect(await pythonOf()).toEqual(python(file, ["-I"]));
  });

  test("reached by a link from another folder", async () => {
    const file = fakePython("opt/az/bin/python3");
    const az = install("usr/bin/az", BIN_DIR, '"$bin_dir"/../../opt/az/bin/python3 -Im azure.cli "$@"');
    mkdirSync(at("home/user/bin"), { recursive: true });
    symlinkSync(az, at("home/user/bin/az"));
    expect(await locateAz(at("home/user/bin/az"))).toEqual({
      path: at("home/user/bin/az"),
      python: python(file, ["-I"]),
    });
  });
});

describe("the rpm package of Microsoft", () => {
  const modern = (preferred: string) => [
    "#!/usr/bin/env bash",
    BIN_DIR,
    "python_cmd=python3",
    `if command -v ${preferred} &>/dev/null; then python_cmd=${preferred}; fi`,
    `AZ_INSTALLER=RPM PYTHONPATH="$bin_dir/../lib64/az/lib/${preferred}/site-packages" $python_cmd -sm azure.cli "$@"`,
  ];

  test.each([
    ["python3.9", ["python3", "python3.9"]],
    ["python3", ["python3"]],
  ])("runs %s of the system with az's modules", async (chosen, present) => {
    for (const name of present) fakePython(`usr/bin/${name}`);
    install("usr/bin/az", ...modern("python3.9"));
    const modules = at("usr/lib64/az/lib/python3.9/site-packages");
    mkdirSync(modules, { recursive: true });
    const found = await pythonOf();
    expect(found).toMatchObject({ file: at(`usr/bin/${chosen}`), flags: ["-s"] });
    expect(path.normalize(found?.environment["PYTHONPATH"] ?? "")).toBe(modules);
  });

  test("before 2.22 named both by their paths", async () => {
    const file = fakePython("usr/bin/python3");
    const modules = "/usr/lib64/az/lib/python3.6/site-packages";
    install("usr/bin/az", "#!/usr/bin/env bash", `AZ_INSTALLER=RPM PYTHONPATH=${modules} ${file} -sm azure.cli "$@"`);
    expect(await pythonOf()).toEqual(python(file, ["-s"], { PYTHONPATH: modules }));
  });

  test.each([
    ["PYTHONPATH=/a:$PYTHONPATH", "/a"],
    [`PYTHONPATH="/a:\${PYTHONPATH}"`, "/a"],
    ["PYTHONPATH=$PYTHONPATH:/a:/b", "/a:/b"],
  ])("puts %s, without the job's own", async (assignment, value) => {
    fakePython("usr/bin/python3");
    install("usr/bin/az", "#!/bin/sh", `${assignment} python3 -sm azure.cli "$@"`);
    expect((await pythonOf())?.environment).toEqual({ PYTHONPATH: value });
  });
});

describe("Homebrew", () => {
  test.each([
    ["now", "-Im", ["-I"]],
    ["before", "-m", []],
  ])("names its Python by its path, %s", async (_, flag, flags) => {
    const file = fakePython("opt/homebrew/Cellar/azure-cli/2.66.0_1/libexec/bin/python");
    const cellar = install(
      "opt/homebrew/Cellar/azure-cli/2.66.0_1/bin/az",
      "#!/usr/bin/env bash",
      `AZ_INSTALLER=HOMEBREW ${file} ${flag} azure.cli "$@"`,
    );
    symlinkSync(cellar, at("usr/bin/az"));
    expect(await locateAz(undefined)).toEqual({ path: at("usr/bin/az"), python: python(file, flags) });
  });
});

describe("az.cmd of Windows", () => {
  const lines = (...more: string[]) => ["::", ":: Microsoft Azure CLI", "::", "@echo off", "setlocal", ...more];

  test.each([
    ["msi", lines("SET AZ_INSTALLER=MSI", '"%~dp0\\..\\python.exe" -IBm azure.cli %*', "GOTO end")],
    ["zip", ['@IF EXIST "%~dp0\\..\\python.exe" (', '  "%~dp0\\..\\python.exe" -IBm azure.cli %*', ") ELSE ("]],
  ])("of the %s package", async (_, content) => {
    const file = fakePython("Program Files/Microsoft SDKs/Azure/CLI2/python.exe");
    const az = install("Program Files/Microsoft SDKs/Azure/CLI2/wbin/az.cmd", content.join("\r\n"));
    expect(await locateAz(az)).toEqual({ path: az, python: python(file, ["-IB"]) });
  });

  const pip = lines(
    "SET AZ_INSTALLER=PIP",
    'IF EXIST "%~dp0\\python.exe" (',
    '  "%~dp0\\python.exe" -m azure.cli %*',
    ") ELSE (",
    "  python -m azure.cli %*",
    ")",
  ).join("\r\n");

  test("of pip in a virtual environment", async () => {
    const file = fakePython("venv/Scripts/python.exe");
    expect((await locateAz(install("venv/Scripts/az.bat", pip)))?.python).toEqual(python(file, []));
  });

  test("of pip beside a Python on PATH", async () => {
    const file = fakePython("usr/bin/python");
    expect((await locateAz(install("Python312/Scripts/az.bat", pip)))?.python).toEqual(python(file, []));
  });
});

describe("a Python script", () => {
  const body = [
    "import sys",
    "import subprocess",
    "subprocess.run([sys.executable, '-m', 'azure.cli'] + sys.argv[1:])",
  ];

  test.each(["", " "])("of pip names the virtual environment's Python behind #!%s", async (space) => {
    const file = fakePython("venv/bin/python3.11");
    install("usr/bin/az", `#!${space}${file}`, ...body);
    expect(await pythonOf()).toEqual(python(file, []));
  });

  test("of a checkout takes the Python on PATH", async () => {
    const file = fakePython("usr/bin/python3");
    install("usr/bin/az", "#!/usr/bin/env python3", ...body);
    expect(await pythonOf()).toEqual(python(file, []));
  });

  test("of Debian runs the system's", async () => {
    install("usr/bin/az", "#!/usr/bin/python3", "import runpy", "import os", "runpy.run_module('azure.cli')");
    expect(await pythonOf()).toEqual({ file: "/usr/bin/python3", flags: [], environment: {} });
  });
});

describe("not told by its launcher is the Python of", () => {
  test.each([
    ["a wrapper", ["#!/bin/sh", 'exec /opt/tools/az-2.66.2/bin/az "$@"']],
    ["a container", ["#!/bin/sh", 'docker run --rm azure-cli python3 -m azure.cli "$@"']],
    ["a cask of Homebrew", ["#!/bin/bash", 'exec "$PYTHON" -s "$PACKAGES/azure/cli/__main__.py" "$@"']],
    [
      "Git for Windows",
      ["#!/bin/bash", 'AZ_INSTALLER=MSI "$(dirname "$(dirname "$0")")/python.exe" -IBm azure.cli "$@"'],
    ],
    ["a Python that is not there", ["#!/bin/sh", '/nowhere/python3 -Im azure.cli "$@"']],
    ["one relative to the launcher that is not there", [BIN_DIR, '"$bin_dir"/../../opt/az/bin/python3 -Im azure.cli']],
    ["another Python program", ["#!/usr/bin/python3", "import something"]],
    ["a script of an unknown Python", ["#!/usr/bin/env python2", "import azure.cli"]],
    ["a binary", ["\u007fELF\u0000\u0001\ufffd"]],
    ["an empty file", [""]],
    ["a launcher that goes on and on", [`#!/bin/sh\n${"# more\n".repeat(2000)}`, "python3 -m azure.cli"]],
  ])("%s", async (_, lines) => {
    const az = install("usr/bin/az", ...lines);
    expect(await locateAz(undefined)).toEqual({ path: az, python: undefined });
  });
});

describe("missing is", () => {
  test("an az that is not on PATH", async () => {
    expect(await locateAz(undefined)).toBeUndefined();
  });

  test.each([
    ["an az-path to nothing", "usr/bin/az"],
    ["an az-path to a folder", "usr/bin"],
  ])("%s", async (_, file) => {
    expect(await locateAz(at(file))).toBeUndefined();
  });

  test("an az-path whose link leads nowhere", async () => {
    symlinkSync(at("gone"), at("usr/bin/az"));
    expect(await locateAz(at("usr/bin/az"))).toBeUndefined();
  });
});

test("az-path comes before PATH", async () => {
  install("usr/bin/az", "#!/bin/sh");
  const own = install("tools/az", "#!/bin/sh");
  expect((await locateAz(own))?.path).toBe(own);
});
