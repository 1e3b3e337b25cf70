import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";

/** Compiles src/ and bundles each entry into dist/, so that the same sources give the same bytes. */
const bin = (name: string) => path.join("node_modules", ".bin", name);
const run = (file: string, ...args: readonly string[]) =>
  execFileSync(bin(file), args, { stdio: ["ignore", "ignore", "inherit"] });

rmSync("build", { recursive: true, force: true });
rmSync("dist", { recursive: true, force: true });
run("tsc", "-p", "tsconfig.build.json");
for (const job of ["main", "post"]) {
  run(
    "ncc",
    "build",
    `build/entry/github-${job}.js`,
    "--out",
    `dist/${job}`,
    "--license",
    "licenses.txt",
    "--no-cache",
    "--quiet",
  );
  // A shell script that @azure/identity's browser login brings along; no login here opens a browser.
  rmSync(`dist/${job}/xdg-open`, { force: true });
}
copyFileSync("src/az/session.py", "dist/main/session.py");
