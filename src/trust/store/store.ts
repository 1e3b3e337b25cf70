import type { Root } from "../../certificates/roots.ts";
import type { Environment } from "../../host/host.ts";
import type { Life } from "../../io/lives.ts";
import type { Obstacle } from "../../io/obstacles.ts";
import type { Processes } from "../../io/processes.ts";
import type { SharedFiles } from "../../io/shared-files.ts";
import type { Job, Need } from "./pem-entries.ts";

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
  readonly now: Date;
  /** Whether a job is over for certain. */
  isOver(life: Life): boolean;
}

/** Told what is about to change, for the journal; a change that does not come is not told of. */
export type Announce = (stored: StoredRoots) => Promise<void>;

/** A trust store of the machine that other programs read. One file each; add it to `OPENERS` in machine-stores.ts. */
export interface TrustStore {
  readonly name: StoredRoots["store"];
  /** Why `auto` leaves it alone, also where it can be written. */
  readonly onlyByName?: string;
  /** Why it cannot be written here; undefined when it can. */
  unavailable(machine: Machine): Promise<Obstacle | undefined>;
  /** Adds roots, and takes out those of jobs that died. */
  add(roots: readonly Root[], job: Job, machine: Machine, announce: Announce): Promise<void>;
  /** Takes out the roots of jobs that died; where there are none, it only looks. */
  heal(machine: Machine): Promise<void>;
}

/** Takes back what a job added, and what jobs that died did; idempotent. */
export type RemoveRoots = (stored: StoredRoots, machine: Machine) => Promise<void>;

/** The system's own store: which one it is follows from the machine, in the post step too. */
export interface SystemStore extends TrustStore {
  readonly name: "system";
  readonly remove: RemoveRoots;
}

/** No job runs longer (GitHub: five days on a self-hosted runner); the need of an older one is a dead runner's. */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;

/** Whose needs have ended: those of jobs that died and, if it is given, of a job that ends now. */
export function endedOn({ now, isOver }: Machine, job?: string): (need: Need) => boolean {
  return (need) =>
    need.job === job ||
    now.getTime() - need.since.getTime() > LONGEST_JOB_MS ||
    (need.life !== undefined && isOver(need.life));
}

/** How a store calls what it makes for a root: `azs-login-` and 64 bits of its SHA-256. */
export function shortName(root: Pick<Root, "fingerprints">): string {
  return nameFor(root.fingerprints.sha256.replaceAll(":", "").toLowerCase());
}

/** @param fingerprint as entries have it */
export function nameFor(fingerprint: string): string {
  return `azs-login-${fingerprint.slice(0, 16)}`;
}
