import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { launchers } from "../../../src/renewal/launchers.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "it's a $HOME `x` "));
  mkdirSync(path.join(folder, "b i n"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = Math.floor(Date.now() / 1000);

/** Runs a launcher with an az and a Python that print what they were given. */
function run(name: string, args: readonly string[], renewAt: string | undefined) {
  const program = (file: string, text: string) => {
    writeFileSync(path.join(folder, file), `#!/bin/sh\n${text}\n`);
    chmodSync(path.join(folder, file), 0o755);
    return path.join(folder, file);
  };
  const az = program("az", `printf '<%s>' "$@"; printf ' in: '; cat; exit 3`);
  const file = program("python", `printf '<%s>' "$PYTHONPATH" "$@" >&2; cat >&2; exit 7`);
  if (renewAt !== undefined) writeFileSync(path.join(folder, "renew-at"), renewAt);
  const script = path.join(folder, "renew.py");
  const made = launchers(
    { az, python: { file, flags: ["-I"], environment: { PYTHONPATH: "a'b c" } }, script },
    "linux",
  );
  const launcher = path.join(folder, "b i n", name);
  writeFileSync(launcher, made[name] ?? "");
  chmodSync(launcher, 0o755);
  const { status, stdout, stderr } = spawnSync(launcher, args, { input: "input", encoding: "utf8" });
  return { status, stdout, stderr, renewal: `<a'b c><-I><-B><${script}>` };
}

describe("the launcher az", () => {
  test.each([
    ["long before the time", `${NOW + 100}\n`],
    ["without a line's end", `${NOW + 100}`],
  ])("is az alone %s", (_, renewAt) => {
    const { status, stdout, stderr } = run("az", ["group", "list", "--query", "[?name=='a b']", ""], renewAt);
    expect([status, stdout]).toEqual([3, "<group><list><--query><[?name=='a b']><> in: input"]);
    expect(stderr).toBe("");
  });

  test.each([
    ["when it is time", `${NOW - 1}\n`],
    ["when nobody knows the time", undefined],
    ["when the time is none", "NaN\n"],
  ])("renews first %s, without az's input, and whatever comes of it goes on as az", (_, renewAt) => {
    const { status, stdout, stderr, renewal } = run("az", ["account", "show"], renewAt);
    expect([status, stdout]).toEqual([3, "<account><show> in: input"]);
    expect(stderr).toBe(renewal);
  });
});

test("azs-login-refresh renews at once and says whether it could", () => {
  const { status, stdout, stderr, renewal } = run("azs-login-refresh", [], `${NOW + 100}\n`);
  expect([status, stdout, stderr]).toEqual([7, "", `${renewal}<--now>`]);
});

test("on Windows renew.py looks at the time and goes on as az, from cmd and from Git's bash", () => {
  const python = { file: "C:\\100%\\python.exe", flags: ["-I"], environment: { PYTHONPATH: "C:\\a" } };
  const made = launchers({ az: "C:\\az.cmd", python, script: "C:\\temp\\renew.py" }, "win32");
  expect(Object.keys(made).sort()).toEqual(["az", "az.cmd", "azs-login-refresh", "azs-login-refresh.cmd"]);
  const command = '"C:\\100%%\\python.exe" -I -B "C:\\temp\\renew.py" --az %*\r\n';
  expect(made["az.cmd"]).toMatch(/^@echo off\r\nrem .*\r\nsetlocal\r\nset "PYTHONPATH=C:\\a"\r\n/);
  expect(made["az.cmd"]?.endsWith(command)).toBe(true);
  expect(made["az"]).toContain("PYTHONPATH='C:\\a' 'C:/100%/python.exe' -I -B 'C:/temp/renew.py' --az \"$@\"\n");
  expect(readFileSync("src/renewal/renew.py", "utf8")).toContain('args[:1] == ["--az"]');
});
