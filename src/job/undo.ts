import { madeCommandIndex } from "../az/configure/command-index.ts";
import { configClaim } from "../az/configure/config-claim.ts";
import { configChange } from "../az/configure/machine-config.ts";
import type { Host } from "../host/host.ts";
import { sharedLock } from "../io/shared-lock.ts";
import { startedProcess } from "../io/started-process.ts";
import { placedFile } from "../io/temporary-replacement.ts";
import type { Entry, UndoKind } from "../journal/kind.ts";
import { unfinishedInstallation } from "../provision/unfinished-installation.ts";
import { jobVariables } from "../results/job-variables.ts";
import { rootsFolder } from "../trust/bundle/roots-folder.ts";
import { storedRoots } from "../trust/machine-stores.ts";
import type { Machine } from "../trust/store/store.ts";

/** What the undo functions may need. */
export interface Undoing extends Machine {
  readonly host: Host;
  readonly toolCache: string | undefined;
  /** A later job undoes the changes of a job that is over. */
  readonly isLate: boolean;
}

/** Every kind of change that the step records in its journal; a new kind must be added here. */
export const UNDO_KINDS: readonly UndoKind<never, Undoing>[] = [
  startedProcess,
  sharedLock,
  rootsFolder,
  storedRoots,
  unfinishedInstallation,
  placedFile,
  configClaim,
  configChange,
  madeCommandIndex,
  jobVariables,
];

/** The kind of an entry, with its data. */
export function kindOf(entry: Entry): { readonly kind: UndoKind<never, Undoing>; readonly data: never } {
  const kind = UNDO_KINDS.find(({ name }) => name === entry.undo);
  if (kind === undefined) throw new Error(`no kind of change is called ${entry.undo}`);
  return { kind, data: entry as never };
}
