import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lock } from "proper-lockfile";
import { afterAll, beforeAll } from "vitest";

/** For suites that write and compare the machine's own trust stores: one at a time, whatever files run side by side. */
export function alone(): void {
  const place = path.join(tmpdir(), "azs-login-tests");
  let release = async () => {};
  beforeAll(async () => {
    mkdirSync(place, { recursive: true });
    release = await lock(place, { retries: { retries: 1200, factor: 1, minTimeout: 500, maxTimeout: 500 } });
  }, 600_000);
  afterAll(() => release());
}
