/** The job summary as a picture: Markdown in, SVG out, and the Markdown of an SVG again. */

const WIDTH = 900;
const EDGE = 24;
const VALUES_AT = 180;
const LINE = 20;
const PADDING = 16;
const TABLE_AT = 88;
/** About what fits at 14 pixels in the widest of the fonts. */
const LONGEST_LINE = 84;

/** Colours as GitHub's pages have them; the ground is the picture's own, so that it reads on any page. */
const STYLE = `
    .ground { fill: #ffffff; stroke: #d1d9e0; }
    .line { stroke: #d1d9e0; }
    text { fill: #1f2328; font: 14px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
    .title { font-size: 20px; font-weight: 600; }
    .name { font-weight: 600; }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #0d1117; stroke: #3d444d; }
      .line { stroke: #3d444d; }
      text { fill: #f0f6fc; }
    }
  `;

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
  const height = top + EDGE;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
  <title>The job summary of a login</title>
  <desc>${escaped(markdown)}</desc>
  <style>${STYLE}</style>
  <rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>
  <text class="title" x="${EDGE}" y="48">${escaped(heading)}</text>
${rows.join("\n")}
  <path class="line" d="M${EDGE} ${top + 0.5}H${WIDTH - EDGE}"/>
</svg>
`;
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

/** At spaces only: a fingerprint stays whole on a line of its own. */
function folded(text: string): readonly string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || longer.length > LONGEST_LINE) lines.push(word);
    else lines[lines.length - 1] = longer;
    return lines;
  }, []);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
