/**
 * `node scripts/release/check.ts TAG NOTES`: refuses a tag that does not match the repository. Otherwise it writes the
 * release notes to the file NOTES, and `commit`, `major` and `latest` as outputs of the step (GITHUB_OUTPUT). Needs all
 * tags and the main branch of `origin`.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { namesOf, notesOf, problemsOf } from "./release.ts";

interface Manifest {
  readonly version?: string | { readonly Major: number; readonly Minor: number; readonly Patch: number };
}

const MANIFESTS = [
  "package.json",
  "package-lock.json",
  "azure-pipelines/vss-extension.json",
  "azure-pipelines/AzsLogin/task.json",
];

const [tag = "", notes = ""] = process.argv.slice(2);
if (notes === "") throw new Error("node scripts/release/check.ts TAG NOTES");

const built = git("rev-parse", "HEAD");
const changelog = textOf("CHANGELOG.md");
const problems = problemsOf({
  tag,
  tagged: git("rev-parse", "--verify", "--quiet", `refs/tags/${tag}^{commit}`) || "nothing",
  built,
  onMain: git("for-each-ref", "--contains", built, "--format=%(refname)", "refs/remotes/origin/main") !== "",
  versions: Object.fromEntries(MANIFESTS.map((file) => [file, versionIn(file)])),
  changelog,
});

for (const problem of problems) console.error(`::error title=No release::${problem}`);
if (problems.length > 0) {
  process.exitCode = 1;
} else {
  const { major, latest } = namesOf(tag, git("tag", "--list").split("\n"));
  writeFileSync(notes, `${notesOf(changelog, tag.slice(1))}\n`);
  const output = process.env["GITHUB_OUTPUT"];
  if (output) appendFileSync(output, `commit=${built}\nmajor=${major ?? ""}\nlatest=${latest}\n`);
}

/** @returns an empty text if git fails */
function git(...args: readonly string[]): string {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** In a task's manifest, three fields contain the version. */
function versionIn(file: string): string {
  const { version = "" } = JSON.parse(textOf(file) || "{}") as Manifest;
  return typeof version === "string" ? version : `${version.Major}.${version.Minor}.${version.Patch}`;
}
