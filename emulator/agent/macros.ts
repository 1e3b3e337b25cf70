/** Macros in a text: `$(name)` (the agent's VarUtil.ExpandValues). */

/**
 * Replaces each macro with a known value once; the replacement is not expanded again. After an unknown macro the search
 * continues inside it, so that `$($(name)` becomes `$(` and the value of `name`.
 *
 * @param lookUp returns undefined for an unknown name
 */
export function expandMacros(text: string, lookUp: (name: string) => string | undefined): string {
  let result = text;
  let start = 0;
  for (;;) {
    const prefix = result.indexOf("$(", start);
    const suffix = prefix < 0 ? -1 : result.indexOf(")", prefix + 2);
    if (suffix < 0) return result;
    const name = result.slice(prefix + 2, suffix);
    const value = name === "" ? undefined : lookUp(name);
    if (value !== undefined) result = result.slice(0, prefix) + value + result.slice(suffix + 1);
    start = prefix + (value?.length ?? 1);
  }
}
