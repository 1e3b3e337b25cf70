import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Root } from "../certificates/roots.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { eachOrFirstFailure } from "../io/waiting.ts";
import { addRoots, certificateBlocks, holds, removeJob } from "./blocks.ts";
import { type RemoveRoots, type StoredRoots, shortName, type TrustStore } from "./store.ts";

/** A system whose roots come from files in a folder, of which a program makes one bundle. */
export interface Distribution {
  readonly store: StoredRoots["store"];
  /** Where an administrator puts roots, one file each. */
  readonly anchors: string;
  /** What is made of them. */
  readonly bundle: string;
  /** Ending of an anchor's name. */
  readonly ending: string;
  /** Brings new anchors into the bundle. */
  publish(anchors: readonly string[], shared: SharedFiles): Promise<void>;
  /** Takes what anchors held out of the bundle; the anchors are gone. */
  withdraw(anchors: readonly string[], certificates: readonly string[], shared: SharedFiles): Promise<void>;
  /** Clears what a killed step may have left half-done. */
  tidy(shared: SharedFiles): Promise<void>;
}

export function anchoredStore(system: Distribution): TrustStore {
  const { anchors, bundle } = system;
  const anchorOf = (root: Root) => path.posix.join(anchors, `${shortName(root)}${system.ending}`);
  return {
    name: "system",
    async unavailable(shared) {
      return (await shared.mayChange(anchors)) ? undefined : `${anchors} may not be changed without a password`;
    },
    plan: (roots, job) => ({ store: system.store, files: roots.map(anchorOf), job }),
    add: (roots, job, now, shared) =>
      shared.exclusively(anchors, async () => {
        const before = await readFile(bundle, "utf8");
        for (const root of roots) {
          const file = anchorOf(root);
          // A root that the machine trusts by itself stays the machine's; one of another job gets a second need.
          if (holds(before, root) && !(await isThere(file))) continue;
          await shared.change(file, (text) => addRoots(text, [root], job, now));
        }
        const lacking = roots.filter((root) => !holds(before, root));
        if (lacking.length > 0) await system.publish(lacking.map(anchorOf), shared);
      }),
  };
}

export function removeAnchors(system: Distribution): RemoveRoots {
  return ({ files, job }, now, shared) =>
    shared.exclusively(system.anchors, async () => {
      const gone: string[] = [];
      const certificates: string[] = [];
      await system.tidy(shared);
      try {
        await eachOrFirstFailure(files, async (file) => {
          const text = await readFile(file, "utf8").catch(() => "");
          await shared.change(file, (anchor) => removeJob(anchor, job, now));
          if (text === "" || (await isThere(file))) return;
          gone.push(file);
          certificates.push(...certificateBlocks(text));
        });
      } finally {
        if (gone.length > 0) await system.withdraw(gone, certificates, shared);
      }
    });
}

function isThere(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
