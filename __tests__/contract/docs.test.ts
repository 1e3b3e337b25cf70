import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { ROOT, read } from "./repository.ts";

it("the generated documentation is current (node scripts/docs.ts)", () => {
  const check = () => execFileSync(process.execPath, ["scripts/docs.ts", "--check"], { cwd: ROOT, stdio: "pipe" });
  expect(check).not.toThrow();
});

/** A newcomer reads README in five minutes; tables that a reader unfolds do not count. */
const MOST_WORDS = 1800;

it(`README.md has at most ${MOST_WORDS} words outside folded parts`, () => {
  const unfolded = read("README.md").replaceAll(/<details>[\s\S]*?<\/details>/g, "");
  const words = unfolded.split(/\s+/).filter((word) => word !== "");
  expect(words.length).toBeGreaterThan(500);
  expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
});

it("docs/errors.md begins with the most frequent errors, and links to each", () => {
  const page = read("docs/errors.md");
  const listed = [...page.slice(0, page.indexOf("\n## ")).matchAll(/\[(AZS\d{3})\]\(#(azs\d{3})\)/g)];
  expect(listed.length).toBeGreaterThan(10);
  for (const [, code = "", anchor = ""] of listed) {
    expect(anchor).toBe(code.toLowerCase());
    expect(page).toContain(`<a id="${anchor}"></a>`);
  }
});

it.each(["README.md", "docs/images/flow.svg"])("%s names no tool that cannot work with a stamp", (file) => {
  expect(read(file)).not.toMatch(/packer|azure\.azcollection/i);
});
