import { homedir, userInfo } from "node:os";
import type { Environment } from "../host/host.ts";

/**
 * The user's home folder as Python reads it (posixpath.py, expanduser): `HOME`, and the root when that is empty.
 *
 * @returns undefined for a user without one: a container's user ID that nobody gave a name to
 */
export function homeOf(environment: Environment): string | undefined {
  const { HOME } = environment;
  if (process.platform !== "win32" && HOME !== undefined) return HOME || "/";
  try {
    return process.platform === "win32" ? homedir() : userInfo().homedir;
  } catch {
    return undefined;
  }
}
