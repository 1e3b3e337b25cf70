/** Folders of `.cache`, each made once. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { alone } from "./alone.ts";

export const CACHE = path.resolve(".cache");

/**
 * Makes a folder of `.cache` unless it is there, whole. One that another process makes is waited for.
 *
 * @param content of what is made: another one makes it again
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
