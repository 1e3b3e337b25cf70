/** Folders of `.cache` that are made once. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { alone } from "./alone.ts";

export const CACHE = path.resolve(".cache");

/**
 * Makes a folder of `.cache` unless it exists and is complete. If another process is making it, waits for that.
 *
 * @param content describes what is made; if it changes, the folder is made again
 */
export async function once(name: string, make: (folder: string) => Promise<void>, content = ""): Promise<void> {
  const folder = path.join(CACHE, name);
  const complete = path.join(folder, "complete");
  const isThere = () => existsSync(complete) && readFileSync(complete, "utf8") === content;
  if (isThere()) return;
  await alone(folder, async () => {
    if (isThere()) return;
    rmSync(folder, { recursive: true, force: true });
    console.error(`Making .cache/${name} …`);
    await make(folder);
    writeFileSync(complete, content);
  });
}
