import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** How long to wait for others, and after how long without a sign of life they are taken for dead. */
export interface Patience {
  readonly waitMs: number;
  readonly staleMs: number;
}

const POLL_MS = 250;

/**
 * Does work that no other process of this machine may do at the same time. A lock is renewed while the work goes on;
 * one that is not belongs to a process that was killed.
 *
 * @param lockfile the lock's own path, in a folder that all of them may write and nobody removes
 * @throws the work's error; `ELOCKED` when the wait was in vain; at once what else keeps the lock from being taken
 */
export async function exclusively<T>(
  lockfile: string,
  { waitMs, staleMs }: Patience,
  work: () => Promise<T>,
): Promise<T> {
  const release = await take(lockfile, staleMs, performance.now() + waitMs);
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}

/** By itself the library tries again whatever the error is. */
async function take(lockfile: string, stale: number, until: number): Promise<() => Promise<void>> {
  for (;;) {
    try {
      // A lock that somebody took away is no reason to end the step in the middle of a change.
      const options = {
        lockfilePath: lockfile,
        realpath: false,
        stale,
        update: stale / 3,
        onCompromised: () => undefined,
      };
      return await lock(lockfile, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED" || performance.now() > until) throw error;
    }
    await sleep(POLL_MS);
  }
}
