import { Failure } from "../errors/failure.ts";
import { DISK_REASONS, PATH_REASONS } from "../errors/file-codes.ts";
import { fileFailures } from "../errors/files.ts";
import type { Host } from "../host/host.ts";

/**
 * The error for a file that the runner could not write.
 *
 * @param error whatever was caught
 * @returns the error itself if it is about something else
 */
export function ofRunner(
  error: unknown,
  { ci, temporaryFolder: folder }: Pick<Host, "ci" | "temporaryFolder">,
): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const { code = "", path } = error as NodeJS.ErrnoException;
  // An error about a path concerns the runner only if the path is in the runner's folder.
  const reason = DISK_REASONS[code] ?? (path?.startsWith(folder) ? PATH_REASONS[code] : undefined);
  return reason === undefined ? error : fileFailures.runnerUnwritable({ file: path ?? folder, reason, ci }, error);
}
