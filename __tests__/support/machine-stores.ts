import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lock } from "proper-lockfile";
import { afterAll, beforeAll } from "vitest";

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
