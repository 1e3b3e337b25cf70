/**
 * Processes that this one started, and their descendants: on Linux all of them, elsewhere those that are registered
 * here.
 */
import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const noted = new Set<ChildProcess>();

/** Registers a child until it ends. */
export function note(child: ChildProcess): void {
  noted.add(child);
  child.once("close", () => noted.delete(child));
}

/** Stops them with SIGSTOP until there are no new ones. @returns their process IDs */
export function freezeDescendants(): readonly number[] {
  if (process.platform !== "linux") return [...noted].flatMap(({ pid }) => pid ?? []);
  const frozen = new Set<number>();
  for (let found = [process.pid]; found.length > 0; ) {
    const parents = new Set([process.pid, ...frozen]);
    found = processes().flatMap(({ pid, parent }) => (parents.has(parent) && !frozen.has(pid) ? [pid] : []));
    for (const pid of found) {
      send(pid, "SIGSTOP");
      frozen.add(pid);
    }
  }
  return [...frozen];
}

export function killAll(pids: readonly number[]): void {
  for (const pid of pids) send(pid, "SIGKILL");
}

function processes(): readonly { readonly pid: number; readonly parent: number }[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // proc(5): the name of a program may contain spaces and parentheses.
      const [, parent] = /^\d+ \(.*\) \S (\d+) /s.exec(readFileSync(`/proc/${name}/stat`, "utf8")) ?? [];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    } catch {
      return [];
    }
  });
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}
