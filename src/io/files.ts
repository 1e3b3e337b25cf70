import { constants } from "node:fs";
import { chmod, type FileHandle, mkdir, open, stat } from "node:fs/promises";
import path from "node:path";
import { fileFailures } from "../errors/files.ts";

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

/** Makes a folder that every user can enter and only this one can write to, whatever the umask. Throws as the private one. */
export async function createPublicFolder(folder: string): Promise<void> {
  await createPrivateFolder(folder);
  await chmod(folder, 0o755);
}

/** Writes a new file that every user can read, whatever the umask. Throws as the private one. */
export async function createPublicFile(file: string, content: string | Uint8Array): Promise<void> {
  await createPrivateFile(file, content);
  await chmod(file, 0o644);
}

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never returns where the system cannot make a
 * folder below one that is there, such as in /proc.
 *
 * @throws the system's error when one cannot be made, or when something else than a folder has the name
 */
export async function makeFolders(folder: string, mode = 0o777): Promise<void> {
  const make = () => mkdir(folder, { mode });
  try {
    await make().catch(async (error: NodeJS.ErrnoException) => {
      const parent = path.dirname(folder);
      if (error.code !== "ENOENT" || parent === folder) throw error;
      await makeFolders(parent, mode);
      await make();
    });
  } catch (error) {
    // Another process may have been quicker.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Absent on Windows, which has no such files either. */
const { O_NONBLOCK = 0 } = constants;

/** Opens a file that may be a pipe or a device without waiting for who is at its other end. */
function openAtOnce(file: string): Promise<FileHandle> {
  return open(file, constants.O_RDONLY | O_NONBLOCK);
}

/** The first bytes of a plain file; undefined when it is none, or cannot be read. */
export async function readHead(file: string, bytes: number): Promise<Buffer | undefined> {
  const handle = await openAtOnce(file).catch(() => undefined);
  try {
    if (handle === undefined || !(await handle.stat()).isFile()) return undefined;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle?.close();
  }
}

/**
 * Reads a file that somebody else chose. A pipe or a device is refused, since it may never end, or never begin.
 *
 * @param name how an error names the file, where the path alone does not say enough
 * @returns all of it
 * @throws Failure `AZS341` when it is no plain file, `AZS342` when it is longer than `most` bytes; the system's error, with
 *   its code, when it cannot be read, and `EISDIR` for a folder
 */
export async function readBounded(file: string, most: number, name = file): Promise<Buffer> {
  const handle = await openAtOnce(file);
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: "EISDIR" });
    if (!status.isFile()) throw fileFailures.notPlain({ file: name });
    // Not by its size: what /proc holds has none, and a file may grow.
    const content = Buffer.allocUnsafe(Math.min(most, Math.max(status.size, 65_536)) + 1);
    const pieces: Buffer[] = [];
    for (let left = most + 1; left > 0; ) {
      const { bytesRead } = await handle.read(content, 0, Math.min(left, content.length), null);
      if (bytesRead === 0) return Buffer.concat(pieces);
      pieces.push(Buffer.from(content.subarray(0, bytesRead)));
      left -= bytesRead;
    }
  } finally {
    await handle.close();
  }
  throw fileFailures.tooLarge({ file: name, most: `${most / 1_000_000} MB` });
}
