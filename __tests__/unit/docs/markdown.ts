/** The documentation as text: its files, their links and anchors, and the code in them. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import GithubSlugger from "github-slugger";
import { lexer, type Token, type Tokens, walkTokens } from "marked";

export const ROOT = path.join(import.meta.dirname, "../../..");

/** All pages, as paths from the root with forward slashes. */
export function pages(): readonly string[] {
  const found = globSync(["*.md", "{.github,azure-pipelines,docs,examples}/**/*.md"], { cwd: ROOT });
  return found.map((file) => file.replaceAll("\\", "/")).sort();
}

/** The targets of the page's links and images, as written. */
export function linksOf(markdown: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) => {
    if (token.type === "link" || token.type === "image") return [(token as Tokens.Link).href];
    if (token.type !== "html") return [];
    return [...token.raw.matchAll(/\b(?:href|src|srcset)="([^"]*)"/g)].map(([, target = ""]) => target);
  });
}

/** The anchors in the page: those that GitHub makes of headings, and those set by hand. */
export function anchorsOf(markdown: string): readonly string[] {
  const slugger = new GithubSlugger();
  return tokensOf(markdown).flatMap((token) => {
    if (token.type === "heading") return [slugger.slug(textOf(token))];
    return [...(token.type === "html" ? token.raw.matchAll(/\bid="([^"]+)"/g) : [])].map(([, id = ""]) => id);
  });
}

/** The blocks of code in a language. */
export function codeOf(markdown: string, language: string): readonly string[] {
  return tokensOf(markdown).flatMap((token) =>
    token.type === "code" && (token as Tokens.Code).lang === language ? [(token as Tokens.Code).text] : [],
  );
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

function tokensOf(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown), (token) => void tokens.push(token));
  return tokens;
}

/** The text without markup, because GitHub makes anchors of the visible text of a heading. */
function textOf(token: Token): string {
  const parts = "tokens" in token ? token.tokens : undefined;
  if (parts !== undefined) return parts.map(textOf).join("");
  return token.type === "html" ? "" : "text" in token ? String(token.text) : token.raw;
}
