import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import type { Inputs, Runner } from "../../emulator/runner.ts";

/** The az that Microsoft supports for stamps, as `npm run az` makes it. */
export const SERVING_AZ = path.resolve(".cache/az/bin/az");

/** The PATH of a runner that is made for stamps: `az-version: auto` takes its az, and installs none. */
export function servingPath(): string {
  const folder = path.resolve(".cache", "serving-az");
  mkdirSync(folder, { recursive: true });
  try {
    // Alone in its folder: beside az lies its own Python, which is none of the runner's.
    symlinkSync("../az/bin/az", path.join(folder, "az"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return `${folder}:${SYSTEM_PATH}`;
}

/** An az that scenarios run with. */
export interface TestAz {
  readonly name: "az 2.45" | "az 2.66";
  /** What must be on this machine. */
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
 * Runs a suite once for each az. One that is missing fails the suite in CI and is skipped with a loud line elsewhere.
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

/** What session.py would say of a command. */
const REPLY = `{"exitCode": 0, "output": "", "errors": "", "reason": ""}`;

/**
 * An az in the workspace that says yes to every command at once, for logins where az does not matter.
 *
 * @param certifi the CA bundle that it says its Python has
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
