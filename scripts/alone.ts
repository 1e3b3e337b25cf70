/** Lets only one process at a time build a folder of `.cache`. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { lock } from "proper-lockfile";

/**
 * Does work while no other process does it. CI and `npm test` may both need the same folder. Waits up to half an hour
 * for the other process; the work must then check whether anything is left to do.
 *
 * @param folder that the work builds; it need not exist
 */
export async function alone(folder: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(path.dirname(folder), { recursive: true });
  const release = await lock(folder, { realpath: false, retries: { retries: 1800, factor: 1, minTimeout: 1000 } });
  try {
    await work();
  } finally {
    await release();
  }
}
