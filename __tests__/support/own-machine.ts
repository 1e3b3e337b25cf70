/** A machine whose trust stores are copies, so that a test can change them, mount over them and break them. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { RunnerOptions } from "../../emulator/runner.ts";

export interface OwnMachine {
  /** The command that starts a runner's steps in it, as root or as another user. */
  through(user?: RunnerOptions["user"]): (workspace: string) => readonly string[];
  /** The path of a folder's copy, as seen from outside. */
  at(folder: string): string;
  /** Runs a shell command in it. */
  run(script: string): void;
}

const FOLDERS = ["/etc/ssl", "/usr/local/share/ca-certificates"];

/** Only root can create one. It ends with the test. @param root an empty folder for the copies */
export async function openMachine(root: string): Promise<OwnMachine> {
  const at = (folder: string) => path.join(root, folder.replaceAll("/", "_"));
  for (const folder of FOLDERS) cpSync(folder, at(folder), { recursive: true, verbatimSymlinks: true });
  const binds = FOLDERS.map((folder) => `mount --bind ${at(folder)} ${folder}`).join(" && ");
  const keeper = spawn("unshare", ["--mount", "sh", "-c", `${binds} && echo ready && exec cat`]);
  onTestFinished(() => void keeper.stdin.end());
  const [said] = (await once(keeper.stdout, "data")) as [Buffer];
  if (said.toString() !== "ready\n") throw new Error(`no machine of its own: ${said}`);
  const enter = ["/usr/bin/nsenter", "--mount", `--target=${keeper.pid}`];
  return {
    // A process that enters a mount namespace starts in its root folder.
    through: (user) => (workspace) => [
      ...enter,
      ...(user === undefined
        ? []
        : ["/usr/bin/setpriv", `--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"]),
      ...["/usr/bin/env", `--chdir=${workspace}`],
    ],
    at,
    run: (script) => void execFileSync(enter[0] as string, [...enter.slice(1), "sh", "-ec", script]),
  };
}
