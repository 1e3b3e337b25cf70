/** The committed files for each version of az that azs-login installs. `npm run lock` generates all of them. */
import path from "node:path";

const PROVISION = path.join(import.meta.dirname, "..", "..", "src", "provision");

/** The last pip for Python 3.8. The installation downloads packages with it. */
export const PIP = path.join(PROVISION, "pip-25.0.1-py3-none-any.whl");

/** Requirements with hashes. */
export function lockOf(version: string): string {
  return path.join(PROVISION, `az-${version}.txt`);
}

/** Which files of the wheels are not installed, and which are compiled. */
export function contentsOf(version: string): string {
  return path.join(PROVISION, `az-${version}.json`);
}

/** az's index of its commands, by profile. */
export function indexesOf(version: string): string {
  return path.join(PROVISION, "..", "az", `command-index-${version}.json`);
}
