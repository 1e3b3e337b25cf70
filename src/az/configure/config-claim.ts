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
  /** The uppermost folder on the way there that the job made; undefined: all were there. */
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

/** Names the jobs that work with a configuration folder, one life a line. */
const CLAIM = "azs-login-jobs.jsonl";
/** As in trust stores: the need of an older job is a dead runner's. */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;

interface Holder {
  readonly life: Life;
  readonly since: string;
}

/**
 * Claims the machine's own az configuration for this job: there is one active cloud and one active subscription in it,
 * which two jobs would change under each other's hands. A second login of the same job is no other job.
 *
 * @throws Failure `AZS517` when this user cannot write there, `AZS518` when another job works there
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
  // Rights do not tell all: of a share in the network, or of what is no real folder.
  await usable(folder, () => shared.exclusively(folder, (files) => files.change(path.join(folder, CLAIM), joined)));
}

/** Gives the folder free again; idempotent. */
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

/** @returns the folder itself, one above it, or undefined when they are all there */
async function uppermostMissing(folder: string): Promise<string | undefined> {
  if (await isThere(folder)) return undefined;
  const parent = path.dirname(folder);
  return parent === folder ? folder : ((await uppermostMissing(parent)) ?? folder);
}

/** Removes a folder and those above it, and leaves them when others have put something into them meanwhile. */
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

/** By the folder and by what az keeps in it; of one that is not there yet by the nearest one above. */
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

/** A cache is copied before az changes it, and put back: all of it is read, and its folders are written to. */
async function requireRemovable(file: string, rights: number): Promise<void> {
  const status = await lstat(file);
  if (status.isSymbolicLink()) return;
  if (!status.isDirectory()) return requirePlain(file, status, rights);
  await access(file, WHOLLY);
  for (const name of await readdir(file)) await requireRemovable(path.join(file, name), constants.R_OK);
}

/** @throws Failure `AZS517` in place of what the system says of the folder, and of what is in it */
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
/** A disk that is full is the runner's affair. */
const REASONS: Readonly<Record<string, string>> = {
  ...PATH_REASONS,
  EROFS: "the file system is read-only",
  ENOENT: "it does not exist, or is a broken link",
  EEXIST: "it is no folder",
  ELOCKED: "another job keeps it locked",
  [NO_PLAIN_FILE]: "it is no plain file",
};

/** What may not be looked at is taken for there: the right to write decides. */
function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== "ENOENT",
  );
}
