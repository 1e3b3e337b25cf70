import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isAllowed, readLicenses } from "../../scripts/licenses.ts";
import { filesIn, importsOf, packageOf, ROOT, read } from "./repository.ts";

const bundles = [...filesIn("dist", "licenses.txt"), ...filesIn("azure-pipelines", "licenses.txt")];

/** Lines that bundling changes, or that occur in many packages because compilers write them. */
const REWRITTEN =
  /require\(|\bimport\b|\bexports?\b|^\/\/|^var __|__(?:esModule|awaiter|createBinding|generator)|[Gg]enerator\b/;

/** Folders of packages that may be in a bundle. */
const { packages: locked } = JSON.parse(read("package-lock.json")) as {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
};
const candidates = Object.entries(locked)
  .filter(([folder, { dev }]) => folder !== "" && dev !== true && existsSync(path.join(ROOT, folder)))
  .map(([folder]) => ({ name: folder.replace(/^.*node_modules\//, ""), lines: longLines(folder) }));

/** The packages that contain a line: there may be several, because packages copy from each other. */
const ownersOf = new Map<string, Set<string>>();
for (const { name, lines } of candidates) {
  for (const line of lines.flat()) ownersOf.set(line, (ownersOf.get(line) ?? new Set()).add(name));
}

it("are there for each bundle", () => {
  expect(bundles).toHaveLength(4);
});

describe.each(bundles)("%s", (file) => {
  const packages = readLicenses(read(file));
  const names = packages.map(({ name }) => name);
  const code = filesIn(path.dirname(file), ".js").map(read).join("\n");

  it("has every package that webpack names in the bundle", () => {
    const named = [...code.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((name) => !names.includes(name))).toEqual([]);
  });

  it("has every package whose lines are in the bundle", () => {
    const isHere = (line: string) => code.includes(line) && ownersOf.get(line)?.size === 1;
    const present = candidates.filter(({ lines }) => lines.some((three) => three.every(isHere)));
    expect(present.length).toBeGreaterThan(5);
    expect(present.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(packages)("has a text of $name $version, which may be handed on under $license", ({ license, text }) => {
    expect(isAllowed(license)).toBe(true);
    expect(text.length).toBeGreaterThan(250);
    expect(text).toMatch(/copyright|permission|licen[cs]e/i);
  });
});

it("that require more than a copy of their text are refused", () => {
  const refused = ["GPL-3.0", "", "UNLICENSED", "(MPL-2.0 AND MIT)", "(MIT OR Apache-2.0) AND GPL-3.0"];
  expect(refused.filter(isAllowed)).toEqual([]);
  const allowed = ["MIT", "(BSD-3-Clause OR GPL-2.0)", "MIT AND (GPL-3.0 OR ISC)"];
  expect(allowed.filter((license) => !isAllowed(license))).toEqual([]);
});

it("of what src/ imports are in a bundle", () => {
  const runtime = importsOf("src").filter(({ local, typeOnly, to }) => !local && !typeOnly && !to.startsWith("node:"));
  const listed = new Set(bundles.flatMap((file) => readLicenses(read(file)).map(({ name }) => name)));
  expect([...new Set(runtime.map(({ to }) => packageOf(to)))].filter((name) => !listed.has(name))).toEqual([]);
});

/** For each package file other than the main one, the longest lines that bundling does not change. */
function longLines(folder: string): readonly (readonly string[])[] {
  const { main: named } = JSON.parse(read(`${folder}/package.json`)) as { readonly main?: string | false };
  const main = named || "index.js";
  const place = path.join(ROOT, folder, /\.c?js$/.test(main) ? path.dirname(main) : main);
  const files = existsSync(place) && statSync(place).isDirectory() ? readdirSync(place) : [];
  return files
    .filter((file) => /\.c?js$/.test(file))
    .flatMap((file) => {
      const lines = readFileSync(path.join(place, file), "utf8")
        .split("\n")
        .map((line) => line.trim());
      const kept = lines.filter((line) => line.length > 50 && !REWRITTEN.test(line));
      return kept.length < 3 ? [] : [kept.toSorted((one, other) => other.length - one.length).slice(0, 3)];
    });
}
