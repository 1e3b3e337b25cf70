/** A row of the tables of fixes: a step that fails, and what its error says to do. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "vitest";
import type { ConnectFault, Fault } from "../../../emulator/faults.ts";
import type { Inputs, Runner } from "../../../emulator/runner.ts";
import type { Emulator, StampOptions } from "../../../emulator/server.ts";
import type { Scene } from "../../support/stamp.ts";
import { WRONG_SECRET } from "../shared-stamp.ts";

/** Inputs; undefined takes one away. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** What the step is given beside what logs in. */
export interface Given {
  readonly inputs?: Changes | ((scene: Scene) => Changes | Promise<Changes>);
  /** What the fix says, done. @param text the error, whose suggestions are taken from it */
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

/** A fix of an input: one of several that a single step fails with, and that are followed together. */
export interface InputFix extends Named, Given {}

/** A fix that is followed by itself. */
export interface Fix extends Named, Given {
  readonly stamp?: Partial<StampOptions>;
  readonly environment?: (scene: Scene) => Inputs | Promise<Inputs>;
  readonly faults?: (emulator: Emulator) => readonly (Fault | ConnectFault)[];
  /** An az that does as it is told, by its own account, in the place of one that fails at once. */
  readonly az?: "answers";
  /**
   * The error that comes next, where the login cannot go on here: by default the secret is wrong. `AT_AZ`: everything
   * is right, and the az of the step fails at once. `LOGGED_IN`: no error at all.
   */
  readonly next?: string;
}

export const ALWAYS = Number.POSITIVE_INFINITY;
export const AT_AZ = "AZS503";
export const AT_SECRET = "AZS401";
export const LOGGED_IN = "";
export { WRONG_SECRET };

/** What a pattern finds in the fix of an error. */
export function suggested(text: string, pattern: RegExp): string {
  const found = pattern.exec(text.slice(text.indexOf("Fix: ")))?.[1];
  expect(found, text).toBeDefined();
  return found ?? "";
}

/** Sets an input to what a pattern finds in the fix. */
export const set =
  (input: string, pattern: RegExp): Given["follow"] =>
  (text) => ({ inputs: { [input]: suggested(text, pattern) } });

/** Takes an input away, after the fix has said so. */
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
