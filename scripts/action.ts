/** Reads action.yml, for code that generates something from it or compares something with it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { InputName } from "../src/inputs/input-names.ts";

export interface ActionInput {
  readonly description: string;
  readonly default?: string;
}

export interface ActionFile {
  readonly description: string;
  readonly inputs: Readonly<Record<InputName, ActionInput>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}

export function readAction(): ActionFile {
  return parse(readFileSync(path.join(import.meta.dirname, "..", "action.yml"), "utf8")) as ActionFile;
}
