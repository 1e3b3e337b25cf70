/** The repository as text: what its files are and what they import. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "../..");

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Files below a folder, as paths from the root with forward slashes. */
export function filesIn(folder: string, ...endings: readonly string[]): readonly string[] {
  const found = globSync(`${folder}/**/*`, { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
  return found.filter((file) => endings.some((ending) => file.endsWith(ending))).sort();
}

/** Files that git knows, or would with the next `git add`. */
export function trackedFiles(): readonly string[] {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const listed = execFileSync("git", list, { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);
  return listed.filter((file) => existsSync(path.join(ROOT, file)));
}

/** Without comments: what a program says, not what is said about it. */
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

export interface Import {
  /** The file that imports, from the root. */
  readonly from: string;
  /** A file from the root, or the name of a package or module. */
  readonly to: string;
  readonly local: boolean;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
}

const STATIC = /^(?:import|export)\b(\s+type\b)?(?:[^;"]*?\bfrom)?\s*"([^"]+)"/gm;
const DYNAMIC = /\bimport\s*\(\s*"([^"]+)"/g;

/** All imports of the TypeScript files below the folders. */
export function importsOf(...folders: readonly string[]): readonly Import[] {
  return folders.flatMap((folder) => filesIn(folder, ".ts")).flatMap(importsOfFile);
}

export function importsOfFile(from: string): readonly Import[] {
  const text = read(from);
  const fixed = [...text.matchAll(STATIC)].map(([, type, to = ""]) => ({ to, typeOnly: type !== undefined }));
  const late = [...text.matchAll(DYNAMIC)].map(([, to = ""]) => ({ to, typeOnly: false }));
  return [...fixed, ...late].map(({ to, typeOnly }) => {
    const place = to.startsWith(".") ? path.posix.join(path.posix.dirname(from), to) : to;
    // A file of a package, taken by its path, is the package's.
    const ofPackage = place.replace(/^node_modules\//, "");
    return { from, to: ofPackage, local: to.startsWith(".") && ofPackage === place, typeOnly };
  });
}

export const arrow = ({ from, to }: Import): string => `${from} -> ${to}`;
