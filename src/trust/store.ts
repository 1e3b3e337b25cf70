import type { Root } from "../certificates/roots.ts";
import type { SharedFiles } from "../io/shared-files.ts";

/** A change to a shared store, as the journal keeps it; all that undoing it needs. */
export interface StoredRoots {
  readonly store: "az" | "system";
  /** The files changed. */
  readonly files: readonly string[];
  /** The job whose need ends. */
  readonly job: string;
}

/** A trust store of the machine that other programs read. One file each; add it to `STORES` in trust.ts. */
export interface TrustStore {
  readonly name: StoredRoots["store"];
  /** Why it cannot be written here; undefined when it can. */
  unavailable(shared: SharedFiles): Promise<string | undefined>;
  /** What adding the roots will change, for the journal. */
  plan(roots: readonly Root[], job: string): StoredRoots;
  add(roots: readonly Root[], job: string, now: Date, shared: SharedFiles): Promise<void>;
}

/** Takes back what a job added; idempotent. */
export type RemoveRoots = (stored: StoredRoots, now: Date, shared: SharedFiles) => Promise<void>;
