import type { ChildProcess } from "node:child_process";
import spawn, { SubprocessError } from "nano-spawn";
import type { Environment } from "../host/host.ts";
import type { Journal } from "../journal.ts";

export interface Outcome {
  /** Exit code; -1 when the process could not be started or was ended by a signal. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessOptions {
  /** Text for standard input, the only way a secret may reach a process. */
  readonly input?: string;
  /** Variables on top of the step's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Throws its output away: a process with a pipe to a step that is killed dies of it, half-way. */
  readonly unheard?: true;
}

/** Starts processes. Each is in the journal by its process ID, so that post waits for one that outlives the step. */
export interface Processes {
  /** Runs to the end; never throws for an exit code. */
  run(file: string, args: readonly string[], options?: ProcessOptions): Promise<Outcome>;
  /** Starts a process with pipes to talk to. Throws when it cannot be started. */
  start(file: string, args: readonly string[], options?: ProcessOptions): Promise<ChildProcess>;
}

export function processes(environment: Environment, journal: Pick<Journal, "record">): Processes {
  const withheld = withheldVariables(environment);
  const launch = (file: string, args: readonly string[], options: ProcessOptions) =>
    spawn(file, args, {
      env: { ...withheld, ...options.environment } as Record<string, string>,
      stdin: options.input === undefined ? "pipe" : { string: options.input },
      ...(options.unheard ? { stdout: "ignore", stderr: "ignore" } : {}),
      windowsHide: true,
    });
  const note = async (child: Promise<ChildProcess>): Promise<ChildProcess> => {
    const started = await child;
    if (started.pid !== undefined) await journal.record({ undo: "process", pid: started.pid });
    return started;
  };

  return {
    async run(file, args, options = {}) {
      const subprocess = launch(file, args, { input: "", ...options });
      note(subprocess.nodeChildProcess).catch(() => undefined);
      try {
        const { stdout, stderr } = await subprocess;
        return { exitCode: 0, stdout, stderr };
      } catch (error) {
        if (!(error instanceof SubprocessError)) throw error;
        return {
          exitCode: error.exitCode ?? -1,
          stdout: error.stdout,
          stderr: error.stderr || (error.exitCode === undefined ? error.message : ""),
        };
      }
    },
    async start(file, args, options = {}) {
      const subprocess = launch(file, args, options);
      subprocess.catch(() => undefined);
      return note(subprocess.nodeChildProcess);
    },
  };
}

/** A step's inputs and state are variables, secrets among them; a child process has no use for either. */
function withheldVariables(environment: Environment): Record<string, undefined> {
  const names = Object.keys(environment).filter((name) => /^(INPUT|STATE)_/.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
