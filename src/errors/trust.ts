import { failure } from "./failure.ts";

/** `AZS33x`: trust stores. */
export const trustFailures = {
  storeUnavailable: failure(
    "AZS330",
    "Trust store cannot be written",
    ({ store, reason }: { store: string; reason: string }) => ({
      problem: `the trust store ${store} cannot be written: ${reason}.`,
      fix: `run the job as root or with a sudo that asks for no password, or leave ${store} out of trust-stores: the store bundle serves az, Python, Node, curl and git without it.`,
    }),
  ),
};
