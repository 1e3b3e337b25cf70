/** What is made below `.cache`, by one process at a time. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { lock } from "proper-lockfile";

/**
 * Does work that nobody else does meanwhile: CI and `npm test` may both want the same folder. Waits for whoever is at
 * it, half an hour at most; the work then sees whether there is anything left to do.
 *
 * @param folder that is made, which need not be there
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
