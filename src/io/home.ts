import { homedir, userInfo } from "node:os";
import type { Environment } from "../host/host.ts";

/**
 * The user's home folder as Python determines it (posixpath.py, expanduser): `HOME`, or the root folder if that is
 * empty.
 *
 * @returns undefined for a user without one: a user ID in a container that has no entry in /etc/passwd
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
