import type { ChildProcess } from "node:child_process";
import spawn from "nano-spawn";
import type { Environment } from "../host/host.ts";
import type { Recorder } from "../journal/kind.ts";
import { type Conversation, converse } from "./conversation.ts";
import { processOf } from "./lives.ts";
import { startedProcess } from "./started-process.ts";
import { type Ended, supervise } from "./supervision.ts";

export interface Outcome {
  /** Exit code; -1 if the process could not be started, or was ended by a signal or by the step. */
  readonly exitCode: number;
  readonly stdout: string;
  /** Standard error, and why the step ended the process. */
  readonly stderr: string;
  /** Set if the step ended it because it took too long or wrote too much. */
  readonly ended?: Ended;
}

export interface ProcessOptions {
  /** For standard input, the only way a secret may reach a process. */
  readonly input?: string | Uint8Array;
  /** Variables that override the step's own; undefined removes one. */
  readonly environment?: Environment;
  /**
   * Discards its output: if the step is killed, a process that writes to its pipe dies half-way. It also stays in the
   * step's session; other processes lead one of their own, so that their children can be found.
   */
  readonly unheard?: true;
  /** A program of the system: it gets none of the variables that the job sets for its own programs. */
  readonly ofSystem?: true;
  /** Time limit, after which it is ended with all that it started. */
  readonly withinMs?: number;
  /** Characters that it may write before it is ended. */
  readonly mostOutput?: number;
}

/**
 * Starts processes. Each one's process ID is in the journal, so that post waits for a process that outlives the step.
 * The time and the output of each are limited: a `sudo` may hang in a PAM module, and so may a job's own Python.
 */
export interface Processes {
  /** Runs a program to its end; never throws for an exit code. */
  run(file: string, args: readonly string[], options?: ProcessOptions): Promise<Outcome>;
  /**
   * Starts a process to talk with, line by line.
   *
   * @returns undefined if it cannot be started
   * @throws if it cannot be recorded, after ending it
   */
  start(
    file: string,
    args: readonly string[],
    options?: Pick<ProcessOptions, "environment">,
  ): Promise<Conversation | undefined>;
}

/** Most programs take seconds; but `sudo` may query a directory service, and a machine may run 16 jobs. */
const LONGEST_RUN_MS = 30_000;
/** Enough for a thousand roots, as keytool and security(1) list them. */
const MOST_OUTPUT = 2_000_000;
/** Limits for a process that the step converses with: in all, and per line. */
const CONVERSATION = { mostOutput: MOST_OUTPUT, longestLine: 1_000_000 } as const;

/** @param signal ends all processes when the step's time for waiting is up */
export function processes(environment: Environment, journal: Recorder, signal?: AbortSignal): Processes {
  const withheld = withheldVariables(environment);
  const clean = cleanVariables(environment);
  const launch = (file: string, args: readonly string[], options: ProcessOptions): Promise<ChildProcess> => {
    const process = spawn(file, args, {
      env: { ...(options.ofSystem ? clean : withheld), ...options.environment } as Record<string, string>,
      // nano-spawn passes the value on to the stream, so bytes work, too.
      stdin: options.input === undefined ? "pipe" : { string: options.input as string },
      ...(options.unheard ? { stdout: "ignore", stderr: "ignore" } : {}),
      windowsHide: true,
      detached: leads(options),
    });
    // `supervise` reports the outcome.
    process.catch(() => undefined);
    return process.nodeChildProcess;
  };
  const note = async ({ pid }: ChildProcess) => {
    if (pid !== undefined) await journal.record(startedProcess.entry(processOf(pid)));
  };

  return {
    async run(file, args, options = {}) {
      const { withinMs = LONGEST_RUN_MS, mostOutput = MOST_OUTPUT } = options;
      const child = await launch(file, args, { input: "", ...options }).catch((error: Error) => error);
      if (child instanceof Error) return { exitCode: -1, stdout: "", stderr: causeOf(child) };
      const running = supervise(child, leads(options), { mostOutput, signal }, environment);
      running.endAfter(withinMs);
      note(child).catch(() => undefined);
      const exitCode = await running.over;
      const ended = running.ended();
      const said = { exitCode, stdout: withoutLineBreak(running.stdout()), stderr: withoutLineBreak(running.stderr()) };
      if (ended !== undefined) return { ...said, stderr: `${said.stderr}\nit was ended ${ended.reason}`.trim(), ended };
      return { ...said, stderr: said.stderr || (exitCode === -1 ? `it was ended by ${child.signalCode}` : "") };
    },
    async start(file, args, options = {}) {
      const child = await launch(file, args, options).catch(() => undefined);
      if (child === undefined) return undefined;
      const running = supervise(child, leads(options), { ...CONVERSATION, signal }, environment);
      const conversation = converse(child, running);
      try {
        await note(child);
      } catch (error) {
        running.end({ by: "time", reason: "because it could not be recorded" });
        await running.over;
        throw error;
      }
      return conversation;
    },
  };
}

/** The cause, not nano-spawn's own message, which contains all arguments, even the text of a script. */
function causeOf({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message : message;
}

/** Programs of the system, whatever environment the job has. */
export function systemPrograms({ run }: Pick<Processes, "run">): Pick<Processes, "run"> {
  return { run: (file, args, options) => run(file, args, { ...options, ofSystem: true }) };
}

/** Whether a process leads a session of its own. Not on Windows, where a detached process gets a window. */
function leads({ unheard }: ProcessOptions): boolean {
  return unheard !== true && process.platform !== "win32";
}

function withoutLineBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
}

/**
 * Variables that no child process gets: the step's inputs and state, which include secrets; the runner's own tokens and
 * an agent's data on service connections; the variable that turns off ADAL's verification if it is merely set (adal,
 * constants of Python's library); and the one that moves the file with az 2.29's credentials to a place that post does
 * not clean (azure-cli-core 2.29.2, _profile.py).
 */
const WITHHELD = new RegExp(
  [
    "^(INPUT|STATE|ENDPOINT|SECUREFILE|SECRET|VSTS_TASKVARIABLE)_",
    "^ACTIONS_(RUNTIME_TOKEN$|ID_TOKEN_REQUEST_)",
    "^SYSTEM_ACCESSTOKEN$",
    "^ADAL_PYTHON_SSL_NO_VERIFY$",
    "^AZURE_ACCESS_TOKEN_FILE$",
  ].join("|"),
  // Names of variables are case-insensitive on Windows.
  "i",
);

function withheldVariables(environment: Environment): Record<string, undefined> {
  const names = Object.keys(environment).filter((name) => WITHHELD.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** The folders of system programs; the last two are NixOS's. */
const SYSTEM_PATH = [
  ...["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"],
  ...["/run/wrappers/bin", "/run/current-system/sw/bin"],
].join(":");

/**
 * The environment for a program that changes the machine, perhaps as root: without a TMPDIR that is gone, a PATH with
 * other programs of the same names, or a language whose messages cannot be parsed. Windows' programs need its
 * variables.
 */
function cleanVariables(environment: Environment): Record<string, string | undefined> {
  if (process.platform === "win32") return withheldVariables(environment);
  const none = Object.fromEntries(Object.keys(environment).map((name) => [name, undefined]));
  const { HOME, USER, LOGNAME } = environment;
  return { ...none, HOME, USER, LOGNAME, PATH: SYSTEM_PATH, LANG: "C", LC_ALL: "C" };
}
