import { isBuiltin } from "node:module";
import { describe, expect, it } from "vitest";
import { filesIn, importsOf, read } from "./repository.ts";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Manifest;

/** `@scope/name/deep` -> `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function undeclared(folder: string, declared: Readonly<Record<string, string>>): readonly string[] {
  const bare = importsOf(folder).filter(({ to, local }) => !local && !isBuiltin(to));
  return bare.filter(({ to }) => !(packageOf(to) in declared)).map(({ from, to }) => `${from} -> ${to}`);
}

describe("every import of a package is declared", () => {
  it("src/, in dependencies", () => {
    expect(undeclared("src", dependencies)).toEqual([]);
  });

  it.each(["emulator", "scripts", "__tests__"])("%s/, in dependencies or devDependencies", (folder) => {
    expect(undeclared(folder, { ...dependencies, ...devDependencies })).toEqual([]);
  });

  it("finds imports at all", () => {
    expect(importsOf("src").filter(({ local }) => !local).length).toBeGreaterThan(20);
  });
});

describe("dist/", () => {
  const carried = ["az/session.py", ...filesIn("src/provision", ".py", ".txt").map((file) => file.replace("src/", ""))];

  it.each(carried)("has the %s of src/", (file) => {
    expect(read(`dist/main/${file.replace(/^.*\//, "")}`)).toBe(read(`src/${file}`));
  });

  // Single quotes are JSDoc's: `import('./cache')` in comments of bundled packages.
  const outside =
    /^import [^;"]*"([^"]+)"|createRequire\(import\.meta\.url\)\("([^"]+)"\)|\bimport\(\s*(?:\/\*.*?\*\/\s*)?"([^"]+)"\s*\)/gm;

  it.each(filesIn("dist", ".js"))("%s needs nothing but Node", (file) => {
    const needed = [...read(file).matchAll(outside)].map(([, first, second, third]) => first ?? second ?? third ?? "");
    expect(needed.filter((name) => !isBuiltin(name) && !name.startsWith("./"))).toEqual([]);
  });
});
