/** Compiles src/ and bundles the entry points of a host. The same sources always give the same bytes. */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { licensesOf } from "./licenses.ts";

const BUILD = "build";
const JOBS = ["main", "post"] as const;

/**
 * The folder of each host's bundles. GitHub runs the action's bundle from the repository; the task's goes into its
 * extension.
 */
const BUNDLES = { github: "dist", pipelines: "azure-pipelines/AzsLogin/dist" } as const;
type Bundled = keyof typeof BUNDLES;

/** The inputs of a bundle: if one of them changes, the bundle is out of date. */
const SOURCES = ["src/**/*", "scripts/{bundle,licenses}.ts", "package-lock.json", "tsconfig*.json"];

/** Builds the bundles of these hosts. */
export function build(...hosts: readonly Bundled[]): void {
  rmSync(BUILD, { recursive: true, force: true });
  run("tsc", "-p", "tsconfig.build.json");
  for (const host of hosts) {
    const folder = `${BUILD}/${host}`;
    for (const job of JOBS) bundle(`${BUILD}/entry/${host}-${job}.js`, `${folder}/${job}`);
    for (const file of assets()) copyFileSync(`src/${file}`, `${folder}/main/${path.basename(file)}`);
    rmSync(BUNDLES[host], { recursive: true, force: true });
    renameSync(folder, BUNDLES[host]);
  }
}

/** Builds the bundle of the Azure Pipelines task, which is not committed, if one of its inputs is newer. */
export function buildOutdatedTask(): void {
  const built = JOBS.map((job) => `${BUNDLES.pipelines}/${job}/index.js`);
  const changed = (file: string) => statSync(file).mtimeMs;
  const oldest = built.every((file) => existsSync(file)) ? Math.min(...built.map(changed)) : 0;
  if (globSync(SOURCES).some((file) => changed(file) > oldest)) build("pipelines");
}

function run(tool: string, ...args: readonly string[]): void {
  execFileSync(path.join("node_modules", ".bin", tool), args, { stdio: ["ignore", "ignore", "inherit"] });
}

function bundle(entry: string, out: string): void {
  const stats = `${BUILD}/stats.json`;
  run("ncc", "build", entry, "--out", out, "--stats-out", stats, "--no-cache", "--quiet");
  writeFileSync(`${out}/licenses.txt`, licensesOf(stats));
  // A shell script of @azure/identity's browser login, which no login here uses.
  rmSync(`${out}/xdg-open`, { force: true });
}

/** The files that the step passes to az's Python, and those from which it installs az. */
function assets(): readonly string[] {
  const provision = readdirSync("src/provision").filter((name) => /\.(?:py|txt|json|whl)$/.test(name));
  const indexes = readdirSync("src/az/configure").filter((name) => name.endsWith(".json"));
  return [
    "az/run/session.py",
    "renewal/renew.py",
    "trust/stores/where.py",
    ...indexes.map((name) => `az/configure/${name}`),
    ...provision.map((name) => `provision/${name}`),
  ];
}
