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
 * @param work may ask whether it still has the lock: a machine that was paused finds that another process has taken it
 * @throws the work's error; `ELOCKED` when the wait was in vain; at once what else keeps the lock from being taken
 */
export async function exclusively<T>(
  lockfile: string,
  { waitMs, staleMs }: Patience,
  work: (isHeld: () => boolean) => Promise<T>,
): Promise<T> {
  let held = true;
  const lost = () => {
    held = false;
  };
  const release = await take(lockfile, staleMs, performance.now() + waitMs, lost);
  try {
    return await work(() => held);
  } finally {
    await release().catch(() => undefined);
  }
}

/** By itself the library tries again whatever the error is. */
async function take(lockfile: string, stale: number, until: number, lost: () => void): Promise<() => Promise<void>> {
  for (;;) {
    try {
      // By itself the library ends the process, in the middle of a change.
      const options = {
        lockfilePath: lockfile,
        realpath: false,
        stale,
        update: stale / 3,
        onCompromised: lost,
      };
      return await lock(lockfile, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED" || performance.now() > until) throw error;
    }
    await sleep(POLL_MS);
  }
}
