import { failure } from "./failure.ts";

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
