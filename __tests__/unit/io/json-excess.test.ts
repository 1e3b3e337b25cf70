import { expect, test } from "vitest";
import { excessOf } from "../../../src/io/json-excess.ts";

test.each([
  ["an object", '{"a":[1,2,{"b":"c"}]}', undefined],
  ["brackets in a text", JSON.stringify({ a: "[".repeat(1000), b: '\\"['.repeat(1000) }), undefined],
  ["an escaped quote", `{"a":"\\"${"[".repeat(100)}"}`, undefined],
  ["no JSON", "<".repeat(100), undefined],
  ["nothing", "", undefined],
  ["a text that never ends", `["${"x".repeat(100_000)}`, undefined],
  ["64 levels", `${"[".repeat(64)}${"]".repeat(64)}`, undefined],
  ["65 levels", `${"[".repeat(65)}${"]".repeat(65)}`, "64 levels"],
  ["levels of both kinds, behind blanks", ` \n${'{"a":['.repeat(40)}`, "64 levels"],
  ["lists beside each other", `[${"[],".repeat(90_000)}[]]`, undefined],
  ["too many of them", `[${"[],".repeat(101_000)}[]]`, "200000 values"],
  ["too many numbers", `[${"1,".repeat(201_000)}1]`, "200000 values"],
])("%s", (_, text, excess) => {
  expect(excessOf(text)).toBe(excess);
});
