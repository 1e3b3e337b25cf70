import path from "node:path";
import { trustFailures } from "../../errors/trust.ts";
import { windowsProgram } from "../../io/windows-programs.ts";
import type { Machine } from "../store/store.ts";
import { databaseStore } from "./certificate-database.ts";

/**
 * The integrity levels "High" and "System", and the group of administrators (Well-known SIDs, Windows documentation).
 * An administrator who is not elevated has a lower level; NETWORK SERVICE, the default account of a runner's service,
 * has the level "System" but is no administrator.
 */
const HIGH = /\bS-1-16-(?:12288|16384)\b/;
const ADMINISTRATORS = /\bS-1-5-32-544\b/;

/**
 * Windows' root store of the machine (certutil): .NET, PowerShell, curl and browsers read it. The user's own store
 * needs no administrator, but Windows asks in a window before it accepts a root there.
 */
export const windowsStore = databaseStore({
  needsFolder: ({ environment }) => environment["ProgramFiles"] || "C:\\Program Files",
  async unavailable(machine) {
    const { stdout } = await machine.processes.run(windowsProgram("whoami.exe", machine.environment), ["/groups"]);
    if (!HIGH.test(stdout) || !ADMINISTRATORS.test(stdout)) throw trustFailures.notElevated({});
    return undefined;
  },
  async holds(sha1, machine) {
    // certutil's exit codes are not documented: any failure counts as a missing root.
    const { exitCode } = await machine.processes.run(certutil(machine), ["-store", "Root", sha1]);
    return exitCode === 0;
  },
  add: (file, files, machine) => files.run(path.dirname(file), certutil(machine), ["-addstore", "-f", "Root", file]),
  remove: (file, sha1, files, machine) => files.run(path.dirname(file), certutil(machine), ["-delstore", "Root", sha1]),
});

function certutil({ environment }: Machine): string {
  return windowsProgram("certutil.exe", environment);
}
