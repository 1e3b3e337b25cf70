import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readOptions } from "../emulator/program/options.ts";
import { licensesOf } from "./licenses.ts";
import { taskManifest } from "./task.ts";

/** Compiles src/ and bundles each entry, so that the same sources give the same bytes; writes the task's manifest. */
const BUILD = "build";
/** Where the bundles of each host lie. */
const TASK = "azure-pipelines/AzsLogin";
const HOSTS = { github: "dist", pipelines: `${TASK}/dist` } as const;
const JOBS = ["main", "post"] as const;

readOptions("npm run build\nWrites dist/, and the task of azure-pipelines/ with its bundle.", {});

const run = (tool: string, ...args: readonly string[]) =>
  execFileSync(path.join("node_modules", ".bin", tool), args, { stdio: ["ignore", "ignore", "inherit"] });

rmSync(BUILD, { recursive: true, force: true });
run("tsc", "-p", "tsconfig.build.json");
for (const [host, dist] of Object.entries(HOSTS)) {
  const folder = `${BUILD}/${host}`;
  for (const job of JOBS) bundle(`${BUILD}/entry/${host}-${job}.js`, `${folder}/${job}`);
  for (const file of assets()) copyFileSync(`src/${file}`, `${folder}/main/${path.basename(file)}`);
  rmSync(dist, { recursive: true, force: true });
  renameSync(folder, dist);
}
writeFileSync(`${TASK}/task.json`, taskManifest());

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
