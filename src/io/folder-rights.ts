import { constants } from "node:fs";
import { access, rm } from "node:fs/promises";
import { BY_THIS_USER, type LockKeeper } from "./locks.ts";
import type { Outcome, Processes } from "./processes.ts";

/** How this user changes a folder of the machine: directly, or with a `sudo` that asks for no password. */
export interface FolderRights {
  mayChange(folder: string): Promise<boolean>;
  /** If `sudo` did not answer, a remark about that in parentheses; else empty. */
  silence(): Promise<string>;
  /** Prefixes a command with `sudo` if changes in the folder need it. */
  command(folder: string, file: string, args: readonly string[]): Promise<[string, ...string[]]>;
  remove(folder: string, files: readonly string[]): Promise<void>;
  /** Makes locks in a folder with the rights that changes there need, so that no other user can interfere. */
  lockKeeper(folder: string): Promise<LockKeeper>;
}

export function folderRights(processes: Pick<Processes, "run">): FolderRights {
  let sudo: Promise<Outcome> | undefined;
  const asked = () => {
    sudo ??= processes.run("sudo", ["-n", "true"]);
    return sudo;
  };
  const maySudo = async () => (await asked()).exitCode === 0;
  return {
    mayChange: async (folder) => (await isWritable(folder)) || (process.platform !== "win32" && (await maySudo())),
    async silence() {
      const { ended } = (await sudo) ?? {};
      return ended === undefined ? "" : ` (sudo did not answer, and was ended ${ended.reason})`;
    },
    command: async (folder, file, args) =>
      (await isWritable(folder)) ? [file, ...args] : ["sudo", "-n", file, ...args],
    async remove(folder, files) {
      if (await isWritable(folder)) for (const file of files) await rm(file, { force: true });
      else await processes.run("sudo", ["-n", "rm", "-f", "--", ...files]);
    },
    lockKeeper: async (folder) => ((await isWritable(folder)) ? BY_THIS_USER : bySudo(processes)),
  };
}

function bySudo(processes: Pick<Processes, "run">): LockKeeper {
  const run = async (what: string, ...command: readonly string[]) => {
    const { exitCode, stderr } = await processes.run("sudo", ["-n", ...command]);
    if (exitCode === 0) return;
    const error = new Error(`the lock cannot be ${what} with sudo: ${stderr.trim() || `exit code ${exitCode}`}`);
    // Judged by the message: the lock may have changed again by now.
    if (/File exists/.test(stderr)) throw Object.assign(error, { code: "EEXIST" });
    if (/No such file/.test(stderr)) throw Object.assign(error, { code: "ENOENT" });
    throw error;
  };
  const english = (script: string) => `LC_ALL=C; export LC_ALL; ${script}`;
  return {
    make: (lock, holder) =>
      run("made", "sh", "-c", english('umask 022; mkdir -- "$1" && : > "$1/$2"'), "sh", lock, holder),
    // -c: touch must not create a plain file if the lock is gone.
    renew: (lock, time) => run("renewed", "touch", "-c", "-d", time.toISOString(), lock),
    release: (lock, holder) =>
      run("released", "sh", "-c", english('rm -f -- "$1/$2" && rmdir -- "$1"'), "sh", lock, holder),
    clear: (lock) => run("removed", "rm", "-rf", "--", lock),
  };
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
