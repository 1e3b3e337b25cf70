import { access, realpath } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import type { Environment } from "../host/host.ts";
import { readHead } from "../io/files.ts";

/** An az on this machine. */
export interface LocatedAz {
  /** Its launcher. */
  readonly path: string;
  /** How its launcher starts its Python; undefined when the launcher does not tell. */
  readonly python: PythonCommand | undefined;
}

export interface PythonCommand {
  readonly file: string;
  /** Flags before `-m azure.cli`, as `-I`. */
  readonly flags: readonly string[];
  /** Variables the launcher sets that decide what Python imports. */
  readonly environment: Readonly<Record<string, string>>;
}

const LAUNCHER_BYTES = 8192;

/**
 * Finds az and reads from its launcher which Python runs it; starts nothing.
 *
 * @param explicit `az-path`, else the first az on PATH
 */
export async function locateAz(explicit: string | undefined, environment: Environment): Promise<LocatedAz | undefined> {
  const found = explicit === undefined ? await which("az") : path.resolve(explicit);
  if (found === "") return undefined;
  const launcher = await realpath(found).catch(() => undefined);
  if (launcher === undefined) return undefined;
  const text = await readHead(launcher, LAUNCHER_BYTES);
  if (text === undefined) return undefined;
  return { path: found, python: await readLauncher(text.toString(), found, launcher, environment) };
}

/**
 * Reads the launchers that az's packages install: shell scripts of the deb, rpm and Homebrew packages
 * (azure-cli `build_scripts`), `az.cmd` of the Windows package, and the Python scripts of pip and of Debian.
 */
async function readLauncher(
  text: string,
  found: string,
  launcher: string,
  environment: Environment,
): Promise<PythonCommand | undefined> {
  const shebang = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text);
  const interpreter = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
  if (interpreter !== undefined && /python[\d.]*$/.test(interpreter)) {
    const file = path.isAbsolute(interpreter) ? interpreter : await which(interpreter);
    return file === "" || !text.includes("azure.cli") ? undefined : { file, flags: [], environment: {} };
  }
  for (const [, assignments = "", program = "", flags = "", joined = ""] of text.matchAll(COMMAND)) {
    const file = await resolveProgram(program.replaceAll('"', ""), text, path.dirname(found), path.dirname(launcher));
    if (file === undefined) continue;
    const listed = flags.trim() === "" ? [] : flags.trim().split(/\s+/);
    return {
      file,
      flags: joined === "" ? listed : [...listed, `-${joined}`],
      environment: importVariables(assignments, path.dirname(found), environment),
    };
  }
  return undefined;
}

/** `VARIABLE=value … program flags -Im azure.cli`, on a line of its own. */
const COMMAND =
  /^[ \t]*((?:[A-Z_]+=\S+[ \t]+)*)(?:exec[ \t]+)?("[^"\n]+"|\S+)((?:[ \t]+-[A-Za-z]+)*)[ \t]+-([A-Za-z]*)m[ \t]+azure\.cli/gm;

/**
 * Programs are named by a path, by a name on PATH, relative to the launcher (`"$bin_dir"/…`, `%~dp0\…`), or by a
 * variable that the launcher sets to the last of several names that is there (rpm).
 */
async function resolveProgram(
  program: string,
  text: string,
  foundIn: string,
  launcherIn: string,
): Promise<string | undefined> {
  const variable = /^\$\{?(\w+)\}?$/.exec(program)?.[1];
  if (variable !== undefined) {
    const names = [...text.matchAll(new RegExp(`\\b${variable}=([\\w./-]+)`, "g"))].map((match) => match[1] ?? "");
    return firstOf(names.reverse(), (name) => which(name));
  }
  const relative = /^(?:\$\{?\w+\}?[\\/]|%~dp0\\?)(.+)$/.exec(program)?.[1];
  if (relative === undefined) return (await which(program)) || undefined;
  return firstOf([foundIn, launcherIn], (folder) => realpathOfFolder(path.join(folder, ...relative.split(/[\\/]/))));
}

async function firstOf<T>(
  items: readonly T[],
  find: (item: T) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (const item of items) {
    const found = await find(item);
    if (found) return found;
  }
  return undefined;
}

/** The program's own name stays: a virtual environment's python is a link that must not be followed. */
async function realpathOfFolder(file: string): Promise<string | undefined> {
  return access(file).then(
    async () => path.join(await realpath(path.dirname(file)), path.basename(file)),
    () => undefined,
  );
}

function importVariables(assignments: string, binDir: string, environment: Environment): Record<string, string> {
  const value = /PYTHONPATH=(\S+)/.exec(assignments)?.[1];
  if (value === undefined) return {};
  const own = value
    .replaceAll('"', "")
    .replaceAll(/\$\{?PYTHONPATH\}?/g, environment["PYTHONPATH"] ?? "")
    .replaceAll(/\$\{?bin_dir\}?/g, binDir);
  return { PYTHONPATH: own };
}
