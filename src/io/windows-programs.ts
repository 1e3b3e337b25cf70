import path from "node:path";
import type { Environment } from "../host/host.ts";

/** A program of Windows itself, by its full path: on PATH there may be another of the same name, such as the certutil of NSS. */
export function windowsProgram(name: string, environment: Environment): string {
  return path.win32.join(environment["SystemRoot"] || "C:\\Windows", "System32", name);
}
