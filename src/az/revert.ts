import { isDeepStrictEqual } from "node:util";

/** Three states of a file: before the step, after it, and now. Undefined: the file is not there. */
export interface Versions {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly current: string | undefined;
}

/**
 * Takes the step's change out of a file that others may have changed since: what is now as the step left it becomes as
 * it was before; what others changed stays.
 *
 * @param name of the file; its ending says how it is structured: JSON, else INI; encrypted files count as a whole
 * @returns the text to write; undefined: remove the file
 */
export function revert(name: string, { base, ours, current }: Versions): string | undefined {
  if (current === ours || current === undefined) return base;
  if (name.endsWith(".bin")) return base;
  return name.endsWith(".json") ? revertJson({ base, ours, current }) : revertIni({ base, ours, current });
}

function revertJson(versions: Versions): string | undefined {
  const [base, ours, current] = [versions.base, versions.ours, versions.current].map(parseJson);
  const reverted = revertValue(base, ours, current);
  if (reverted === undefined || isDeepStrictEqual(reverted, base)) return versions.base;
  return JSON.stringify(reverted);
}

/** az writes azureProfile.json with a byte order mark, here as its three bytes in Latin-1. */
function parseJson(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text.replace(/^\u00ef\u00bb\u00bf/, ""));
}

type Members = Readonly<Record<string, unknown>>;

function revertValue(base: unknown, ours: unknown, current: unknown): unknown {
  if (isDeepStrictEqual(current, ours)) return base;
  if (Array.isArray(current)) return revertList(asList(base), asList(ours), current);
  if (!isMembers(current)) return current;
  const [before, after] = [asMembers(base), asMembers(ours)];
  const names = new Set([...Object.keys(current), ...Object.keys(before)]);
  const entries = [...names].map((name) => [name, revertMember(name, before, after, current)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function revertMember(name: string, before: Members, after: Members, current: Members): unknown {
  return revertValue(before[name], after[name], current[name]);
}

/** Lists are sets here: entries the step added go, entries it removed come back. */
function revertList(
  base: readonly unknown[],
  ours: readonly unknown[],
  current: readonly unknown[],
): readonly unknown[] {
  const has = (list: readonly unknown[], entry: unknown) => list.some((one) => isDeepStrictEqual(one, entry));
  const kept = current.filter((entry) => has(base, entry) || !has(ours, entry));
  const removed = base.filter((entry) => !has(ours, entry) && !has(kept, entry));
  return [...kept, ...removed];
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const asMembers = (value: unknown): Members => (isMembers(value) ? value : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Python's configparser: sections of `key = value` lines; each section is taken as one piece. */
function revertIni(versions: Versions): string | undefined {
  const [base, ours, current] = [versions.base, versions.ours, versions.current].map(sections);
  const reverted = revertValue(base, ours, current) as Readonly<Record<string, string>>;
  if (isDeepStrictEqual(reverted, base)) return versions.base;
  const text = Object.entries(reverted)
    .map(([header, body]) => header + body)
    .join("");
  return text === "" ? undefined : text;
}

function sections(text: string | undefined): Readonly<Record<string, string>> {
  const pieces = (text ?? "").split(/^(?=\[)/m).filter((piece) => piece !== "");
  return Object.fromEntries(
    pieces.map((piece) => {
      const end = piece.startsWith("[") ? piece.indexOf("\n") + 1 || piece.length : 0;
      return [piece.slice(0, end), piece.slice(end)];
    }),
  );
}
