import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Outcome } from "../../../src/io/processes.ts";
import { findPython } from "../../../src/provision/pythons.ts";
import { temporaryFolder } from "../folder.ts";

const MINORS = { good: [12, 11, 10, 9, 8], possible: [13] };
const CPYTHON = { implementation: "cpython", lacks: [] };

/** The machine of a test: a folder whose `bin` is the only one on PATH, and the output of its programs. */
let machine = "";
let said: Record<string, Partial<Outcome>> = {};
let asked: string[] = [];
beforeEach(() => {
  machine = temporaryFolder();
  said = {};
  asked = [];
  mkdirSync(at("bin"));
  const { PATH } = process.env;
  onTestFinished(() => {
    process.env["PATH"] = PATH;
  });
  process.env["PATH"] = at("bin");
});
const at = (file: string): string => path.join(machine, file);

function program(file: string, outcome: Partial<Outcome>): string {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), "");
  chmodSync(at(file), 0o755);
  said[at(file)] = outcome;
  return at(file);
}
function python(file: string, version: string, probe: object = {}): string {
  const numbers = version.split(".").map(Number);
  const all = { ...CPYTHON, file: at(file), version: numbers, ...probe };
  return program(file, { stdout: `${JSON.stringify(all)}\n` });
}
const cachedAs = (version: string): string => `tools/Python/${version}/${process.arch}/bin/python3`;

const fake = {
  async run(file: string, args: readonly string[]): Promise<Outcome> {
    asked.push(file);
    expect(args).toEqual(["-I", "-B", path.resolve("src/provision/probe.py")]);
    return { exitCode: said[file] === undefined ? -1 : 0, stdout: "", stderr: "", ...said[file] };
  },
};
const find = ({ own = undefined as string | undefined } = {}) => findPython(MINORS, own, at("tools"), fake);

describe("the Python to install on is", () => {
  test("python3 on PATH, before any other", async () => {
    const file = python("bin/python3", "3.9.18");
    python("bin/python", "3.12.1");
    python("bin/python3.12", "3.12.1");
    python(cachedAs("3.12.1"), "3.12.1");
    expect(await find({ own: python("az/bin/python", "3.12.1") })).toEqual({ file, version: "3.9.18" });
    expect(asked).toEqual([file]);
  });

  test("python on PATH where python3 does not serve", async () => {
    python("bin/python3", "3.14.0");
    python("bin/python3.12", "3.12.1");
    const file = python("bin/python", "3.8.0");
    expect(await find()).toMatchObject({ file });
  });

  test("the newest good one of those that have their version in their name", async () => {
    python("bin/python3", "3.14.0");
    python("bin/python3.9", "3.9.18");
    const file = python("bin/python3.11", "3.11.7");
    expect(await find()).toMatchObject({ file });
  });

  test("az's own where none on PATH serves", async () => {
    python("bin/python3", "3.7.16");
    python(cachedAs("3.12.1"), "3.12.1");
    const own = python("opt/az/bin/python3", "3.11.7");
    expect(await find({ own })).toMatchObject({ file: own });
  });

  test("the newest of the tool cache at last", async () => {
    python("bin/python3", "3.7.16");
    for (const version of ["3.9.18", "3.8.18", "3.11.9"]) python(cachedAs(version), version);
    const file = python(cachedAs("3.12.1"), "3.12.1");
    expect(await find({ own: at("nowhere/python3") })).toMatchObject({ file, version: "3.12.1" });
  });

  test("one that may do, only where there is no good one", async () => {
    const possible = python("bin/python3", "3.13.0");
    const other = python(cachedAs("3.13.1"), "3.13.1");
    expect(await find()).toMatchObject({ file: possible, version: "3.13.0" });
    expect(asked).toEqual([possible, other]);
    const good = python(cachedAs("3.8.18"), "3.8.18");
    expect(await find()).toMatchObject({ file: good });
  });

  test("the one that a virtual environment was made from", async () => {
    python("bin/python3", "3.11.7", { file: "/usr/bin/python3.11" });
    expect(await find()).toEqual({ file: "/usr/bin/python3.11", version: "3.11.7" });
  });

  test("asked once, whatever its names", async () => {
    const file = python("usr/python3.7", "3.7.16");
    for (const name of ["python3", "python", "python3.12"]) symlinkSync(file, at(`bin/${name}`));
    said[at("bin/python3")] = said[file] ?? {};
    expect(await find({ own: file })).toEqual({ found: [`${at("bin/python3")} (Python 3.7.16)`] });
    expect(asked).toEqual([at("bin/python3")]);
  });
});

describe("no Python to install on is", () => {
  test.each<[string, string, object]>([
    ["Python 3.7.16", "3.7.16", {}],
    ["Python 3.14.0", "3.14.0", {}],
    ["Python 2.12.0", "2.12.0", {}],
    ["pypy 3.10.14", "3.10.14", { implementation: "pypy" }],
    ["Python 3.11.7 without zipfile, ssl", "3.11.7", { lacks: ["zipfile", "ssl"] }],
  ])("%s", async (why, version, probe) => {
    const file = python("bin/python3", version, probe);
    expect(await find()).toEqual({ found: [`${file} (${why})`] });
  });

  test.each<[string, Partial<Outcome>]>([
    ["fails", { exitCode: 127, stderr: "pyenv: python3: command not found" }],
    ["fails after all", { exitCode: 1, stdout: JSON.stringify({ ...CPYTHON, file: "/x", version: [3, 12, 1] }) }],
    ["cannot be started", { exitCode: -1 }],
    ["says nothing", { stdout: "" }],
    ["says something else", { stdout: "Python was not found; run without arguments to install from the Store\n" }],
  ])("a program that %s", async (_, outcome) => {
    const file = program("bin/python3", outcome);
    expect(await find()).toEqual({ found: [`${file} (does not start)`] });
    const own = python("az/bin/python3", "3.11.7");
    expect(await find({ own })).toMatchObject({ file: own });
  });

  test("nothing at all", async () => {
    expect(await find()).toEqual({ found: [] });
    expect(await findPython(MINORS, undefined, undefined, fake)).toEqual({ found: [] });
  });

  test("any of several, each with its reason, in the order they were asked", async () => {
    const found = [
      `${python("bin/python3", "3.7.16")} (Python 3.7.16)`,
      `${program("az/bin/python", { exitCode: 1 })} (does not start)`,
      `${python(cachedAs("3.14.0"), "3.14.0")} (Python 3.14.0)`,
    ];
    expect(await find({ own: at("az/bin/python") })).toEqual({ found });
  });
});
