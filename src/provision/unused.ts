import { statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { marker, NAME, removeUnless } from "./unfinished-installation.ts";

const LONGEST_UNUSED_MS = 30 * 24 * 60 * 60_000;

/**
 * Removes from the tool cache the installations that no job has used for 30 days: those of earlier versions of
 * azs-login, of other versions of az, or of a tool cache that was moved.
 *
 * @throws Error if one cannot be removed
 */
export async function removeUnused(toolCache: string | undefined, now: Date): Promise<void> {
  if (toolCache === undefined) return;
  const parent = path.join(toolCache, NAME);
  for (const name of await readdir(parent).catch(() => [])) {
    if (!/^[\d.]+-[0-9a-f]{8}$/.test(name)) continue;
    for (const file of await readdir(path.join(parent, name))) {
      const folder = path.join(parent, name, file.replace(/\.complete$/, ""));
      if (file.endsWith(".complete") && isUnused(folder, now)) {
        await removeUnless(folder, toolCache, () => !isUnused(folder, now));
      }
    }
  }
}

/** Judged by the modification time of its marker, which each job updates (`markUsed`). */
function isUnused(folder: string, now: Date): boolean {
  const used = statSync(marker(folder), { throwIfNoEntry: false })?.mtimeMs;
  return used !== undefined && now.getTime() - used > LONGEST_UNUSED_MS;
}
