/** A filtered or decoded text, with the position of each character in the original. */
export interface View {
  readonly text: string;
  /** Where each character begins and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Escapes of a character in a URL, a form, JSON, a shell or HTML. */
const ESCAPE =
  /%(?<url>[0-9a-f]{2})|\\u(?<json>[0-9a-f]{4})|\\u\{(?<point>[0-9a-f]{1,6})\}|\\x(?<hex>[0-9a-f]{2})|\\(?<octal>[0-3][0-7]{2})|\\(?<sign>[nrtbf"'\\/])|&#x(?<entityHex>[0-9a-f]{1,6});|&#(?<entity>\d{1,7});|&(?<name>amp|lt|gt|quot|apos|nbsp);/gi;
const SIGNS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const NAMES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
/** Levels of escaping that are decoded; text with more was made to mislead. */
const MOST_LEVELS = 3;

/** The text as it is, and with its escapes decoded once, twice, and so on. */
export function readings(text: string): readonly View[] {
  const all = [asIs(text)];
  for (let view = all[0]; view !== undefined && all.length <= MOST_LEVELS; ) {
    view = decoded(view);
    if (view !== undefined) all.push(view);
  }
  return all;
}

/** Only ASCII letters and digits, in lower case: these survive quoting, wrapping, joining and cleaning of a secret. */
export function letters(view: View): View {
  return filtered(view, /[a-z0-9]/i);
}

/** All but white space, in lower case: for secrets that consist mostly of punctuation. */
export function visible(view: View): View {
  return filtered(view, /\S/);
}

function asIs(text: string): View {
  const starts = Array.from({ length: text.length }, (_, index) => index);
  return { text, starts, ends: starts.map((index) => index + 1) };
}

function decoded({ text, starts, ends }: View): View | undefined {
  const found = [...text.matchAll(ESCAPE)];
  if (found.length === 0) return undefined;
  const view = { text: "", starts: [] as number[], ends: [] as number[] };
  let done = 0;
  const keep = (end: number) => {
    view.text += text.slice(done, end);
    for (let index = done; index < end; index++) {
      view.starts.push(starts[index] ?? 0);
      view.ends.push(ends[index] ?? 0);
    }
  };
  for (const match of found) {
    keep(match.index);
    done = match.index + match[0].length;
    view.text += characterOf(match.groups ?? {});
    view.starts.push(starts[match.index] ?? 0);
    view.ends.push(ends[done - 1] ?? 0);
  }
  keep(text.length);
  return view;
}

function characterOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { sign, name, entity, octal } = groups;
  if (sign !== undefined) return SIGNS[sign.toLowerCase()] ?? sign;
  if (name !== undefined) return NAMES[name.toLowerCase()] ?? " ";
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  const hex = groups["url"] ?? groups["json"] ?? groups["point"] ?? groups["hex"] ?? groups["entityHex"];
  return String.fromCharCode(hex === undefined ? Number(entity) : Number.parseInt(hex, 16));
}

function filtered({ text, starts, ends }: View, pattern: RegExp): View {
  const view = { text: "", starts: [] as number[], ends: [] as number[] };
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (!pattern.test(character)) continue;
    const lower = character.toLowerCase();
    view.text += lower.length === 1 ? lower : character;
    view.starts.push(starts[index] ?? 0);
    view.ends.push(ends[index] ?? 0);
  }
  return view;
}
