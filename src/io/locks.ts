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
 * @param lockfile the lock's own path, in a folder that all of them may write
 * @throws the work's error; `ELOCKED` when the wait was in vain
 */
export async function exclusively<T>(
  lockfile: string,
  { waitMs, staleMs }: Patience,
  work: () => Promise<T>,
): Promise<T> {
  const release = await lock(lockfile, {
    lockfilePath: lockfile,
    realpath: false,
    stale: staleMs,
    update: Math.max(1000, staleMs / 3),
    // A lock that somebody took away is no reason to end the step in the middle of a change.
    onCompromised: () => undefined,
    retries: { retries: Math.ceil(waitMs / POLL_MS), factor: 1, minTimeout: POLL_MS, maxTimeout: POLL_MS },
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}
