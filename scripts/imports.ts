/** The imports of the TypeScript files of the repository. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");

/** Files below a folder, as paths from the root with forward slashes. */
export function filesIn(folder: string, ...endings: readonly string[]): readonly string[] {
  const found = globSync(`${folder}/**/*`, { cwd: ROOT }).map((file) => file.replaceAll("\\", "/"));
  return found.filter((file) => endings.some((ending) => file.endsWith(ending))).sort();
}

export interface Import {
  /** The importing file, as a path from the root. */
  readonly from: string;
  /** A file, as a path from the root, or the name of a package or module. */
  readonly to: string;
  readonly local: boolean;
  /** The compiler removes the import, so it has no effect at run time. */
  readonly typeOnly: boolean;
}

const STATIC = /^(?:import|export)\b(\s+type\b)?(?:[^;"]*?\bfrom)?\s*"([^"]+)"/gm;
const DYNAMIC = /\bimport\s*\(\s*"([^"]+)"/g;

/** All imports of the TypeScript files below the folders. */
export function importsOf(...folders: readonly string[]): readonly Import[] {
  return folders.flatMap((folder) => filesIn(folder, ".ts")).flatMap(importsOfFile);
}

export function importsOfFile(from: string): readonly Import[] {
  const text = readFileSync(path.join(ROOT, from), "utf8");
  const fixed = [...text.matchAll(STATIC)].map(([, type, to = ""]) => ({ to, typeOnly: type !== undefined }));
  const late = [...text.matchAll(DYNAMIC)].map(([, to = ""]) => ({ to, typeOnly: false }));
  return [...fixed, ...late].map(({ to, typeOnly }) => {
    const place = to.startsWith(".") ? path.posix.join(path.posix.dirname(from), to) : to;
    // A file of a package that is imported by its path belongs to the package.
    const ofPackage = place.replace(/^node_modules\//, "");
    return { from, to: ofPackage, local: to.startsWith(".") && ofPackage === place, typeOnly };
  });
}
