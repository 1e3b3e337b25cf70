import path from "node:path";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, removeJob } from "./blocks.ts";
import type { RemoveRoots, TrustStore } from "./store.ts";

/**
 * The CA bundles in Pythons, for programs started without the exported variables (containers, other shells). What pip
 * carries of its own (`pip/_vendor/certifi`) stays as it is: pip reads REQUESTS_CA_BUNDLE, and from 24.2 the system's
 * roots.
 *
 * @param files paths of `cacert.pem`, as each Python names its own
 */
export function certifiStore(name: "az" | "python", files: readonly string[]): TrustStore {
  return {
    name,
    async unavailable({ shared }) {
      for (const file of files) {
        if (!(await shared.mayChange(path.dirname(file)))) return `${file} may not be changed without a password`;
      }
      return undefined;
    },
    plan: (_roots, job) => ({ store: name, files, job }),
    async add(roots, job, now, { shared }) {
      for (const file of files) {
        await shared.exclusively(path.dirname(file), () =>
          shared.change(file, (text) => addRoots(text, roots, job, now)),
        );
      }
    },
  };
}

export const removeFromCertifi: RemoveRoots = async ({ files, job }, now, { shared }) => {
  await eachOrFirstFailure(files, (file) =>
    shared.exclusively(path.dirname(file), () => shared.change(file, (text) => removeJob(text, job, now))),
  );
};

/**
 * Debian and others point certifi at the system's bundle. That one is generated from the system store: what is written
 * into it is lost with the next update, so the root goes where it comes from.
 */
export function isOwnBundle(certifi: string): boolean {
  return path.basename(certifi) === "cacert.pem";
}
