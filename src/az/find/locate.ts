import { access, realpath } from "node:fs/promises";
import path from "node:path";
import { which } from "@actions/io";
import { readHead } from "../../io/files.ts";

/** An az on this machine. */
export interface LocatedAz {
  /** Its launcher. */
  readonly path: string;
  /** How its launcher starts its Python; undefined if the launcher does not tell. */
  readonly python: PythonCommand | undefined;
}

export interface PythonCommand {
  readonly file: string;
  /** Flags before `-m azure.cli`, such as `-I`. */
  readonly flags: readonly string[];
  /** Variables that the launcher sets and that affect what Python imports. */
  readonly environment: Readonly<Record<string, string>>;
  /** It imports from the working folder before az's own folders (`-m` without `-I`). */
  readonly fromWorkingFolder?: true;
}

const LAUNCHER_BYTES = 8192;

/**
 * Finds az and reads from its launcher which Python runs it; starts nothing.
 *
 * @param explicit `az-path`, else the first az on PATH
 */
export async function locateAz(explicit: string | undefined): Promise<LocatedAz | undefined> {
  const found = explicit === undefined ? await which("az") : path.resolve(explicit);
  if (found === "") return undefined;
  const launcher = await realpath(found).catch(() => undefined);
  if (launcher === undefined) return undefined;
  const text = await readHead(launcher, LAUNCHER_BYTES);
  if (text === undefined) return undefined;
  return { path: found, python: await readLauncher(text.toString(), found, launcher) };
}

/**
 * Reads the launchers that az's packages install: shell scripts of the deb, rpm and Homebrew packages
 * (azure-cli `build_scripts`), `az.cmd` of the Windows package, and the Python scripts of pip and of Debian.
 */
async function readLauncher(text: string, found: string, launcher: string): Promise<PythonCommand | undefined> {
  const shebang = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(text);
  const interpreter = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
  if (interpreter !== undefined && /python[\d.]*$/.test(interpreter)) {
    const file = path.isAbsolute(interpreter) ? interpreter : await which(interpreter);
    if (file === "" || !text.includes("azure.cli")) return undefined;
    // pip's script starts Python again with `-m`, Debian's does not.
    return { file, flags: [], environment: {}, ...fromWorkingFolder(/["']-m["']/.test(text)) };
  }
  for (const { assignments, program, flags } of text.split("\n").flatMap((line) => commandIn(line) ?? [])) {
    const file = await resolveProgram(program.replaceAll('"', ""), text, path.dirname(found), path.dirname(launcher));
    if (file === undefined) continue;
    const imports = importVariables(assignments.join(" "), path.dirname(found));
    return { file, flags, environment: imports, ...fromWorkingFolder(!/[IP]/.test(flags.join(""))) };
  }
  return undefined;
}

interface Command {
  readonly assignments: readonly string[];
  readonly program: string;
  readonly flags: readonly string[];
}

/** Reads `VARIABLE=value … program flags -Im azure.cli`; undefined for any other line. */
function commandIn(line: string): Command | undefined {
  const words = line.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
  const module = words.findIndex((word) => word.startsWith("azure.cli"));
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const [program = "", ...flags] = words.slice(words[start] === "exec" ? start + 1 : start, module);
  const last = /^-([A-Za-z]*)m$/.exec(flags.pop() ?? "")?.[1];
  if (module < 0 || last === undefined || !flags.every((flag) => /^-[A-Za-z]+$/.test(flag))) return undefined;
  return { assignments: words.slice(0, start), program, flags: last === "" ? flags : [...flags, `-${last}`] };
}

/**
 * Launchers name the program by a path, by a name on PATH, relative to themselves (`"$bin_dir"/…`, `%~dp0\…`), or by a
 * variable that they set to the last of several names that exists (rpm).
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

/** Resolves the folder only: a virtual environment's python is a link that must not be followed. */
async function realpathOfFolder(file: string): Promise<string | undefined> {
  return access(file).then(
    async () => path.join(await realpath(path.dirname(file)), path.basename(file)),
    () => undefined,
  );
}

const fromWorkingFolder = (is: boolean) => (is ? ({ fromWorkingFolder: true } as const) : {});

/** Leaves out what the job adds to PYTHONPATH: the step's own az is started with az's modules alone. */
function importVariables(assignments: string, binDir: string): Record<string, string> {
  const value = /PYTHONPATH=(\S+)/.exec(assignments)?.[1];
  if (value === undefined) return {};
  const folders = value.replaceAll('"', "").split(path.delimiter);
  const own = folders.filter((folder) => folder !== "" && !/^\$\{?PYTHONPATH\}?$/.test(folder));
  return { PYTHONPATH: own.join(path.delimiter).replaceAll(/\$\{?bin_dir\}?/g, binDir) };
}
