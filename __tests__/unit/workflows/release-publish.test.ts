/** Runs the scripts that publish a release as a runner starts them, with a `gh` that only records its calls. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { jobs } from "./files.ts";

const COMMIT = "1234567890123456789012345678901234567890";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "azs-publish-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param view a shell command that stands for `gh release view` */
function publish(view: string, tagged = COMMIT) {
  const gh = path.join(folder, "gh");
  const script = [
    "#!/bin/sh",
    'echo "$@" >&2',
    'case "$*" in',
    `"release view "*) ${view} ;;`,
    `*commits/tags/v1.2.3*) echo ${tagged} ;;`,
    "*commits/*) echo branch ;;",
    "esac",
  ];
  writeFileSync(gh, script.join("\n"));
  chmodSync(gh, 0o755);
  const steps = jobs.find(([name]) => name === "release / publish")?.[1].steps ?? [];
  const run = steps.map(({ run: text = "" }) => text).join("\n");
  const { status, stderr } = spawnSync("bash", ["-e", "-c", run], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: `${folder}${path.delimiter}${process.env["PATH"]}`,
      ...{ GH_REPO: "org/azs-login", GITHUB_REF_NAME: "v1.2.3", COMMIT, MAJOR: "v1", LATEST: "true" },
    },
  });
  const asked = stderr.split("\n");
  return { status, created: asked.some((line) => line.startsWith("release create v1.2.3 ")), asked: stderr };
}

it.each([
  ["there is none", "echo release not found >&2; exit 1"],
  ["an attempt left a draft", "echo true"],
])("publishes a release when %s, then moves the major tag", (_, view) => {
  const { status, created, asked } = publish(view);
  expect([status, created]).toEqual([0, true]);
  expect(asked.trimEnd().split("\n").at(-1)).toContain(`git/refs/tags/v1 -f sha=${COMMIT}`);
});

it("goes on to the major tag when an attempt has published it already", () => {
  const { status, created, asked } = publish("echo false");
  expect([status, created]).toEqual([0, false]);
  expect(asked).toContain("--method PATCH");
});

it("publishes nothing when the tag has moved, whatever a branch of its name points at", () => {
  const { status, created } = publish("exit 1", "elsewhere");
  expect([status, created]).toEqual([1, false]);
});
