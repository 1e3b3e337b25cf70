import { rmdirSync, statSync } from "node:fs";
import { mkdir, rmdir, stat, utimes } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { callbackify } from "node:util";
import { lock } from "proper-lockfile";

/** How long to wait for others, and after how long without a sign of life they are taken for dead. */
export interface Patience {
  readonly waitMs: number;
  readonly staleMs: number;
}

/** Makes, renews and removes the folder that is the lock; where this user may not, somebody does it with `sudo`. */
export interface LockKeeper {
  /** Throws `EEXIST` when it is there. */
  mkdir(folder: string): Promise<unknown>;
  utimes(folder: string, accessed: Date, modified: Date): Promise<void>;
  rmdir(folder: string): Promise<void>;
}

const POLL_MS = 250;
const BY_THIS_USER: LockKeeper = { mkdir, utimes, rmdir };

/**
 * Does work that no other process of this machine may do at the same time. A lock is renewed while the work goes on;
 * one that is not belongs to a process that was killed, or to one that was paused and must find out: hence `isHeld`.
 *
 * @param lockfile the lock's own path, in a folder that all of them may write and nobody removes
 * @param work asks before each change whether the lock is still its own
 * @throws the work's error; `ELOCKED` when the wait was in vain; at once what else keeps the lock from being taken
 */
export async function exclusively<T>(
  lockfile: string,
  { waitMs, staleMs }: Patience,
  work: (isHeld: () => Promise<boolean>) => Promise<T>,
  keeper: LockKeeper = BY_THIS_USER,
): Promise<T> {
  let lost = false;
  let renewed: readonly number[] = [];
  // Who took the lock over renewed it another time; some file systems keep whole seconds only.
  const isOurs = ({ mtimeMs }: { readonly mtimeMs: number }) =>
    !lost && renewed.some((time) => Math.abs(mtimeMs - time) < 1000);
  // The library looks at its lock in a timer, which after a pause comes later than the work goes on.
  const isHeld = () => stat(lockfile).then(isOurs, () => false);
  const fs = {
    stat: callbackify(stat),
    mkdir: callbackify(keeper.mkdir),
    rmdir: callbackify(keeper.rmdir),
    utimes: callbackify(async (folder: string, accessed: Date, modified: Date) => {
      // While it is renewed, which takes `sudo` a moment, it has this time already or the last one still.
      renewed = [...renewed.slice(-1), modified.getTime()];
      await keeper.utimes(folder, accessed, modified);
    }),
    // When a signal ends the process; the library catches what it throws.
    rmdirSync: (folder: string) => isOurs(statSync(folder)) && rmdirSync(folder),
  };
  const options = {
    fs,
    lockfilePath: lockfile,
    realpath: false,
    stale: staleMs,
    update: staleMs / 3,
    // By itself the library ends the process, in the middle of a change.
    onCompromised: () => {
      lost = true;
    },
  };
  const release = await take(lockfile, options, performance.now() + waitMs);
  try {
    return await work(isHeld);
  } finally {
    // Another process may have it by now.
    if (await isHeld()) await release().catch(() => undefined);
  }
}

/** By itself the library tries again whatever the error is. */
async function take(lockfile: string, options: object, until: number): Promise<() => Promise<void>> {
  for (;;) {
    try {
      return await lock(lockfile, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED" || performance.now() > until) throw error;
    }
    await sleep(POLL_MS);
  }
}
