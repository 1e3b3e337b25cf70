import { readFileSync, readlinkSync, statSync } from "node:fs";
import { uptime } from "node:os";
import path from "node:path";

/**
 * By what another job, of another user or in another container too, can tell whether a job is over. It stands beside
 * what the job changed, so that the next job can take out what a dead one left.
 */
export interface Life {
  /** The machine's boot: the ID of Linux, elsewhere its time in seconds. */
  readonly boot: string;
  /** The namespaces in which processes and paths have their meaning (namespaces(7)); empty where there are none. */
  readonly processes: string;
  readonly paths: string;
  /** The step, and the runner's process that started it, which lives as long as the job does. */
  readonly step: Process;
  readonly runner: Process | undefined;
  /** The job's folder: the post step removes it, and so does the runner that empties its temporary folder. */
  readonly folder: string;
}

interface Process {
  readonly pid: number;
  /** Clock ticks after the boot (proc_pid_stat(5)): a later process with the same ID has another. */
  readonly start: string | undefined;
}

/** Stands in a job's folder while the step works on it: where the step is dead, somebody has to finish its work. */
export const UNFINISHED = "unfinished";

/** The life of the job that this process is a step of. */
export function lifeOf(folder: string): Life {
  const { pid, ppid } = process;
  return {
    boot: bootOf(),
    processes: namespace("pid"),
    paths: namespace("mnt"),
    step: { pid, start: startOf(pid) },
    // A container's process has no parent there, or one that is no runner.
    runner: ppid > 1 ? { pid: ppid, start: startOf(ppid) } : undefined,
    folder,
  };
}

/** Whether a job is over for certain. A job of which nothing is known is not. */
export function isOver(life: Life): boolean {
  if (!isSameBoot(life.boot, bootOf())) return true;
  const knowsProcess = life.processes === namespace("pid");
  if (knowsProcess && life.runner !== undefined && !isAlive(life.runner)) return true;
  if (life.paths !== namespace("mnt")) return false;
  const folder = stateOf(life.folder);
  if (folder === "gone") return true;
  const wasKilled = knowsProcess && folder === "there" && !isAlive(life.step);
  return wasKilled && stateOf(path.join(life.folder, UNFINISHED)) === "there";
}

/** Reads what `lifeOf` gave, after a way through JSON; undefined for anything else. */
export function asLife(value: unknown): Life | undefined {
  const life = Object(value) as Partial<Life>;
  const texts = [life.boot, life.processes, life.paths, life.folder];
  const isWhole = texts.every((text) => typeof text === "string") && isProcess(life.step);
  return isWhole && (life.runner === undefined || isProcess(life.runner)) ? (life as Life) : undefined;
}

function isProcess(value: unknown): value is Process {
  const { pid, start } = Object(value) as Partial<Process>;
  return Number.isSafeInteger(pid) && (pid ?? 0) > 0 && (start === undefined || typeof start === "string");
}

/** Seconds by which the time of a boot may differ from one look to the next, where clocks are set meanwhile. */
const CLOCK_S = 600;

function bootOf(): string {
  return read("/proc/sys/kernel/random/boot_id") ?? `${Math.round(Date.now() / 1000 - uptime())}`;
}

function isSameBoot(one: string, other: string): boolean {
  return one === other || Math.abs(Number(one) - Number(other)) < CLOCK_S;
}

function namespace(kind: "pid" | "mnt"): string {
  try {
    return readlinkSync(`/proc/self/ns/${kind}`);
  } catch {
    return "";
  }
}

/** The 22nd field; the second, the program's name in parentheses, may hold anything. */
function startOf(pid: number): string | undefined {
  const [state = "", ...fields] = read(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ") ?? [];
  // A process that has ended stays visible until its parent asks for its exit code.
  return /[ZX]/.test(state) ? "ended" : fields[18];
}

function isAlive({ pid, start }: Process): boolean {
  const now = startOf(pid);
  if (start !== undefined && now !== undefined) return now === start;
  try {
    // Processes of other users may be hidden in /proc (hidepid, proc(5)), and are still there.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** Of somebody else's folder it may not be visible. */
function stateOf(file: string): "there" | "gone" | "unknown" {
  try {
    statSync(file);
    return "there";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "gone" : "unknown";
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
