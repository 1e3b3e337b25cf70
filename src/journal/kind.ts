/** A record that undoes one change to the machine: the kind of change and, in further fields, its data. */
export interface Entry {
  readonly undo: string;
}

/** Records changes before they are made. */
export interface Recorder {
  /** Returns once the complete entry is on disk, so that the change may be made; throws if it cannot be written. */
  record(entry: Entry): Promise<void>;
}

/** For work that changes nothing but the job's own new files. */
export const UNRECORDED: Recorder = { record: async () => undefined };

/** One kind of change: how it is recorded, read back and undone. Modules define their own; job/undo.ts lists all. */
export interface UndoKind<Data extends object, Context> extends Definition<Data, Context> {
  readonly entry: (data: Data) => Entry;
}

interface Definition<Data extends object, Context> {
  /** Its name in journals, including those of earlier versions. */
  readonly name: string;
  /** Checks each field that is read back from a journal. */
  readonly fields: Readonly<Partial<Record<keyof Data, (value: unknown) => boolean>>>;
  /** Whether the change outlives its job: if it could not be undone, or if the job died, a later job undoes it. */
  readonly lasts: boolean;
  /** Why a later job cannot undo this change, for a warning; undefined if it can. */
  readonly lateObstacle?: (data: Data) => string | undefined;
  /** Idempotent: the change may not have happened, or only in part. */
  readonly undo: (data: Data, context: Context) => Promise<void> | void;
  /** Names the change, for a warning. */
  readonly describe: (data: Data) => string;
}

export function undoKind<Data extends object, Context = unknown>(
  definition: Definition<Data, Context>,
): UndoKind<Data, Context> {
  return { ...definition, entry: (data) => ({ undo: definition.name, ...data }) };
}

export const isText = (value: unknown): boolean => typeof value === "string";
export const isTextOrMissing = (value: unknown): boolean => value === undefined || isText(value);
export const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
