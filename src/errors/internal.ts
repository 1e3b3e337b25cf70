import { failure } from "./failure.ts";

/** `AZS9xx`: faults that should not happen. */
export const internalFailures = {
  unexpected: failure("AZS901", "Unexpected error", ({ message }: { message: string }) => ({
    problem: `azs-login met an error that it did not expect: ${message}`,
    fix: "run the job again with debug logging, and report the log (without secrets) as an issue of azs-login.",
  })),
  runnerTooOld: failure("AZS902", "Runner too old", ({ node }: { node: string }) => ({
    problem: `this runner runs actions with Node ${node}; trusting a root for the step's own requests needs Node 24.5.`,
    fix: "update the runner to 2.328.0 or later. On Azure Pipelines, use agent 4.265.1 or later on a system that runs Node 24; if the agent still uses Node 20, set the pipeline variable AGENT_USE_NODE24_WITH_HANDLER_DATA to true.",
  })),
};
