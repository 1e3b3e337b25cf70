import { createHash, randomUUID } from "node:crypto";
import { constants, existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { access, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { provisionFailures } from "../errors/provision.ts";
import { makeFolders } from "../io/files.ts";
import { exclusively } from "../io/locks.ts";
import type { Recorder } from "../journal/kind.ts";
import type { Installation, Locked } from "./install.ts";
import {
  lockOf,
  marker,
  NAME,
  PATIENCE,
  removeEmptyParents,
  removeFolder,
  unfinishedInstallation,
} from "./unfinished-installation.ts";

/** An az that a step of azs-login installed, in this job or in an earlier one. */
export interface ProvisionedAz {
  /** Its launcher, in a folder with nothing else. */
  readonly path: string;
  readonly python: string;
  /** Identifies this installation; a later one in the same folder has another ID. */
  readonly id: string;
  /** Whether each of its files exists and has the recorded size. */
  isIntact(): boolean;
  /** Records that a job uses it: installations that are not used are removed (unused.ts). */
  markUsed(now: Date): Promise<void>;
}

/** Where installations are kept. */
export interface InstallFolders {
  /** The runner's tool cache; undefined if it has none. */
  readonly toolCache: string | undefined;
  /** The job's own folder, used if the tool cache does not exist or cannot be written. */
  readonly jobFolder: string;
}

const WINDOWS = process.platform === "win32";
/** The scripts that make an installation: if one of them changes, the installation goes into another folder. */
const SCRIPTS = ["provision.py", "children.py", "environment.py", "index.py", "unpack.py", "wheels.py"];

/** Finds a completely installed az; starts nothing. */
export async function findProvisioned(
  version: string,
  { toolCache, jobFolder }: InstallFolders,
): Promise<ProvisionedAz | undefined> {
  for (const root of [toolCache, jobFolder]) {
    if (root === undefined) continue;
    const folder = installFolder(version, root);
    const id = await readFile(marker(folder), "utf8").catch(() => undefined);
    if (id !== undefined) return provisioned(folder, id);
  }
  return undefined;
}

/**
 * Installs an az, or waits for another job that is installing it.
 *
 * @param broken a damaged installation, which is replaced
 * @throws Failure `AZS520` to `AZS526`, after removing the incomplete installation
 */
export async function provision(
  version: string,
  broken: ProvisionedAz | undefined,
  installFolders: InstallFolders,
  journal: Recorder,
  installation: Omit<Installation, "version" | "locked" | "folder">,
): Promise<ProvisionedAz> {
  const root = await rootFor(version, installFolders, journal);
  const folder = installFolder(version, root);
  try {
    return await exclusively(lockOf(folder, root), PATIENCE, async (isHeld) => {
      const present = await findProvisioned(version, { toolCache: undefined, jobFolder: root });
      if (present !== undefined && present.id !== broken?.id) return present;
      // The marker goes first: if this job is killed, the next one sees no installation and starts over.
      await rm(marker(folder), { force: true });
      await removeFolder(folder);
      try {
        // Loaded here, since most logins install nothing.
        const { install } = await import("./install.ts");
        await install({ ...installation, version, locked: lockedOf(version), folder });
      } catch (error) {
        if (await isHeld()) await removeFolder(folder);
        throw error;
      }
      if (!(await isHeld())) throw provisionFailures.interrupted({ version, folder });
      const id = randomUUID();
      await writeFile(path.join(folder, "id"), id);
      await rename(path.join(folder, "id"), marker(folder));
      return provisioned(folder, id);
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
    throw provisionFailures.busy({ version, folder, minutes: String(PATIENCE.waitMs / 60_000) }, error);
  } finally {
    await removeEmptyParents(folder);
  }
}

/**
 * The tool cache if it can be written, after recording the installation in the journal; else the job's folder.
 */
async function rootFor(version: string, installFolders: InstallFolders, journal: Recorder): Promise<string> {
  const { toolCache, jobFolder } = installFolders;
  if (toolCache === undefined) return jobFolder;
  const folder = installFolder(version, toolCache);
  await journal.record(unfinishedInstallation.entry({ folder }));
  const parent = path.dirname(folder);
  return makeFolders(parent)
    .then(() => Promise.all([toolCache, parent].map((place) => access(place, constants.W_OK))))
    .then(
      () => toolCache,
      () => jobFolder,
    );
}

/**
 * The layout of the runner's tools: `<name>/<version>/<architecture>`, with a marker beside it once it is complete.
 */
function installFolder(version: string, root: string): string {
  const parts = [...Object.values(lockedOf(version) ?? {}), ...SCRIPTS.map(beside)];
  // Installations contain their own path, so those in a tool cache that was moved or is mounted elsewhere do not count.
  const start = createHash("sha256").update(resolved(root));
  const digest = parts.reduce((hash, file) => hash.update(readFileSync(file)), start).digest("hex");
  return path.join(root, NAME, `${version}-${digest.slice(0, 8)}`, process.arch);
}

/** The lock of a version; undefined if none ships with the action. */
function lockedOf(version: string): Locked | undefined {
  const [requirements, contents] = [beside(`az-${version}.txt`), beside(`az-${version}.json`)];
  return existsSync(requirements) ? { requirements, contents } : undefined;
}

function resolved(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function beside(name: string): string {
  return path.join(import.meta.dirname, name);
}

function provisioned(folder: string, id: string): ProvisionedAz {
  const python = path.join(folder, ...(WINDOWS ? ["Scripts", "python.exe"] : ["bin", "python"]));
  return {
    path: path.join(folder, "launcher", WINDOWS ? "az.cmd" : "az"),
    python,
    id,
    isIntact: () => existsSync(python) && filesAreIntact(folder),
    // Fails in another user's tool cache, which that user's jobs look after.
    markUsed: (now) => utimes(marker(folder), now, now).catch(() => undefined),
  };
}

/** Checks the files against `files.txt`, which provision.py wrote: one `size path` per line. */
function filesAreIntact(folder: string): boolean {
  try {
    const lines = readFileSync(path.join(folder, "files.txt"), "utf8").trimEnd().split("\n");
    return lines.every((line) => {
      const space = line.indexOf(" ");
      return statSync(path.join(folder, line.slice(space + 1))).size === Number(line.slice(0, space));
    });
  } catch {
    return false;
  }
}
