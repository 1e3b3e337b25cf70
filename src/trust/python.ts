import { realpath } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import type { Environment } from "../host/host.ts";
import type { Processes } from "../io/processes.ts";

/** Prints the path of certifi's bundle. The working folder is left out: a certifi.py in a checkout must not run. */
const ASK = "import sys; sys.path[:] = [place for place in sys.path if place]; import certifi; print(certifi.where())";

const NAMES = process.platform === "win32" ? ["python"] : ["python3", "python"];
const IN_VENV = process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"];

/**
 * Finds the CA bundles of the Python first on PATH and of the active virtual environment (`VIRTUAL_ENV`), each once.
 *
 * @returns the bundles; `none` says why there are none
 */
export async function certifiOfPythons(
  environment: Environment,
  processes: Pick<Processes, "run">,
): Promise<{ readonly files: readonly string[]; readonly none: string }> {
  const pythons = await findPythons(environment);
  if (pythons.length === 0) return { files: [], none: "there is no Python on PATH and no virtual environment" };
  const found = await Promise.all(pythons.map((python) => processes.run(python, ["-B", "-c", ASK])));
  const bundles = found.filter(({ exitCode }) => exitCode === 0).map(({ stdout }) => stdout.trim());
  const files = new Set(await Promise.all(bundles.map((file) => realpath(file).catch(() => file))));
  return {
    files: [...files],
    none: `${pythons.join(" and ")} cannot import certifi; pip install certifi (or requests)`,
  };
}

async function findPythons(environment: Environment): Promise<readonly string[]> {
  const onPath = (await Promise.all(NAMES.map((name) => which(name)))).find((file) => file !== "");
  const virtual = environment["VIRTUAL_ENV"];
  const found = [...(onPath === undefined ? [] : [onPath]), ...(virtual ? [path.join(virtual, ...IN_VENV)] : [])];
  // An active environment is first on PATH, too.
  return found.filter((file, index) => found.findIndex((one) => path.dirname(one) === path.dirname(file)) === index);
}
