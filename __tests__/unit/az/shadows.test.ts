import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { PythonCommand } from "../../../src/az/find/locate.ts";
import { shadows } from "../../../src/az/find/shadows.ts";
import type { Environment } from "../../../src/host/host.ts";
import { temporaryFolder } from "../folder.ts";

const AZ = "/usr/bin/az";
const python = (change: Partial<PythonCommand> = {}): PythonCommand => ({
  file: "/usr/bin/python3",
  flags: [],
  environment: {},
  ...change,
});
const FOREIGN = { "azure/__init__.py": "" };
const EXTENDED = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)";

let root = "";
beforeEach(() => {
  root = temporaryFolder();
});

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, folder, name)), { recursive: true });
    writeFileSync(path.join(root, folder, name), text);
  }
  return path.join(root, folder);
}

const onPath = (files: Readonly<Record<string, string>>) => () => ({ PYTHONPATH: write("lib", files) });
const home = (library: string) => () => ({ PYTHONHOME: write("home", { [library]: "" }) });

/** An az, an environment, and the expected message, if any. */
const TABLE: readonly (readonly [name: string, PythonCommand, () => Environment, says: RegExp | undefined])[] = [
  ["nothing", python(), () => ({}), undefined],
  ["a package azure", python(), onPath(FOREIGN), /^PYTHONPATH leads to \S+lib.azure: \/usr\/bin\/az does not start/],
  ["behind other folders", python(), () => ({ PYTHONPATH: `/nowhere:${write("b", FOREIGN)}` }), /leads to \S+b.azure/],
  ["a Python that ignores its environment", python({ flags: ["-E"] }), onPath(FOREIGN), undefined],
  ["a Python that is isolated", python({ flags: ["-Im"] }), onPath(FOREIGN), undefined],
  [
    "a launcher with a PYTHONPATH of its own",
    python({ environment: { PYTHONPATH: "/az" } }),
    onPath(FOREIGN),
    undefined,
  ],
  ["a folder azure that is no package", python(), onPath({ "azure/config": "" }), undefined],
  ["a package that says that there are more", python(), onPath({ "azure/__init__.py": EXTENDED }), undefined],
  ["az itself", python(), onPath({ ...FOREIGN, "azure/cli/core/__init__.py": "" }), undefined],
  [
    "a PYTHONHOME of nothing",
    python(),
    () => ({ PYTHONHOME: "/nowhere" }),
    /^PYTHONHOME names \/nowhere, which has no/,
  ],
  ["an empty PYTHONHOME", python(), () => ({ PYTHONHOME: "" }), undefined],
  ["a PYTHONHOME on Linux", python(), home("lib/python3.11/os.py"), undefined],
  ["a PYTHONHOME on Fedora", python(), home("lib64/python3.9/os.py"), undefined],
  ["a PYTHONHOME on Windows", python(), home("Lib/os.py"), undefined],
  [
    "a PYTHONHOME of two folders",
    python(),
    () => ({ PYTHONHOME: `${write("home", { "lib/python3.12/os.py": "" })}:/nowhere` }),
    undefined,
  ],
];

test.each(TABLE)("%s", async (_, command, environment, says) => {
  const found = await shadows({ path: AZ, python: command }, environment());
  expect(found).toEqual(says === undefined ? [] : [expect.stringMatching(says)]);
});

test("an az whose Python is not known is not checked", async () => {
  expect(await shadows({ path: AZ, python: undefined }, { PYTHONHOME: "/nowhere" })).toEqual([]);
});

/** In a separate process, because the test needs its own working folder. */
test("the working folder counts where Python looks there, an empty place of PYTHONPATH too", () => {
  write("", FOREIGN);
  const cases = [
    [python({ fromWorkingFolder: true }), {}],
    [python({ fromWorkingFolder: true }), { PYTHONSAFEPATH: "1" }],
    [python(), {}],
    [python(), { PYTHONPATH: ":/nowhere" }],
    [python(), { PYTHONPATH: "/nowhere:" }],
  ];
  const script = `
    const { shadows } = await import(${JSON.stringify(path.resolve("src/az/find/shadows.ts"))});
    const counts = [];
    for (const [python, environment] of ${JSON.stringify(cases)})
      counts.push((await shadows({ path: "az", python }, environment)).length);
    console.log(JSON.stringify(counts));`;
  const args = ["--no-warnings", "--input-type=module", "-e", script];
  expect(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }).trim()).toBe("[1,0,0,1,1]");
});

test.runIf(process.platform === "linux")("a pipe in place of a module is not waited for", async () => {
  const folder = write("lib", { "azure/other.py": "" });
  execFileSync("mkfifo", [path.join(folder, "azure", "__init__.py")]);
  expect(await shadows({ path: AZ, python: python() }, { PYTHONPATH: folder })).toEqual([]);
});
