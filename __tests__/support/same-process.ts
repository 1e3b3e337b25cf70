/**
 * A system whose login and post steps run from src/ in the test's own process, one at a time. Each start of a bundle
 * takes half a second of the processor, nearly all of it for code that runs for the first time; here that code is warm.
 * For tables of inputs and answers. What only a process has (its end, its memory, signals, variables that Node reads
 * when it starts) needs the bundle, and so does at least one row of each table.
 */
import type { ChildProcess } from "node:child_process";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { type ProcessOptions, type Ran, type RunnerSystem, thisSystem } from "../../emulator/runner-system.ts";

/** The jobs that run in this process instead of a bundle, by the absolute path of the bundle. */
type Jobs = Readonly<Record<string, () => Promise<void>>>;

export function sameProcess(jobs: Jobs): RunnerSystem<ChildProcess> {
  const system = thisSystem({});
  return {
    ...system,
    run(command, args, options, started) {
      const job = jobs[args[0] ?? ""];
      if (command !== system.node || job === undefined) return system.run(command, args, options, started);
      if (started !== undefined) throw new Error("a step in the test's process has no process of its own");
      return alone(() => runHere(job, options));
    },
  };
}

let busy = false;

/** @throws Error if tests run concurrently: folder, variables, streams and roots belong to the whole process */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (busy) throw new Error("another step runs in the test's process: tests of such steps cannot be concurrent");
  busy = true;
  try {
    return await work();
  } finally {
    busy = false;
  }
}

async function runHere(job: () => Promise<void>, { cwd, env, said }: ProcessOptions): Promise<Ran> {
  let raw = "";
  let unfinished = "";
  const write = (text: string): void => {
    raw += text;
    const lines = (unfinished + text).split("\n");
    unfinished = lines.pop() ?? "";
    for (const line of lines) said(line);
  };
  const undo = [enterFolder(cwd), replaceVariables(env), redirectStreams(write), keepRoots(), keepListeners()];
  try {
    process.exitCode = 0;
    await job();
    if (unfinished !== "") said(unfinished);
    return { exitCode: process.exitCode, raw };
  } finally {
    for (const end of undo.toReversed()) end();
    process.exitCode = undefined;
  }
}

function enterFolder(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

/** In place, because programs that the step starts inherit the variables of the process, and Node's `os` reads them. */
function replaceVariables(variables: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  const set = (next: NodeJS.ProcessEnv) => {
    for (const name of Object.keys(process.env)) if (!(name in next)) delete process.env[name];
    Object.assign(process.env, next);
  };
  set(variables);
  return () => set(before);
}

/** @returns what gives the streams back */
export function redirectStreams(write: (text: string) => void): () => void {
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, before: stream.write }));
  for (const { stream } of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      write(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      return true;
    };
  }
  return () => {
    for (const { stream, before } of streams) stream.write = before;
  };
}

/** The step changes the roots that this process trusts. */
function keepRoots(): () => void {
  const before = getCACertificates("default");
  return () => {
    if (getCACertificates("default").length !== before.length) setDefaultCACertificates(before);
  };
}

/** The step adds listeners, and on Azure Pipelines removes all others. */
function keepListeners(): () => void {
  const events = ["uncaughtException", "unhandledRejection"];
  const before = events.map((event) => ({ event, listeners: process.listeners(event as NodeJS.Signals) }));
  return () => {
    for (const { event, listeners } of before) {
      process.removeAllListeners(event);
      for (const listener of listeners) process.on(event, listener);
    }
  };
}
