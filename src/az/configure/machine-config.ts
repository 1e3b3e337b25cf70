import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { createPrivateFolder, makeFolders } from "../../io/files.ts";
import { eachOrFirstFailure } from "../../io/first-failure.ts";
import { isText, type Recorder, undoKind } from "../../journal/kind.ts";
import { revert } from "./revert.ts";

/** az's logins and settings (azure-cli-core `_profile.py`, `cloud.py`, `auth/identity.py`; `.bin`: encrypted). */
export const STATE: readonly string[] = [
  "clouds.config",
  "config",
  "azureProfile.json",
  "service_principal_entries.json",
  "service_principal_entries.bin",
  // Credentials and tokens of az up to 2.29.
  "accessTokens.json",
  "msal_token_cache.json",
  "msal_token_cache.bin",
];
/** Files that az recreates if they are missing. */
export const CACHES: readonly string[] = [
  "commandIndex.json",
  "az.json",
  "az.sess",
  "versionCheck.json",
  "msal_http_cache.bin",
  "commands",
  "logs",
  "telemetry",
];

/** Changes to the machine's own az configuration (`isolate: false`). */
interface ConfigChange {
  readonly folder: string;
  /** Whether the folder existed. */
  readonly existed: boolean;
  /** Copies of the folder: before the step, and at its end. */
  readonly before: string;
  readonly after: string;
}

export const configChange = undoKind<ConfigChange>({
  name: "az-config",
  fields: { folder: isText, existed: (value) => typeof value === "boolean", before: isText, after: isText },
  lasts: true,
  // In a later job, only the copy made at the step's end tells which part of the configuration is the step's.
  lateObstacle: ({ folder, after }) =>
    existsSync(after)
      ? undefined
      : `The az configuration in ${folder} may still contain the login of an earlier job that died (isolate: false).`,
  undo: restoreMachineConfig,
  describe: ({ folder }) => `az configuration in ${folder}`,
});

type Journal = Recorder & { readonly folder: string };

/** Whether the clouds.config of a folder has a cloud of that name. */
export async function hasCloud(folder: string, name: string): Promise<boolean> {
  const text = await readFile(path.join(folder, "clouds.config"), "utf8").catch(() => "");
  return text.split(/\r?\n/).includes(`[${name}]`);
}

/**
 * Copies the machine's own az configuration (`isolate: false`) to the job's folder and records that in the journal,
 * before az changes it.
 */
export async function recordMachineConfig(folder: string, journal: Journal): Promise<void> {
  const before = path.join(journal.folder, `az-before-${randomUUID()}`);
  const existed = await stat(folder).then(
    () => true,
    () => false,
  );
  await copyConfig(folder, before);
  await journal.record(configChange.entry({ folder, existed, before, after: afterOf(before) }));
}

/** Makes a second copy at the step's end: whatever later steps and other jobs change after that is not the step's. */
export async function recordChangedConfig(folder: string, journal: Pick<Journal, "folder">): Promise<void> {
  const before = (await readdir(journal.folder)).find((name) => name.startsWith("az-before-"));
  if (before !== undefined) await copyConfig(folder, afterOf(path.join(journal.folder, before)));
}

function afterOf(before: string): string {
  return before.replace("az-before-", "az-after-");
}

async function copyConfig(folder: string, copy: string): Promise<void> {
  // Renamed only once complete: from half a copy, the missing files would seem not to have existed.
  const incomplete = `${copy}-incomplete`;
  await createPrivateFolder(incomplete);
  for (const name of await present(folder, [...STATE, ...CACHES])) {
    await cp(path.join(folder, name), path.join(incomplete, name), { recursive: true, preserveTimestamps: true });
  }
  await rename(incomplete, copy);
}

async function present(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const found = new Set(await readdir(folder).catch(() => []));
  return names.filter((name) => found.has(name));
}

/** Undoes what the step did to the machine's configuration and keeps what others changed since. */
export async function restoreMachineConfig({ folder, existed, before, after }: ConfigChange): Promise<void> {
  const copied = await readdir(before);
  for (const name of CACHES) {
    await rm(path.join(folder, name), { recursive: true, force: true });
    if (copied.includes(name))
      await cp(path.join(before, name), path.join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  await eachOrFirstFailure(STATE, (name) => restoreState(name, folder, before, after));
  // Fails, as intended, if others have put something into it meanwhile.
  if (!existed) await rmdir(folder).catch(() => undefined);
}

async function restoreState(name: string, folder: string, before: string, after: string): Promise<void> {
  const decided = before.replace("az-before-", "az-restored-");
  const [base, current, earlier] = await Promise.all([before, folder, decided].map((place) => read(place, name)));
  // Without a second copy the step ended half-way: no later step used its configuration.
  const ours = (await readdir(after).catch(() => undefined)) === undefined ? current : await read(after, name);
  const restored = earlier ?? revert(name, { base, ours, current });
  const file = path.join(folder, name);
  if (restored === undefined) return rm(file, { force: true });
  if (restored !== current) {
    if (earlier === undefined) await keepDecision(path.join(decided, name), restored);
    await makeFolders(folder, 0o700);
    // Written in place, as az does: the file may be a link of the user's.
    await writeFile(file, restored, { mode: 0o600, encoding: "latin1" });
  }
  await restoreMode(path.join(before, name), file);
}

/** Stores the text to restore first: from a file that a killed post step left half-written it could not be derived. */
async function keepDecision(file: string, restored: string): Promise<void> {
  await makeFolders(path.dirname(file), 0o700);
  await writeFile(`${file}-incomplete`, restored, { mode: 0o600, encoding: "latin1" });
  await rename(`${file}-incomplete`, file);
}

/** Needed because az narrows the mode of files that it rewrites. */
async function restoreMode(original: string, file: string): Promise<void> {
  const status = await stat(original).catch(() => undefined);
  if (status !== undefined) await chmod(file, status.mode);
}

/** Reads a file as Latin-1, which preserves any bytes. */
function read(folder: string, name: string): Promise<string | undefined> {
  return readFile(path.join(folder, name), "latin1").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
