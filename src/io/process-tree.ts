import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Environment } from "../host/host.ts";
import { windowsProgram } from "./windows-programs.ts";

/** A limit, because children may start new children as fast as they are killed; what is left then ends by itself. */
const ROUNDS = 5;

/**
 * Ends a process and all its descendants: if a launcher is a shell script, its Python is a child, which would go on
 * without it.
 *
 * @param leads whether the process leads a session of its own: then descendants whose parent has ended are found, too
 */
export function killTree(pid: number, leads: boolean, environment: Environment): void {
  if (process.platform === "win32") {
    const taskkill = windowsProgram("taskkill.exe", environment);
    const child = spawn(taskkill, ["/T", "/F", "/PID", String(pid)], { stdio: "ignore", windowsHide: true });
    child.on("error", () => kill(pid)).unref();
    return;
  }
  if (process.platform !== "linux") {
    kill(leads ? -pid : pid);
    return;
  }
  // Finds all before ending the first: once its parent is gone, a child can no longer be assigned to this tree.
  for (let round = 0; round < ROUNDS; round++) {
    const found = family(pid, leads);
    for (const one of found) kill(one);
    if (found.length === 0) return;
  }
}

/**
 * Ignores errors: the process may have ended, or belong to another user (sudo), and nothing can be done about either.
 */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {}
}

/** Fields of `/proc/PID/stat` (proc_pid_stat(5)). */
interface Relation {
  readonly pid: number;
  readonly state: string;
  readonly parent: number;
  readonly session: number;
}

/** The process and its descendants, as far as they still run. */
function family(pid: number, leads: boolean): readonly number[] {
  const all = relations().filter(({ state }) => state !== "Z" && state !== "X");
  const found = new Set(all.filter((one) => one.pid === pid || (leads && one.session === pid)).map((one) => one.pid));
  const children = Map.groupBy(all, ({ parent }) => parent);
  // The loop also visits what it adds.
  for (const one of found) for (const child of children.get(one) ?? []) found.add(child.pid);
  return [...found];
}

function relations(): readonly Relation[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, "utf8");
        // The program's name is in parentheses and may contain anything, even parentheses.
        const [state = "", parent, , session] = text.slice(text.lastIndexOf(")") + 2).split(" ");
        return [{ pid: Number(name), state, parent: Number(parent), session: Number(session) }];
      } catch {
        return [];
      }
    });
}
