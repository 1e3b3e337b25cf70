/** What is committed for each version of az that azs-login installs, all made by `npm run lock`. */
import path from "node:path";

const PROVISION = path.join(import.meta.dirname, "..", "..", "src", "provision");

/** The last pip for Python 3.8, which the installation downloads with. */
export const PIP = path.join(PROVISION, "pip-25.0.1-py3-none-any.whl");

/** Requirements with hashes. */
export function lockOf(version: string): string {
  return path.join(PROVISION, `az-${version}.txt`);
}

/** What is left out of the wheels, and what is compiled. */
export function contentsOf(version: string): string {
  return path.join(PROVISION, `az-${version}.json`);
}

/** az's index of its commands, by profile. */
export function indexesOf(version: string): string {
  return path.join(PROVISION, "..", "az", `command-index-${version}.json`);
}
