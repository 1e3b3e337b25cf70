import { failure } from "./failure.ts";
import { onCi } from "./on-ci.ts";

/** `AZS34x`: files that inputs name by their path. */
export const fileFailures = {
  notWritten: failure("AZS340", "File cannot be written", ({ file, reason }: { file: string; reason: string }) => ({
    problem: `sample-config cannot be written to ${file}: ${reason}.`,
    fix: "set sample-config to a path where there is nothing or only a plain file of this job, in a folder that the runner's user may write.",
  })),
  notPlain: failure("AZS341", "Not a plain file", ({ file }: { file: string }) => ({
    problem: `${file} is a pipe, a device or a socket, and reading it might never end.`,
    fix: "write its content to a file, and pass the path of that file.",
  })),
  tooLarge: failure("AZS342", "File is too large", ({ file, most }: { file: string; most: string }) => ({
    problem: `${file} is larger than ${most}. Files with certificates are smaller.`,
    fix: "check that the path is that of the certificate, not of another file such as an archive or an image.",
  })),
  notPrivate: failure(
    "AZS345",
    "File cannot be kept private",
    ({ place, reason }: { place: string; reason: string }) => ({
      problem: `access to ${place}, where the job's credentials would be, cannot be restricted to the runner's user: ${reason}.`,
      fix: "set RUNNER_TEMP (the runner's _work folder), and sample-config, to folders on an NTFS volume that the runner's user owns.",
    }),
  ),
  commandFile: failure(
    "AZS344",
    "The runner's command files cannot be written",
    ({ file, reason }: { file: string; reason: string }) => ({
      problem: `the step cannot write its outputs, variables and state for the runner to ${file}: ${reason}.`,
      fix: "run the container as a user that may write the runner's _temp folder: `options: --user 1001` (the ID of the runner's user) or root; on a runner of your own, give that folder back to the runner's user (chown -R), and check that the disk is not full.",
    }),
  ),
  runnerUnwritable: failure(
    "AZS343",
    "The runner's disk cannot be written",
    ({ file, reason, ci }: { file: string; reason: string; ci: string }) => ({
      problem: `the runner cannot write ${file}: ${reason}.`,
      fix: `free space (and inodes) on that volume, or make it writable for the job's user; then run the job again. The job's files are in ${onCi(
        ci,
        {
          github: "RUNNER_TEMP",
          pipelines:
            "Agent.TempDirectory, the folder _temp in the agent's work folder, which a container must not mount read-only (mountReadOnly: work)",
        },
      )}.`,
    }),
  ),
};
