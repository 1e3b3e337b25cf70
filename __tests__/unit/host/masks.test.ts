import { describe, expect, test } from "vitest";
import { masksOf } from "../../../src/host/masks.ts";

describe("masked is", () => {
  test.each<[string, string, readonly string[]]>([
    ["one line", "hunter2", ["hunter2"]],
    ["one short line", "abc", ["abc"]],
    ["one line as it is and URL-encoded", "-s3cret~@/+=", ["-s3cret~@/+=", "-s3cret~%40%2F%2B%3D"]],
    ["one line without the space around it", " hunter2\t", ["hunter2"]],
    ["one line without its quotes", "'hunter2'", ["'hunter2'", "hunter2"]],
    ["one line as JSON writes it", 'a"b', ['a"b', "a%22b", 'a\\"b']],
    ["every line of several", "first1\nsecond2", ["first1", "second2"]],
    ["every line of several with CRLF", "first1\r\nsecond2\r\n", ["first1", "second2"]],
    ["a line once", "same1\nsame1", ["same1"]],
    ["of several lines those that say something", "{\n  secret1\n}\n==\nabc", ["secret1"]],
    ["half a character as what stands for it", "a\uD800b", ["a\uD800b", "a%EF%BF%BDb", "a\\ud800b"]],
    ["nothing of nothing", "", []],
    ["nothing of white space", " \n\t\r\n ", []],
  ])("%s", (_, secret, masks) => {
    expect(masksOf(secret)).toEqual(masks);
  });

  test("never a text of several lines, which no line of a log could match", () => {
    for (const mask of masksOf("-----BEGIN KEY-----\r\nAAAA\r\nBBBB\n-----END KEY-----"))
      expect(mask).not.toMatch(/[\r\n]/);
  });

  test("not more than a runner can compare with each line", () => {
    expect(masksOf("line5\n".repeat(5000).replaceAll(/5/g, () => String(Math.random()))).length).toBeLessThan(3000);
  });
});
