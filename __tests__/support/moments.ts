import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { SYSTEM_PATH } from "../../emulator/job.ts";
import type { RunnerOptions } from "../../emulator/runner.ts";
import { parentOf } from "./parents.ts";

/**
 * The programs that steps start to change a store or to undo a change. Each start is a moment at which a step can be
 * stopped.
 */
const PROGRAMS = ["sh", "cp", "cat", "chmod", "sync", "sha256sum", "ln", "mv", "rm", "openssl"];

/** The folder in which the system's programs are looked for first. */
const [FIRST = ""] = SYSTEM_PATH.split(":");

/** Programs that count their starts, and stop the step at a chosen moment. */
export interface Moments {
  /** Starts a step on a machine where these programs come before the system's own. Only root can do this. */
  through(): Promise<NonNullable<RunnerOptions["through"]>>;
  /** Sets the step that is stopped; pass it as `started`. */
  watch(child: ChildProcess): void;
  /** From now on, stops the step at the n-th start, before or after the program's work. 0: never. */
  stopAt(start: number, when: "before" | "after", signal: "KILL" | "STOP"): void;
  /** The number of starts since then. */
  count(): number;
}

/** @param folder an empty folder of the test */
export function moments(folder: string): Moments {
  const bin = path.join(folder, "bin");
  mkdirSync(bin);
  const [count, stop, step] = [path.join(folder, "count"), path.join(folder, "stop"), path.join(folder, "step")];
  for (const program of PROGRAMS) {
    const real = SYSTEM_PATH.split(":")
      .map((place) => path.join(place, program))
      .find((file) => existsSync(file));
    // It uses only the shell's builtins, so that it starts no program that would be counted.
    const script = `#!/bin/sh
read start < ${count}; start=$((start + 1)); echo $start > ${count}
read at when signal < ${stop}
act() {
  [ "$start $1" = "$at $when" ] || return 0
  read step < ${step}; [ "$step" != none ] || return 0
  kill -s $signal $step; [ $signal = STOP ] || { kill -s KILL $PPID 2>/dev/null; exit 1; }
}
act before; ${real} "$@"; code=$?; act after; exit $code
`;
    writeFileSync(path.join(bin, program), script);
    chmodSync(path.join(bin, program), 0o755);
  }
  const stopAt: Moments["stopAt"] = (start, when, signal) => {
    writeFileSync(count, "0\n");
    writeFileSync(stop, `${start} ${when} ${signal}\n`);
    writeFileSync(step, "none\n");
  };
  stopAt(0, "before", "KILL");
  return {
    async through() {
      // The step looks for the system's programs on its own PATH, whatever the job's PATH is.
      const mounting = `mount --bind ${bin} ${FIRST} && echo ready && read _`;
      const keeper = spawn("unshare", ["--mount", "sh", "-c", mounting]);
      onTestFinished(() => void keeper.stdin.end());
      await once(keeper.stdout, "data");
      // A process that enters a mount namespace starts in its root folder. A shell would drop variables with a dash in
      // their name.
      const enter = ["/usr/bin/nsenter", "--mount", `--target=${keeper.pid}`];
      return (workspace) => [...enter, "/usr/bin/env", `--chdir=${workspace}`];
    },
    watch: ({ pid }) => writeFileSync(step, `${pid}\n`),
    stopAt,
    count: () => Number(readFileSync(count, "utf8")),
  };
}

/** Kills a step and all its children at once. */
export function killWithChildren({ pid }: ChildProcess): void {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(processes.map((name) => [Number(name), parentOf(name)]));
  const doomed = [pid ?? 0];
  for (const one of doomed) for (const [child, parent] of parents) if (parent === one) doomed.push(child);
  for (const one of doomed) end(one);
}

/** Some may have ended already. */
function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
