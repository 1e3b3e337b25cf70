/** Compiles src/ and bundles the entries of a host, so that the same sources give the same bytes. */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, globSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { licensesOf } from "./licenses.ts";

const BUILD = "build";
const JOBS = ["main", "post"] as const;

/** Where the bundles of each host lie. GitHub runs the action's from the repository; the task's go into its extension. */
const BUNDLES = { github: "dist", pipelines: "azure-pipelines/AzsLogin/dist" } as const;
type Bundled = keyof typeof BUNDLES;

/** What a bundle is made of: a change of any of it makes a bundle out of date. */
const SOURCES = ["src/**/*", "scripts/{bundle,licenses}.ts", "package-lock.json", "tsconfig*.json"];

/** Builds the bundles of these hosts anew. */
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

/** Builds the bundle of the Azure Pipelines task, which is not committed, unless it is newer than all that it is made of. */
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
  // A shell script that @azure/identity's browser login brings along; no login here opens a browser.
  rmSync(`${out}/xdg-open`, { force: true });
}

/** What the step hands to az's Python, and what the versions that it installs are made of. */
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
