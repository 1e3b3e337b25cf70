import { Failure, failure } from "./failure.ts";

/** `AZS34x`: files that later steps asked for by path. */
export const fileFailures = {
  notWritten: failure("AZS340", "File cannot be written", ({ file, reason }: { file: string; reason: string }) => ({
    problem: `sample-config cannot be written to ${file}: ${reason}.`,
    fix: "set sample-config to a path that nothing but a plain file of this job stands at, in a folder that the runner's user may write.",
  })),
  runnerUnwritable: failure(
    "AZS341",
    "The runner's disk cannot be written",
    ({ file, reason }: { file: string; reason: string }) => ({
      problem: `the runner cannot write ${file}: ${reason}.`,
      fix: "free space (and inodes) on that volume, or make it writable for the runner's user; the job's files are made in RUNNER_TEMP (Agent.TempDirectory on Azure Pipelines). Then run the job again.",
    }),
  ),
};

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
