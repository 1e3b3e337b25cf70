import { readFileSync } from "node:fs";

/**
 * Paths of a Unix system to which only its administrator can write. None on Windows, where any user can make a folder such
 * as `\proc` or `\etc` on the current drive and put anything there.
 */
export function systemPlaces(...places: readonly string[]): readonly string[] {
  return process.platform === "win32" ? [] : places;
}

/** The text of a file at such a path; undefined if this system has none there, or this user cannot read it. */
export function readSystemFile(file: string): string | undefined {
  try {
    return systemPlaces(file).map((place) => readFileSync(place, "utf8").trim())[0];
  } catch {
    return undefined;
  }
}
