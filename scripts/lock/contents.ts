/** Measures on an installation which files of an az's wheels it needs: see `Contents`. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Runner } from "../../emulator/runner.ts";
import type { Build } from "../../emulator/stamp/builds.ts";
import { COMMANDS } from "../matrix/commands.ts";
import { runMatrix } from "../matrix/run.ts";
import { lockOf, PIP } from "./files.ts";

/** Committed beside the lock, and read by provision.py. Paths are as in the wheels. */
export interface Contents {
  /** SHA-256 of the requirements with which it was measured. */
  readonly lock: string;
  /** Folders and files that this az never uses. */
  readonly left_out: readonly string[];
  /** Modules that the step and the commands of the matrix import, by profile. An installation is for one profile. */
  readonly compiled: Readonly<Record<string, readonly string[]>>;
}

/** SHA-256 of a file, in hex. */
export function digestOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** az's own index of its commands, by profile. */
export type CommandIndexes = Readonly<Record<string, unknown>>;

/** A build of the emulated stamp for each hybrid profile. */
const BUILDS: readonly Build[] = ["2311", "2008", "1808", "1807"];
const PROVISION = path.join(import.meta.dirname, "..", "..", "src", "provision");

/**
 * Installs an az twice, once completely and once without the unused files, and runs commands with the second one.
 *
 * @param wheels folder with the wheels of the lock
 * @param folder for the installations, empty
 */
export async function measure(
  version: string,
  wheels: string,
  folder: string,
): Promise<{ readonly contents: Contents; readonly indexes: CommandIndexes }> {
  mkdirSync(folder, { recursive: true });
  const lock = digestOf(lockOf(version));
  const whole = await install(version, wheels, path.join(folder, "whole"));
  const left_out = JSON.parse(
    execFileSync(pythonOf(whole), ["-I", "-B", path.join(import.meta.dirname, "left_out.py")], { encoding: "utf8" }),
  ) as readonly string[];
  const trimmed = await install(version, wheels, path.join(folder, "trimmed"), {
    lock,
    left_out,
    compiled: {},
  });
  const az = path.join(trimmed, "launcher", "az");
  const indexes: Record<string, unknown> = {};
  const compiled: Record<string, readonly string[]> = {};
  const keepIndex = ({ outputs }: Runner) => {
    const file = path.join(outputs["azure-config-dir"] ?? "", "commandIndex.json");
    const { commandIndex } = JSON.parse(readFileSync(file, "utf8").replace("\uFEFF", "")) as { commandIndex: object };
    indexes[outputs["profile"] ?? ""] = commandIndex;
  };
  for (const build of BUILDS) {
    // az imports all its modules to make its index, which no job of an installed az does.
    const toolCache = path.join(folder, build);
    await runMatrix(az, "aad", () => undefined, {
      build,
      toolCache,
      commands: COMMANDS.slice(0, 1),
      finish: keepIndex,
    });
    for (const caches of globSync("**/__pycache__", { cwd: trimmed })) {
      rmSync(path.join(trimmed, caches), { recursive: true });
    }
    const finish = ({ outputs }: Runner) => {
      compiled[outputs["profile"] ?? ""] = compiledIn(trimmed);
    };
    await runMatrix(az, "aad", () => undefined, { build, toolCache, finish });
  }
  return { contents: { lock, left_out, compiled: shared(compiled) }, indexes };
}

/** Modules that all profiles have in common are under `*`, and omitted from the others. */
function shared(compiled: Readonly<Record<string, readonly string[]>>): Contents["compiled"] {
  const [first = [], ...others] = Object.values(compiled);
  const common = new Set(first.filter((module) => others.every((modules) => modules.includes(module))));
  const own = Object.entries(compiled).map(([profile, modules]) => [
    profile,
    modules.filter((one) => !common.has(one)),
  ]);
  return { "*": [...common], ...Object.fromEntries(own) };
}

/** Python has compiled exactly the modules that were imported. */
function compiledIn(installation: string): readonly string[] {
  const [site = ""] = globSync(path.join(installation, "lib", "python3*", "site-packages"));
  return globSync("**/__pycache__/*.pyc", { cwd: site })
    .map((file) => file.replace(/__pycache__\/([^/]+)\.cpython-\d+\.pyc$/, "$1.py"))
    .toSorted();
}

async function install(version: string, wheels: string, folder: string, contents?: Contents): Promise<string> {
  const file = contents === undefined ? null : `${folder}.json`;
  if (file !== null) writeFileSync(file, JSON.stringify(contents));
  const order = {
    folder,
    requirement: "",
    lock: lockOf(version),
    contents: file,
    profile: null,
    pip: PIP,
    wheels,
    index: null,
  };
  // The child ends when its standard input is closed, so that stays open until the child has ended.
  const child = spawn("python3", ["-I", "-B", path.join(PROVISION, "provision.py")], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  child.stdin.write(`${JSON.stringify(order)}\n`);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The installation into ${folder} failed`);
  return folder;
}

function pythonOf(installation: string): string {
  return path.join(installation, "bin", "python");
}
