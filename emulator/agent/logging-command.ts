/** Logging commands: `##vso[area.event name=value;…]data` (the agent's Command.cs and CommandStringConvertor.cs). */

export interface LoggingCommand {
  /** Both in lower case: the agent ignores case here. */
  readonly area: string;
  readonly event: string;
  /** By lower-case name. */
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const PREFIX = "##vso[";

/**
 * Finds the command in a line, wherever it begins; the text before it is dropped.
 *
 * @returns undefined for plain output
 */
export function parseCommand(line: string): LoggingCommand | undefined {
  const prefix = line.indexOf(PREFIX);
  const bracket = prefix < 0 ? -1 : line.indexOf("]", prefix);
  if (bracket < 0) return undefined;
  const head = line.slice(prefix + PREFIX.length, bracket);
  const space = head.indexOf(" ");
  const [area, event, ...more] = (space < 0 ? head : head.slice(0, space)).split(".").filter((part) => part !== "");
  if (area === undefined || event === undefined || more.length > 0) return undefined;
  return {
    area: area.toLowerCase(),
    event: event.toLowerCase(),
    properties: space <= 0 ? {} : propertiesOf(head.slice(space + 1)),
    data: unescaped(line.slice(bracket + 1)),
  };
}

function propertiesOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(";").flatMap((property): [string, string][] => {
    const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(property) ?? [];
    // A property without a value counts as absent.
    return name === "" || value === "" ? [] : [[name.toLowerCase(), unescaped(value)]];
  });
  return Object.fromEntries(pairs);
}

/**
 * Decodes as the agent does unless `DECODE_PERCENTS` is false. The per cent sign comes last, so that `%AZP250A` becomes
 * `%0A`.
 */
export function unescaped(text: string): string {
  return text
    .replaceAll("%3B", ";")
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%5D", "]")
    .replaceAll("%AZP25", "%");
}

export function escaped(text: string): string {
  return text
    .replaceAll("%", "%AZP25")
    .replaceAll(";", "%3B")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A")
    .replaceAll("]", "%5D");
}
