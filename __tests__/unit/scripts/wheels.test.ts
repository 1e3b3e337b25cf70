import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { lockOf, PIP } from "../../../scripts/lock/files.ts";
import { markersOf } from "../../../scripts/lock/target.ts";

const SCRIPT = path.resolve("scripts/lock/for_target.py");

/** Names and versions of the packages that a lock requires on a target. */
function wanted(version: string, python: string, platform: string): readonly string[] {
  const markers = JSON.stringify(markersOf({ python, platform }));
  const lines = execFileSync("python3", ["-I", "-B", SCRIPT, lockOf(version), PIP, markers], { encoding: "utf8" });
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "");
}

/** The packages in the lock that only some platforms need, with their markers. */
const MARKED = [...readFileSync(lockOf("2.66.2"), "utf8").matchAll(/^([\w.-]+==\S+) ; (.+?) \\$/gm)].map(
  ([, name = "", marker = ""]) => ({ name, marker }),
);
const named = (pattern: RegExp) => MARKED.filter(({ marker }) => pattern.test(marker)).map(({ name }) => name);
const FOR_WINDOWS = named(/^sys_platform == 'win32'$/);
const FOR_LINUX = named(/^sys_platform == 'linux'$/);

describe("wheels for", () => {
  test.each([
    ["win_amd64", FOR_WINDOWS, FOR_LINUX],
    ["win_arm64", FOR_WINDOWS, FOR_LINUX],
    ["manylinux_2_28_x86_64", FOR_LINUX, FOR_WINDOWS],
    ["musllinux_1_2_aarch64", FOR_LINUX, FOR_WINDOWS],
    ["macosx_11_0_arm64", [], [...FOR_WINDOWS, ...FOR_LINUX]],
  ])("%s are those that its markers name, and no others", (platform, there, absent) => {
    expect(FOR_WINDOWS).toHaveLength(3);
    expect(FOR_LINUX).toHaveLength(1);
    const names = wanted("2.66.2", "3.12", platform);
    expect(names).toEqual(expect.arrayContaining([...there, "azure-cli==2.66.2"]));
    expect(names.filter((name) => absent.includes(name))).toEqual([]);
  });

  test("an older Python are older packages", () => {
    expect(wanted("2.66.2", "3.8", "win_amd64")).toContain("azure-core==1.33.0");
    expect(wanted("2.66.2", "3.9", "win_amd64")).toContain("azure-core==1.37.0");
  });
});

describe("a platform is", () => {
  test.each([
    ["win_amd64", { sys_platform: "win32", platform_system: "Windows", platform_machine: "AMD64" }],
    ["win32", { sys_platform: "win32", platform_machine: "x86" }],
    ["macosx_10_9_x86_64", { sys_platform: "darwin", os_name: "posix", platform_machine: "x86_64" }],
    ["manylinux2014_aarch64", { sys_platform: "linux", platform_machine: "aarch64" }],
    ["linux_armv7l", { platform_system: "Linux", platform_machine: "armv7l" }],
  ])("%s", (platform, markers) => {
    expect(markersOf({ python: "3.12", platform })).toMatchObject({ ...markers, python_version: "3.12" });
  });

  test.each(["windows", "win_x64", "linux", "macosx_arm64", "manylinux_x86_64", "any"])("none: %s", (platform) => {
    expect(markersOf({ python: "3.12", platform })).toBeUndefined();
    const script = path.resolve("scripts/wheels.ts");
    const { status, stderr } = spawnSync(process.execPath, [script, "--platform", platform], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe(`--platform is ${platform}, which is none that pip knows: see npm run wheels -- --help\n`);
  });
});

test("a Python without wheels is refused by name", () => {
  const script = path.resolve("scripts/wheels.ts");
  const { status, stderr } = spawnSync(process.execPath, [script, "--python", "3.14"], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^--python is 3\.14; there are wheels for 3\.8, .*3\.13: see npm run wheels -- --help\n$/);
});
