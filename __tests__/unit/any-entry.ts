import type { Entry } from "../../src/journal/kind.ts";

/** An entry of a journal of any kind, with its data. */
export type AnyEntry = Entry & Readonly<Record<string, unknown>>;
