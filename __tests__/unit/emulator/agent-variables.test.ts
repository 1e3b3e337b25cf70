import { describe, expect, test } from "vitest";
import { expandMacros } from "../../../emulator/agent/macros.ts";
import { createSecretMasker } from "../../../emulator/agent/secret-masker.ts";
import { createVariables } from "../../../emulator/agent/variables.ts";

type Given = Readonly<Record<string, string>>;

/** The variables that a step gets; those in `secret` are secrets. */
function atStep(open: Given, secret: Given = {}) {
  const masker = createSecretMasker();
  const variables = createVariables(masker);
  for (const [name, value] of Object.entries(open)) variables.set(name, value);
  for (const [name, value] of Object.entries(secret)) variables.set(name, value, { secret: true });
  return { variables, masker, warnings: variables.recalculate() };
}

describe("macros in a text", () => {
  test.each([
    ["$(a)$(b)", "12"],
    ["$(none)$(a)", "$(none)1"],
    ["$($(a)", "$(1"],
    ["$($(a))", "$(1)"],
    ["$(none $(a) $(b))", "$(none 1 2)"],
    ["$()$(a", "$()$(a"],
    ["$(macro)$(a)", "$(a)1"],
    ["$(empty)$(a)", "1"],
    ["$(a\n)", "x"],
  ])("%j", (text, expected) => {
    const known = new Map([
      ["a", "1"],
      ["b", "2"],
      ["macro", "$(a)"],
      ["empty", ""],
      ["a\n", "x"],
    ]);
    expect(expandMacros(text, (name) => known.get(name))).toBe(expected);
  });
});

describe("variables of a job", () => {
  test("come expanded, by their names in any case", () => {
    const { variables } = atStep({ outer: "<$(Inner)>", inner: "$(most)$(none)", most: "1" });
    expect(variables.get("OUTER")?.value).toBe("<1$(none)>");
    expect(variables.expand("$(outer)$($(Most)")).toBe("<1$(none)>$(1");
  });

  test("are what they were set to until the next step", () => {
    const { variables } = atStep({ b: "1" });
    variables.set("a", "$(b)");
    expect([variables.get("a")?.value, variables.expand("$(a)")]).toEqual(["$(b)", "$(b)"]);
    variables.recalculate();
    expect(variables.get("a")?.value).toBe("1");
  });

  test("whose macros hold a secret are secrets, and stay so when they are set again", () => {
    const { variables, masker } = atStep({ a: "with $(b)", b: "$(c)" }, { c: "hidden" });
    expect(variables.get("a")).toMatchObject({ value: "with hidden", secret: true });
    variables.set("a", "another");
    variables.recalculate();
    expect(variables.get("a")).toMatchObject({ value: "another", secret: true });
    expect(masker.mask("with hidden, another")).toBe("***, ***");
  });

  test("that lead to themselves stay as they are, all of them, with a warning", () => {
    const { variables, warnings } = atStep({ a: "$(c) $(b)", b: "$(c) $(A)", own: "$(c)$(own)" }, { c: "hidden" });
    expect(variables.get("a")).toMatchObject({ value: "$(c) $(b)", secret: false });
    expect(variables.get("b")).toMatchObject({ value: "$(c) $(A)", secret: false });
    expect(variables.get("own")).toMatchObject({ value: "$(c)$(own)", secret: false });
    expect(warnings).toEqual(
      ["a", "b", "own"].map((name) => `Unable to expand variable '${name}'. A cyclical reference was detected.`),
    );
  });

  test("lead 49 macros far, and no further", () => {
    const chain = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`v${at}`, `$(v${at + 1})`]));
    const { variables, warnings } = atStep({ ...chain, v50: "end" });
    expect([variables.get("v0")?.value, variables.get("v1")?.value]).toEqual(["$(v1)", "end"]);
    expect(warnings).toEqual(["Unable to expand variable 'v0'. The max expansion depth (50) was exceeded."]);
  });

  test("that are unset are gone", () => {
    const { variables } = atStep({ a: "$(b)", b: "1" });
    variables.unset("B");
    expect(variables.get("b")).toBeUndefined();
    variables.recalculate();
    expect(variables.get("a")?.value).toBe("$(b)");
  });
});
