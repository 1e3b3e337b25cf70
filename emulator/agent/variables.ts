/** The variables of a job, or of one task (the agent's Variables.cs and VarUtil.cs). */
import type { SecretMasker } from "./secret-masker.ts";

export interface Variable {
  readonly name: string;
  readonly value: string;
  readonly secret: boolean;
  readonly readOnly: boolean;
}

export interface Variables {
  /** All of them, with macros in their values expanded. */
  all(): readonly Variable[];
  get(name: string): Variable | undefined;
  /** What was a secret stays one, and what was read-only stays so; a secret is masked from now on. */
  set(name: string, value: string, options?: { readonly secret?: boolean; readonly readOnly?: boolean }): void;
  unset(name: string): void;
  /** Replaces each `$(name)` of a variable that exists, once: what comes in is not looked at again. */
  expand(text: string): string;
}

export function createVariables(masker: SecretMasker): Variables {
  const byName = new Map<string, Variable>();
  const get = (name: string) => byName.get(name.toLowerCase());
  const all = () => [...byName.values()].map((variable) => expanded(variable, get, masker));
  return {
    all,
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
      byName.set(name.toLowerCase(), variable);
    },
    unset: (name) => void byName.delete(name.toLowerCase()),
    expand: (text) => withMacros(text, (name) => all().find((one) => one.name.toLowerCase() === name)?.value),
  };
}

/** `build.sourcesDirectory` becomes `BUILD_SOURCESDIRECTORY`: dots and spaces only, dashes stay. */
export function environmentName(name: string): string {
  return name.replaceAll(/[. ]/g, "_").toUpperCase();
}

/** Replaces `$(name)`; a macro that nothing is known about stays. @param value asked with the lower-case name */
export function withMacros(text: string, value: (name: string) => string | undefined): string {
  return text.replaceAll(/\$\(([^)]+)\)/g, (macro, name: string) => value(name.toLowerCase()) ?? macro);
}

/** Macros in values are expanded before each step; one that holds a secret is one itself. A circle stays as it is. */
function expanded(
  variable: Variable,
  get: (name: string) => Variable | undefined,
  masker: SecretMasker,
  outer: readonly string[] = [],
): Variable {
  const path = [...outer, variable.name.toLowerCase()];
  let { secret } = variable;
  const value = withMacros(variable.value, (name) => {
    const found = path.includes(name) ? undefined : get(name);
    if (found === undefined) return undefined;
    const inner = expanded(found, get, masker, path);
    secret ||= inner.secret;
    return inner.value;
  });
  if (secret && value !== variable.value) masker.add(value);
  return { ...variable, value, secret };
}
