import type { Root } from "../certificates/roots.ts";
import type { Environment } from "../host/host.ts";
import type { Processes } from "../io/processes.ts";
import type { SharedFiles } from "../io/shared-files.ts";

/** A change to a shared store, as the journal keeps it; all that undoing it needs. */
export interface StoredRoots {
  readonly store: "az" | "python" | "java" | "system";
  /** The files changed. */
  readonly files: readonly string[];
  /** The job whose need ends. */
  readonly job: string;
  /** The program that edits them, where the platform does not say. */
  readonly program?: string;
}

/** What a store works on and with. */
export interface Machine {
  readonly shared: SharedFiles;
  readonly processes: Pick<Processes, "run">;
  readonly environment: Environment;
  /** The job's private folder. */
  readonly folder: string;
}

/** A trust store of the machine that other programs read. One file each; add it to `OPENERS` in trust.ts. */
export interface TrustStore {
  readonly name: StoredRoots["store"];
  /** Why `auto` leaves it alone, also where it can be written. */
  readonly onlyByName?: string;
  /** Why it cannot be written here; undefined when it can. */
  unavailable(machine: Machine): Promise<string | undefined>;
  /** What adding the roots will change, for the journal. */
  plan(roots: readonly Root[], job: string): StoredRoots;
  add(roots: readonly Root[], job: string, now: Date, machine: Machine): Promise<void>;
}

/** Takes back what a job added; idempotent. */
export type RemoveRoots = (stored: StoredRoots, now: Date, machine: Machine) => Promise<void>;

/** The system's own store: which one it is follows from the machine, in the post step too. */
export interface SystemStore extends TrustStore {
  readonly name: "system";
  readonly remove: RemoveRoots;
}

/** How a store calls what it makes for a root: `azs-login-` and 64 bits of its SHA-256. */
export function shortName(root: Pick<Root, "fingerprints">): string {
  return `azs-login-${root.fingerprints.sha256.replaceAll(":", "").toLowerCase().slice(0, 16)}`;
}
