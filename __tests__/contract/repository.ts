/** The repository as text: its files and their imports. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Import } from "../../scripts/imports.ts";

export { filesIn, type Import, importsOf, importsOfFile } from "../../scripts/imports.ts";

export const ROOT = path.join(import.meta.dirname, "../..");

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Files that git tracks, or would track after `git add`. */
export function trackedFiles(): readonly string[] {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const listed = execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  return listed.filter((file) => existsSync(path.join(ROOT, file)));
}

/** Removes comments, so that only code is searched. */
export function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(?:\/\*)?\*.*$|^\s*\/\/.*$|(?<=[;,{(\s])\/\/ .*$|\/\*\*? .* \*\/$/gm, "");
}

export interface Manifest {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export function readManifest(): Manifest {
  return JSON.parse(read("package.json")) as Manifest;
}

/** `@scope/name/deep` -> `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

export const arrow = ({ from, to }: Import): string => `${from} -> ${to}`;
