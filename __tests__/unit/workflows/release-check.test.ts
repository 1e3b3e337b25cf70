/** Runs the check of a release as the workflow starts it, in a repository of its own. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "./files.ts";

let folder: string;
let clone: string;

const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.test", ...args], {
    cwd,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "azs-release-"));
  const origin = path.join(folder, "origin");
  clone = path.join(folder, "clone");
  git(folder, "init", "--quiet", "--initial-branch=main", origin);
  git(folder, "clone", "--quiet", origin, clone);
  commit(origin, "1.2.3");
  for (const tag of ["v1.2.3", "v1.2.2", "v1"]) git(origin, "tag", "-a", "-m", tag, tag);
  git(clone, "fetch", "--quiet", "--tags");
  git(clone, "checkout", "--quiet", "--detach", "refs/tags/v1.2.3");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A commit in a repository that is ready for a release. */
function commit(cwd: string, version: string): void {
  const [Major, Minor, Patch] = version.split(".").map(Number);
  const files = {
    "package.json": { version },
    "package-lock.json": { version },
    "azure-pipelines/vss-extension.json": { version },
    "azure-pipelines/AzsLogin/task.json": { version: { Major, Minor, Patch } },
  };
  mkdirSync(path.join(cwd, "azure-pipelines", "AzsLogin"), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(cwd, file), JSON.stringify(content));
  writeFileSync(path.join(cwd, "CHANGELOG.md"), `# Changelog\n\n## ${version}\n\n- A fix.\n`);
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "--message", version);
}

function check(tag: string, cwd = clone) {
  const [notes, output] = [path.join(folder, "notes.md"), path.join(folder, "output")];
  writeFileSync(output, "");
  const script = path.join(ROOT, "scripts", "release", "check.ts");
  const { status, stderr } = spawnSync(process.execPath, [script, tag, notes], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], GITHUB_OUTPUT: output },
  });
  return { status, stderr, output: readFileSync(output, "utf8"), notes: () => readFileSync(notes, "utf8") };
}

it("lets a release pass that is what its tag says", () => {
  const { status, stderr, output, notes } = check("v1.2.3");
  expect([stderr, status]).toEqual(["", 0]);
  expect(output).toBe(`commit=${git(clone, "rev-parse", "HEAD")}\nmajor=v1\nlatest=true\n`);
  expect(notes()).toBe("- A fix.\n");
});

it("refuses a tag of another version, and writes nothing", () => {
  const { status, stderr, output, notes } = check("v1.2.2");
  expect(status).toBe(1);
  expect(stderr).toContain("::error title=No release::azure-pipelines/AzsLogin/task.json states 1.2.3, not 1.2.2.\n");
  expect(output).toBe("");
  expect(notes).toThrow("ENOENT");
});

it("refuses a commit beside the main branch", () => {
  commit(clone, "1.2.4");
  git(clone, "tag", "v1.2.4");
  const { status, stderr } = check("v1.2.4");
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^::error title=No release::\w{40} is not part of the/)]);
});

it("refuses a tag that is elsewhere, or nowhere", () => {
  git(clone, "commit", "--quiet", "--allow-empty", "--message", "more");
  git(clone, "push", "--quiet", "origin", "HEAD:refs/heads/more");
  expect(check("v1.2.3").stderr).toMatch(/v1\.2\.3 points at \w{40}, but \w{40} was checked out/);
  expect(check("v9.9.9").stderr).toContain("v9.9.9 points at nothing");
});

it("finds one version in all manifests of this repository", () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { readonly version: string };
  expect(check(`v${version}`, ROOT).stderr).not.toContain(" states ");
  expect(check("v999.0.0", ROOT).stderr.match(/ states /g)).toHaveLength(4);
});
