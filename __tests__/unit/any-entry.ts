import type { Entry } from "../../src/journal/kind.ts";

/** An entry of a journal with the data of its kind, whichever that is. */
export type AnyEntry = Entry & Readonly<Record<string, unknown>>;
