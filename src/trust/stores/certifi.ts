import path from "node:path";
import { eachOrFirstFailure } from "../../io/first-failure.ts";
import { addRoots, removeNeeds, WITH_ENTRIES } from "../store/pem-entries.ts";
import { endedOn, type Machine, type RemoveRoots, type TrustStore } from "../store/store.ts";

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
 * Debian and others point certifi at the system's bundle. That one is generated from the system store: what is written
 * into it is lost with the next update, so the root goes where it comes from.
 */
export function isOwnBundle(certifi: string): boolean {
  return path.basename(certifi) === "cacert.pem";
}
