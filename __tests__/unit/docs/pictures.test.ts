import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { flowPicture } from "../../../scripts/pictures/flow.ts";
import { markdownOf, pictureOf, rowsOf } from "../../../scripts/pictures/summary.ts";
import { summarize } from "../../../src/results/summary.ts";
import { inputsWith, publicRoot, resultsNamed } from "../samples.ts";

const picture = (name: string) => readFileSync(path.join(import.meta.dirname, "../../../docs/images", name), "utf8");
const svg = picture("summary.svg");

test("the picture of the flow is what its script makes (npm run pictures)", () => {
  expect(picture("flow.svg")).toBe(flowPicture());
});

test.each(["az", "install az", "journal, on disk", "post step, always"])("the flow shows: %s", (name) => {
  expect(flowPicture()).toContain(`>${name}</text>`);
});

/** In pixels, for DejaVu Sans, the widest font that a browser uses if it has none of the named ones. */
const WIDEST = { capital: 9.6, other: 8.9 };

test("no line of the summary is cut where fonts are wide", () => {
  const lines = [...svg.matchAll(/<text x="(\d+)" y="\d+">([^<]*)</g)];
  expect(lines.length).toBeGreaterThan(8);
  const ends = lines.map(([, x, text = ""]) => {
    const widths = [...text].map((letter) => (/[A-Z]/.test(letter) ? WIDEST.capital : WIDEST.other));
    return Number(x) + widths.reduce((sum, width) => sum + width, 0);
  });
  expect(Math.max(...ends)).toBeLessThan(900 - 24);
});

test("the picture of the job summary is what its script makes of its Markdown (npm run pictures)", () => {
  expect(svg).toBe(pictureOf(markdownOf(svg)));
});

test("the picture of the job summary has the heading and the rows that a login writes (npm run pictures)", async () => {
  let markdown = "";
  const roots = [publicRoot(/^CN=ISRG Root X1,/)];
  await summarize(resultsNamed("Team A", { inputs: inputsWith({ roots }) }), {
    summarize: async (text) => {
      markdown += text;
    },
  });
  const names = (text: string) => rowsOf(text).map(([name]) => name);
  expect(names(markdown).length).toBeGreaterThan(5);
  expect(names(markdownOf(svg))).toEqual(names(markdown));
  expect(markdownOf(svg).split("\n")[0]).toBe(markdown.split("\n")[0]);
});

test("the picture shows text as text", () => {
  const picture = pictureOf("### A & B\n\n| | |\n|---|---|\n| Stamp | \\<b\\>&amp;\\| |");
  expect(picture).toContain(">&lt;b&gt;&amp;amp;|</text>");
  expect(markdownOf(picture)).toBe("### A & B\n\n| | |\n|---|---|\n| Stamp | \\<b\\>&amp;\\| |");
});
