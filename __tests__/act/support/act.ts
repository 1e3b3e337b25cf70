/**
 * Runs workflows with act in host mode: on this machine, in a workspace that act makes.
 *
 * Differences between act 0.2.89 and GitHub's runner that affect a login:
 * - It has no Node of its own: actions for node24 run with the node on its PATH.
 * - It offers no ID tokens. The job gets the variables of act's own process, so a test can offer them.
 * - It skips actions/checkout and copies the repository instead, without the files that .gitignore names.
 * - It does not support `permissions`, `concurrency`, `runner.environment` and `$/`; annotations, notices and groups are
 *   lines of the log.
 * - The runner's temporary folder belongs to the job, and is removed with it.
 * Masks, file commands, state, summaries, `post-if` and the order of post steps are the same as on GitHub's runner.
 */
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, onTestFinished } from "vitest";
import { ROOT } from "../../contract/repository.ts";
import { own, user } from "../../examples/support/machine.ts";
import type { Texts } from "../../examples/support/workflow.ts";
import { servingPathFor } from "../../support/azs.ts";

const ACT = path.resolve(".cache/act/bin/act");

/** A suite that needs act. Without act it fails in CI, and is skipped with a notice elsewhere. */
export function describeWithAct(name: string, suite: () => void): void {
  if (existsSync(ACT) || process.env["CI"] === "true") {
    describe(name, suite);
    return;
  }
  console.warn(`\n!!! SKIPPED: ${name}: act is not on this machine: npm run act\n`);
  describe.skip(name, suite);
}

/** A machine with a repository that contains workflows. */
export interface ActMachine {
  readonly repository: string;
  readonly home: string;
  /** Contains workspaces, temporary folders and the tool cache. */
  readonly cache: string;
}

export interface ActRun {
  readonly exitCode: number | null;
  readonly log: string;
}

export interface Workflow {
  /** From the repository. */
  readonly file: string;
  readonly job?: string;
  readonly matrix?: Texts;
  readonly vars?: Texts;
  readonly secrets?: Texts;
  /** Folders that replace actions of other repositories (`owner/name@ref`). */
  readonly actions?: Texts;
  readonly environment?: Texts;
  /**
   * Runs as the user who runs the tests, who may change the machine's trust stores. Otherwise it runs as a user who may
   * not.
   */
  readonly privileged?: boolean;
}

/** Creates a machine that is removed with the test. */
export async function createActMachine(): Promise<ActMachine> {
  const root = await mkdtemp(path.join(tmpdir(), "act-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const machine = { repository: path.join(root, "work"), home: path.join(root, "home"), cache: path.join(root, "act") };
  for (const folder of Object.values(machine)) await mkdir(folder);
  return machine;
}

/** Copies this repository like a checkout, including files that were built but are not committed yet. */
export async function checkOut(folder: string): Promise<void> {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(path.join(ROOT, name)))) {
    await cp(path.join(ROOT, file), path.join(folder, file), { recursive: true });
  }
}

/** Makes the packages of this repository available in every workspace of a machine, as `npm ci` in the job would. */
export function installPackages({ cache }: ActMachine): Promise<void> {
  return symlink(path.join(ROOT, "node_modules"), path.join(cache, "node_modules"));
}

/** What jobs left in the user's home. act itself creates two folders there. */
export async function homeOf({ home }: ActMachine): Promise<readonly string[]> {
  return (await readdir(home)).filter((name) => name !== ".cache" && name !== ".config");
}

export async function runWorkflow(machine: ActMachine, workflow: Workflow): Promise<ActRun> {
  const { file, job, matrix = {}, vars = {}, secrets = {}, actions = {}, environment = {}, privileged } = workflow;
  const pairs = (flag: string, texts: Texts, separator: string) =>
    Object.entries(texts).flatMap(([name, value]) => [flag, `${name}${separator}${value}`]);
  const args = [
    ...["workflow_dispatch", "--workflows", file, "--no-cache-server"],
    ...["--action-cache-path", machine.cache, "--action-offline-mode"],
    ...pairs("--platform", { "ubuntu-latest": "-self-hosted", "self-hosted": "-self-hosted" }, "="),
    ...(job === undefined ? [] : ["--job", job]),
    ...pairs("--matrix", matrix, ":"),
    ...pairs("--var", vars, "="),
    ...pairs("--local-repository", actions, "="),
    // The values are in the environment, where other users' processes cannot read them.
    ...Object.keys(secrets).flatMap((name) => ["--secret", name]),
  ];
  commit(machine.repository);
  const identity = privileged ? undefined : user;
  if (identity !== undefined) await own(path.dirname(machine.home));
  const env = {
    // The stamp's proxy reaches no package index, so an attempt of the step to replace the az would take seconds.
    PATH: `${path.dirname(process.execPath)}:${servingPathFor(identity)}`,
    HOME: machine.home,
    LANG: "C.UTF-8",
    ...environment,
    ...secrets,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(ACT, args, { cwd: machine.repository, env, stdio: ["ignore", "pipe", "pipe"], ...identity });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        log += text;
      });
    }
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, log }));
  });
}

/** act requires the origin of the repository, and makes each step complain if there is none. */
function commit(repository: string): void {
  // The folder may already belong to the job's user.
  const options = ["-c", "safe.directory=*", "-c", "user.name=Contoso", "-c", "user.email=ci@contoso.com"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...options, ...args], { cwd: repository, stdio: "ignore" });
  git("init", "--initial-branch=main");
  git("remote", "add", "origin", "https://github.com/contoso/infrastructure");
  git("add", "--all");
  git("commit", "--message=Workflows");
}
