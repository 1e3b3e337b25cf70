import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { codeOf, pages, ROOT, read } from "./markdown.ts";

/** The keys of a step that contain a script. */
const SCRIPTS = ["run", "script", "bash", "pwsh", "powershell", "inlineScript"];
const workflows = globSync("examples/*/workflow.yml", { cwd: ROOT });
const documents = [
  ...pages().flatMap((page) => codeOf(read(page), "yaml").map((code) => ({ from: page, code }))),
  ...workflows.map((file) => ({ from: file, code: read(file) })),
];
const scripts = documents.flatMap(({ from, code }) => scriptsIn(parse(code)).map((script) => ({ from, script })));

/**
 * A host inserts expanded expressions into the script without quoting, so text from outside would be executed as code.
 */
describe("scripts in examples and documentation", () => {
  test("are there", () => {
    expect(scripts.length).toBeGreaterThan(30);
  });

  test("have outputs and variables by env, and expand nothing", () => {
    const expanded = scripts.filter(({ script }) => /\$\{\{|\$\([A-Za-z_]\w*\.\w+\)|\$\([A-Z_]+\)/.test(script));
    expect(expanded).toEqual([]);
  });

  test("quote the variables that they read", () => {
    const bare = scripts.filter(({ script }) =>
      /\$[A-Za-z_{]/.test(script.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "")),
    );
    expect(bare).toEqual([]);
  });
});

function scriptsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scriptsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    SCRIPTS.includes(name) && typeof inner === "string" ? [inner] : scriptsIn(inner),
  );
}
