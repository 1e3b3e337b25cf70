import { existsSync } from "node:fs";
import path from "node:path";
import { isFingerprint, isPlain } from "../errors/shown.ts";

/** So few characters of a credential are worth nothing. */
const SHORT = 15;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Formats of almost all values of these inputs, checked because a password can look like any other name. */
const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  "client-id": [GUID],
  // Texts with spaces and URLs are no secrets, and the user should see what is wrong with them.
  "tenant-id": [GUID, HOST, /\s/, /^https:\/\//],
  username: [/[@\\]/],
};
/** Inputs that accept a path, of an existing file or of one that will be written. */
const PATHS: readonly string[] = ["az-path", "az-wheels", "sample-config"];

/**
 * The part of a value that looks like a credential although the input is not for one: somebody may have used the wrong
 * input. Names, hosts, paths, GUIDs and fingerprints do not look like credentials.
 *
 * @returns empty if no part does
 */
export function doubtfulPart(input: string, value: string): string {
  if (value.length > SHORT && FORMS[input]?.every((form) => !form.test(value))) return value;
  const url = URL.parse(value.includes("://") ? value : `https://${value}`);
  // A host is harmless, but a credential may follow it.
  const rest = url !== null && HOST.test(url.hostname) ? url.pathname + url.search + url.hash : value;
  const fine =
    rest.length <= SHORT ||
    isPlain(rest) ||
    (input === "ca-fingerprint" && isFingerprint(rest)) ||
    (PATHS.includes(input) && isPlace(value));
  return fine ? "" : rest;
}

/** An existing file or folder, or a plain name in an existing folder. */
function isPlace(value: string): boolean {
  return existsSync(value) || (isPlain(path.basename(value)) && existsSync(path.dirname(value)));
}
