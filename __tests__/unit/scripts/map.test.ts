import { describe, expect, test } from "vitest";
import { importsOf } from "../../../scripts/imports.ts";
import { type Arrows, arrowsOf, mapOfSource, reduced, roomOf } from "../../../scripts/map.ts";

/** All pairs connected by a path of arrows, as `room > other`. */
function reachable(arrows: Arrows): ReadonlySet<string> {
  const from = (room: string): readonly string[] => [...(arrows.get(room) ?? [])].flatMap((one) => [one, ...from(one)]);
  return new Set([...arrows.keys()].flatMap((room) => from(room).map((other) => `${room} > ${other}`)));
}

const arrow = (from: string, to: string) => ({ from: `src/${from}/one.ts`, to: `src/${to}/other.ts` });

describe("the map of src/", () => {
  test.each([
    ["src/az/find/locate.ts", "az/find"],
    ["src/az/az.ts", "az"],
  ])("%s is in the room %s", (file, room) => {
    expect(roomOf(file)).toBe(room);
  });

  test("leaves out arrows that a path over other rooms replaces, and nothing else", () => {
    const all = arrowsOf([arrow("a", "b"), arrow("b", "c"), arrow("a", "c"), arrow("a", "a"), arrow("a/x", "a")]);
    const drawn = reduced(all);
    expect([...drawn].map(([room, tos]) => [room, [...tos]])).toEqual([
      ["a", ["b"]],
      ["b", ["c"]],
      ["a/x", ["a"]],
    ]);
  });

  test("shows all connections between the rooms", () => {
    const all = arrowsOf(importsOf("src").filter(({ local }) => local));
    expect(reachable(reduced(all))).toEqual(reachable(all));
    expect(mapOfSource()).toContain("  entry --> job\n");
  });
});
