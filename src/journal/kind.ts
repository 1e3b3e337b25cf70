/** What undoes one change to the machine: the kind of the change and, in further fields, the data of this one. */
export interface Entry {
  readonly undo: string;
}

/** Where changes are announced. */
export interface Recorder {
  /** Returns once the entry is on disk as a whole; the change itself comes after. Throws when it is not. */
  record(entry: Entry): Promise<void>;
}

/** For what changes nothing outside the job's own new files. */
export const UNRECORDED: Recorder = { record: async () => undefined };

/** One kind of change: how it is recorded, read back and undone. Each room has its own; job/undo.ts lists them all. */
export interface UndoKind<Data extends object, Context> extends Definition<Data, Context> {
  readonly entry: (data: Data) => Entry;
}

interface Definition<Data extends object, Context> {
  /** As journals name it, those of earlier versions too. */
  readonly name: string;
  /** What each field must be when it is read back from a journal. */
  readonly fields: Readonly<Partial<Record<keyof Data, (value: unknown) => boolean>>>;
  /** The change outlives its job: what could not be undone is kept for a later job, and so is what a dead job left. */
  readonly lasts: boolean;
  /** Why a later job leaves this one alone, for a warning; undefined when it undoes it. */
  readonly lateObstacle?: (data: Data) => string | undefined;
  /** Idempotent: the change may not have happened, or only in part. */
  readonly undo: (data: Data, context: Context) => Promise<void> | void;
  /** What it is about, for a warning. */
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
