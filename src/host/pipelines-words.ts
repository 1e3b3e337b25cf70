/** The name of an input or output as the task spells it: `client-id` becomes `clientId`. */
export function inCamelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Respells the names of inputs in a text for the user. A name within a path, a URL or a longer word is not meant.
 *
 * @param names of action.yml
 */
export function respeller(names: readonly string[]): (text: string) => string {
  const longestFirst = names.filter((name) => name.includes("-")).sort((a, b) => b.length - a.length);
  const named = new RegExp(String.raw`(?<![\w./\\-])(?:${longestFirst.join("|")})(?![\w/\\-]|\.\w)`, "g");
  return (text) => text.replaceAll(named, inCamelCase);
}

/**
 * Text as one line that the agent takes for no command: it looks for `##vso[` anywhere in a line, and for `##[` at its
 * beginning (Command.cs of azure-pipelines-agent); names come from the stamp.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ").replaceAll(/##(?=\w*\[)/g, "## ");
}
