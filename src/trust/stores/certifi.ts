import path from "node:path";
import { eachOrFirstFailure } from "../../io/first-failure.ts";
import { addRoots, removeNeeds, WITH_ENTRIES } from "../store/pem-entries.ts";
import { endedOn, type Machine, type RemoveRoots, type TrustStore } from "../store/store.ts";

/**
 * The CA bundles of Pythons, for programs started without the exported variables (containers, other shells). pip's own
 * copy (`pip/_vendor/certifi`) is not changed: pip reads REQUESTS_CA_BUNDLE, and from 24.2 the system's roots.
 *
 * @param files paths of `cacert.pem`, as each Python's certifi reports it
 */
export function certifiStore(name: "az" | "python", files: readonly string[]): TrustStore {
  return {
    name,
    async unavailable({ shared }) {
      for (const file of files) {
        const obstacle = (await shared.obstacle(file)) ?? (await shared.absence(file));
        if (obstacle !== undefined) return obstacle;
      }
      return undefined;
    },
    async add(roots, job, machine, announce) {
      const isEnded = endedOn(machine);
      for (const file of files) {
        await change(
          file,
          (text) => addRoots(removeNeeds(text, isEnded), roots, job, machine.now),
          machine,
          () => announce({ store: name, files: [file], job: job.name }),
        );
      }
    },
    async heal(machine) {
      const isEnded = endedOn(machine);
      for (const file of files) await change(file, (text) => removeNeeds(text, isEnded), machine);
    },
  };
}

export const removeFromCertifi: RemoveRoots = async ({ files, job }, machine) => {
  const isEnded = endedOn(machine, job);
  await eachOrFirstFailure(files, async (file) => {
    await change(file, (text) => removeNeeds(text, isEnded), machine);
    await machine.shared.release(path.dirname(file));
  });
};

async function change(
  file: string,
  made: (text: string) => string,
  { shared }: Machine,
  announce?: () => Promise<void>,
): Promise<void> {
  const options = { ...WITH_ENTRIES, ...(announce === undefined ? {} : { announce }) };
  if (!(await shared.wouldChange(file, made, options))) return;
  await shared.exclusively(path.dirname(file), (files) => files.change(file, made, options));
}

/**
 * Debian and others point certifi at the system's bundle, which is generated from the system store: a root written into
 * it would be lost with the next update, so the root goes into the system store instead.
 */
export function isOwnBundle(certifi: string): boolean {
  return path.basename(certifi) === "cacert.pem";
}
