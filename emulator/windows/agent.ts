/**
 * Runs inside Windows, in its Node: starts the steps of a job as a runner does, with an environment and a working folder
 * of their own. Orders come in on a connection to the port that is its argument, answers go out, one line of JSON each.
 *
 * Output goes into a file, standard output and standard error both: Wine's pipes are too little for a Node at their end.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";

export interface Order {
  readonly id: number;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** On top of what Windows itself sets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly output: string;
}

export type Message = { readonly start: Order } | { readonly kill: number };

export type Answer =
  | { readonly id: number; readonly exitCode: number | null }
  | { readonly id: number; readonly error: string };

/** Of Windows' own, as Wine sets them; the runner gives the others. */
const SYSTEM =
  /^(?:SystemRoot|SystemDrive|windir|ComSpec|OS|PATHEXT|NUMBER_OF_PROCESSORS|PROCESSOR_\w+|Program(?:Files|Data|W6432).*|CommonProgram.*|ALLUSERSPROFILE|PUBLIC|COMPUTERNAME|USERDOMAIN|USERNAME|WINE.*)$/i;
const system = Object.fromEntries(Object.entries(process.env).filter(([name]) => SYSTEM.test(name)));

const running = new Map<number, ChildProcess>();
const socket = connect(Number(process.argv[2]), "127.0.0.1");
socket.on("close", () => process.exit(0)).on("error", () => process.exit(1));
createInterface({ input: socket }).on("line", (line) => obey(JSON.parse(line) as Message));

function obey(message: Message): void {
  if ("start" in message) start(message.start);
  else kill(message.kill);
}

function start({ id, file, args, cwd, environment, output }: Order): void {
  const target = openSync(output, "a");
  const answer = (rest: { readonly exitCode: number | null } | { readonly error: string }) => {
    running.delete(id);
    socket.write(`${JSON.stringify({ id, ...rest })}\n`);
  };
  try {
    const env = { ...withoutThoseOf(environment), ...environment };
    // cmd reads what is between the quotes by rules of its own: a step's command line is handed on as it is.
    const verbatim = /\bcmd(?:\.exe)?$/i.test(file);
    const stdio = ["ignore" as const, target, target];
    const child = spawn(file, args, { cwd, env, stdio, windowsVerbatimArguments: verbatim });
    running.set(id, child);
    child.on("error", ({ message }) => answer({ error: message }));
    child.on("exit", (exitCode) => answer({ exitCode }));
  } catch (error) {
    answer({ error: error instanceof Error ? error.message : String(error) });
  } finally {
    closeSync(target);
  }
}

/** Names have no case: what the job sets in another spelling must not stand there twice. */
function withoutThoseOf(environment: Order["environment"]) {
  const names = new Set(Object.keys(environment).map((name) => name.toUpperCase()));
  return Object.fromEntries(Object.entries(system).filter(([name]) => !names.has(name.toUpperCase())));
}

/** As somebody who cancels a job does at last: the process with all that it started. */
function kill(id: number): void {
  const pid = running.get(id)?.pid;
  if (pid !== undefined) spawnSync("taskkill.exe", ["/F", "/T", "/PID", String(pid)], { stdio: "ignore" });
}
