import { type FileHandle, open, readFile } from "node:fs/promises";
import type { Entry, Recorder, UndoKind } from "./kind.ts";

/** A write-ahead log of how to undo the changes made so far, one entry per line. */
export interface Journal extends Recorder {
  close(): Promise<void>;
}

/** Creates the file of a journal; throws if it exists already. */
export async function createJournal(file: string): Promise<Journal> {
  const handle = await open(file, "wx", 0o600);
  return { record: inTurn(appender(handle)), close: () => handle.close() };
}

/** Runs calls one after the other, even after one that failed. */
function inTurn<T>(work: (item: T) => Promise<void>): (item: T) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (item) => {
    const turn = last.then(() => work(item));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Writes at explicit positions, so that the next record overwrites one that a full disk truncated. */
function appender(file: FileHandle): (entry: Entry) => Promise<void> {
  let end = 0;
  return async (entry) => {
    const line = Buffer.from(lineOf(entry));
    try {
      for (let written = 0; written < line.length; ) {
        const { bytesWritten } = await file.write(line, written, line.length - written, end + written);
        written += bytesWritten;
      }
      await file.datasync();
      end += line.length;
    } catch (error) {
      await file.truncate(end).catch(() => undefined);
      throw error;
    }
  };
}

function lineOf(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** The content of a journal. */
export interface Records {
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Lines that cannot be read. */
  readonly unreadable: number;
}

/** The kinds of change that can be read back. */
export type Kinds = readonly Pick<UndoKind<never, never>, "name" | "fields">[];

/** Reads a journal; a missing file has no records. */
export async function readJournal(file: string, kinds: Kinds): Promise<Records> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return readRecords(text, kinds);
}

/** The text of a journal. @param entries newest first */
export function journalOf(entries: readonly Entry[]): string {
  return entries.toReversed().map(lineOf).join("");
}

/** Reads the lines of a journal. An incomplete last line announced a change that was never begun, and is ignored. */
export function readRecords(text: string, kinds: Kinds): Records {
  const lines = text
    .split("\n")
    .slice(0, -1)
    .map((line) => readLine(line, kinds));
  return {
    entries: lines.flatMap(({ entry }) => entry ?? []).reverse(),
    unreadable: lines.filter(({ isWhole }) => !isWhole).length,
  };
}

/** Reads a line; a complete record may follow a truncated one on the same line. */
function readLine(line: string, kinds: Kinds): { readonly entry: Entry | undefined; readonly isWhole: boolean } {
  const whole = readEntry(line, kinds);
  if (whole !== undefined) return { entry: whole, isWhole: true };
  return { entry: readEntry(line.slice(Math.max(0, line.lastIndexOf('{"undo":'))), kinds), isWhole: false };
}

function readEntry(json: string, kinds: Kinds): Entry | undefined {
  const value = parsed(json);
  const found = Object(value) as Readonly<Record<string, unknown>>;
  const kind = kinds.find(({ name }) => name === found["undo"]);
  const fields = Object.entries<((field: unknown) => boolean) | undefined>(kind?.fields ?? {});
  const isWhole = kind !== undefined && fields.every(([name, isUsable]) => isUsable?.(found[name]));
  return isWhole ? (value as Entry) : undefined;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
