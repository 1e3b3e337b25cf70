import { mkdir, open } from "node:fs/promises";

/** Makes a folder that only this user can enter. Throws when anything, a symbolic link too, has that name already. */
export async function createPrivateFolder(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 });
}

/** Writes a new 0600 file. Throws when anything, a symbolic link too, has that name already. */
export async function createPrivateFile(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}
