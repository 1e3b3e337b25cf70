import type { Root } from "../../certificates/roots.ts";
import type { Environment } from "../../host/host.ts";
import type { Life } from "../../io/lives.ts";
import type { Obstacle } from "../../io/obstacles.ts";
import type { Processes } from "../../io/processes.ts";
import type { SharedFiles } from "../../io/shared-files.ts";
import type { Job, Need } from "./pem-entries.ts";

/** A change to a shared store, as recorded in the journal: all that is needed to undo it. */
export interface StoredRoots {
  readonly store: "az" | "python" | "java" | "system";
  /** The files changed. */
  readonly files: readonly string[];
  /** The job whose need ends. */
  readonly job: string;
  /** The program that edits them, if the platform does not determine it. */
  readonly program?: string;
}

/** What a store needs from the machine and the job. */
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

/** Records in the journal what is about to change; not called if nothing changes. */
export type Announce = (stored: StoredRoots) => Promise<void>;

/** A trust store of the machine that other programs read. One file each; add it to `OPENERS` in machine-stores.ts. */
export interface TrustStore {
  readonly name: StoredRoots["store"];
  /** Why `auto` leaves it alone even if it can be written. */
  readonly onlyByName?: string;
  /** Why it cannot be written on this machine; undefined if it can. */
  unavailable(machine: Machine): Promise<Obstacle | undefined>;
  /** Adds roots, and removes those of jobs that died. */
  add(roots: readonly Root[], job: Job, machine: Machine, announce: Announce): Promise<void>;
  /** Removes the roots of jobs that died; if there are none, takes no lock and changes nothing. */
  heal(machine: Machine): Promise<void>;
}

/** Removes the roots that a job added, and those of jobs that died; idempotent. */
export type RemoveRoots = (stored: StoredRoots, machine: Machine) => Promise<void>;

/** The system's own store. The machine determines which one it is, so the journal need not say it. */
export interface SystemStore extends TrustStore {
  readonly name: "system";
  readonly remove: RemoveRoots;
}

/** No job runs longer (GitHub: five days on a self-hosted runner); the runner of an older job has died. */
const LONGEST_JOB_MS = 5 * 24 * 60 * 60 * 1000;

/** Tells whether a need has ended: that of a job that died, or of `job`, which ends now. */
export function endedOn({ now, isOver }: Machine, job?: string): (need: Need) => boolean {
  return (need) =>
    need.job === job ||
    now.getTime() - need.since.getTime() > LONGEST_JOB_MS ||
    (need.life !== undefined && isOver(need.life));
}

/** The name of a root's files and entries in a store: `azs-login-` and 64 bits of its SHA-256. */
export function shortName(root: Pick<Root, "fingerprints">): string {
  return nameFor(root.fingerprints.sha256.replaceAll(":", "").toLowerCase());
}

/** @param fingerprint SHA-256 in lower-case hex, as in entries */
export function nameFor(fingerprint: string): string {
  return `azs-login-${fingerprint.slice(0, 16)}`;
}
