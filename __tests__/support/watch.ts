import { readdirSync, readFileSync } from "node:fs";

/** What a watch over command lines saw. */
export interface Sightings {
  /** Command lines of processes, NUL separators replaced by spaces. */
  readonly commandLines: readonly string[];
  stop(): void;
}

/**
 * Reads the command line of every process that starts from now on, again and again until stopped. A process that lives
 * shorter than the interval can slip through: interpreters live much longer.
 */
export function watchCommandLines(intervalMs = 20): Sightings {
  const seen = new Map<string, string>();
  const older = new Set(readdirSync("/proc"));
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && !older.has(name))) {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        if (line !== "") seen.set(`${pid} ${line}`, line);
      } catch {
        // It ended between the listing and the reading.
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
