import { stat } from "node:fs/promises";
import path from "node:path";
import type { Environment } from "../../host/host.ts";
import { readHead } from "../../io/files.ts";
import type { LocatedAz, PythonCommand } from "./locate.ts";

/**
 * Finds what keeps az from starting in later steps: unless Python is told to ignore its environment (`-I`), it imports
 * from other folders first. The step's own az is started without any of them.
 *
 * @returns warnings
 */
export async function shadows({ path: az, python }: LocatedAz, environment: Environment): Promise<readonly string[]> {
  const flags = python?.flags.join("") ?? "";
  if (python === undefined || flags.includes("I")) return [];
  const found = flags.includes("E") ? [] : await misleading(python, environment);
  if (python.fromWorkingFolder && !environment["PYTHONSAFEPATH"] && (await holdsForeignAzure(".")))
    found.push(
      `${path.resolve("azure")} is a Python package, and this az imports packages from the working folder first`,
    );
  return found.map((reason) => `${reason}: ${az} does not start in later steps where this is still so.`);
}

/** Checks the variables that the launcher does not set itself. */
async function misleading({ environment: set }: PythonCommand, { PYTHONHOME, PYTHONPATH }: Environment) {
  const found: string[] = [];
  if (PYTHONHOME && !(await holdsLibrary(PYTHONHOME)))
    found.push(`PYTHONHOME names ${PYTHONHOME}, which has no Python library`);
  const folders = PYTHONPATH && !set["PYTHONPATH"] ? PYTHONPATH.split(path.delimiter) : [];
  // An empty entry means the working folder.
  for (const folder of new Set(folders.map((one) => one || ".")))
    if (await holdsForeignAzure(folder)) found.push(`PYTHONPATH leads to ${path.join(folder, "azure")}`);
  return found;
}

/** An `__init__.py` of `azure` is short. */
const MOST_BYTES = 100_000;

/** Whether a folder has a package `azure` that hides az's: Azure's own say that other folders have more (pkgutil). */
async function holdsForeignAzure(folder: string): Promise<boolean> {
  const text = await readHead(path.join(folder, "azure", "__init__.py"), MOST_BYTES);
  if (text === undefined || /extend_path|declare_namespace/.test(text.toString())) return false;
  return !(await isThere(path.join(folder, "azure", "cli", "core", "__init__.py")));
}

/** Whether CPython finds its standard library there (getpath.py). @param home one folder or two: prefix, exec_prefix */
async function holdsLibrary(home: string): Promise<boolean> {
  const [prefix = ""] = home.split(path.delimiter);
  if (await isThere(path.join(prefix, "Lib", "os.py"))) return true;
  for (const library of ["lib", "lib64"]) {
    for (let minor = OLDEST; minor <= NEWEST; minor += 1)
      if (await isThere(path.join(prefix, library, `python3.${minor}`, "os.py"))) return true;
  }
  return false;
}

/** Minor versions of Python 3 that an az may run on. */
const OLDEST = 6;
const NEWEST = 20;

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
