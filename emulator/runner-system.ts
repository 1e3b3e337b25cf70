/** The system on which a runner's steps run: this machine, or another one that uses folders of this machine. */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { EOL } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** A system on which steps run. */
export interface RunnerSystem<P> {
  readonly node: string;
  readonly delimiter: string;
  readonly eol: string;
  readonly os: "Linux" | "Windows";
  /** The spelling that a runner uses there: `Path` on Windows, where names have no case. */
  readonly pathVariable: "PATH" | "Path";
  /** Converts the path of a file on this machine to the one that programs on that system use. */
  named(file: string): string;
  /** Converts the path of a file that programs on that system use to the one on this machine. */
  found(file: string): string;
  /** The variables that a runner gets from its machine there, with folders as they are named there. */
  variables(folders: Pick<Folders, "home" | "scratch">, options: { readonly path: string }): Record<string, string>;
  /** Runs a process to its end, in a folder of this machine. */
  run(command: string, args: readonly string[], options: ProcessOptions, started?: (child: P) => void): Promise<Ran>;
}

export interface Folders {
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  readonly scratch: string;
  readonly tools: string;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly env: Record<string, string>;
  /** Is called with each line when it is written, workflow commands included. */
  readonly said: (line: string) => void;
}

export interface Ran {
  readonly exitCode: number | null;
  readonly raw: string;
}

export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** How the steps of a runner on this machine are started. */
export interface StepOptions {
  /** Another user. Only root can do this. */
  readonly user?: User;
  /** A command that starts each step in the workspace as the user, such as one that enters a container. */
  readonly through?: (workspace: string) => readonly string[];
}

/** This machine, or the one that the options describe. */
export function thisSystem({ user, through }: StepOptions): RunnerSystem<ChildProcess> {
  return {
    node: process.execPath,
    delimiter: path.delimiter,
    eol: EOL,
    os: "Linux",
    pathVariable: "PATH",
    named: (file) => file,
    found: (file) => file,
    variables: ({ home, scratch }, { path: search }) => ({
      PATH: search,
      HOME: home,
      TMPDIR: scratch,
      LANG: "C.UTF-8",
    }),
    run(command, args, { cwd, env, said }, started) {
      const [program, ...rest] = [...(through?.(cwd) ?? []), command, ...args] as [string, ...string[]];
      return runProcess(program, rest, { cwd, env, ...(through === undefined ? user : {}) }, started, said);
    },
  };
}

function runProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  started: ((child: ChildProcess) => void) | undefined,
  said: (line: string) => void,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let raw = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        raw += text;
      });
      if (stream !== null) createInterface({ input: stream }).on("line", said);
    }
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, raw }));
    started?.(child);
  });
}
