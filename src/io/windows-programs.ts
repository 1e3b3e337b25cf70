import path from "node:path";
import type { Environment } from "../host/host.ts";

/** The full path of one of Windows' own programs: PATH may have another of that name, such as the certutil of NSS. */
export function windowsProgram(name: string, environment: Environment): string {
  return path.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", name);
}
