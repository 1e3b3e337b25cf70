import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { afterAll, beforeAll } from "vitest";
import { type Snapshot, snapshot } from "./snapshot.ts";

/** Debian's: the roots that an administrator adds, and what `update-ca-certificates` makes of them. */
export const ANCHORS = "/usr/local/share/ca-certificates";
export const CERTIFICATES = "/etc/ssl/certs";
const LOCK = path.join(ANCHORS, "azs-login.lock");
const LONGEST_HEALING_MS = 10_000;

/**
 * The machine's own trust stores, and other places, as they are. Jobs of tests that run at the same time remove what dead
 * jobs left in the stores, under the stores' lock: the snapshot waits until such a job has released it. A lock that
 * nobody releases is in the snapshot.
 */
export async function snapshotWithStores(...places: readonly string[]): Promise<Snapshot> {
  const until = performance.now() + LONGEST_HEALING_MS;
  for (;;) {
    const taken = snapshot(...places, CERTIFICATES, ANCHORS);
    // A job may have taken the lock while the files were read.
    if (!(LOCK in taken || existsSync(LOCK)) || performance.now() > until) return taken;
    await sleep(50);
  }
}

/**
 * For suites that change and compare the machine's own trust stores: only one of them runs at a time, even if test
 * files run in parallel.
 */
export function alone(): void {
  const place = path.join(tmpdir(), "azs-login-tests");
  let release = async () => {};
  beforeAll(async () => {
    mkdirSync(place, { recursive: true });
    release = await lock(place, { retries: { retries: 1200, factor: 1, minTimeout: 500, maxTimeout: 500 } });
  }, 600_000);
  afterAll(() => release());
}
