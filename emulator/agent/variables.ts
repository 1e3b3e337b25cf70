/** The variables of a job, or of one task (the agent's Variables.cs). */
import { expandMacros } from "./macros.ts";
import type { SecretMasker } from "./secret-masker.ts";

export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly readOnly: boolean;
}

export interface Variables {
  all(): readonly Variable[];
  get(name: string): Variable | undefined;
  /**
   * Sets a variable. The value is not expanded before the next `recalculate`. A secret remains a secret, and so does a
   * variable whose macros contained one; a read-only variable remains read-only. A secret is masked from now on.
   */
  set(name: string, value: string, options?: { readonly secret?: boolean; readonly readOnly?: boolean }): void;
  unset(name: string): void;
  /**
   * Expands macros in the values of all variables. The agent does so for a job's variables before each step, and never
   * for a task's.
   *
   * @returns warnings about variables that cannot be expanded; they keep the values that were set
   */
  recalculate(): readonly string[];
  /** Replaces each `$(name)` of a variable that exists. */
  expand(text: string): string;
}

type ByName = Map<string, Variable>;

/** How deeply macros may be nested. */
const MAX_DEPTH = 50;

/** Creates an empty set of variables. @param masker gets the value of each secret, before and after its expansion */
export function createVariables(masker: SecretMasker): Variables {
  const given: ByName = new Map();
  let expanded: ByName = new Map();
  const get = (name: string) => expanded.get(name.toLowerCase());
  return {
    all: () => [...expanded.values()],
    get,
    set(name, value, { secret = false, readOnly = false } = {}) {
      const before = get(name);
      const variable = {
        name,
        value,
        secret: secret || before?.secret === true,
        readOnly: readOnly || before?.readOnly === true,
      };
      if (variable.secret) masker.add(value);
      given.set(name.toLowerCase(), variable);
      expanded.set(name.toLowerCase(), variable);
    },
    unset(name) {
      given.delete(name.toLowerCase());
      expanded.delete(name.toLowerCase());
    },
    recalculate() {
      const results = [...given].map(([name, variable]) => ({ name, variable, ...expandedValue(variable, given) }));
      expanded = new Map(results.map(({ name, variable, value, secret }) => [name, { ...variable, value, secret }]));
      for (const { variable, value, secret } of results) if (secret && value !== variable.value) masker.add(value);
      return results.flatMap(({ warning }) => warning ?? []);
    },
    expand: (text) => expandMacros(text, (name) => get(name)?.value),
  };
}

/** `build.sourcesDirectory` becomes `BUILD_SOURCESDIRECTORY`. Dots and spaces are replaced, dashes are not. */
export function environmentName(name: string): string {
  return name.replaceAll(/[. ]/g, "_").toUpperCase();
}

interface ExpandedValue {
  readonly value: string;
  readonly secret: boolean;
  readonly warning?: string;
}

/**
 * A value that contains a secret is itself secret. A value that refers to itself, or is nested too deeply, is not
 * expanded.
 */
function expandedValue(variable: Variable, given: ByName): ExpandedValue {
  let { secret } = variable;
  let warning: string | undefined;
  const expandFrom = (of: Variable, outer: readonly string[]): string => {
    const path = [...outer, of.name.toLowerCase()];
    return expandMacros(of.value, (name) => {
      const nested = warning === undefined ? given.get(name.toLowerCase()) : undefined;
      if (nested === undefined) return undefined;
      warning = problemOf(variable, path, nested);
      if (warning !== undefined) return undefined;
      secret ||= nested.secret;
      return expandFrom(nested, path);
    });
  };
  const value = expandFrom(variable, []);
  if (warning !== undefined) return { value: variable.value, secret: variable.secret, warning };
  // As in the agent, if expansion does not change the text, the variable remains secret or not as it was.
  return value === variable.value ? { value, secret: variable.secret } : { value, secret };
}

function problemOf(variable: Variable, path: readonly string[], nested: Variable): string | undefined {
  const problem = `Unable to expand variable '${variable.name}'.`;
  if (path.length === MAX_DEPTH) return `${problem} The max expansion depth (${MAX_DEPTH}) was exceeded.`;
  return path.includes(nested.name.toLowerCase()) ? `${problem} A cyclical reference was detected.` : undefined;
}
