import { expect, test } from "vitest";
import { render, waitSection } from "../../../scripts/bench/report.ts";
import { read } from "./markdown.ts";

const page = read("docs/performance.md");

/** The medians of a row of docs/performance.md, in seconds. */
function medians(section: string, row: string): readonly number[] {
  const [, text = ""] = page.split(`\n## ${section}\n`);
  const found = text
    .split("\n## ")[0]
    ?.split("\n")
    .find((line) => line.startsWith(`| ${row} |`));
  return (found ?? "")
    .split("|")
    .flatMap((cell) => /^ (\d+\.\d+) \(/.exec(cell)?.[1] ?? [])
    .map(Number);
}

/** The times in the rows of a table that begin like this. */
const claimed = (file: string, row: string) =>
  (
    read(file)
      .split("\n")
      .find((line) => line.startsWith(`| ${row}`)) ?? ""
  )
    .match(/\d+\.\d+(?= s\b)/g)
    ?.map(Number);

/**
 * Compares in tenths of seconds. The page shows hundredths of more exact values, so both ways of rounding are allowed.
 */
function expectRounded(times: readonly number[] | undefined, exact: readonly number[]): void {
  expect(times).toHaveLength(exact.length);
  for (const [index, time] of (times ?? []).entries()) {
    expect(Math.abs(time - (exact[index] ?? Number.NaN)), `${time} of ${exact.join()}`).toBeLessThan(0.0501);
  }
}

const ours = (section: string, row: string) => medians(section, row)[0] ?? Number.NaN;
const step = (label: string) => medians("The step", label);
const next = (label: string) => medians("The job's next az command", `${label}: \`az group list\``);
const AZS = ["az 2.45.0", "az 2.66.2"];
const installing = medians("Installing az", "azs-login");

test.each([
  ...AZS.flatMap((az) => [
    [`The runner has ${az}; first job on the machine`, [step(`${az}, cold`)[0], next(`${az}, cold`)[0]]],
    [`The runner has ${az}; later jobs`, [step(`${az}, warm`)[0], next(`${az}, warm`)[0]]],
  ]),
  ["The step installs az 2.66.2 from a folder of wheels", installing.slice(0, 2)],
  ["Later jobs with that az", installing.slice(2)],
  ["The post step, `trust-stores: bundle`", medians("Trust stores", "az 2.66.2, post step").slice(1)],
  ["The post step, `trust-stores: auto` as root", [ours("Trust stores", "az 2.66.2, post step")]],
] as [string, number[]][])("docs/performance.md begins with the measured times: %s", (row, exact) => {
  expectRounded(claimed("docs/performance.md", row), exact);
});

test("the README compares the times of docs/performance.md", () => {
  const [cold, warm] = ["az 2.66.2, cold", "az 2.66.2, warm"] as [string, string];
  const both = [step(cold), step(warm)];
  expectRounded(
    claimed("README.md", "time of the step"),
    [...both.map(([mine]) => mine), ...both.map(([, peer]) => peer)].map(Number),
  );
  expectRounded(
    claimed("README.md", "first `az group list`"),
    [next(cold)[0], next(warm)[0], next(warm)[1]].map(Number),
  );
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

test("docs/performance.md begins with the text of the bench, except for the times", () => {
  const written = render(waitSection([{ title: "", body: [], waits: [{ job: "A job", step: [1240, 1260] }] }]));
  expect(written).toContain("| A job | 1.3 s |  |\n");
  const words = (text: string) => text.split("\n").filter((line) => !/^\| .* s \|/.test(line));
  const [, opening = ""] = /^# Performance\n\n([\s\S]*?\n)\n## How it was measured\n/.exec(page) ?? [];
  expect(words(opening)).toEqual(words(written));
});
