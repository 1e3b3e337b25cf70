import type { CommandIndex } from "./az/command-index.ts";
import { parsed } from "./io/parsed.ts";
import type { StoredRoots } from "./trust/store.ts";

/** What undoes one change to the machine. Undoing is idempotent: a change may not have happened, or only in part. */
export type Undo =
  /** A process that may outlive a killed step; what it writes to is touched only after it has ended. */
  | { readonly undo: "process"; readonly pid: number; readonly start?: string | undefined }
  /** A lock in the folder of shared files, which a killed step leaves there. */
  | { readonly undo: "lock"; readonly folder: string }
  /** Roots added to a shared trust store. */
  | { readonly undo: "roots"; readonly stored: StoredRoots }
  /** The folder of the files with roots. */
  | { readonly undo: "roots-folder"; readonly folder: string }
  /** An az being installed into the runner's tool cache; once complete it stays, for later jobs. */
  | { readonly undo: "installation"; readonly folder: string }
  /** Nothing to undo: before the job's az configuration goes, the command index that az made in it is kept. */
  | { readonly undo: "command-index"; readonly index: CommandIndex }
  /** Variables of the job: what the step exports, and what the posts of other steps are to find in its place. */
  | {
      readonly undo: "variables";
      readonly values: Readonly<Record<string, { readonly ours?: string; readonly afterwards: string }>>;
    }
  /** A file put at a path of the user's choice. */
  | {
      readonly undo: "placed-file";
      readonly file: string;
      /** Where what stood there before is kept meanwhile, in the job's folder; undefined: nothing stood there. */
      readonly kept: string | undefined;
      /** SHA-256 of what was put there. */
      readonly digest?: string;
    }
  /** The machine's own az configuration, claimed for this job. */
  | {
      readonly undo: "az-claim";
      readonly folder: string;
      readonly job: string;
      /** The uppermost folder on the way there that the job made; undefined: all were there. */
      readonly made: string | undefined;
    }
  /** Changes to the machine's own az configuration (`isolate: false`). */
  | {
      readonly undo: "az-config";
      readonly folder: string;
      /** Whether the folder was there at all. */
      readonly existed: boolean;
      /** Copies of the folder: before the step, and when it was through. */
      readonly before: string;
      readonly after: string;
    };

/** What a journal holds. */
export interface Records {
  /** Newest first. */
  readonly entries: readonly Undo[];
  /** Lines that cannot be read. */
  readonly unreadable: number;
}

/** Reads the lines of a journal. A last one without its end announced a change that was never begun. */
export function readRecords(text: string): Records {
  const lines = text.split("\n").slice(0, -1).map(readLine);
  return {
    entries: lines.flatMap(({ entry }) => entry ?? []).reverse(),
    unreadable: lines.filter(({ isWhole }) => !isWhole).length,
  };
}

/** A record may follow in the line of one that was cut off. */
function readLine(line: string): { readonly entry: Undo | undefined; readonly isWhole: boolean } {
  const whole = asUndo(parsed(line));
  if (whole !== undefined) return { entry: whole, isWhole: true };
  return { entry: asUndo(parsed(line.slice(Math.max(0, line.lastIndexOf('{"undo":'))))), isWhole: false };
}

const isText = (value: unknown): boolean => typeof value === "string";
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Fields of each kind, and what makes them usable. */
const FORMS: Readonly<Record<Undo["undo"], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  process: { pid: (value) => Number.isSafeInteger(value) && (value as number) > 0 },
  roots: { stored: (value) => isObject(value) && isStored(Object(value)) },
  lock: { folder: isText },
  "roots-folder": { folder: isText },
  installation: { folder: isText },
  "command-index": { index: isObject },
  variables: { values: isObject },
  "placed-file": { file: isText, kept: (value) => value === undefined || isText(value) },
  "az-claim": { folder: isText, job: isText, made: (value) => value === undefined || isText(value) },
  "az-config": { folder: isText, existed: (value) => typeof value === "boolean", before: isText, after: isText },
};

function isStored({ store, files, job }: Partial<StoredRoots>): boolean {
  return isText(store) && isText(job) && Array.isArray(files) && files.every(isText);
}

function asUndo(value: unknown): Undo | undefined {
  const fields = Object(value) as Readonly<Record<string, unknown>>;
  const form = Object.hasOwn(FORMS, String(fields["undo"])) ? FORMS[fields["undo"] as Undo["undo"]] : undefined;
  const isWhole = form !== undefined && Object.entries(form).every(([name, isUsable]) => isUsable(fields[name]));
  return isWhole ? (value as Undo) : undefined;
}
