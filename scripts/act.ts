/**
 * `npm run act`: installs act (github.com/nektos/act), which runs workflows on this machine, into .cache/act, for the
 * tests. Does nothing if it is installed. Needs Python 3 with pip.
 *
 * act is installed from a wheel, in two seconds: building its Go module takes 100 seconds of processor time.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { program } from "../emulator/program/ending.ts";
import { readOptions } from "../emulator/program/options.ts";
import { run } from "../emulator/program/running.ts";
import { alone } from "./alone.ts";

const LOCK = path.join(import.meta.dirname, "act.txt");
const folder = path.resolve(".cache", "act");
const complete = path.join(folder, "complete");
const lock = readFileSync(LOCK, "utf8");

await program(async () => {
  readOptions("npm run act\nInstalls act, which runs workflows on this machine, into .cache/act.", {});
  if (!isThere()) await alone(folder, make);
  console.log(path.join(folder, "bin", "act"));
});

function isThere(): boolean {
  return existsSync(complete) && readFileSync(complete, "utf8") === lock;
}

async function make(): Promise<void> {
  if (isThere()) return;
  console.error("Making .cache/act …");
  rmSync(folder, { recursive: true, force: true });
  const what = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCK, "--target", folder];
  const quiet = ["--quiet", "--disable-pip-version-check", "--root-user-action", "ignore"];
  await run("python3", ["-m", "pip", "install", ...quiet, ...what], { doing: "Installing act" });
  writeFileSync(complete, lock);
}
