import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { callbackify } from "node:util";
import { lock } from "proper-lockfile";

/** How long to wait for a lock, and after how long without renewal its holder counts as dead. */
export interface Patience {
  readonly waitMs: number;
  readonly staleMs: number;
}

/**
 * Makes, renews and removes a lock: a folder with a file in it that is named after the holder. If this user may not do
 * that, another implementation does it with `sudo`.
 */
export interface LockKeeper {
  /** Throws `EEXIST` if the path exists. */
  make(folder: string, holder: string): Promise<void>;
  /** Throws `ENOENT` if the lock is gone, and does not create it. */
  renew(folder: string, time: Date): Promise<void>;
  /** Removes the lock if it still is the holder's; leaves another holder's lock. */
  release(folder: string, holder: string): Promise<void>;
  /** Removes a lock that nobody has renewed for long, whoever's it is. */
  clear(folder: string): Promise<void>;
}

const POLL_MS = 250;
export const BY_THIS_USER: LockKeeper = {
  async make(folder, holder) {
    await mkdir(folder);
    await writeFile(path.join(folder, holder), "", { flag: "wx" });
  },
  renew: (folder, time) => utimes(folder, time, time),
  async release(folder, holder) {
    await rm(path.join(folder, holder), { force: true });
    await rmdir(folder);
  },
  clear: (folder) => rm(folder, { recursive: true, force: true }),
};

/**
 * Does work that no other process of this machine may do at the same time. The lock is renewed while the work goes on.
 * A lock that is not renewed belongs to a process that was killed, or to one that was paused, which must then find out
 * that it has lost the lock: hence `isHeld`.
 *
 * @param lockfile the lock's own path, in a folder that all processes may write and nobody removes
 * @param work calls `isHeld` before each change
 * @param holder a unique name, by which a lock that was left behind can be recognized
 * @throws the work's error; `ELOCKED` after waiting in vain; immediately any other error that prevents locking
 */
export async function exclusively<T>(
  lockfile: string,
  { waitMs, staleMs }: Patience,
  work: (isHeld: () => Promise<boolean>) => Promise<T>,
  keeper: LockKeeper = BY_THIS_USER,
  holder: string = randomUUID(),
): Promise<T> {
  const until = performance.now() + waitMs;
  for (;;) {
    const held = await take(lockfile, holder, staleMs, until, keeper);
    // If two processes find the same lock dead, the second may remove the new lock of the first.
    if (!(await held.isAlone())) {
      await held.release();
      await sleep(POLL_MS);
      continue;
    }
    try {
      return await work(held.isHeld);
    } finally {
      await held.release();
    }
  }
}

/** Removes a lock of this holder, none of whose processes is running, or of a holder that counts as dead. */
export async function clearLeft(
  lockfile: string,
  staleMs: number,
  keeper: LockKeeper = BY_THIS_USER,
  holder = "",
): Promise<void> {
  const status = await stat(lockfile).catch(() => undefined);
  if (status === undefined) return;
  const isOwn = holder !== "" && existsSync(path.join(lockfile, holder));
  if (isOwn || Date.now() - status.mtimeMs > staleMs) await keeper.clear(lockfile);
}

interface HeldLock {
  isHeld(): Promise<boolean>;
  /** Whether no other process believes that it holds the same lock. */
  isAlone(): Promise<boolean>;
  release(): Promise<void>;
}

async function take(
  lockfile: string,
  holder: string,
  staleMs: number,
  until: number,
  keeper: LockKeeper,
): Promise<HeldLock> {
  let isMade = false;
  let renewing: Promise<unknown> = Promise.resolve();
  const fs = {
    stat: callbackify(stat),
    mkdir: callbackify(async (folder: string) => {
      await keeper.make(folder, holder);
      isMade = true;
    }),
    // Before the library has made the lock, it removes only the lock of a dead holder.
    rmdir: callbackify((folder: string) => (isMade ? keeper.release(folder, holder) : keeper.clear(folder))),
    utimes: callbackify((folder: string, _: Date, modified: Date) => {
      const renewed = keeper.renew(folder, modified);
      renewing = renewed.catch(() => undefined);
      return renewed;
    }),
  };
  const options = {
    fs,
    lockfilePath: lockfile,
    realpath: false,
    stale: staleMs,
    update: staleMs / 3,
    // By default the library ends the process, even in the middle of a change; the work calls `isHeld` instead.
    onCompromised: () => undefined,
  };
  const free = await locked(lockfile, options, until);
  return {
    isHeld: async () => existsSync(path.join(lockfile, holder)),
    isAlone: async () => (await readdir(lockfile).catch(() => [])).join() === holder,
    async release() {
      // A renewal after the removal would find nothing to renew.
      await renewing;
      // Fails if another process has taken the lock.
      await free().catch(() => undefined);
    },
  };
}

/** Retries only if the lock is taken; the library's own retries ignore what the error is. */
async function locked(lockfile: string, options: object, until: number): Promise<() => Promise<void>> {
  for (;;) {
    try {
      return await lock(lockfile, options);
    } catch (error) {
      if (!isContended(error as NodeJS.ErrnoException, lockfile) || performance.now() > until) throw error;
    }
    await sleep(POLL_MS);
  }
}

/** Whether the lock is held, or another process has just removed it. */
function isContended({ code }: NodeJS.ErrnoException, lockfile: string): boolean {
  return code === "ELOCKED" || code === "EEXIST" || (code === "ENOENT" && existsSync(path.dirname(lockfile)));
}
