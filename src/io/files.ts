import { constants } from "node:fs";
import { chmod, type FileHandle, mkdir, open, stat } from "node:fs/promises";
import path from "node:path";
import { fileFailures } from "../errors/files.ts";

/** Makes a folder that only this user can enter. Throws if the path exists already, even as a symbolic link. */
export async function createPrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
}

/** Writes a new 0600 file. Throws if the path exists already, even as a symbolic link. */
export async function createPrivateFile(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

/** Makes a folder that all users can enter and only this one can write to, whatever the umask. Throws likewise. */
export async function createPublicFolder(folder: string): Promise<void> {
  await createPrivateFolder(folder);
  await chmod(folder, 0o755);
}

/** Writes a new file that all users can read, whatever the umask. Throws likewise. */
export async function createPublicFile(file: string, content: string | Uint8Array): Promise<void> {
  await createPrivateFile(file, content);
  await chmod(file, 0o644);
}

/**
 * Makes a folder and its missing parents. Node's own `recursive` never returns if the system cannot create a folder in
 * an existing one, such as in /proc.
 *
 * @throws the system's error if a folder cannot be made, or if the path exists but is no folder
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
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  }
}

async function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Missing on Windows, which has no named pipes or devices as files. */
const { O_NONBLOCK = 0 } = constants;

/** Opens a file without blocking, even if it is a pipe or a device. */
function openAtOnce(file: string): Promise<FileHandle> {
  return open(file, constants.O_RDONLY | O_NONBLOCK);
}

/** The first bytes of a plain file; undefined if it is no plain file or cannot be read. */
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
 * Reads a file that somebody else chose. Refuses a pipe or a device, since reading it may never end, or never begin.
 *
 * @param name how an error names the file, if the path alone does not say enough
 * @returns the whole content
 * @throws Failure `AZS341` if it is no plain file, `AZS342` if it is longer than `most` bytes; the system's error, with
 *   its code, if it cannot be read, and `EISDIR` for a folder
 */
export async function readBounded(file: string, most: number, name = file): Promise<Buffer> {
  const handle = await openAtOnce(file);
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw Object.assign(new Error(`${file} is a folder`), { code: "EISDIR" });
    if (!status.isFile()) throw fileFailures.notPlain({ file: name });
    // Reads to the end whatever the size says: files in /proc have none, and a file may grow.
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
