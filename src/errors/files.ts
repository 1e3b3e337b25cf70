import { failure } from "./failure.ts";
import { onCi } from "./on-ci.ts";

/** `AZS34x`: files that inputs name by their path. */
export const fileFailures = {
  notWritten: failure("AZS340", "File cannot be written", ({ file, reason }: { file: string; reason: string }) => ({
    problem: `sample-config cannot be written to ${file}: ${reason}.`,
    fix: "set sample-config to a path that nothing but a plain file of this job stands at, in a folder that the runner's user may write.",
  })),
  notPlain: failure("AZS341", "Not a plain file", ({ file }: { file: string }) => ({
    problem: `${file} is a pipe, a device or a socket: nobody knows whether it ends.`,
    fix: "write what it gives to a file, and pass the path of that.",
  })),
  tooLarge: failure("AZS342", "File is too large", ({ file, most }: { file: string; most: string }) => ({
    problem: `${file} is larger than ${most}, which no certificates are.`,
    fix: "check that the path leads to the file with the certificate and not to another, an archive or an image say.",
  })),
  notPrivate: failure(
    "AZS345",
    "File cannot be kept private",
    ({ place, reason }: { place: string; reason: string }) => ({
      problem: `who may read ${place} cannot be restricted to the runner's user, and the job's credentials would be there: ${reason}.`,
      fix: "set RUNNER_TEMP (the runner's _work folder), and sample-config, to folders on an NTFS volume that the runner's user owns.",
    }),
  ),
  commandFile: failure(
    "AZS344",
    "The runner's command files cannot be written",
    ({ file, reason }: { file: string; reason: string }) => ({
      problem: `what the step has to tell the runner (outputs, variables, state) cannot be written to ${file}: ${reason}.`,
      fix: "run the container as a user that may write the runner's _temp folder: `options: --user 1001` (the ID of the runner's user) or root; on a runner of your own, give its user that folder back (chown -R), and see that its disk is not full.",
    }),
  ),
  runnerUnwritable: failure(
    "AZS343",
    "The runner's disk cannot be written",
    ({ file, reason, ci }: { file: string; reason: string; ci: string }) => ({
      problem: `the runner cannot write ${file}: ${reason}.`,
      fix: `free space (and inodes) on that volume, or make it writable for the job's user; then run the job again. The job's files are made in ${onCi(
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
