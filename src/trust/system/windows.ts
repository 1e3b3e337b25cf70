import path from "node:path";
import { trustFailures } from "../../errors/trust.ts";
import { windowsProgram } from "../../io/windows-programs.ts";
import type { Machine } from "../store/store.ts";
import { databaseStore } from "./certificate-database.ts";

/**
 * "High" and "System" among the integrity levels, and the group of administrators (Well-known SIDs, Windows
 * documentation). An administrator who is not elevated has a lower level; NETWORK SERVICE, as whom a runner's service runs
 * by default, has the level "System" and is no administrator.
 */
const HIGH = /\bS-1-16-(?:12288|16384)\b/;
const ADMINISTRATORS = /\bS-1-5-32-544\b/;

/**
 * The machine's root store of Windows (certutil): .NET, PowerShell, curl and browsers read it. The user's own store would
 * need no administrator, but asks in a window before it takes a root.
 */
export const windowsStore = databaseStore({
  needsFolder: ({ environment }) => environment["ProgramFiles"] || "C:\\Program Files",
  async unavailable(machine) {
    const { stdout } = await machine.processes.run(windowsProgram("whoami.exe", machine.environment), ["/groups"]);
    if (!HIGH.test(stdout) || !ADMINISTRATORS.test(stdout)) throw trustFailures.notElevated({});
    return undefined;
  },
  async holds(sha1, machine) {
    // Its exit codes are not documented: whatever fails is taken for a root that is not there.
    const { exitCode } = await machine.processes.run(certutil(machine), ["-store", "Root", sha1]);
    return exitCode === 0;
  },
  add: (file, files, machine) => files.run(path.dirname(file), certutil(machine), ["-addstore", "-f", "Root", file]),
  remove: (file, sha1, files, machine) => files.run(path.dirname(file), certutil(machine), ["-delstore", "Root", sha1]),
});

function certutil({ environment }: Machine): string {
  return windowsProgram("certutil.exe", environment);
}
