import { existsSync } from "node:fs";
import path from "node:path";
import { isFingerprint, isPlain } from "../errors/shown.ts";

/** So much of a credential is worth nothing. */
const SHORT = 15;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What values of these look like, almost without exception; a short password can look like any other name. */
const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  "client-id": [GUID],
  // Words and addresses are no secrets, and the user should see what is wrong with them.
  "tenant-id": [GUID, HOST, /\s/, /^https:\/\//],
  username: [/[@\\]/],
};
/** Inputs that take a path, of a file that is there or of one that will be. */
const PATHS: readonly string[] = ["az-path", "az-wheels", "sample-config"];

/**
 * What of a value, in an input that is for no credential, looks like a credential all the same: somebody may have put it
 * into the wrong input. Names, hosts, paths, GUIDs and fingerprints do not.
 *
 * @returns empty when nothing does
 */
export function doubtfulPart(input: string, value: string): string {
  if (value.length > SHORT && FORMS[input]?.every((form) => !form.test(value))) return value;
  const url = URL.parse(value.includes("://") ? value : `https://${value}`);
  // A host is not in doubt; behind it may be what opens it.
  const rest = url !== null && HOST.test(url.hostname) ? url.pathname + url.search + url.hash : value;
  const fine =
    rest.length <= SHORT ||
    isPlain(rest) ||
    (input === "ca-fingerprint" && isFingerprint(rest)) ||
    (PATHS.includes(input) && isPlace(value));
  return fine ? "" : rest;
}

/** A file or folder that is there, or a plain name in a folder that is. */
function isPlace(value: string): boolean {
  return existsSync(value) || (isPlain(path.basename(value)) && existsSync(path.dirname(value)));
}
