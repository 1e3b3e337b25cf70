import { failure } from "./failure.ts";

/** `AZS9xx`: what should not happen. */
export const internalFailures = {
  unexpected: failure("AZS901", "Unexpected error", ({ message }: { message: string }) => ({
    problem: `something went wrong that azs-login did not expect: ${message}`,
    fix: "run the job again with debug logging, and report the log (without secrets) as an issue of azs-login.",
  })),
};
