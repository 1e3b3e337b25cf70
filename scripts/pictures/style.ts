/** What the pictures share: GitHub's colours in light and dark mode, and the frame of an SVG. */

const FONT = '-apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif';

/** A CSS class of a picture: its properties in light mode, and those that differ in dark mode. */
export interface Look {
  readonly light: string;
  readonly dark?: string;
}

/** The picture has its own background, so that it is readable on any page. */
const GROUND: Readonly<Record<string, Look>> = {
  ".ground": { light: "fill: #ffffff; stroke: #d1d9e0", dark: "fill: #0d1117; stroke: #3d444d" },
};

/** @param size pixels of the text */
export function styleOf(size: number, looks: Readonly<Record<string, Look>>): string {
  const text = { text: { light: `fill: #1f2328; font: ${size}px ${FONT}`, dark: "fill: #f0f6fc" } };
  const all = Object.entries<Look>({ ...GROUND, ...text, ...looks });
  const light = all.map(([name, look]) => `    ${name} { ${look.light}; }`);
  const dark = all.flatMap(([name, look]) => (look.dark === undefined ? [] : [`      ${name} { ${look.dark}; }`]));
  return ["", ...light, "    @media (prefers-color-scheme: dark) {", ...dark, "    }", "  "].join("\n");
}

/** An SVG on its background. Screen readers read `desc`. */
export function svgOf(
  size: { readonly width: number; readonly height: number },
  words: { readonly title: string; readonly desc: string },
  style: string,
  body: string,
): string {
  const { width, height } = size;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
  <title>${escaped(words.title)}</title>
  <desc>${escaped(words.desc)}</desc>
  <style>${style}</style>
  <rect class="ground" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${body}
</svg>
`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
