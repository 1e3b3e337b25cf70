import path from "node:path";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, removeJob } from "./blocks.ts";
import type { RemoveRoots, TrustStore } from "./store.ts";

/**
 * CA bundles that Python's certifi brings. az's own serves an az that is started without the exported variables
 * (containers, other shells); a Python's serves its requests, azure-core and pip-installed tools.
 *
 * @param files the bundles, as each Python names its own
 * @param none why there are no files
 */
export function certifiStore(name: "az" | "python", files: readonly string[], none: string): TrustStore {
  return {
    name,
    async unavailable(shared) {
      if (files.length === 0) return none;
      for (const file of files) {
        if (!(await shared.mayChange(path.dirname(file)))) return `${file} may not be changed without a password`;
      }
      return undefined;
    },
    plan: (_roots, job) => ({ store: "certifi", files, job }),
    async add(roots, job, now, shared) {
      for (const file of files) {
        await shared.exclusively(path.dirname(file), () =>
          shared.change(file, (text) => addRoots(text, roots, job, now)),
        );
      }
    },
  };
}

export const removeFromCertifi: RemoveRoots = async ({ files, job }, now, shared) => {
  await eachOrFirstFailure(files, (file) =>
    shared.exclusively(path.dirname(file), () => shared.change(file, (text) => removeJob(text, job, now))),
  );
};
