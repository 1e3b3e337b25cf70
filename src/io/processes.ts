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
  /** For standard input, the only way a secret may reach a process. */
  readonly input?: string | Uint8Array;
  /** Variables on top of the step's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Throws its output away: a process with a pipe to a step that is killed dies of it, half-way. */
  readonly unheard?: true;
}

/** Starts processes. Each is in the journal by its process ID, so that post waits for one that outlives the step. */
export interface Processes {
  /** Runs to the end; never throws for an exit code. */
  run(file: string, args: readonly string[], options?: ProcessOptions): Promise<Outcome>;
  /** Starts a process to talk with, line by line. Throws when it cannot be started. */
  start(file: string, args: readonly string[], options?: Pick<ProcessOptions, "environment">): Promise<Conversation>;
}

/** A running process that is told lines on its standard input and answers on its standard output. */
export interface Conversation {
  readonly pid: number | undefined;
  say(line: string): void;
  /** The next line it writes; undefined when it has ended. */
  next(): Promise<string | undefined>;
  /** Ends its standard input and waits ten seconds for its end, then kills it; what it wrote to standard error. */
  end(): Promise<string>;
}

/** An exit handler that hangs (a proxy that does not answer, a full disk) must not hold up the job. */
const LONGEST_END_MS = 10_000;

export function processes(environment: Environment, journal: Pick<Journal, "record">): Processes {
  const withheld = withheldVariables(environment);
  const launch = (file: string, args: readonly string[], options: ProcessOptions) =>
    spawn(file, args, {
      env: { ...withheld, ...options.environment } as Record<string, string>,
      // nano-spawn hands it to the stream as it is, bytes too.
      stdin: options.input === undefined ? "pipe" : { string: options.input as string },
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
      const said = subprocess.then(
        ({ stderr }) => stderr,
        (error: SubprocessError) => error.stderr || error.message,
      );
      // Asked for at once: nano-spawn lets pass by what is written before somebody listens.
      const lines = subprocess.stdout[Symbol.asyncIterator]();
      let first: Promise<string | undefined> | undefined = nextOf(lines);
      const child = await note(subprocess.nodeChildProcess);
      // A process that ends before it has read everything breaks the pipe; its missing answer says so.
      child.stdin?.on("error", () => undefined);
      return {
        pid: child.pid,
        say: (line) => child.stdin?.write(`${line}\n`),
        next() {
          const line = first ?? nextOf(lines);
          first = undefined;
          return line;
        },
        end() {
          child.stdin?.end();
          const late = setTimeout(() => child.kill("SIGKILL"), LONGEST_END_MS);
          return said.finally(() => clearTimeout(late));
        },
      };
    },
  };
}

/** The iterator throws when the process fails, after its last line. */
function nextOf(lines: AsyncIterator<string>): Promise<string | undefined> {
  return lines.next().then(
    ({ done, value }) => (done ? undefined : value),
    () => undefined,
  );
}

/**
 * Variables that no child process gets: the step's inputs and state, secrets among them; the runner's own tokens and
 * what an agent tells of service connections; what turns ADAL's verification off by merely being there (adal, constants
 * of Python's library); and what moves the file with az 2.29's credentials to where post does not look (azure-cli-core
 * 2.29.2, _profile.py).
 */
const WITHHELD = new RegExp(
  [
    "^(INPUT|STATE|ENDPOINT|SECUREFILE|SECRET|VSTS_TASKVARIABLE)_",
    "^ACTIONS_(RUNTIME_TOKEN$|ID_TOKEN_REQUEST_)",
    "^SYSTEM_ACCESSTOKEN$",
    "^ADAL_PYTHON_SSL_NO_VERIFY$",
    "^AZURE_ACCESS_TOKEN_FILE$",
  ].join("|"),
  // Names of variables have no case on Windows.
  "i",
);

function withheldVariables(environment: Environment): Record<string, undefined> {
  const names = Object.keys(environment).filter((name) => WITHHELD.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
