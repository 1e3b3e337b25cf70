import type { ChildProcess } from "node:child_process";
import spawn from "nano-spawn";
import type { Environment } from "../host/host.ts";
import type { Recorder } from "../journal/kind.ts";
import { type Conversation, converse } from "./conversation.ts";
import { processOf } from "./lives.ts";
import { startedProcess } from "./started-process.ts";
import { type Ended, supervise } from "./supervision.ts";

export interface Outcome {
  /** Exit code; -1 when the process could not be started, was ended by a signal, or by the step. */
  readonly exitCode: number;
  readonly stdout: string;
  /** Also why the step ended it. */
  readonly stderr: string;
  /** The step ended it: it took too long, or wrote too much. */
  readonly ended?: Ended;
}

export interface ProcessOptions {
  /** For standard input, the only way a secret may reach a process. */
  readonly input?: string | Uint8Array;
  /** Variables on top of the step's own; undefined takes one away. */
  readonly environment?: Environment;
  /**
   * Throws its output away: a process with a pipe to a step that is killed dies of it, half-way. It also stays in the
   * step's own session; others lead one, so that their children can be found.
   */
  readonly unheard?: true;
  /** It belongs to the system: what the job sets for its own programs does not reach it. */
  readonly ofSystem?: true;
  /** After so long it is ended, with all that it started. */
  readonly withinMs?: number;
  /** Characters that it may write before it is ended. */
  readonly mostOutput?: number;
}

/**
 * Starts processes. Each is in the journal by its process ID, so that post waits for one that outlives the step. None
 * runs without an end, or writes without one: a `sudo` whose PAM module hangs, a Python of a virtual environment.
 */
export interface Processes {
  /** Runs to the end; never throws for an exit code. */
  run(file: string, args: readonly string[], options?: ProcessOptions): Promise<Outcome>;
  /**
   * Starts a process to talk with, line by line.
   *
   * @returns undefined when it cannot be started
   * @throws when it cannot be recorded; it has been ended then
   */
  start(
    file: string,
    args: readonly string[],
    options?: Pick<ProcessOptions, "environment">,
  ): Promise<Conversation | undefined>;
}

/** Seconds for most programs; `sudo` may ask a directory service, and a machine may have 16 jobs. */
const LONGEST_RUN_MS = 30_000;
/** A thousand roots, as keytool and security(1) list them. */
const MOST_OUTPUT = 2_000_000;
/** What a process says that is talked with, in all, and in a line. */
const CONVERSATION = { mostOutput: MOST_OUTPUT, longestLine: 1_000_000 } as const;

/** @param signal ends them all when the time is up that the step may wait for others */
export function processes(environment: Environment, journal: Recorder, signal?: AbortSignal): Processes {
  const withheld = withheldVariables(environment);
  const clean = cleanVariables(environment);
  const launch = (file: string, args: readonly string[], options: ProcessOptions): Promise<ChildProcess> => {
    const process = spawn(file, args, {
      env: { ...(options.ofSystem ? clean : withheld), ...options.environment } as Record<string, string>,
      // nano-spawn hands it to the stream as it is, bytes too.
      stdin: options.input === undefined ? "pipe" : { string: options.input as string },
      ...(options.unheard ? { stdout: "ignore", stderr: "ignore" } : {}),
      windowsHide: true,
      detached: leads(options),
    });
    // Its outcome is what `supervise` says.
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

/** Not nano-spawn's own words, which hold all arguments, the text of a script among them. */
function causeOf({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message : message;
}

/** Programs of the system, whatever environment the job has. */
export function systemPrograms({ run }: Pick<Processes, "run">): Pick<Processes, "run"> {
  return { run: (file, args, options) => run(file, args, { ...options, ofSystem: true }) };
}

/** On Windows a process that is detached has a window of its own. */
function leads({ unheard }: ProcessOptions): boolean {
  return unheard !== true && process.platform !== "win32";
}

function withoutLineBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
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

/** Where systems have their programs; the last two are NixOS's. */
const SYSTEM_PATH = [
  ...["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"],
  ...["/run/wrappers/bin", "/run/current-system/sw/bin"],
].join(":");

/**
 * A TMPDIR that is gone, a PATH with other programs of the same names, or a language that nobody here reads is nothing
 * to a program that changes the machine, perhaps as root. Windows needs its variables.
 */
function cleanVariables(environment: Environment): Record<string, string | undefined> {
  if (process.platform === "win32") return withheldVariables(environment);
  const none = Object.fromEntries(Object.keys(environment).map((name) => [name, undefined]));
  const { HOME, USER, LOGNAME } = environment;
  return { ...none, HOME, USER, LOGNAME, PATH: SYSTEM_PATH, LANG: "C", LC_ALL: "C" };
}
