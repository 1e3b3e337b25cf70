/** Draws the job summary as an SVG from its Markdown, and reads the Markdown of such an SVG. */
import { escaped, type Look, styleOf, svgOf } from "./style.ts";

const WIDTH = 900;
const EDGE = 24;
const VALUES_AT = 224;
const LINE = 20;
const PADDING = 16;
const TABLE_AT = 88;
/**
 * The number of characters that fit at 14 pixels in the widest fonts (DejaVu Sans, Verdana), even in a fingerprint's
 * capitals.
 */
const LONGEST_LINE = 68;

const LOOKS: Readonly<Record<string, Look>> = {
  ".line": { light: "stroke: #d1d9e0", dark: "stroke: #3d444d" },
  ".title": { light: "font-size: 20px; font-weight: 600" },
  ".name": { light: "font-weight: 600" },
};

/** @param markdown a heading and a table of two columns, as `summarize` in src/results/summary.ts writes them */
export function pictureOf(markdown: string): string {
  const heading = /^### (.*)$/m.exec(markdown)?.[1] ?? "";
  let top = TABLE_AT;
  const rows = rowsOf(markdown).map(([name, value]) => {
    const lines = folded(value);
    const height = lines.length * LINE + PADDING;
    const row = rowAt(top, name, lines);
    top += height;
    return row;
  });
  const body = [
    `  <text class="title" x="${EDGE}" y="48">${escaped(heading)}</text>`,
    ...rows,
    `  <path class="line" d="M${EDGE} ${top + 0.5}H${WIDTH - EDGE}"/>`,
  ];
  const size = { width: WIDTH, height: top + EDGE };
  return svgOf(size, { title: "The job summary of a login", desc: markdown }, styleOf(14, LOOKS), body.join("\n"));
}

/** The Markdown that a picture was made from. */
export function markdownOf(svg: string): string {
  const text = /<desc>([\s\S]*?)<\/desc>/.exec(svg)?.[1] ?? "";
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Names and values of the table, without Markdown's escapes. */
export function rowsOf(markdown: string): readonly (readonly [name: string, value: string])[] {
  const rows = [...markdown.matchAll(/^\| (\S.*?) \| (.*) \|$/gm)];
  return rows.map(([, name = "", value = ""]) => [name, value.replaceAll(/\\(.)/g, "$1")] as const);
}

function rowAt(top: number, name: string, lines: readonly string[]): string {
  const firstAt = top + PADDING / 2 + 15;
  const texts = lines.map(
    (line, index) => `  <text x="${VALUES_AT}" y="${firstAt + index * LINE}">${escaped(line)}</text>`,
  );
  return [
    `  <path class="line" d="M${EDGE} ${top + 0.5}H${WIDTH - EDGE}"/>`,
    `  <text class="name" x="${EDGE + 12}" y="${firstAt}">${escaped(name)}</text>`,
    ...texts,
  ].join("\n");
}

/**
 * Breaks lines at spaces. A word that is too long for a line, such as a fingerprint, is halved after a colon and gets
 * two lines.
 */
function folded(text: string): readonly string[] {
  return text
    .split(" ")
    .flatMap(halved)
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      const longer = last === undefined ? word : `${last} ${word}`;
      if (last === undefined || longer.length > LONGEST_LINE) lines.push(word);
      else lines[lines.length - 1] = longer;
      return lines;
    }, []);
}

function halved(word: string): readonly string[] {
  if (word.length <= LONGEST_LINE) return [word];
  const middle = word.indexOf(":", word.length / 2) + 1;
  return [word.slice(0, middle), word.slice(middle)];
}
