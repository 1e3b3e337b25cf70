import { constants } from "node:fs";
import { access, lstat, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { inputFailures } from "../errors/inputs.ts";
import type { Problems } from "./problems.ts";

/** Kinds of credentials that the samples can log in with. */
const WRITABLE: readonly string[] = ["secret", "certificate"];

/**
 * Reads the path of the samples' file.
 *
 * @param kind of the credential; undefined if there is none that works
 * @returns the absolute path; undefined if the input is not given
 */
export async function readSampleConfigPath(
  value: string,
  kind: string | undefined,
  problems: Problems,
): Promise<string | undefined> {
  if (value === "") return undefined;
  if (kind !== undefined && !WRITABLE.includes(kind)) {
    problems.add(inputFailures.sampleCredential({ credential: `a credential of the kind ${kind}` }));
  }
  const file = path.resolve(value);
  const reason = /[\r\n]/.test(value) ? "it has a line break" : await obstacle(file);
  return reason === undefined ? file : problems.add(inputFailures.samplePath({ path: file, reason }));
}

async function obstacle(file: string): Promise<string | undefined> {
  const folder = path.dirname(file);
  const resolved = await realpath(folder).catch((error: NodeJS.ErrnoException) => error);
  if (typeof resolved !== "string") return `the folder ${folder} cannot be entered (${resolved.code})`;
  if (!(await stat(folder)).isDirectory()) return `${folder} is no folder`;
  if (resolved !== (await expected(folder))) return `a symbolic link in the workspace leads to ${resolved}`;
  const status = await lstat(file).catch(() => undefined);
  if (status?.isDirectory()) return "it is a folder";
  if (status !== undefined && !status.isFile()) return "it is a symbolic link or no plain file";
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return writable ? undefined : `the folder ${folder} may not be written`;
}

/**
 * A link in a checkout must not redirect the file with the secret; outside the workspace, links are the machine's own.
 */
async function expected(folder: string): Promise<string> {
  const below = path.relative(".", folder);
  if (below.split(path.sep)[0] === ".." || path.isAbsolute(below)) return realpath(folder);
  return path.join(await realpath("."), below);
}
