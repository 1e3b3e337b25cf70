import { constants } from "node:fs";
import { access, readdir, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { azFailures } from "../errors/az.ts";
import { makeFolders } from "../io/files.ts";
import { asLife, isOver, type Life } from "../io/lives.ts";
import { parsed } from "../io/parsed.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import type { Journal, Undo } from "../journal.ts";

type Claim = Extract<Undo, { undo: "az-claim" }>;
type Shared = Pick<SharedFiles, "exclusively" | "release">;

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
export async function claimMachineConfig(folder: string, journal: Journal, shared: Shared, now: Date): Promise<void> {
  const existed = await isThere(folder);
  await requireWritable(folder, existed);
  await journal.record({ undo: "az-claim", folder, job: path.basename(journal.folder), existed });
  // The kernel's own file systems say no only now.
  await makeFolders(folder, 0o700).catch(unwritable(folder));
  const own: Holder = { life: journal.life, since: now.toISOString() };
  await shared.exclusively(folder, (files) =>
    files.change(path.join(folder, CLAIM), (text) => {
      const holders = holdersIn(text).filter((one) => !isDead(one, now));
      const other = holders.find(({ life }) => !isSameJob(life, journal.life));
      if (other !== undefined) throw azFailures.homeInUse({ folder, job: other.life.folder });
      return textOf([...holders, own]);
    }),
  );
}

/** Gives the folder free again; idempotent. */
export async function releaseMachineConfig({ folder, job, existed }: Claim, shared: Shared): Promise<void> {
  if (!(await isThere(folder))) return;
  if ((await readdir(folder)).some((name) => name.startsWith(CLAIM)))
    await shared.exclusively(folder, (files) =>
      files.change(path.join(folder, CLAIM), (text) =>
        textOf(holdersIn(text).filter(({ life }) => path.basename(life.folder) !== job)),
      ),
    );
  await shared.release(folder);
  // Fails, as it should, when others have put something into it meanwhile.
  if (!existed) await rmdir(folder).catch(() => undefined);
}

function holdersIn(text: string): readonly Holder[] {
  return text.split("\n").flatMap((line) => {
    const { life, since } = Object(parsed(line)) as { life?: unknown; since?: unknown };
    const whole = asLife(life);
    return whole === undefined ? [] : [{ life: whole, since: String(since) }];
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

/** By the folder itself and what is in it; of one that is not there yet by the nearest one above. */
async function requireWritable(folder: string, existed: boolean): Promise<void> {
  try {
    if (!existed) {
      let above = path.dirname(path.resolve(folder));
      while (!(await isThere(above)) && above !== path.dirname(above)) above = path.dirname(above);
      await access(above, constants.W_OK | constants.X_OK);
      return;
    }
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
    for (const { name } of files) await access(path.join(folder, name), constants.R_OK | constants.W_OK);
  } catch (error) {
    unwritable(folder)(error);
  }
}

/** @returns throws what the system said of the folder, or of what is in it or above it, as the user's error */
const unwritable =
  (folder: string) =>
  (error: unknown): never => {
    const { code = "", path: file = folder } = error as NodeJS.ErrnoException;
    throw azFailures.homeUnwritable({ folder, reason: `${file}: ${REASONS[code] ?? code}` }, error);
  };

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is no folder",
  ENOENT: "it is not there",
};

/** What may not be looked at is taken for there: the right to write decides. */
function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== "ENOENT",
  );
}
