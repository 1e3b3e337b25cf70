/**
 * Runs inside Windows, in its Node. It starts the steps of a job as a runner does, each with its own environment and
 * working folder. It connects to the port that is its argument; it reads orders and writes answers there, each as one
 * line of JSON.
 *
 * Standard output and standard error both go to a file, because Wine's pipes do not have everything that Node needs.
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
  /** Added to the variables that Windows itself sets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly output: string;
}

export type Message = { readonly start: Order } | { readonly kill: number };

export type Answer =
  | { readonly id: number; readonly exitCode: number | null }
  | { readonly id: number; readonly error: string };

/** Variables of Windows itself, as Wine sets them. The runner sets the others. */
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
    // cmd has rules of its own for the text between the quotes, so a step's command line is passed on unchanged.
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

/** Names have no case, so a variable must not appear a second time in the spelling of the job. */
function withoutThoseOf(environment: Order["environment"]) {
  const names = new Set(Object.keys(environment).map((name) => name.toUpperCase()));
  return Object.fromEntries(Object.entries(system).filter(([name]) => !names.has(name.toUpperCase())));
}

/** Does what finally happens when a user cancels a job: ends the process and all that it started. */
function kill(id: number): void {
  const pid = running.get(id)?.pid;
  if (pid !== undefined) spawnSync("taskkill.exe", ["/F", "/T", "/PID", String(pid)], { stdio: "ignore" });
}
