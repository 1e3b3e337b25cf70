import { readFileSync } from "node:fs";

/** The process that started another one; 0 where there is none, or where it has ended. */
export function parentOf(pid: number | string): number {
  try {
    // proc(5): the program's name may have spaces and parentheses.
    const [, parent] = /^\d+ \(.*\) \S (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return Number(parent ?? 0);
  } catch {
    return 0;
  }
}
