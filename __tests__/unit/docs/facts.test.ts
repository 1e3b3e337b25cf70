import { expect, test } from "vitest";
import { read } from "./markdown.ts";

test("the times that the README compares are those of docs/performance.md", () => {
  const rows = read("README.md").match(/^\| (?:time of the step|the job's first).*$/gm) ?? [];
  const measured = (read("docs/performance.md").match(/^\| az 2\.66\.2, (?:cold|warm).*$/gm) ?? [])
    .flatMap((row) => row.split("|"))
    .map((cell) => /^ (\d+\.\d\d) \(/.exec(cell)?.[1]);
  const claimed = rows.flatMap((row) => row.match(/\d+\.\d+(?= s\b)/g) ?? []);
  expect(claimed).toHaveLength(7);
  expect(claimed.filter((time) => !measured.includes(time))).toEqual([]);
});

test("the changelog has a section for the version of this package, which its release quotes", () => {
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  const [, section = ""] = read("CHANGELOG.md").split(`\n## [${version}] - `);
  expect(section.split("\n## ")[0]).toMatch(/^(?:\d{4}-\d\d-\d\d|Unreleased)\n[\s\S]*\n- \S/);
});
