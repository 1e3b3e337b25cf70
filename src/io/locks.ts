import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { callbackify } from "node:util";
import { lock } from "proper-lockfile";

/** How long to wait for others, and after how long without a sign of life they are taken for dead. */
export interface Patience {
  readonly waitMs: number;
  readonly staleMs: number;
}

/**
 * Makes, renews and removes the folder that is the lock, and in it a file named as its holder; where this user may not,
 * somebody does it with `sudo`.
 */
export interface LockKeeper {
  /** Throws `EEXIST` when something is there. */
  make(folder: string, holder: string): Promise<void>;
  /** Throws `ENOENT` when it is gone, and makes nothing then. */
  renew(folder: string, time: Date): Promise<void>;
  /** Removes a lock of the holder's own; leaves one that has become another's. */
  release(folder: string, holder: string): Promise<void>;
  /** Removes whatever is there: nobody has renewed it for long. */
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
 * Does work that no other process of this machine may do at the same time. A lock is renewed while the work goes on;
 * one that is not belongs to a process that was killed, or to one that was paused and must find out: hence `isHeld`.
 *
 * @param lockfile the lock's own path, in a folder that all of them may write and nobody removes
 * @param work asks before each change whether the lock is still its own
 * @param holder a name that nobody else has, by which a lock that was left is known again
 * @throws the work's error; `ELOCKED` when the wait was in vain; at once what else keeps the lock from being taken
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
    // Two that find the same lock dead may both remove it, and one of them the other's new one.
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

/** Removes a lock of this holder, none of whose processes is at work, or of anybody who is taken for dead. */
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
  /** Whether no other process takes the same lock for its own. */
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
    // Before it has a lock, the library removes that of somebody dead.
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
    // By itself the library ends the process, in the middle of a change. Whether the lock is held is asked for.
    onCompromised: () => undefined,
  };
  const free = await locked(lockfile, options, until);
  return {
    isHeld: async () => existsSync(path.join(lockfile, holder)),
    isAlone: async () => (await readdir(lockfile).catch(() => [])).join() === holder,
    async release() {
      // A renewal that comes after the removal would find nothing to renew.
      await renewing;
      // Fails where another process has it by now.
      await free().catch(() => undefined);
    },
  };
}

/** By itself the library tries again whatever the error is. */
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

/** It is held, or another process has just removed it. */
function isContended({ code }: NodeJS.ErrnoException, lockfile: string): boolean {
  return code === "ELOCKED" || code === "EEXIST" || (code === "ENOENT" && existsSync(path.dirname(lockfile)));
}
