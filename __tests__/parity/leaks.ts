/**
 * Searches for parts of a credential in everything that a step printed, before a runner applies masks, and in what it
 * exported.
 */
import { expect } from "vitest";
import type { StepResult } from "../../emulator/runner.ts";
import type { Side } from "./hosts.ts";

/** This many consecutive characters of a credential must not appear. */
const TELLING = 16;

/** The commands that tell a runner what to mask, and those that export a secret because `export-credentials` is set. */
const MASKS = /^(?:::add-mask::|##vso\[task\.setsecret\]|##vso\[task\.setvariable [^\]]*issecret=true)/i;

export function seenOf(side: Side, step: StepResult): string {
  const printed = step.raw.split("\n").filter((line) => !MASKS.test(line));
  const { open } = side.variables();
  return [...printed, JSON.stringify([side.outputs(), open]), side.runner.summary].join("\n");
}

/** Checks the text as it is, and also with everything but letters and digits removed. */
export function expectNothingOf(credential: string, seen: string): void {
  for (const clean of [(text: string) => text, withoutSigns]) {
    const [whole, where] = [clean(credential), clean(seen)];
    for (let at = 0; at + TELLING <= whole.length; at++) {
      const part = whole.slice(at, at + TELLING);
      if (where.includes(part)) expect.fail(`${part} is in:\n${context(where, part)}`);
    }
  }
}

function withoutSigns(text: string): string {
  return text.replaceAll(/[^a-z0-9]/gi, "").toLowerCase();
}

function context(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 200), at + 200);
}
