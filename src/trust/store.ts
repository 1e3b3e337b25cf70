import type { Root } from "../certificates/roots.ts";
import type { SharedFiles } from "../io/shared-files.ts";

/** A change to a shared store, as the journal keeps it; all that undoing it needs. */
export interface StoredRoots {
  readonly store: "certifi" | "debian" | "fedora" | "macos" | "windows" | "java";
  /** The files changed, or the ledger; what else undoing needs stands behind them. */
  readonly files: readonly string[];
  /** The job whose need ends. */
  readonly job: string;
}

/** A trust store of the machine that other programs read. One file each; trust.ts chooses among them. */
export interface TrustStore {
  /** As the input `trust-stores` calls it. */
  readonly name: "az" | "system" | "python" | "java";
  /** Why it cannot be written here; undefined when it can. */
  unavailable(shared: SharedFiles): Promise<string | undefined>;
  /** What adding the roots will change, for the journal. */
  plan(roots: readonly Root[], job: string): StoredRoots;
  add(roots: readonly Root[], job: string, now: Date, shared: SharedFiles): Promise<void>;
}

/** Takes back what a job added; idempotent. */
export type RemoveRoots = (stored: StoredRoots, now: Date, shared: SharedFiles) => Promise<void>;

/** Ends the name of every file that a store makes for a root: 64 bits of its SHA-256. */
export function shortName({ fingerprints }: Root): string {
  return `azs-login-${fingerprints.sha256.replaceAll(":", "").toLowerCase().slice(0, 16)}`;
}
