/** The name of an input or output as the task spells it: `client-id` becomes `clientId`. */
export function inCamelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Respells the names of inputs in a text for the user. A name within quotes, a path, a URL or a longer word is not
 * meant.
 *
 * @param names of action.yml
 */
export function respeller(names: readonly string[]): (text: string) => string {
  const longestFirst = names.filter((name) => name.includes("-")).sort((a, b) => b.length - a.length);
  const named = new RegExp(String.raw`"[^"\n]*"|(?<![\w./\\-])(?:${longestFirst.join("|")})(?![\w/\\-]|\.\w)`, "g");
  return (text) => text.replaceAll(named, (found) => (found.startsWith('"') ? found : inCamelCase(found)));
}

/** Text that the agent takes for no command, wherever a line of it is printed. */
export function withoutCommands(text: string): string {
  // It looks for ##vso[ anywhere in a line, and for ##[ at its beginning (azure-pipelines-agent, Command.cs).
  return text.replaceAll(/##(?=\w*\[)/g, "## ");
}

/** The same as one line; names come from the stamp. */
export function oneLine(text: string): string {
  return withoutCommands(text.replaceAll(/[\r\n]+/g, " "));
}
