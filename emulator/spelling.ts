/** How Azure Pipelines and its agent compare and spell names. */
import type { Inputs } from "./runner.ts";

/** Compares two texts, ignoring case. */
export function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The task's spelling of a name in action.yml: `client-id` becomes `clientId`. */
export function taskSpelling(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

export function inTaskSpelling(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [taskSpelling(name), value]));
}
