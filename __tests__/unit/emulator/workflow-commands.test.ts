import { describe, expect, test } from "vitest";
import { pairsOf, visibleLog } from "../../../emulator/workflow-commands.ts";

describe("a file command's pairs", () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["nothing", "", {}],
    ["a line", "name=value\n", { name: "value" }],
    ["lines", "one=1\ntwo=2", { one: "1", two: "2" }],
    ["a value with signs of the format", "url=https://x/?a=b<<c\n", { url: "https://x/?a=b<<c" }],
    ["an empty value", "name=\n", { name: "" }],
    ["a block", "name<<EOF\nvalue\nEOF\n", { name: "value" }],
    ["a block of several lines", "name<<EOF\none\n\ntwo=2\nEOF\nnext=3\n", { name: "one\n\ntwo=2", next: "3" }],
    ["an empty block", "name<<EOF\nEOF\n", { name: "" }],
    ["the toolkit's delimiter", "name<<ghadelimiter_1-2\nvalue\nghadelimiter_1-2\n", { name: "value" }],
    ["a block that holds a block's start", "name<<A\nother<<B\nA\n", { name: "other<<B" }],
    ["a name twice", "name=1\nname=2\n", { name: "2" }],
    ["lines without a sign", "\nnothing\n", {}],
  ])("%s", (_, text, pairs) => {
    expect(pairsOf(text)).toEqual(pairs);
  });

  test("lines of Windows are such on Windows only; a value's own ends stay", () => {
    const text = "name=value\r\nblock<<EOF\r\none\r\ntwo\nthree\r\nEOF\r\n";
    expect(pairsOf(text, "\r\n")).toEqual({ name: "value", block: "one\r\ntwo\nthree" });
    expect(pairsOf("name=value\r\n", "\n")).toEqual({ name: "value\r" });
  });

  test("a block without an end is an error", () => {
    expect(() => pairsOf("name<<EOF\nvalue\n")).toThrow("no end of name: EOF");
  });
});

describe("the log as a user sees it", () => {
  const seen = (raw: string, ...known: string[]) => {
    const masks = new Set(known);
    return { log: visibleLog(raw, masks), masks: [...masks] };
  };

  test("hides a mask from its command on, and the command itself", () => {
    expect(seen("a hunter2\n::add-mask::hunter2\nb hunter2 hunter2")).toEqual({
      log: "a hunter2\nb *** ***",
      masks: ["hunter2"],
    });
  });

  test("hides what was masked earlier in the job", () => {
    expect(seen("hunter2", "hunter2").log).toBe("***");
  });

  test("hides the longer one of two masks that overlap", () => {
    expect(seen("abcdef abc", "abc", "abcdef").log).toBe("*** ***");
  });

  test("takes a mask for a text, not for a pattern", () => {
    expect(seen("a.c abc $& x", "a.c", "$&").log).toBe("*** abc *** x");
  });

  test("reads a mask's escapes, the percent sign last, and ends a line as either system does", () => {
    expect(seen("::add-mask::50%25 off\n50% off").log).toBe("***");
    expect(seen("::add-mask::a%250Ab\na%0Ab").log).toBe("***");
    expect(seen("::add-mask::hunter2\r\nhunter2\r\n").log).toBe("***\n");
    expect(seen("::add-mask::one%0D%0Atwo").masks).toEqual(["one\r\ntwo"]);
  });

  test("leaves other commands and an empty mask alone", () => {
    expect(seen("::add-mask::\n::warning::x\ntext").log).toBe("::warning::x\ntext");
  });
});
