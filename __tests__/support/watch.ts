import { readdirSync, readFileSync } from "node:fs";
import { parentOf } from "./parents.ts";

/** What was seen while watching command lines. */
export interface Sightings {
  /** Command lines of processes, NUL separators replaced by spaces. */
  readonly commandLines: readonly string[];
  stop(): void;
}

/**
 * Records the command line of every process that starts below this one, again and again until stopped. Only descendants
 * count, because other tests start processes at the same time. A process that ends within the interval may be missed,
 * but interpreters run much longer.
 */
export function watchCommandLines(intervalMs = 20): Sightings {
  const seen = new Map<string, string>();
  const older = new Set(readdirSync("/proc"));
  const judged = new Map<number, boolean>([[process.pid, true]]);
  const isOurs = (pid: number): boolean => {
    const known = judged.get(pid);
    if (known !== undefined) return known;
    const parent = parentOf(pid);
    const isBelow = parent > 1 && isOurs(parent);
    judged.set(pid, isBelow);
    return isBelow;
  };
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && !older.has(name))) {
      if (!isOurs(Number(pid))) continue;
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        if (line !== "") seen.set(`${pid} ${line}`, line);
      } catch {
        // The process ended between the listing and the reading.
      }
    }
  };
  const timer = setInterval(look, intervalMs);
  return {
    get commandLines() {
      return [...seen.values()];
    },
    stop: () => clearInterval(timer),
  };
}
