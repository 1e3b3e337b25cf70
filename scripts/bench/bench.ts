/** What every part of the bench uses: the stamp, the bundle, folders, and processes that end with the bench. */
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Emulator, startEmulator } from "../../emulator/server.ts";

export interface Bench {
  readonly emulator: Emulator;
  /** A copy of the bundle from the beginning of the bench, because a build may replace it in the meantime. */
  readonly dist: string;
  readonly peerSequence: string;
  /** A new folder, which is removed at the end of the bench at the latest. */
  folder(name: string): Promise<string>;
  remove(folder: string): Promise<void>;
  /** Must be called before a process is started and after it has ended. @throws if the bench was interrupted */
  goOn(): void;
  /** Stops a process if the bench is interrupted or the process takes too long. */
  guard(child: ChildProcess, stop: () => void): void;
  close(): Promise<void>;
}

const LONGEST_MS = 15 * 60_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export async function openBench(peerSequence: string): Promise<Bench> {
  const root = await mkdtemp(path.join(tmpdir(), "azs-bench-"));
  // The runners' folders (emulator/runner.ts) are created in there too.
  process.env["TMPDIR"] = root;
  const dist = path.join(root, "dist");
  await cp(path.resolve("dist"), dist, { recursive: true });
  const emulator = await startEmulator();
  const interruption = interruptible();
  const remove = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return {
    emulator,
    dist,
    peerSequence,
    folder: (name) => mkdtemp(path.join(root, name)),
    remove,
    ...interruption,
    async close() {
      await emulator.close();
      await remove(root);
    },
  };
}

/**
 * A signal stops the running processes. The resulting failure unwinds the bench, so that post steps and removals still
 * run.
 */
function interruptible(): Pick<Bench, "goOn" | "guard"> {
  const interruption = new AbortController();
  const running = new Set<() => void>();
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      interruption.abort(new Error(`interrupted by ${signal}`));
      for (const stop of running) stop();
    });
  }
  return {
    goOn: () => interruption.signal.throwIfAborted(),
    guard(child, stop) {
      const timer = setTimeout(stop, LONGEST_MS);
      running.add(stop);
      child.once("close", () => {
        clearTimeout(timer);
        running.delete(stop);
      });
    },
  };
}

/** How long a command takes; its standard output is ignored. @throws with its standard error if it fails */
export async function timed(
  bench: Pick<Bench, "goOn" | "guard">,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  bench.goOn();
  const ended = await run(bench, command, args, environment);
  bench.goOn();
  if (ended.status === 0) return ended.milliseconds;
  throw new Error(`${command} ${args.join(" ")} ended with ${ended.status}:\n${ended.errors}`);
}

interface Ended {
  /** Exit code, or the signal. */
  readonly status: number | string | null;
  readonly milliseconds: number;
  readonly errors: string;
}

function run(
  bench: Pick<Bench, "guard">,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // In a process group of its own, so that the script and the az that it runs can be stopped together.
    const child = spawn(command, args, { env: environment, stdio: ["ignore", "ignore", "pipe"], detached: true });
    bench.guard(child, () => stopGroup(child));
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.on("error", reject);
    // Not on `close`: az leaves a process behind that reports usage and keeps standard error open.
    child.on("exit", (exitCode, signal) => {
      resolve({ status: exitCode ?? signal, milliseconds: performance.now() - start, errors });
    });
  });
}

function stopGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has already ended.
  }
}

/** Waits for all, even if one fails, because running processes must not outlive their folders. */
export async function all<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
