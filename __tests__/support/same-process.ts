/**
 * A runner whose login and post steps run from src/ in the test's own process, one at a time. Each start of a bundle
 * takes half a second of the processor, nearly all of it for code that runs for the first time; here that code is warm.
 * For tables of inputs and answers. What only a process has (its end, its memory, signals, variables that Node reads
 * when it starts) needs the bundle, and so does at least one row of each table.
 */
import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { createRunnerOn, type Runner, type RunnerOptions } from "../../emulator/runner.ts";
import { type ProcessOptions, type Ran, type RunnerSystem, thisSystem } from "../../emulator/runner-system.ts";
import { runLogin } from "../../src/entry/login.ts";
import { runLogout } from "../../src/entry/logout.ts";
import { githubHost } from "../../src/host/github.ts";
import { summary } from "../../src/host/github-toolkit.ts";

const JOBS: Readonly<Record<string, () => Promise<void>>> = {
  "main/index.js": () => runLogin(githubHost()),
  "post/index.js": () => runLogout(githubHost()),
};

export function createRunnerInSameProcess(options: RunnerOptions): Promise<Runner> {
  const system = thisSystem(options);
  const run: RunnerSystem<ChildProcess>["run"] = (command, args, processOptions, started) => {
    const job = JOBS[path.relative(options.dist, args[0] ?? "")];
    if (command !== system.node || job === undefined) return system.run(command, args, processOptions, started);
    if (started !== undefined) throw new Error("a step in the test's process has no process of its own");
    return alone(() => runHere(job, processOptions));
  };
  return createRunnerOn({ ...system, run }, options);
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
  const write = (text: string): boolean => {
    raw += text;
    for (const line of text.split("\n").filter(Boolean)) said(line);
    return true;
  };
  const undo = [enterFolder(cwd), replaceVariables(env), redirect(write), keepRoots(), keepListeners()];
  try {
    process.exitCode = 0;
    // The toolkit looks for the file of its summary once in a process.
    Reflect.deleteProperty(summary, "_filePath");
    await job();
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

function redirect(write: (text: string) => boolean): () => void {
  const streams = [process.stdout, process.stderr];
  const before = streams.map((stream) => stream.write);
  for (const stream of streams) stream.write = (chunk: string | Uint8Array) => write(String(chunk));
  return () => {
    streams.forEach((stream, at) => {
      if (before[at] !== undefined) stream.write = before[at];
    });
  };
}

/** The step changes the roots that this process trusts. */
function keepRoots(): () => void {
  const before = getCACertificates("default");
  return () => {
    if (getCACertificates("default").length !== before.length) setDefaultCACertificates(before);
  };
}

function keepListeners(): () => void {
  const before = process.listeners("uncaughtException");
  return () => {
    for (const listener of process.listeners("uncaughtException"))
      if (!before.includes(listener)) process.off("uncaughtException", listener);
  };
}
