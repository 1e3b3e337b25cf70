/** What actionlint and zizmor do not check: which jobs have write access, and what may run beside them. */
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { filesLike, type Job, jobs, textOf, workflows } from "./files.ts";

/** The permissions of GitHub's token and of OIDC that can do harm, and the only jobs that have them. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  "codeql / analyze": ["security-events"],
  "commit-rebuilt / commit": ["contents"],
  "commit-rebuilt / check": ["actions"],
  "release / attest": ["attestations", "id-token"],
  "release / publish": ["contents"],
  "scorecard / score": ["id-token", "security-events"],
};

const scriptsOf = ({ steps = [] }: Job) => steps.map(({ run = "" }) => run).join("\n");
const writes = ({ permissions = {} }: Job) => Object.keys(permissions).filter((name) => permissions[name] === "write");
const expression = (text: string) => `\${{ ${text} }}`;
const job = (name: string) => jobs.find(([one]) => one === name)?.[1] ?? {};

test("the workflows are found", () => {
  const names = ["check-dist", "ci", "codeql", "commit-rebuilt", "e2e", "rebuild", "release", "scorecard"];
  expect(Object.keys(workflows)).toEqual(expect.arrayContaining(names));
});

describe("actions", () => {
  const files = [...filesLike(".github/workflows/*.yml"), ...filesLike("examples/*/workflow.yml")];
  const lines = files.flatMap((file) =>
    [...textOf(file).matchAll(/\buses: *(\S+)(.*)$/gm)].map(([, uses = "", rest = ""]) => ({ file, uses, rest })),
  );
  const foreign = lines.filter(({ uses }) => !/^\.\/|^org\/azs-login@v1$/.test(uses));

  test("are used", () => expect(foreign.length).toBeGreaterThan(20));

  it.each(foreign)("$uses in $file is a commit, with its version beside it", ({ uses, rest }) => {
    expect(uses).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
    expect(rest).toMatch(/^ # v\d+\.\d+\.\d+$/);
  });

  it("have one version each, in all files", () => {
    const repository = (uses: string) => uses.split("@")[0]?.split("/").slice(0, 2).join("/") ?? "";
    const versions = Map.groupBy(foreign, ({ uses }) => repository(uses));
    for (const [name, of] of versions) {
      expect(new Set(of.map(({ uses, rest }) => uses.split("@")[1] + rest)).size, name).toBe(1);
    }
  });
});

/** Workflows that write are not cancelled. Of the others, only the last run counts. */
const CANCELS: Readonly<Record<string, boolean>> = {
  "commit-rebuilt": false,
  rebuild: true,
  release: false,
  scorecard: true,
};

describe.each(Object.entries(workflows))("%s.yml", (name, { on, permissions, concurrency }) => {
  it("gives no permission but by job", () => expect(permissions).toEqual({}));

  it("says what becomes of runs that overtake each other", () => {
    expect(concurrency?.group).toMatch(/\S/);
    const cancels = CANCELS[name] ?? expression("github.event_name == 'pull_request'");
    expect(concurrency?.["cancel-in-progress"]).toBe(cancels);
  });

  it("does not start with a token that writes on a stranger's pull request", () => {
    expect(JSON.stringify(on)).not.toMatch(/pull_request_target|issue_comment|"issues"/);
  });
});

