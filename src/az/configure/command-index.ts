import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Environment, Host } from "../../host/host.ts";
import { makeFolders } from "../../io/files.ts";
import { isObject, type Recorder, undoKind } from "../../journal/kind.ts";
import type { Profile } from "../../stamp/profiles.ts";

/**
 * az's index of which module has which command. az builds it for one version, one profile and one set of extensions by
 * loading every module (one to two seconds). A new configuration folder has no index, so a job starts with the one that
 * az built in an earlier job, and keeps the one that az builds in this job; for an az that azs-login installs, an index
 * ships with the action. az loads every module and rebuilds the index if it was built for another version or profile,
 * or if it lacks the command (azure-cli-core, `__init__.py`, `CommandIndex`).
 */
export interface CommandIndex {
  /** Where az reads and writes it. */
  readonly file: string;
  /** Where it is kept between jobs. */
  readonly kept: string;
  readonly version: string;
  readonly profile: string;
  /** The extensions it was built for: another set has other commands. */
  readonly extensions: string;
  readonly extensionFolder: string;
}

/** The properties of an az that its command index depends on. */
export interface IndexedAz {
  readonly path: string;
  /** Undefined if its Python is not known. */
  readonly description: { readonly version: string } | undefined;
  readonly configFolder: string;
  /** Variables for later steps. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Undoes nothing: it saves the command index that az built before the job's az configuration is removed. */
export const madeCommandIndex = undoKind<{ readonly index: CommandIndex }>({
  name: "command-index",
  fields: { index: isObject },
  lasts: false,
  undo: ({ index }) => keepIndex(index),
  describe: ({ index }) => `az's command index in ${index.kept}`,
});

const NAME = "commandIndex.json";
const NO_EXTENSIONS = "[]";

/** @returns undefined if nothing can be kept, or if az's version is not known */
export async function commandIndexOf(
  az: IndexedAz,
  profile: string,
  toolCache: string | undefined,
  environment: Environment,
): Promise<CommandIndex | undefined> {
  const extensionFolder = az.variables["AZURE_EXTENSION_DIR"];
  // Extensions under development may be in any folder.
  if (toolCache === undefined || az.description === undefined || extensionFolder === undefined) return undefined;
  if (environment["AZURE_EXTENSION_DEV_SOURCES"]) return undefined;
  const { version } = az.description;
  const extensions = await extensionsIn(extensionFolder);
  const key = createHash("sha256")
    .update(JSON.stringify([version, profile, az.path, extensions]))
    .digest("hex");
  const kept = path.join(toolCache, "azs-login-az", "command-index", `${key.slice(0, 32)}.json`);
  return { file: path.join(az.configFolder, NAME), kept, version, profile, extensions, extensionFolder };
}

/** Puts the kept index where az looks for it. @returns whether there is one */
export async function placeIndex(index: CommandIndex): Promise<boolean> {
  const text = await readFile(index.kept, "utf8").catch(() => "");
  if (!isWhole(text, index)) return false;
  await replace(index.file, text, 0o600, randomUUID());
  return true;
}

/**
 * Puts the index that ships for a version and a profile, if there is one, where az looks for it. It was built without
 * extensions: with extensions, it would hide those of their commands that replace az's own.
 */
async function placeShipped(version: string, profile: string, { configFolder, variables }: IndexedAz): Promise<void> {
  if ((await extensionsIn(variables["AZURE_EXTENSION_DIR"] ?? "")) !== NO_EXTENSIONS) return;
  const shipped = path.join(import.meta.dirname, `command-index-${version}.json`);
  const indexes = JSON.parse(await readFile(shipped, "utf8").catch(() => "{}")) as Readonly<Record<string, unknown>>;
  const commandIndex = indexes[profile];
  if (commandIndex === undefined) return;
  const text = JSON.stringify({ version, cloudProfile: profile, commandIndex });
  await replace(path.join(configFolder, NAME), text, 0o600, randomUUID());
}

/** Keeps the index that az built in this job. If it cannot be written, the next job builds its own. */
export async function keepIndex(index: CommandIndex): Promise<void> {
  const text = await readFile(index.file, "utf8").catch(() => "");
  if (!isWhole(text, index) || text === (await readFile(index.kept, "utf8").catch(() => ""))) return;
  if ((await extensionsIn(index.extensionFolder)) !== index.extensions) return;
  await makeFolders(path.dirname(index.kept))
    .then(() => replace(index.kept, text, 0o644, jobOf(index)))
    .catch(() => undefined);
}

/** The name of the job's folder: by it, a post step that runs again after being killed finds its half-written file. */
function jobOf({ file }: CommandIndex): string {
  return path.basename(path.dirname(path.dirname(file)));
}

/** Other jobs may read or write the same file at the same time. @param writer makes the temporary name unique */
async function replace(file: string, text: string, mode: number, writer: string): Promise<void> {
  const temporary = `${file}.${writer}`;
  await rm(temporary, { force: true });
  await writeFile(temporary, text, { mode, flag: "wx" });
  await rename(temporary, file);
}

/** az's whole index has hundreds of commands; one with fewer than this is incomplete. */
const FEWEST_COMMANDS = 50;

function isWhole(text: string, { version, profile }: CommandIndex): boolean {
  try {
    // az writes its state with a byte order mark (azure-cli-core, _session.py).
    const index = JSON.parse(text.replace(/^\uFEFF/, "")) as {
      version?: unknown;
      cloudProfile?: unknown;
      commandIndex?: object;
    };
    const commands: readonly unknown[] = Object.values(index.commandIndex ?? {});
    return (
      index.version === version &&
      index.cloudProfile === profile &&
      commands.length >= FEWEST_COMMANDS &&
      commands
        .flat()
        .every((module) => typeof module === "string" && /^(azure\.cli\.command_modules\.|azext_)/.test(module))
    );
  } catch {
    return false;
  }
}

/** Names, versions and modification times of a folder's extensions, as text to compare. */
async function extensionsIn(folder: string): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).toSorted();
  const described = names.map(async (name) => {
    const extension = path.join(folder, name);
    const inside = (await readdir(extension).catch(() => [])).filter((entry) => /-info$/.test(entry)).toSorted();
    const { mtimeMs } = await stat(extension).catch(() => ({ mtimeMs: 0 }));
    return [name, mtimeMs, ...inside];
  });
  return JSON.stringify(await Promise.all(described));
}

/** Places a command index, so that the first az command of later steps need not load every module. */
export async function startWithIndex(
  az: IndexedAz & { readonly installed: boolean },
  profile: Profile,
  journal: Recorder,
  host: Pick<Host, "toolCache" | "environment">,
): Promise<void> {
  const index = await commandIndexOf(az, profile, host.toolCache, host.environment);
  const isPlaced = index !== undefined && (await placeIndex(index));
  const version = az.description?.version;
  if (!isPlaced && az.installed && version !== undefined) await placeShipped(version, profile, az);
  if (index !== undefined) await journal.record(madeCommandIndex.entry({ index }));
}
