import { isDeepStrictEqual } from "node:util";

/** Three states of a file as Latin-1 text: before the step, after it, and now. Undefined: the file does not exist. */
export interface Versions {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly current: string | undefined;
}

/**
 * Takes the step's change out of a file that others may have changed since. What the step changed gets its former
 * value; what it added is removed, even if others changed it since; what others added or changed stays.
 *
 * @param name of the file; its extension gives its format: `.json`, `.bin` (encrypted, reverted as a whole), else INI
 * @returns the text to write; undefined: remove the file
 * @throws SyntaxError if others left invalid JSON
 */
export function revert(name: string, versions: Versions): string | undefined {
  const { base, ours, current } = versions;
  if (ours === base) return current;
  if (current === ours || current === undefined || name.endsWith(".bin")) return base;
  const format = name.endsWith(".json") ? JSON_FORMAT : INI_FORMAT;
  const now = format.parse(current);
  const empty = Array.isArray(now) ? [] : {};
  const before = base === undefined ? empty : format.parse(base);
  const reverted = revertValue(before, ours === undefined ? empty : format.parse(ours), now, format.containers);
  if (base === undefined && isEmpty(reverted)) return undefined;
  if (isDeepStrictEqual(reverted, before)) return base;
  return isDeepStrictEqual(reverted, now) ? current : format.print(reverted, current);
}

type Members = Readonly<Record<string, unknown>>;

/** @param containers how many levels, from here down, are groups of entries; the entries themselves are below them */
function revertValue(base: unknown, ours: unknown, current: unknown, containers: number): unknown {
  if (isDeepStrictEqual(ours, base)) return current;
  if (isDeepStrictEqual(current, ours)) return base;
  if (base === undefined && containers < 1) return undefined;
  if (Array.isArray(current)) return orNothing(revertList(base, ours, current), base);
  if (!isMembers(current)) return current;
  return orNothing(revertMembers(asMembers(base), asMembers(ours), current, containers), base);
}

function revertMembers(base: Members, ours: Members, current: Members, containers: number): Members {
  const names = new Set([...Object.keys(base), ...Object.keys(current)]);
  const entries = [...names].map(
    (name) => [name, revertValue(base[name], ours[name], current[name], containers - 1)] as const,
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** az's lists are sets of logins whose details change; two entries are the same if they name the same login. */
function revertList(base: unknown, ours: unknown, current: readonly unknown[]): readonly unknown[] {
  return Object.values(revertMembers(byIdentity(base), byIdentity(ours), byIdentity(current), 0));
}

/** Drops a group that did not exist before and to which nobody else added anything. */
function orNothing(value: object, base: unknown): unknown {
  return base === undefined && isEmpty(value) ? undefined : value;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

const IDENTITY = ["id", "environmentName", "client_id", "tenant", "servicePrincipalId", "servicePrincipalTenant"];

function byIdentity(list: unknown): Members {
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  return Object.fromEntries(
    entries.map((entry) => {
      const named = isMembers(entry) && IDENTITY.some((name) => name in entry);
      return [JSON.stringify(named ? IDENTITY.map((name) => entry[name]) : entry), entry];
    }),
  );
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asMembers = (value: unknown): Members => (isMembers(value) ? value : {});

interface Format {
  /** Levels of groups above the entries: two in az's JSON files, one (the sections) in its INI files. */
  readonly containers: number;
  parse(text: string): unknown;
  /** @param like the text whose byte order mark, or lack of one, it copies */
  print(value: unknown, like: string): string | undefined;
}

/** az writes azureProfile.json with UTF-8's byte order mark, here its three bytes in Latin-1. */
const MARK = "\u00ef\u00bb\u00bf";

const JSON_FORMAT: Format = {
  containers: 2,
  parse: (text) => JSON.parse(Buffer.from(text.replace(MARK, ""), "latin1").toString("utf8")),
  print(value, like) {
    const text = Buffer.from(JSON.stringify(value), "utf8").toString("latin1");
    return like.startsWith(MARK) ? MARK + text : text;
  },
};

/** Python's configparser: sections of `key = value` lines, continued by indented ones; "" has the lines before them. */
const INI_FORMAT: Format = {
  containers: 1,
  parse: (text) =>
    Object.fromEntries(
      text
        .split(/^(?=\[)/m)
        .filter((piece) => piece.trim() !== "")
        .map((piece) => {
          const [first = "", ...rest] = piece.split("\n");
          return first.startsWith("[") ? [first.trim(), iniLines(rest)] : ["", iniLines([first, ...rest])];
        }),
    ),
  print(value) {
    const sections = Object.entries(value as Readonly<Record<string, Readonly<Record<string, string>>>>).map(
      ([header, lines]) => [...(header === "" ? [] : [header]), ...Object.values(lines)].join("\n"),
    );
    return sections.length === 0 ? undefined : `${sections.join("\n\n")}\n\n`;
  },
};

function iniLines(lines: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  let last = "";
  for (const line of lines.filter((text) => text.trim() !== "")) {
    if (/^\s/.test(line) && last !== "") found[last] += `\n${line}`;
    else {
      last = /^[^#;][^=:]*/.exec(line)?.[0].trim() ?? line;
      found[last] = line;
    }
  }
  return found;
}
