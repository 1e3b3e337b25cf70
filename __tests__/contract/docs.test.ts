import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { FailureKind } from "../../src/errors/failure.ts";
import { ROOT, read, readAction } from "./repository.ts";

const readme = read("README.md");
const action = readAction();

it("the generated documentation is current (node scripts/docs.ts)", () => {
  const check = () => execFileSync(process.execPath, ["scripts/docs.ts", "--check"], { cwd: ROOT, stdio: "pipe" });
  expect(check).not.toThrow();
});

describe("README.md", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].map(([, file = "", anchor = ""]) => ({
    file: file || "README.md",
    anchor,
  }));

  it.each(links)("link to $file#$anchor leads somewhere", ({ file, anchor }) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
    if (anchor !== "") expect(anchorsOf(read(file))).toContain(anchor);
  });

  it("has workflows that use inputs and outputs by their names", () => {
    const examples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
    const inputs = examples.flatMap((example) => stepsIn(parse(example))).flatMap(loginInputs);
    const outputs = examples.flatMap((example) => [...example.matchAll(/steps\.\w+\.outputs\.([\w-]+)/g)]);
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.filter((name) => !(name in action.inputs))).toEqual([]);
    expect(outputs.map(([, name = ""]) => name).filter((name) => !(name in action.outputs))).toEqual([]);
  });

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

/** GitHub's anchors: of headings, and those set by hand. */
function anchorsOf(markdown: string): readonly string[] {
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
  return [...headings, ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id)];
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** Examples are whole workflows, lists of steps, or other parts of a workflow. */
function stepsIn(example: unknown): readonly Step[] {
  if (Array.isArray(example)) return example as readonly Step[];
  const { jobs = {} } = example as { readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

function loginInputs(step: Step): readonly string[] {
  return step.uses?.startsWith("org/azs-login@") ? Object.keys(step.with ?? {}) : [];
}

function problemOf(code: string): string {
  const kinds: readonly FailureKind<never>[] = Object.values(catalogue).flatMap((room) => Object.values(room));
  const names = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
  return kinds.find((kind) => kind.code === code)?.text(names as never).problem ?? "no such code";
}
