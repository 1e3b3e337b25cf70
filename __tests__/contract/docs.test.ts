import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { PLACEHOLDERS } from "../../scripts/placeholders.ts";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { FailureKind } from "../../src/errors/failure.ts";
import { ROOT, read } from "./repository.ts";

const readme = read("README.md");

it("the generated documentation is current (node scripts/docs.ts)", () => {
  const check = () => execFileSync(process.execPath, ["scripts/docs.ts", "--check"], { cwd: ROOT, stdio: "pipe" });
  expect(check).not.toThrow();
});

describe("README.md", () => {
  const quoted = [...readme.matchAll(/^### `(AZS\d+): (.*)`$/gm)].map(([, code = "", words = ""]) => ({ code, words }));

  it.each(quoted)("quotes $code as it reads", ({ code, words }) => {
    // `…` stands for names, so at either end of a piece something else may stand.
    const pieces = words.split("…").map((piece) => piece.trim());
    const problem = problemOf(code);
    expect(problem.startsWith(pieces[0] ?? "")).toBe(true);
    for (const piece of pieces) expect(problem).toContain(piece);
  });

  it("quotes errors", () => {
    expect(quoted.length).toBeGreaterThan(5);
  });
});

it.each(["README.md", "docs/images/flow.svg"])("%s promises no tool that reaches no stamp", (file) => {
  expect(read(file)).not.toMatch(/packer|azure\.azcollection/i);
});

function problemOf(code: string): string {
  const kinds: readonly FailureKind<never>[] = Object.values(catalogue).flatMap((room) => Object.values(room));
  return kinds.find((kind) => kind.code === code)?.text(PLACEHOLDERS as never).problem ?? "no such code";
}
