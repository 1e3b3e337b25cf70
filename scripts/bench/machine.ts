import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import { installedVersion } from "../../src/az/find/installed-version.ts";
import { locateAz } from "../../src/az/find/locate.ts";

/** An az that is measured. */
export interface BenchAz {
  /** `az 2.66.2` */
  readonly name: string;
  readonly path: string;
  /** Version of its Python. */
  readonly python: string;
  /** The roots that its Python trusts by default. */
  readonly roots: string;
}

const CANDIDATES = [
  { file: "/usr/bin/az", how: "apt-get install azure-cli (Debian 12)" },
  { file: path.resolve(".cache/az/bin/az"), how: "npm run az" },
];

/** @returns the installed ones, and how to get the missing ones */
export async function findAzs(): Promise<{ readonly azs: readonly BenchAz[]; readonly missing: readonly string[] }> {
  const present = CANDIDATES.filter(({ file }) => existsSync(file));
  const missing = CANDIDATES.filter(({ file }) => !existsSync(file)).map(({ how }) => how);
  if (present.length === 0) throw new Error(`there is no az to measure with: ${missing.join(", or ")}`);
  return { azs: await Promise.all(present.map(({ file }) => describeAz(file))), missing };
}

async function describeAz(file: string): Promise<BenchAz> {
  const located = await locateAz(file);
  if (located?.python === undefined) throw new Error(`the Python of ${file} was not found`);
  const python = located.python.file;
  const roots = "import certifi; print(certifi.where())";
  return {
    name: `az ${(await installedVersion(located.python)) ?? "of unknown version"}`,
    path: file,
    python: pythonVersion(python),
    roots: output(python, "-c", roots),
  };
}

/** The system's own Python. One that a version manager put on PATH may be a script that needs further files. */
export function systemPython(): string {
  return output("python3", "-c", "import sys; print(sys.executable)");
}

export function pythonVersion(python: string): string {
  return output(python, "-c", "import platform; print(platform.python_version())");
}

/** @param load average of the last minute before the bench began */
export function describeMachine(azs: readonly BenchAz[], load: number): readonly string[] {
  const cores = os.availableParallelism();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const used = azs.map(({ name, python }) => `${name} on Python ${python}`).join(", ");
  return [
    `- ${cores} cores, ${memory} GiB of memory, ${osName()}`,
    `- Node ${process.versions.node}; ${used}`,
    `- other work on the machine when it began: load average ${load.toFixed(1)} on ${cores} cores`,
  ];
}

function osName(): string {
  const release = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(release)?.[1] ?? os.type();
}

function output(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", env: { PATH: SYSTEM_PATH } }).trim();
}
