/** The name of an input or output as the task spells it: `client-id` becomes `clientId`. */
export function inCamelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Respells the names of inputs in a text for the user, except in quotes, paths, URLs or longer words, where the name
 * does not mean the input.
 *
 * @param names of action.yml
 */
export function respeller(names: readonly string[]): (text: string) => string {
  const longestFirst = names.filter((name) => name.includes("-")).sort((a, b) => b.length - a.length);
  const named = new RegExp(String.raw`"[^"\n]*"|(?<![\w./\\-])(?:${longestFirst.join("|")})(?![\w/\\-]|\.\w)`, "g");
  return (text) => text.replaceAll(named, (found) => (found.startsWith('"') ? found : inCamelCase(found)));
}

/** Alters text so that the agent takes no part of it for a command, however its lines are printed. */
export function withoutCommands(text: string): string {
  // It looks for ##vso[ anywhere in a line, and for ##[ at its beginning (azure-pipelines-agent, Command.cs).
  return text.replaceAll(/##(?=\w*\[)/g, "## ");
}

/** The same on one line, since names come from the stamp. */
export function oneLine(text: string): string {
  return withoutCommands(text.replaceAll(/[\r\n]+/g, " "));
}
