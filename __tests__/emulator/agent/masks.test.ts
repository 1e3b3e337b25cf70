import { describe, expect, test } from "vitest";
import { createSecretMasker } from "../../../emulator/agent/secret-masker.ts";
import { CONNECTION, openAgent } from "./support.ts";

function masking(...values: readonly string[]) {
  const masker = createSecretMasker();
  for (const value of values) masker.add(value);
  return masker.mask;
}

describe("a mask hides", () => {
  test.each([
    ["a value", ["abc"], "xabcx", "x***x"],
    ["one letter", ["a"], "bab", "b***b"],
    ["values that overlap or touch, as one", ["abc", "bcd", "ef"], "abcdef", "***"],
    ["a value that overlaps itself", ["aa"], "aaa b", "*** b"],
    ["its form in JSON", ['a"b\\c'], 'x a\\"b\\\\c', "x ***"],
    ["its form in a URL, with what JavaScript leaves as it is", ["a b'(c)"], "a%20b%27%28c%29", "***"],
    ["it without backslashes", ["a\\\\b"], "a\\b", "***"],
    [
      "the password in a URL",
      [],
      "https://user:pa%20ss@host/ and http://host:80/",
      "https://user:***@host/ and http://host:80/",
    ],
  ])("%s", (_what, values, text, seen) => {
    expect(masking(...values)(text)).toBe(seen);
  });

  test("nothing of a value with several lines, and nothing for an empty one", () => {
    const mask = masking("one\ntwo", "");
    expect(["one", "two", ""].map(mask)).toEqual(["one", "two", ""]);
  });

  test("a secret of the pipeline also in base64, trimmed and without quotes", () => {
    const masker = createSecretMasker();
    masker.addGiven("'it is\nquoted' ");
    masker.addGiven("'simple'");
    expect(masker.mask(`x${Buffer.from("'it is\nquoted' ").toString("base64")}`)).toBe("x***");
    expect(masker.mask("simple")).toBe("***");
    expect(masker.mask("'it is%0Aquoted'")).toBe("***");
  });
});

test("a job masks what its connections, secure files and token hold, from its beginning, and the rest from its command on", async () => {
  const agent = await openAgent(
    {
      main: `
        say("early-secret client-of-it key-of-it tenant-of-it admit-one token-of-the-job");
        tell("task.setsecret", "early-secret"); say("an early-secret");
        tell("task.setvariable variable=v;issecret=true", "semi;colon]"); say("semi%3Bcolon%5D semi;colon]");
        tell("task.setvariable variable=w;issecret=true", "50% of; it"); say("50%AZP25 of%3B it");
        console.error("an early-secret");
      `,
    },
    { connections: [CONNECTION], secureFiles: [{ id: "1", name: "a", ticket: "admit-one" }] },
  );
  expect((await agent.main({})).log.split("\n")).toEqual([
    "early-secret *** *** tenant-of-it *** ***",
    "an ***",
    "*** ***",
    "***",
    "an ***",
    "",
  ]);
});
