import { describe, expect, test } from "vitest";
import { importsOf } from "../../../scripts/imports.ts";
import { type Arrows, arrowsOf, folderOf, mapOfSource, reduced } from "../../../scripts/map.ts";

/** All pairs connected by a path of arrows, as `folder > other`. */
function reachable(arrows: Arrows): ReadonlySet<string> {
  const from = (folder: string): readonly string[] =>
    [...(arrows.get(folder) ?? [])].flatMap((one) => [one, ...from(one)]);
  return new Set([...arrows.keys()].flatMap((folder) => from(folder).map((other) => `${folder} > ${other}`)));
}

const arrow = (from: string, to: string) => ({ from: `src/${from}/one.ts`, to: `src/${to}/other.ts` });

describe("the map of src/", () => {
  test.each([
    ["src/az/find/locate.ts", "az/find"],
    ["src/az/az.ts", "az"],
  ])("%s is in the folder %s", (file, folder) => {
    expect(folderOf(file)).toBe(folder);
  });

  test("leaves out arrows that a path over other folders replaces, and nothing else", () => {
    const all = arrowsOf([arrow("a", "b"), arrow("b", "c"), arrow("a", "c"), arrow("a", "a"), arrow("a/x", "a")]);
    const drawn = reduced(all);
    expect([...drawn].map(([folder, tos]) => [folder, [...tos]])).toEqual([
      ["a", ["b"]],
      ["b", ["c"]],
      ["a/x", ["a"]],
    ]);
  });

  test("shows all connections between the folders", () => {
    const all = arrowsOf(importsOf("src").filter(({ local }) => local));
    expect(reachable(reduced(all))).toEqual(reachable(all));
    expect(mapOfSource()).toContain("  entry --> job\n");
  });
});
