import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Environment, Host } from "../../host/host.ts";
import { makeFolders } from "../../io/files.ts";
import { isObject, type Recorder, undoKind } from "../../journal/kind.ts";
import type { Profile } from "../../stamp/profiles.ts";

/**
 * az's list of which module has which command. It is made for one version, one profile and one set of extensions by
 * loading every module (one to two seconds), and a new configuration folder has none: so a job starts with the one that
 * az made in an earlier job, and leaves the one that az made in this; for an az that azs-login installs, one ships with
 * the action. az loads every module, and makes it anew, when its version or profile is another, or when it lacks the
 * command (azure-cli-core, `__init__.py`, `CommandIndex`).
 */
export interface CommandIndex {
  /** Where az reads and writes it. */
  readonly file: string;
  /** Where it is kept from job to job. */
  readonly kept: string;
  readonly version: string;
  readonly profile: string;
  /** The extensions it was placed for: another set has other commands. */
  readonly extensions: string;
  readonly extensionFolder: string;
}

/** An az as far as its command index depends on it. */
export interface IndexedAz {
  readonly path: string;
  /** Undefined when its Python is not known. */
  readonly description: { readonly version: string } | undefined;
  readonly configFolder: string;
  /** What later steps get. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Nothing to undo: before the job's az configuration goes, the command index that az made in it is kept. */
export const madeCommandIndex = undoKind<{ readonly index: CommandIndex }>({
  name: "command-index",
  fields: { index: isObject },
  lasts: false,
  undo: ({ index }) => keepIndex(index),
  describe: ({ index }) => `az's command index in ${index.kept}`,
});

const NAME = "commandIndex.json";
const NO_EXTENSIONS = "[]";

/** @returns undefined where nothing can be kept, or az's version is not known */
export async function commandIndexOf(
  az: IndexedAz,
  profile: string,
  toolCache: string | undefined,
  environment: Environment,
): Promise<CommandIndex | undefined> {
  const extensionFolder = az.variables["AZURE_EXTENSION_DIR"];
  // Extensions under development lie anywhere.
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
 * Puts the index that ships for a version and a profile where az looks for it, where there is one. It is that of an az
 * without extensions: with some, an index without their commands would hide those that take the place of az's own.
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

/** Keeps the index that az made in this job. Where that may not be written, the next job makes its own. */
export async function keepIndex(index: CommandIndex): Promise<void> {
  const text = await readFile(index.file, "utf8").catch(() => "");
  if (!isWhole(text, index) || text === (await readFile(index.kept, "utf8").catch(() => ""))) return;
  if ((await extensionsIn(index.extensionFolder)) !== index.extensions) return;
  await makeFolders(path.dirname(index.kept))
    .then(() => replace(index.kept, text, 0o644, jobOf(index)))
    .catch(() => undefined);
}

/** The name of the job's folder: a post step that runs again after it was killed finds its own half-written file by it. */
function jobOf({ file }: CommandIndex): string {
  return path.basename(path.dirname(path.dirname(file)));
}

/** Other jobs may read or write the same file at the same time. @param writer makes a name of this job's own */
async function replace(file: string, text: string, mode: number, writer: string): Promise<void> {
  const temporary = `${file}.${writer}`;
  await rm(temporary, { force: true });
  await writeFile(temporary, text, { mode, flag: "wx" });
  await rename(temporary, file);
}

/** More than one command: what az knows as a whole. */
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

/** Names, versions and times of a folder's extensions, as a text to compare. */
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

/** The job's first own az command need not load every module. */
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
