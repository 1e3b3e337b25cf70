import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { anchorsOf, linksOf, pages, ROOT, read } from "./markdown.ts";

describe.each(pages())("%s", (page) => {
  const links = linksOf(read(page)).filter((link) => !/^(?:https?|mailto):/.test(link));

  test("has no broken links", () => {
    expect(links.filter((link) => !exists(page, link))).toEqual([]);
  });
});

/** A path from the page's folder, an anchor in the page, or both. */
function exists(page: string, link: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? page : path.posix.join(path.posix.dirname(page), decodeURIComponent(file));
  if (target.startsWith("../") || !existsSync(path.join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

test("links are found in text, in pictures and in HTML, and not in code", () => {
  const text = ["[a](b.md#c) ![d](e.svg)", "", '<img src="f.svg">', "", "```md", "[g](h.md)", "```", "`[i](j.md)`"];
  expect(linksOf(text.join("\n"))).toEqual(["b.md#c", "e.svg", "f.svg"]);
});

test("anchors are those of GitHub", () => {
  const text = ["# The `creds` of _X_: a/b", "## Same", "## Same", '<a id="own"></a>', "", "```", "# no", "```"];
  expect(anchorsOf(text.join("\n"))).toEqual(["the-creds-of-x-ab", "same", "same-1", "own"]);
});

test("a broken link is detected", () => {
  expect(exists("README.md", "docs/errors.md#azs100")).toBe(true);
  for (const wrong of ["docs/errors.md#azs000", "docs/nothing.md", "#nowhere", "../outside.md"]) {
    expect(exists("README.md", wrong)).toBe(false);
  }
});
