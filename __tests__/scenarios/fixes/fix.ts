/** A row in the tables of fixes: a step that fails, and what its error says to do. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { ConnectFault, Fault } from "../../../emulator/faults.ts";
import type { Inputs, Runner } from "../../../emulator/runner.ts";
import type { Emulator, StampOptions } from "../../../emulator/server.ts";
import type { Scene } from "../../support/stamp.ts";
import { WRONG_SECRET } from "../shared-stamp.ts";

/** Inputs; undefined removes one. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** What the step gets in addition to the inputs that log in. */
export interface Given {
  readonly inputs?: Changes | ((scene: Scene) => Changes | Promise<Changes>);
  /** Does what the fix says. @param text the error, from which suggestions are taken */
  readonly follow: (text: string, scene: Scene) => Followed | Promise<Followed>;
}

export interface Followed {
  readonly inputs?: Changes;
  readonly environment?: Inputs;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** A fix of an input. A single step fails with several of these, and all are followed together. */
export interface InputFix extends Named, Given {}

/** A fix that is followed separately. */
export interface Fix extends Named, Given {
  readonly stamp?: Partial<StampOptions>;
  readonly environment?: (scene: Scene) => Inputs | Promise<Inputs>;
  readonly faults?: (emulator: Emulator) => readonly (Fault | ConnectFault)[];
  /** An az that reports success for every command, instead of one that fails at once. */
  readonly az?: "answers";
  /**
   * The error that comes next, because the login cannot succeed here: by default the secret is wrong. `AT_AZ`:
   * everything is right, and the step's az fails at once. `LOGGED_IN`: no error.
   */
  readonly next?: string;
}

export const ALWAYS = Number.POSITIVE_INFINITY;
export const AT_AZ = "AZS503";
export const AT_SECRET = "AZS401";
export const LOGGED_IN = "";
export { WRONG_SECRET };

/** The part of an error's fix that matches a pattern. */
export function suggested(text: string, pattern: RegExp): string {
  const found = pattern.exec(text.slice(text.indexOf("Fix: ")))?.[1];
  expect(found, text).toBeDefined();
  return found ?? "";
}

/** Sets an input to the part of the fix that matches a pattern. */
export const set =
  (input: string, pattern: RegExp): Given["follow"] =>
  (text) => ({ inputs: { [input]: suggested(text, pattern) } });

/** Removes an input, because the fix says so. */
export const remove =
  (input: string, says = new RegExp(`(remove ${input}|leave it out)`)): Given["follow"] =>
  (text) => {
    suggested(text, new RegExp(`(${says.source})`));
    return { inputs: { [input]: undefined } };
  };

/** Writes a file of the workspace. @returns its name, for an input */
export async function put({ workspace }: Runner, name: string, content: string | Buffer): Promise<string> {
  await writeFile(path.join(workspace, name), content);
  return name;
}

export const host = ({ endpoint }: Emulator) => new URL(endpoint).host;
