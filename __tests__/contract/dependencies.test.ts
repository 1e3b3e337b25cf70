import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, type Import, importsOf, importsOfFile, packageOf, ROOT, read, readManifest } from "./repository.ts";

const { dependencies, devDependencies, scripts } = readManifest();
const ofPackages = (imports: readonly Import[]) => imports.filter(({ to, local }) => !local && !isBuiltin(to));
const inSource = ofPackages(importsOf("src"));
const elsewhere = ofPackages([...importsOf("emulator", "scripts", "__tests__"), ...importsOfFile("vitest.config.ts")]);

const undeclared = (imports: readonly Import[], declared: Readonly<Record<string, string>>) =>
  imports.filter(({ to }) => !(packageOf(to) in declared)).map(({ from, to }) => `${from} -> ${to}`);

describe("every import of a package is declared", () => {
  it("src/, in dependencies", () => {
    expect(undeclared(inSource, dependencies)).toEqual([]);
  });

  it("anywhere else, in dependencies or devDependencies", () => {
    expect(undeclared(elsewhere, { ...dependencies, ...devDependencies })).toEqual([]);
  });

  it("finds imports at all", () => {
    expect(inSource.length).toBeGreaterThan(20);
    expect(elsewhere.length).toBeGreaterThan(100);
  });
});

describe("every package that is declared is used", () => {
  const bySource = new Set(inSource.map(({ to }) => packageOf(to)));
  const imported = new Set([...inSource, ...elsewhere].map(({ to }) => packageOf(to)));
  const commands = [...Object.values(scripts), ...[".ci/run", ...filesIn("scripts", ".ts")].map(read)].join("\n");
  const isRun = (name: string) => binsOf(name).some((bin) => new RegExp(`\\b${bin}\\b`).test(commands));
  // DefinitelyTyped: `@types/node-forge` is for `node-forge`.
  const isTypes = (name: string) => /^@types\/./.test(name) && (name === "@types/node" || imported.has(name.slice(7)));

  it("dependencies: by src/", () => {
    expect(Object.keys(dependencies).filter((name) => !bySource.has(name))).toEqual([]);
  });

  it("devDependencies: imported, run, or types of what is", () => {
    const used = (name: string) => imported.has(name) || isTypes(name) || isRun(name);
    expect(Object.keys(devDependencies).filter((name) => !used(name))).toEqual([]);
  });

  it("in one of the two only", () => {
    expect(Object.keys(devDependencies).filter((name) => name in dependencies)).toEqual([]);
  });
});

/** Commands that a package brings along. */
function binsOf(name: string): readonly string[] {
  const file = `node_modules/${name}/package.json`;
  if (!existsSync(path.join(ROOT, file))) return [];
  const { bin = {} } = JSON.parse(read(file)) as { readonly bin?: string | Readonly<Record<string, string>> };
  return typeof bin === "string" ? [name] : Object.keys(bin);
}
