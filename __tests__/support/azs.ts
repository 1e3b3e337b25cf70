import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import type { Inputs, Runner } from "../../emulator/runner.ts";

/** The az that Microsoft supports for stamps, installed by `npm run az`. */
export const SERVING_AZ = path.resolve(".cache/az/bin/az");

/** The PATH of a runner that is set up for stamps: `az-version: auto` uses its az, and installs none. */
export function servingPath(): string {
  const folder = path.resolve(".cache", "serving-az");
  mkdirSync(folder, { recursive: true });
  try {
    // Alone in its folder: az's own folder contains a Python, which must not be on the runner's PATH.
    symlinkSync("../az/bin/az", path.join(folder, "az"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return `${folder}:${SYSTEM_PATH}`;
}

/**
 * The same for another user. If that user may not run the Python of that az, the PATH contains an az that supports only
 * part of what users do on a stamp.
 */
export function servingPathFor(user: { readonly uid: number; readonly gid: number } | undefined): string {
  const python = path.resolve(".cache/az/bin/python");
  return spawnSync(python, ["-c", ""], user ?? {}).status === 0 ? servingPath() : SYSTEM_PATH;
}

/** An az with which scenarios run. */
export interface TestAz {
  readonly name: "az 2.45" | "az 2.66";
  /** The path that must exist on this machine. */
  readonly path: string;
  readonly missing: string;
  /** Its Python, which has the requests library. */
  readonly python: string;
}

const CANDIDATES: readonly TestAz[] = [
  {
    name: "az 2.45",
    path: "/usr/bin/az",
    missing: "apt-get install azure-cli (Debian 12)",
    python: "/usr/bin/python3",
  },
  {
    name: "az 2.66",
    path: SERVING_AZ,
    missing: "npm run az",
    python: path.resolve(".cache/az/bin/python"),
  },
];

/**
 * Runs a suite once for each az. If an az is missing, its suite fails in CI, and is skipped with a notice elsewhere.
 */
export function describeEachAz(name: string, suite: (az: TestAz) => void): void {
  for (const az of CANDIDATES) {
    if (existsSync(az.path) || process.env["CI"] === "true") {
      describe(`${name}, ${az.name}`, () => suite(az));
      continue;
    }
    console.warn(`\n!!! SKIPPED: ${name} with ${az.name}, which is not on this machine: ${az.missing}\n`);
    describe.skip(`${name}, ${az.name}`, () => suite(az));
  }
}

/** session.py's answer to a command. */
const REPLY = `{"exitCode": 0, "output": "", "errors": "", "reason": ""}`;

/**
 * An az in the workspace that reports success for every command at once, for logins in which az does not matter.
 *
 * @param certifi the CA bundle that it reports for its Python
 */
export async function placeAnsweringAz(
  { workspace }: Pick<Runner, "workspace">,
  certifi = "/nowhere/cacert.pem",
): Promise<Inputs> {
  const hybrid = ["2020-09-01-hybrid", "2019-03-01-hybrid", "2018-03-01-hybrid", "2017-03-09-profile"];
  const description = JSON.stringify({ version: "2.66.2", profiles: ["latest", ...hybrid], certifi });
  const folder = path.join(workspace, "answering-az");
  await mkdir(folder);
  const place = (name: string, script: string) =>
    writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  await place("python3", `echo '${description}'; while read -r line; do echo '${REPLY}'; done`);
  await place("az", `bin_dir=$(dirname "$0")\n"$bin_dir"/python3 -Im azure.cli "$@"`);
  return { "az-path": "answering-az/az" };
}
