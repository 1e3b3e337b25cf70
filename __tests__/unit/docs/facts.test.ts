import { expect, test } from "vitest";
import { read } from "./markdown.ts";

/** Median and text of the cells that begin with a time, `0.53 (0.51 to 0.59)` or `0.5 s`, of the rows that match. */
function timesOf(page: string, row: RegExp): readonly number[] {
  const cells = (read(page).match(row) ?? []).flatMap((line) => line.split("|"));
  return cells.flatMap((cell) => /^ (\d+\.\d+)(?: s| \()/.exec(cell)?.[1] ?? []).map(Number);
}

/** In tenths of seconds; either way where a hundredth stands for what was measured more exactly. */
const isRounded = (time: number, measured: readonly number[]) => measured.some((one) => Math.abs(one - time) < 0.0501);

test("the table that opens docs/performance.md has the times that were measured", () => {
  const [opening = ""] = read("docs/performance.md").split("\n## How it was measured\n");
  const claimed = [...opening.matchAll(/ (\d+\.\d) s /g)].map(([, time]) => Number(time));
  const measured = timesOf("docs/performance.md", /^\| (?:az 2\.|azs-login ).*$/gm);
  expect(claimed.length).toBeGreaterThan(10);
  expect(claimed.filter((time) => !isRounded(time, measured))).toEqual([]);
});

test("the times that the README compares are those of docs/performance.md", () => {
  const rows = read("README.md").match(/^\| (?:time of the step|first `az group list`).*$/gm) ?? [];
  const measured = timesOf("docs/performance.md", /^\| az 2\.66\.2, (?:cold|warm).*$/gm);
  const claimed = rows.flatMap((row) => row.match(/\d+\.\d+(?= s\b)/g) ?? []).map(Number);
  expect(claimed).toHaveLength(7);
  expect(claimed.filter((time) => !isRounded(time, measured))).toEqual([]);
});

test("the README compares times in one table, and no other page of text has them", () => {
  const pages = ["README.md", "docs/az.md", "docs/migration.md", "docs/enterprise.md", "docs/limits.md"];
  const prose = pages.flatMap((page) =>
    read(page)
      .split("\n")
      .filter((line) => !line.startsWith("|")),
  );
  expect(prose.filter((line) => /\b\d+\.\d+ s(?:econds?)?\b/.test(line))).toEqual([]);
});

test("the changelog has a section for the version of this package, which its release quotes", () => {
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  const [, section = ""] = read("CHANGELOG.md").split(`\n## [${version}] - `);
  expect(section.split("\n## ")[0]).toMatch(/^(?:\d{4}-\d\d-\d\d|Unreleased)\n[\s\S]*\n- \S/);
});
