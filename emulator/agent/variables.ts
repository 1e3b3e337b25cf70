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
   * The value stays as it is until the next `recalculate`. What was a secret stays one, and so does a variable whose
   * macros held one; what was read-only stays so. A secret is masked from now on.
   */
  set(name: string, value: string, options?: { readonly secret?: boolean; readonly readOnly?: boolean }): void;
  unset(name: string): void;
  /**
   * Expands macros in the values of all variables: those of a job before each of its steps, those of a task never.
   *
   * @returns warnings about variables that cannot be expanded, whose values stay as they were set
   */
  recalculate(): readonly string[];
  /** Replaces each `$(name)` of a variable that exists. */
  expand(text: string): string;
}

type ByName = Map<string, Variable>;

/** How deep macros in values may lead. */
const MAX_DEPTH = 50;

/** No variables yet. @param masker learns the value of each secret, as it is set and as it is expanded */
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

/** `build.sourcesDirectory` becomes `BUILD_SOURCESDIRECTORY`: dots and spaces only, dashes stay. */
export function environmentName(name: string): string {
  return name.replaceAll(/[. ]/g, "_").toUpperCase();
}

interface ExpandedValue {
  readonly value: string;
  readonly secret: boolean;
  readonly warning?: string;
}

/** A value that holds a secret is one itself. One that leads to itself, or too far, is not expanded at all. */
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
  // As in the agent, a text that expands to itself keeps what the variable was.
  return value === variable.value ? { value, secret: variable.secret } : { value, secret };
}

function problemOf(variable: Variable, path: readonly string[], nested: Variable): string | undefined {
  const problem = `Unable to expand variable '${variable.name}'.`;
  if (path.length === MAX_DEPTH) return `${problem} The max expansion depth (${MAX_DEPTH}) was exceeded.`;
  return path.includes(nested.name.toLowerCase()) ? `${problem} A cyclical reference was detected.` : undefined;
}
