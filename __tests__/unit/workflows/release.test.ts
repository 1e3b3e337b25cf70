import { describe, expect, it, test } from "vitest";
import { type Facts, namesOf, notesOf, numbersOf, problemsOf } from "../../../scripts/release/release.ts";

const FACTS: Facts = {
  tag: "v1.2.3",
  tagged: "a1",
  built: "a1",
  onMain: true,
  versions: { "package.json": "1.2.3", "task.json": "1.2.3" },
  changelog: "# Changelog\n\n## 1.2.3\n\nA fix.\n",
};

describe("a tag", () => {
  it("has three numbers", () => expect(numbersOf("v1.20.3")).toEqual([1, 20, 3]));

  it.each(["1.2.3", "v1", "v1.2", "v1.2.3-rc.1", "v01.2.3", "v1.2.3\n", "v1.2.3 v1.2.4", ""])("%j is none", (tag) => {
    expect(numbersOf(tag)).toBeUndefined();
    expect(problemsOf({ ...FACTS, tag })).toEqual([`${tag} is no tag of a release: v1.2.3 is.`]);
  });
});

describe("a release", () => {
  it("is one whose tag, commit, versions and changelog agree", () => expect(problemsOf(FACTS)).toEqual([]));

  it.each<[Partial<Facts>, string]>([
    [{ tagged: "b2" }, "v1.2.3 points at b2, but a1 was checked out."],
    [{ onMain: false }, "a1 is not part of the main branch."],
    [{ versions: { ...FACTS.versions, "task.json": "1.2.2" } }, "task.json states 1.2.2, not 1.2.3."],
    [{ versions: { ...FACTS.versions, "task.json": "" } }, "task.json states no version, not 1.2.3."],
    [{ changelog: "" }, "CHANGELOG.md has nothing under “## 1.2.3”."],
    [{ changelog: "## 1.2.3\n\n## 1.2.2\n\nOld.\n" }, "CHANGELOG.md has nothing under “## 1.2.3”."],
  ])("%o is refused", (change, problem) => expect(problemsOf({ ...FACTS, ...change })).toEqual([problem]));

  it("is refused with all that is wrong", () => {
    const wrong = { tagged: "b2", onMain: false, versions: { "package.json": "1.0.0" }, changelog: "" };
    expect(problemsOf({ ...FACTS, ...wrong })).toHaveLength(4);
  });
});

describe("notes", () => {
  const changelog = [
    "# Changelog",
    "## [Unreleased]\n\nMore.",
    "## [1.10.0] - 2026-12-01\n\n### Added\n\n- Ten.",
    "## 1.1.0 (2026-11-01)\n\n- One.\n\n```\n## no heading of a version\n```",
    "## v1.0.0\n\n- First.\n\n[Unreleased]: https://example.test/compare\n[1.10.0]: https://example.test/1.10.0\n",
  ].join("\n\n");

  test.each([
    ["1.10.0", "### Added\n\n- Ten."],
    ["1.0.0", "- First."],
    ["1.1", ""],
    ["1.1.00", ""],
    ["2.0.0", ""],
  ])("of %s", (version, notes) => expect(notesOf(changelog, version)).toBe(notes));
});

describe("the major tag", () => {
  const tags = ["v1", "v1.0.0", "v1.9.0", "v2.0.0", "v2", "v1.11.0-rc.1", "nightly", ""];

  test.each([
    ["v1.10.0", "v1", false],
    ["v1.9.0", "v1", false],
    ["v1.8.9", undefined, false],
    ["v2.0.1", "v2", true],
    ["v3.0.0", "v3", true],
    ["v1", undefined, false],
  ])("after %s: %s, newest of all: %s", (tag, major, latest) => {
    expect(namesOf(tag, [...tags, tag])).toEqual({ major, latest });
  });
});
