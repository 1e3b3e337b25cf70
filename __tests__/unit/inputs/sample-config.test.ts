import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { Problems } from "../../../src/inputs/problems.ts";
import { readSampleConfigPath } from "../../../src/inputs/sample-config-path.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";

let workspace = "";
beforeEach(() => {
  workspace = temporaryFolder();
  const before = process.cwd();
  process.chdir(workspace);
  onTestFinished(() => process.chdir(before));
});

async function read(value: string, kind: string | undefined = "secret") {
  const problems = new Problems();
  const file = await readSampleConfigPath(value, kind, problems);
  problems.raise();
  return file;
}

describe("the path", () => {
  test("is not given", async () => {
    expect(await read("")).toBeUndefined();
    expect(await read("", "oidc")).toBeUndefined();
  });

  test.each(["config.json", "./config.json", "samples/config.json", "samples/../config.json"])(
    "%s starts at the workspace",
    async (value) => {
      mkdirSync("samples");
      expect(await read(value)).toBe(path.join(workspace, value));
    },
  );

  test("may be absolute, in the workspace or elsewhere, and through a link of the machine's own", async () => {
    const elsewhere = temporaryFolder();
    mkdirSync(path.join(elsewhere, "real"));
    symlinkSync(path.join(elsewhere, "real"), path.join(elsewhere, "link"));
    for (const folder of [workspace, elsewhere, path.join(elsewhere, "link")]) {
      expect(await read(path.join(folder, "config.json"))).toBe(path.join(folder, "config.json"));
    }
  });

  test("may be taken by a plain file", async () => {
    writeFileSync("config.json", "{}");
    expect(await read("config.json")).toBe(path.join(workspace, "config.json"));
  });

  const obstacles: readonly (readonly [string, string, string, () => void])[] = [
    ["in a folder that is missing", "samples/config.json", "samples cannot be entered (ENOENT)", () => {}],
    ["below a file", "samples/config.json", "samples is no folder", () => writeFileSync("samples", "")],
    ["a folder", "samples", "it is a folder", () => mkdirSync("samples")],
    ["a link", "config.json", "symbolic link or no plain file", () => symlinkSync("/etc/passwd", "config.json")],
    ["a link to nowhere", "config.json", "symbolic link or no plain file", () => symlinkSync("nowhere", "config.json")],
    [
      "below a link",
      "samples/config.json",
      "a symbolic link in the workspace leads to /etc",
      () => symlinkSync("/etc", "samples"),
    ],
    ["two paths", "one.json\ntwo.json", "line break", () => {}],
  ];

  test.each(obstacles)("is refused: %s", async (_, value, reason, prepare) => {
    prepare();
    const { problem } = await failureOf("AZS127", () => read(value));
    expect(problem).toContain(reason);
    expect(problem).toContain(path.resolve(value));
  });

  test("a link is refused in an absolute path into the workspace too", async () => {
    symlinkSync("/etc", "samples");
    await failureOf("AZS127", () => read(path.join(workspace, "samples/config.json")));
  });
});

describe("the credential", () => {
  test.each(["secret", "certificate", undefined])("%s is accepted without sample-config", async (kind) => {
    expect(await read("config.json", kind)).toBe(path.join(workspace, "config.json"));
  });

  test.each(["oidc", "password", "device-code"])("%s has no place in the file", async (kind) => {
    const { problem } = await failureOf("AZS126", () => read("config.json", kind));
    expect(problem).toContain(kind);
  });

  test("is reported together with the path", async () => {
    const { problem } = await failureOf("AZS100", () => read("missing/config.json", "oidc"));
    expect(problem).toMatch(/AZS126.*\n.*AZS127/);
  });
});