describe.each(jobs)("%s", (name, job) => {
  it("has permissions of its own, and writes only if it is known to", () => {
    expect(job.permissions).toBeDefined();
    expect(writes(job)).toEqual(WRITERS[name] ?? []);
  });

  it("ends", () => {
    if (job.uses === undefined) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  it("leaves no token behind in a checkout", () => {
    const checkouts = (job.steps ?? []).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const { with: options } of checkouts) expect(options).toMatchObject({ "persist-credentials": false });
  });

  it("puts no expression into a script", () => expect(scriptsOf(job)).not.toContain("${{"));

  it("has no secret of the repository", () => expect(JSON.stringify(job)).not.toMatch(/\bsecrets\b/));

  it("runs no code of a dependency beside a token that writes", () => {
    if (writes(job).length > 0) expect(scriptsOf(job)).not.toMatch(/\b(?:npm|npx|pip|make)\b/);
  });
});

describe("the rebuild for Dependabot", () => {
  it("builds what Dependabot pushed, with a token that reads", () => {
    const build = job("rebuild / build");
    expect(build.if).toBe("github.event.pull_request.user.login == 'dependabot[bot]'");
    expect(build.permissions).toEqual({ contents: "read" });
    expect(build.steps?.[0]?.with).toMatchObject({ ref: expression("github.event.pull_request.head.sha") });
  });

  it("commits only after a run for a branch of Dependabot in this repository", () => {
    const conditions = job("commit-rebuilt / commit").if?.split(" && ");
    expect(conditions).toEqual([
      "github.event.workflow_run.event == 'pull_request'",
      "github.event.workflow_run.conclusion == 'success'",
      "github.event.workflow_run.head_repository.full_name == github.repository",
      "startsWith(github.event.workflow_run.head_branch, 'dependabot/')",
    ]);
  });

  it("checks out nothing of the pull request beside the token that writes", () => {
    const steps = jobs.filter(([name]) => name.startsWith("commit-rebuilt")).flatMap(([, { steps = [] }]) => steps);
    expect(steps.filter(({ with: options = {} }) => "ref" in options || "repository" in options)).toEqual([]);
    expect(steps.filter(({ run = "" }) => /\bgit\b|gh pr checkout/.test(run))).toEqual([]);
  });

  it("takes branch and commit from the event", () => {
    const step = job("commit-rebuilt / commit").steps?.find(({ run }) => run?.includes("scripts/rebuilt.ts"));
    expect(step?.env).toMatchObject({
      HEAD_BRANCH: expression("github.event.workflow_run.head_branch"),
      HEAD_COMMIT: expression("github.event.workflow_run.head_sha"),
    });
  });

  it("starts workflows that can be started", () => {
    const started = [...scriptsOf(job("commit-rebuilt / check")).matchAll(/gh workflow run (\S+)\.yml/g)];
    expect(started.map(([, name]) => name)).toEqual(["ci", "check-dist"]);
    for (const [, name = ""] of started) expect(workflows[name]?.on).toHaveProperty("workflow_dispatch");
  });
});

describe("a release", () => {
  const making = jobs.filter(([name]) => /^(?:release|ci) /.test(name)).flatMap(([, { steps = [] }]) => steps);

  // Any workflow of the main branch can write to a cache.
  it("takes nothing from a cache", () => {
    const setups = making.filter(({ uses }) => uses?.startsWith("actions/setup-node@"));
    expect(setups.length).toBeGreaterThan(1);
    for (const { with: options } of setups) expect(options).toMatchObject({ "package-manager-cache": false });
    expect(making.filter(({ uses }) => uses?.startsWith("actions/cache"))).toEqual([]);
  });

  it("signs and publishes what was tested, built and checked, after somebody has agreed", () => {
    const { test: suite, attest, publish } = workflows["release"]?.jobs ?? {};
    expect(suite?.uses).toBe("./.github/workflows/ci.yml");
    expect(attest).toMatchObject({ needs: ["test", "build"] });
    expect(publish).toMatchObject({ needs: ["build", "attest"], environment: "release" });
  });

  it("attests all that a runner or an agent reads of it, and the extension", () => {
    const [signing] = (job("release / attest").steps ?? []).filter(({ uses }) => uses?.startsWith("actions/attest@"));
    const patterns = String(signing?.with?.["subject-path"]).trim().split("\n");
    const read = [
      "action.yml",
      "azure-pipelines/AzsLogin/task.json",
      "azure-pipelines/AzsLogin/dist/main/index.js",
      ...filesLike("dist/**/*.*"),
    ];
    expect(read.length).toBeGreaterThan(15);
    const isSigned = (file: string) => patterns.some((pattern) => path.matchesGlob(`release/${file}`, pattern));
    expect(["azs-login-1.0.0.vsix", ...read].filter((file) => !isSigned(file))).toEqual([]);
  });

  it("starts with a tag that the check accepts", () => {
    expect(workflows["release"]?.on).toEqual({ push: { tags: ["v[0-9]+.[0-9]+.[0-9]+"] } });
  });
});

test("CI runs what a change must pass", () => {
  expect(scriptsOf(job("ci / debian"))).toMatch(/^\.ci\/run$/m);
  expect(textOf(".ci/run")).toContain("npm run --silent workflows");
});
