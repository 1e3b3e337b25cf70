import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { markdownOf, pictureOf, rowsOf } from "../../../scripts/pictures/summary.ts";
import { summarize } from "../../../src/results/summary.ts";
import { inputsWith, publicRoot, resultsNamed } from "../samples.ts";

const svg = readFileSync(path.join(import.meta.dirname, "../../../docs/images/summary.svg"), "utf8");

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
