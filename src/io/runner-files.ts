import { Failure } from "../errors/failure.ts";
import { fileFailures } from "../errors/files.ts";

/** What Linux, macOS and Windows say of a disk, in plain words (errno(3)). */
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: "no space, or no inode, is left on the device",
  EDQUOT: "the user's disk quota is used up",
  EROFS: "the file system is read-only",
  EIO: "the device reports an error",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};
/** They say something of the runner only where the path is the runner's. */
const PLACE: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of the path is no folder",
};

/**
 * The error for a file that the runner could not write.
 *
 * @param error whatever was caught
 * @param folder the runner's temporary folder
 * @returns the error itself when it is about something else
 */
export function ofRunner(error: unknown, folder: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const { code = "", path } = error as NodeJS.ErrnoException;
  const reason = DISK[code] ?? (path?.startsWith(folder) ? PLACE[code] : undefined);
  return reason === undefined ? error : fileFailures.runnerUnwritable({ file: path ?? folder, reason }, error);
}
