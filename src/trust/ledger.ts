import path from "node:path";
import type { Root } from "../certificates/roots.ts";
import type { SharedFiles } from "../io/shared-files.ts";
import { addRoots, certificateBlocks, holds, removeJob } from "./blocks.ts";

/**
 * A store that only a program of its own can change. Which job needs which root stands in a ledger, a text of PEM
 * certificates like any other that azs-login writes (blocks.ts).
 */
export interface Keeper {
  /** The ledger's path; nobody but azs-login has a file there. */
  readonly ledger: string;
  /** Which of the roots the store holds, whoever put them there. */
  held(roots: readonly Root[], shared: SharedFiles): Promise<readonly Root[]>;
  put(roots: readonly Root[], shared: SharedFiles): Promise<void>;
  /** Takes out certificates, given as PEM. One that is not there is no failure. @param last no job needs any more */
  take(certificates: readonly string[], last: boolean, shared: SharedFiles): Promise<void>;
}

/** Adds roots for a job; one that the store held already, put there by somebody else, stays theirs. */
export function addToKeeper(
  { ledger, held, put }: Keeper,
  roots: readonly Root[],
  job: string,
  now: Date,
  shared: SharedFiles,
): Promise<void> {
  return shared.exclusively(path.dirname(ledger), async () => {
    const there = await held(roots, shared);
    let ours: readonly Root[] = [];
    await shared.change(ledger, (text) => {
      ours = roots.filter((root) => holds(text, root) || !there.includes(root));
      return addRoots(text, ours, job, now);
    });
    // Also what the ledger of a job says that was killed before it came to it.
    const missing = ours.filter((root) => !there.includes(root));
    if (missing.length > 0) await put(missing, shared);
  });
}

/** Ends a job's need: roots that no other job needs go. */
export function removeFromKeeper(
  { ledger, take }: Pick<Keeper, "ledger" | "take">,
  job: string,
  now: Date,
  shared: SharedFiles,
): Promise<void> {
  return shared.exclusively(path.dirname(ledger), async () => {
    let before = "";
    await shared.change(ledger, (text) => {
      before = text;
      return text;
    });
    const after = removeJob(before, job, now);
    const kept = certificateBlocks(after);
    const gone = certificateBlocks(before).filter((block) => !kept.includes(block));
    if (gone.length > 0) await take(gone, kept.length === 0, shared);
    await shared.change(ledger, () => after);
  });
}
