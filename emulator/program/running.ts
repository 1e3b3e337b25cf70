/** Programs that a script starts and waits for. */
import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { note } from "./descendants.ts";
import { temporaryFolder } from "./ending.ts";
import { faint } from "./paint.ts";

const PROGRESS_MS = 5000;

export interface Running {
  readonly cwd?: string;
  /** The whole environment. If absent, that of this process. */
  readonly env?: NodeJS.ProcessEnv;
  /** What is being done, for the lines that say that it is not finished yet. */
  readonly doing: string;
}

/** Runs a program to its end and shows its output. @throws Error if it fails */
export async function run(file: string, args: readonly string[], running: Running): Promise<void> {
  await start(file, args, running, "inherit");
}

/** Runs a program to its end. @returns its standard output @throws Error if it fails */
export function read(file: string, args: readonly string[], running: Running): Promise<string> {
  return start(file, args, running, "pipe");
}

async function start(file: string, args: readonly string[], running: Running, output: "inherit" | "pipe") {
  const { cwd, env = process.env, doing } = running;
  // If pip and others are killed, their temporary files are removed with this folder.
  const temporary = temporaryFolder("azs-script-");
  const options: SpawnOptions = { cwd, env: { ...env, TMPDIR: temporary.path }, stdio: ["ignore", output, "inherit"] };
  try {
    return await whileTold(doing, async () => {
      const child = spawn(file, args, options);
      note(child);
      let said = "";
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
      const [code, signal] = await once(child, "close");
      if (code !== 0) throw new Error(`${doing} failed: ${path.basename(file)} ended with ${code ?? signal}`);
      return said;
    });
  } finally {
    await temporary.remove();
  }
}

/** Says every five seconds that something is not finished yet. @param doing such as `Installing az` */
export async function whileTold<T>(doing: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - start) / 1000);
    process.stderr.write(faint(`  … ${doing}: ${seconds} s`, process.stderr));
  }, PROGRESS_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
