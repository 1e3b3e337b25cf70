import { readlinkSync, statSync } from "node:fs";
import { hostname, uptime } from "node:os";
import path from "node:path";
import { readSystemFile, systemPlaces } from "./system-places.ts";

/**
 * The facts from which another job, even one of another user or in another container, can tell whether a job is over.
 * They are stored beside what the job changed, so that the next job can remove what a dead one left.
 */
export interface Life {
  /** The machine's ID, else its name: a store may be shared over a network. */
  readonly machine: string;
  /** The machine's boot: its ID on Linux, elsewhere its time in seconds. */
  readonly boot: string;
  /** The namespaces of process IDs and of paths (namespaces(7)); empty if the system has none. */
  readonly processes: string;
  readonly paths: string;
  /** The step's process, and the runner's, which lives as long as the job, if it is known. */
  readonly step: Process;
  readonly runner: Process | undefined;
  /** The job's folder, which the post step removes, or the runner when it empties its temporary folder. */
  readonly folder: string;
}

export interface Process {
  readonly pid: number;
  /** Clock ticks after the boot (proc_pid_stat(5)), which distinguish it from a later process with the same ID. */
  readonly start: string | undefined;
}

/** Marks a job's folder while the step runs: if the step is dead and the mark exists, another job has to clean up. */
export const UNFINISHED = "unfinished";

/** The life of the job that this process is a step of. */
export function lifeOf(folder: string): Life {
  const { pid } = process;
  return {
    machine: machineOf(),
    boot: bootOf(),
    processes: namespace("pid"),
    paths: namespace("mnt"),
    step: { pid, start: startOf(pid) },
    runner: runnerOf(pid),
    folder,
  };
}

/** Whether a job is certainly over; false if that is not known. */
export function isOver(life: Life): boolean {
  if (life.machine !== machineOf()) return false;
  if (!isSameBoot(life.boot, bootOf())) return true;
  const knowsProcess = life.processes === namespace("pid");
  if (knowsProcess && life.runner !== undefined && !isAlive(life.runner)) return true;
  if (life.paths !== namespace("mnt")) return false;
  const folder = stateOf(life.folder);
  if (folder === "gone") return true;
  const wasKilled = knowsProcess && folder === "there" && !isAlive(life.step);
  return wasKilled && stateOf(path.join(life.folder, UNFINISHED)) === "there";
}

/** Checks a result of `lifeOf` that was read back from JSON; undefined for anything else. */
export function asLife(value: unknown): Life | undefined {
  const life = Object(value) as Partial<Life>;
  const texts = [life.machine, life.boot, life.processes, life.paths, life.folder];
  const isWhole = texts.every((text) => typeof text === "string") && isProcess(life.step);
  return isWhole && (life.runner === undefined || isProcess(life.runner)) ? (life as Life) : undefined;
}

function isProcess(value: unknown): value is Process {
  const { pid, start } = Object(value) as Partial<Process>;
  return Number.isSafeInteger(pid) && (pid ?? 0) > 0 && (start === undefined || typeof start === "string");
}

/**
 * The runner among the step's ancestor processes (actions/runner; azure-pipelines-agent). Other ancestors, such as a
 * wrapper or the agent's helper in a container, may end with the step.
 */
function runnerOf(step: number): Process | undefined {
  for (let pid = parentOf(step), height = 0; pid > 1 && height < 20; pid = parentOf(pid), height += 1) {
    if (/^(?:Runner|Agent)\.Worker$/.test(readSystemFile(`/proc/${pid}/comm`) ?? ""))
      return { pid, start: startOf(pid) };
  }
  return undefined;
}

function machineOf(): string {
  return readSystemFile("/etc/machine-id") || hostname();
}

/** Seconds by which two computed times of the same boot may differ, because the clock was set meanwhile. */
const CLOCK_S = 600;

function bootOf(): string {
  return readSystemFile("/proc/sys/kernel/random/boot_id") ?? `${Math.round(Date.now() / 1000 - uptime())}`;
}

function isSameBoot(one: string, other: string): boolean {
  return one === other || Math.abs(Number(one) - Number(other)) < CLOCK_S;
}

function namespace(kind: "pid" | "mnt"): string {
  try {
    return systemPlaces(`/proc/self/ns/${kind}`)
      .map((link) => readlinkSync(link))
      .join();
  } catch {
    return "";
  }
}

/** The fields of /proc/PID/stat from the third on; the second, the program's name in parentheses, may be anything. */
function statusOf(pid: number): readonly string[] {
  return readSystemFile(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ") ?? [];
}

function parentOf(pid: number): number {
  return Number(statusOf(pid)[1] ?? 0);
}

/** The 22nd field of /proc/PID/stat. */
function startOf(pid: number): string | undefined {
  const [state = "", ...fields] = statusOf(pid);
  // A process that has ended stays visible until its parent asks for its exit code.
  return /[ZX]/.test(state) ? "ended" : fields[18];
}

/** Identifies a running process, so that it can be recognized later. */
export function processOf(pid: number): Process {
  return { pid, start: startOf(pid) };
}

/** Whether that very process still runs, not a later one with the same ID. */
export function isAlive({ pid, start }: Process): boolean {
  const now = startOf(pid);
  if (start !== undefined && now !== undefined) return now === start;
  try {
    // Processes of other users may be hidden in /proc (hidepid, proc(5)) and still run.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** `unknown`: in another user's folder the file may not be visible. */
function stateOf(file: string): "there" | "gone" | "unknown" {
  try {
    statSync(file);
    return "there";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "gone" : "unknown";
  }
}
