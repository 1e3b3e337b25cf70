import { readdir, realpath } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import type { Processes } from "../io/processes.ts";

/** A Python that an az can be installed on. */
export interface Python {
  /** The interpreter itself, not one of a virtual environment, which may be removed with its job. */
  readonly file: string;
  /** `3.12.1` */
  readonly version: string;
}

/** Minor versions of Python 3. */
export interface Minors {
  readonly good: readonly number[];
  /** Used only if there is no good one. */
  readonly possible: readonly number[];
}

/** What probe.py prints. */
interface Probe {
  readonly file: string;
  readonly version: readonly [number, number, number];
  /** Missing modules of the standard library that an installation needs. */
  readonly lacks: readonly string[];
  readonly implementation: string;
}

/** No Python will do: each one found, and why not. */
export interface NoPython {
  readonly found: readonly string[];
}

/**
 * Finds a Python to install an az on: one on PATH, az's own, or one in the runner's tool cache.
 *
 * @param own Python of the machine's az
 */
export async function findPython(
  minors: Minors,
  own: string | undefined,
  toolCache: string | undefined,
  processes: Pick<Processes, "run">,
): Promise<Python | NoPython> {
  const found: string[] = [];
  let possible: Python | undefined;
  const seen = new Set<string>();
  for (const candidate of [
    ...(await onPath(minors)),
    ...(own === undefined ? [] : [own]),
    ...(await cached(toolCache)),
  ]) {
    const file = await realpath(candidate).catch(() => candidate);
    if (seen.has(file)) continue;
    seen.add(file);
    const probe = await probed(candidate, processes);
    const obstacle = probe === undefined ? "does not start" : obstacleOf(probe, minors);
    if (probe === undefined || obstacle !== undefined) {
      found.push(`${candidate} (${obstacle})`);
      continue;
    }
    const python = { file: probe.file, version: probe.version.join(".") };
    if (minors.good.includes(probe.version[1])) return python;
    possible ??= python;
  }
  return possible ?? { found };
}

function obstacleOf({ version, lacks, implementation }: Probe, minors: Minors): string | undefined {
  const name = version.join(".");
  if (implementation !== "cpython") return `${implementation} ${name}`;
  if (version[0] !== 3 || ![...minors.good, ...minors.possible].includes(version[1])) return `Python ${name}`;
  return lacks.length > 0 ? `Python ${name} without ${lacks.join(", ")}` : undefined;
}

/** A Python starts in less than a second and prints one line; there may be several that hang or print without end. */
const PROBE = { withinMs: 10_000, mostOutput: 10_000 } as const;

async function probed(file: string, processes: Pick<Processes, "run">): Promise<Probe | undefined> {
  const script = path.join(import.meta.dirname, "probe.py");
  const { exitCode, stdout } = await processes.run(file, ["-I", "-B", script], PROBE);
  if (exitCode !== 0) return undefined;
  try {
    const probe = JSON.parse(stdout) as Probe | null;
    return probe?.version === undefined ? undefined : probe;
  } catch {
    return undefined;
  }
}

async function onPath(minors: Minors): Promise<readonly string[]> {
  const names = ["python3", "python", ...[...minors.good, ...minors.possible].map((minor) => `python3.${minor}`)];
  return (await Promise.all(names.map((name) => which(name)))).filter((file) => file !== "");
}

/** `<tool cache>/Python/3.12.1/x64/bin/python3`, as actions/setup-python and the runner images lay them out. */
async function cached(toolCache: string | undefined): Promise<readonly string[]> {
  if (toolCache === undefined) return [];
  const versions = await readdir(path.join(toolCache, "Python")).catch(() => []);
  const newest = versions.toSorted((one, other) => other.localeCompare(one, "en", { numeric: true }));
  const program = process.platform === "win32" ? "python.exe" : path.join("bin", "python3");
  return newest.map((version) => path.join(toolCache, "Python", version, process.arch, program));
}
