import path from "node:path";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, removeJob } from "./blocks.ts";
import type { RemoveRoots, TrustStore } from "./store.ts";

/**
 * The CA bundle in az's own Python, for az started without the exported variables (containers, other shells).
 *
 * @param certifi the bundle's path, as that Python names it
 */
export function azStore(certifi: string | undefined): TrustStore {
  const files = certifi === undefined ? [] : [certifi];
  return {
    name: "az",
    async unavailable(shared) {
      if (certifi === undefined) return "the Python of this az is not known";
      return (await shared.mayChange(path.dirname(certifi)))
        ? undefined
        : `${certifi} may not be changed without a password`;
    },
    plan: (_roots, job) => ({ store: "az", files, job }),
    async add(roots, job, now, shared) {
      for (const file of files) {
        await shared.exclusively(path.dirname(file), () =>
          shared.change(file, (text) => addRoots(text, roots, job, now)),
        );
      }
    },
  };
}

export const removeFromAz: RemoveRoots = async ({ files, job }, now, shared) => {
  await eachOrFirstFailure(files, (file) =>
    shared.exclusively(path.dirname(file), () => shared.change(file, (text) => removeJob(text, job, now))),
  );
};
