/** Writes the workflows in the documentation to files, so that a linter can check them. */
import { globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lexer, type Tokens, walkTokens } from "marked";
import { parse } from "yaml";

/** Keys that occur only in a pipeline, a composite action, or a fragment that is not a workflow. */
const OTHERS = ["task", "script", "runs", "variables"];

/**
 * Writes each block of YAML that is a workflow, or the jobs or steps of one, to a workflow of its own.
 *
 * @returns a folder in the system's temporary folder, and the files in it, named after their page
 */
export function writeSnippets(): { readonly folder: string; readonly files: readonly string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), "snippets-"));
  const files = globSync(["README.md", "docs/*.md"]).flatMap((page) =>
    yamlIn(readFileSync(page, "utf8")).flatMap((text, index) => {
      const workflow = workflowOf(text);
      if (workflow === undefined) return [];
      const file = path.join(folder, `${path.basename(page, ".md")}-${index + 1}.yml`);
      writeFileSync(file, workflow);
      return [file];
    }),
  );
  return { folder, files };
}

function yamlIn(markdown: string): readonly string[] {
  const blocks: string[] = [];
  walkTokens(lexer(markdown), (token) => {
    if (token.type === "code" && (token as Tokens.Code).lang === "yaml") blocks.push((token as Tokens.Code).text);
  });
  return blocks;
}

/** @returns undefined for text that is not a GitHub workflow */
function workflowOf(text: string): string | undefined {
  const value: unknown = parse(text);
  if (typeof value !== "object" || value === null || OTHERS.some((key) => hasKey(value, key))) return undefined;
  const trigger = "on: workflow_dispatch\n";
  if (Array.isArray(value)) {
    const steps = text.replaceAll(/^(?=.)/gm, "      ");
    return `${trigger}permissions:\n  contents: read\njobs:\n  job:\n    runs-on: self-hosted\n    steps:\n${steps}\n`;
  }
  if (!("jobs" in value)) return undefined;
  return "on" in value ? text : `${trigger}${text}\n`;
}

function hasKey(value: unknown, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return name in value || Object.values(value).some((inner) => hasKey(inner, name));
}
