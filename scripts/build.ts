import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/** Compiles src/ and bundles each entry into dist/, so that the same sources give the same bytes. */
const BUILD = "build";
const run = (tool: string, ...args: readonly string[]) =>
  execFileSync(path.join("node_modules", ".bin", tool), args, { stdio: ["ignore", "ignore", "inherit"] });

rmSync(BUILD, { recursive: true, force: true });
run("tsc", "-p", "tsconfig.build.json");
for (const job of ["main", "post"]) {
  const out = `${BUILD}/dist/${job}`;
  run(
    "ncc",
    "build",
    `${BUILD}/entry/github-${job}.js`,
    "--out",
    out,
    "--license",
    "licenses.txt",
    "--no-cache",
    "--quiet",
  );
  // A shell script that @azure/identity's browser login brings along; no login here opens a browser.
  rmSync(`${out}/xdg-open`, { force: true });
}
for (const file of [
  "az/session.py",
  "trust/where.py",
  ...readdirSync("src/provision")
    .filter((name) => /\.(?:py|txt)$/.test(name))
    .map((name) => `provision/${name}`),
]) {
  copyFileSync(`src/${file}`, `${BUILD}/dist/main/${path.basename(file)}`);
}
rmSync("dist", { recursive: true, force: true });
renameSync(`${BUILD}/dist`, "dist");
