import { mkdir, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Makes a folder that only this user can enter. Throws when anything, a symbolic link too, has that name already. */
export async function createPrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
}

/** Writes a new 0600 file. Throws when anything, a symbolic link too, has that name already. */
export async function createPrivateFile(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

/** Works in a folder of its own below the machine's temporary one, 0700; it goes when the work is done. */
export async function withPrivateFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "azs-login-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
