import { MATRIX } from "./matrix.ts";
import type { Need } from "./versions.ts";

/** How an az compares with the one that Microsoft supports for stamps. */
export interface Standing {
  /** Whether it does all that the supported one does. */
  readonly serves: boolean;
  /** Groups of commands of which some, or all, are known to fail: `network`, `keyvault secret`. */
  readonly fails: readonly string[];
}

const FULL: Standing = { serves: true, fails: [] };

/**
 * Judges an az by the command matrix (docs/az.md). An untested version is judged by its two nearest tested versions: it
 * serves if both do, and what fails with either may fail with it. A version older or newer than all tested ones does
 * not serve.
 *
 * @param version of azure-cli; an az of unknown version is not judged
 * @param need the matrix covers hybrid profiles only, and only an AD FS that accepts scopes
 */
export function standingOf(
  version: string | undefined,
  { profile, resourceGrant }: Need,
  matrix: typeof MATRIX = MATRIX,
): Standing {
  if (!version?.startsWith("2.") || profile === "latest" || resourceGrant) return FULL;
  const below = matrix.findLast(({ az }) => compare(az, version) <= 0);
  const above = matrix.find(({ az }) => compare(az, version) >= 0);
  const fails = [...new Set([...(below?.fails ?? []), ...(above?.fails ?? [])])];
  return { serves: below !== undefined && above !== undefined && fails.length === 0, fails };
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
