import { readFileSync } from "node:fs";

/** The parent of a process; 0 if there is none, or if it has ended. */
export function parentOf(pid: number | string): number {
  try {
    // proc(5): the name of a program may contain spaces and parentheses.
    const [, parent] = /^\d+ \(.*\) \S (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return Number(parent ?? 0);
  } catch {
    return 0;
  }
}
