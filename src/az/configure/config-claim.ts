import { constants, type Stats } from "node:fs";
import { access, lstat, readdir, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { azFailures } from "../../errors/az.ts";
import { Failure } from "../../errors/failure.ts";
import { PATH_REASONS } from "../../errors/file-codes.ts";
import { makeFolders } from "../../io/files.ts";
import { jsonOf } from "../../io/json.ts";
import { asLife, isOver, type Life } from "../../io/lives.ts";
import type { SharedFiles } from "../../io/shared-files.ts";
import { isText, isTextOrMissing, type Recorder, undoKind } from "../../journal/kind.ts";
import { CACHES, STATE } from "./machine-config.ts";

/** The machine's own az configuration, claimed for a job. */
interface Claim {
  readonly folder: string;
  readonly job: string;
  /** The topmost of the folders that the job had to create; undefined if all existed. */
  readonly made: string | undefined;
}
type Shared = Pick<SharedFiles, "exclusively" | "release">;

export const configClaim = undoKind<Claim, { readonly shared: Shared }>({
  name: "az-claim",
  fields: { folder: isText, job: isText, made: isTextOrMissing },
  lasts: true,
  undo: (claim, { shared }) => releaseMachineConfig(claim, shared),
  describe: ({ folder }) => `this job's claim on the az configuration in ${folder}`,
});

/** The job that claims. */
interface Claimant extends Recorder {
  readonly folder: string;
  readonly life: Life;
}

/** Lists the jobs that use a configuration folder, one per line. */
const CLAIM = "azs-login-jobs.jsonl";
/** As in trust stores: the runner of a job older than this has died. */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;

interface Holder {
  readonly life: Life;
  readonly since: string;
}

/**
 * Claims the machine's own az configuration for this job: it has one active cloud and one active subscription, which
 * two concurrent jobs would change for each other. A second login in the same job does not count as another job.
 *
 * @throws Failure `AZS517` if this user cannot write there, `AZS518` if another job uses it
 */
export async function claimMachineConfig(folder: string, journal: Claimant, shared: Shared, now: Date): Promise<void> {
  const made = await uppermostMissing(folder);
  await usable(folder, () => requireUsable(folder, made));
  await journal.record(configClaim.entry({ folder, job: path.basename(journal.folder), made }));
  await usable(folder, () => makeFolders(folder, 0o700));
  const own: Holder = { life: journal.life, since: now.toISOString() };
  const joined = (text: string) => {
    const holders = holdersIn(text).filter((one) => !isDead(one, now));
    const other = holders.find(({ life }) => !isSameJob(life, journal.life));
    if (other !== undefined) throw azFailures.homeInUse({ folder, job: other.life.folder, file: CLAIM });
    return textOf([...holders, own]);
  };
  // Permission bits alone do not tell whether a network share or a virtual folder can be written.
  await usable(folder, () => shared.exclusively(folder, (files) => files.change(path.join(folder, CLAIM), joined)));
}

/** Releases the folder; idempotent. */
export async function releaseMachineConfig({ folder, job, made }: Claim, shared: Shared): Promise<void> {
  if (await isThere(folder)) {
    if ((await readdir(folder)).some((name) => name.startsWith(CLAIM)))
      await shared.exclusively(folder, (files) =>
        files.change(path.join(folder, CLAIM), (text) =>
          textOf(holdersIn(text).filter(({ life }) => path.basename(life.folder) !== job)),
        ),
      );
    await shared.release(folder);
  }
  if (made !== undefined) await removeEmpty(folder, made);
}

/** @returns the folder itself or a parent; undefined if they all exist */
async function uppermostMissing(folder: string): Promise<string | undefined> {
  if (await isThere(folder)) return undefined;
  const parent = path.dirname(folder);
  return parent === folder ? folder : ((await uppermostMissing(parent)) ?? folder);
}

/** Removes a folder and its parents up to `uppermost`, except those that others have put something into meanwhile. */
async function removeEmpty(folder: string, uppermost: string): Promise<void> {
  const isGone = await rmdir(folder).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code === "ENOENT",
  );
  if (isGone && folder !== uppermost && folder !== path.dirname(folder))
    await removeEmpty(path.dirname(folder), uppermost);
}

function holdersIn(text: string): readonly Holder[] {
  return text.split("\n").flatMap((line) => {
    const { life, since } = Object(jsonOf(line)) as { life?: unknown; since?: unknown };
    const whole = asLife(life);
    return whole === undefined || Number.isNaN(Date.parse(String(since)))
      ? []
      : [{ life: whole, since: String(since) }];
  });
}

const textOf = (holders: readonly Holder[]): string => holders.map((one) => `${JSON.stringify(one)}\n`).join("");

function isDead({ life, since }: Holder, now: Date): boolean {
  return isOver(life) || now.getTime() - Date.parse(since) > LONGEST_JOB_MS;
}

/** A runner works on one job at a time, and has a temporary folder of its own. */
function isSameJob(one: Life, other: Life): boolean {
  const isSameRunner = one.runner?.pid === other.runner?.pid && one.runner?.start === other.runner?.start;
  return isSameRunner && one.paths === other.paths && path.dirname(one.folder) === path.dirname(other.folder);
}

/** Checks the folder and what az keeps in it; if it does not exist yet, checks its nearest existing parent. */
async function requireUsable(folder: string, made: string | undefined): Promise<void> {
  if (made !== undefined) return access(path.dirname(made), constants.W_OK | constants.X_OK);
  const names = await readdir(folder);
  await access(folder, WHOLLY);
  for (const name of names) {
    const file = path.join(folder, name);
    if (STATE.includes(name)) await requirePlain(file, await stat(file), constants.R_OK | constants.W_OK);
    else if (CACHES.includes(name)) await requireRemovable(file, constants.R_OK | constants.W_OK);
  }
}

const WHOLLY = constants.R_OK | constants.W_OK | constants.X_OK;

async function requirePlain(file: string, status: Stats, rights: number): Promise<void> {
  if (!status.isFile()) throw Object.assign(new Error("no plain file"), { code: NO_PLAIN_FILE, path: file });
  await access(file, rights);
}

/** A cache is copied before az changes it and restored later: all of it is read, and its folders are written to. */
async function requireRemovable(file: string, rights: number): Promise<void> {
  const status = await lstat(file);
  if (status.isSymbolicLink()) return;
  if (!status.isDirectory()) return requirePlain(file, status, rights);
  await access(file, WHOLLY);
  for (const name of await readdir(file)) await requireRemovable(path.join(file, name), constants.R_OK);
}

/** @throws Failure `AZS517` in place of a system error about the folder or about what is in it */
async function usable<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = "", path: file = folder } = error as NodeJS.ErrnoException;
    const reason = error instanceof Failure ? undefined : REASONS[code];
    throw reason === undefined ? error : azFailures.homeUnwritable({ folder, reason: `${file}: ${reason}` }, error);
  }
}

const NO_PLAIN_FILE = "no plain file";
/** Without ENOSPC: a full disk is a problem of the runner, not of this folder. */
const REASONS: Readonly<Record<string, string>> = {
  ...PATH_REASONS,
  EROFS: "the file system is read-only",
  ENOENT: "it does not exist, or is a broken link",
  EEXIST: "it is no folder",
  ELOCKED: "another job keeps it locked",
  [NO_PLAIN_FILE]: "it is no plain file",
};

/** A file that may not be inspected counts as existing: write access decides later. */
function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== "ENOENT",
  );
}
