import { constants } from "node:fs";
import { access, lstat, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { inputFailures } from "../errors/inputs.ts";
import type { Problems } from "./problems.ts";

/** Kinds of credentials that the samples can log in with. */
const WRITABLE: readonly string[] = ["secret", "certificate"];

/**
 * Reads where the samples' file is wanted.
 *
 * @param kind of the credential; undefined when there is none that works
 * @returns the file's absolute path; undefined when it is not wanted
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
  if (status !== undefined && !status.isFile()) return "what stands there is a symbolic link or no plain file";
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return writable ? undefined : `the folder ${folder} may not be written`;
}

/** What is checked out must not choose where the secret goes; outside the workspace, links are the machine's own. */
async function expected(folder: string): Promise<string> {
  const below = path.relative(".", folder);
  if (below.split(path.sep)[0] === ".." || path.isAbsolute(below)) return realpath(folder);
  return path.join(await realpath("."), below);
}
