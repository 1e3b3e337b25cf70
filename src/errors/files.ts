import { failure } from "./failure.ts";

/** `AZS34x`: files that later steps asked for by path. */
export const fileFailures = {
  notWritten: failure("AZS340", "File cannot be written", ({ file, reason }: { file: string; reason: string }) => ({
    problem: `sample-config cannot be written to ${file}: ${reason}.`,
    fix: "set sample-config to a path that nothing but a plain file of this job stands at, in a folder that the runner's user may write.",
  })),
};
