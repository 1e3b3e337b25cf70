/** A job with the bundle, on a machine on which jobs may have run before. */
import type { Readable } from "node:stream";
import { SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import { createRunner, type Inputs, type Runner, type StepResult } from "../../emulator/runner.ts";
import { type Bench, timed } from "./bench.ts";

/** What remains on a machine between jobs. */
export interface Place {
  readonly home: string;
  readonly tools: string;
}

/** A line of the log, and its time since the start of the step. */
export interface Line {
  readonly text: string;
  readonly at: number;
}

export interface Login {
  readonly milliseconds: number;
  readonly lines: readonly Line[];
}

export interface Job {
  login(): Promise<Login>;
  /** Runs the job's next `az group list`. @returns milliseconds */
  next(): Promise<number>;
  /** Runs the post step, then removes the runner. @returns milliseconds */
  close(): Promise<number>;
}

export interface JobOptions {
  /** Added to the inputs that log in with a secret. */
  readonly inputs: Inputs;
  readonly path?: string;
  /** A bundle other than the bench's. */
  readonly dist?: string;
}

export async function freshPlace(bench: Bench): Promise<Place> {
  return { home: await bench.folder("home-"), tools: await bench.folder("tools-") };
}

export async function openJob(bench: Bench, place: Place, options: JobOptions): Promise<Job> {
  const { emulator } = bench;
  const runner = await createRunner({
    dist: options.dist ?? bench.dist,
    path: options.path ?? SYSTEM_PATH,
    environment: { HTTPS_PROXY: emulator.proxyUrl, HOME: place.home, RUNNER_TOOL_CACHE: place.tools },
  });
  const inputs = { ...(await workingInputs(emulator, runner)), ...options.inputs };
  return {
    login: () => logIn(bench, runner, inputs),
    next: () =>
      timed(bench, runner.outputs["az-path"] ?? "az", ["group", "list"], { ...runner.base, ...runner.exported }),
    async close() {
      try {
        return await logOut(runner);
      } finally {
        await runner.dispose();
      }
    },
  };
}

/** Opens a job, and closes it even if `work` fails. */
export async function inJob<T>(
  bench: Bench,
  place: Place,
  options: JobOptions,
  work: (job: Job) => Promise<T>,
): Promise<T & { readonly post: number }> {
  const job = await openJob(bench, place, options);
  const [worked] = await Promise.allSettled([work(job)]);
  const post = await job.close();
  if (worked.status === "rejected") throw worked.reason;
  return { ...worked.value, post };
}

async function logIn(bench: Bench, runner: Runner, inputs: Inputs): Promise<Login> {
  bench.goOn();
  let heard: readonly Line[] = [];
  let end = Number.NaN;
  const result = await runner.main(inputs, (child) => {
    bench.guard(child, () => child.kill("SIGKILL"));
    if (child.stdout !== null) heard = linesOf(child.stdout);
    child.once("close", () => {
      end = performance.now();
    });
  });
  bench.goOn();
  if (result.exitCode !== 0) throw new Error(`the step ended with ${result.exitCode}:\n${result.log}`);
  const { milliseconds } = result;
  // Calculated back from the end: this process learns of the step's process only some time after it was started.
  const start = end - milliseconds;
  return { milliseconds, lines: heard.map(({ text, at }) => ({ text, at: at - start })) };
}

/** The lines as they arrive, each with its time. */
function linesOf(stream: Readable): readonly Line[] {
  const lines: Line[] = [];
  let rest = "";
  stream.on("data", (text: string) => {
    const at = performance.now();
    const whole = (rest + text).split("\n");
    rest = whole.pop() ?? "";
    lines.push(...whole.map((line) => ({ text: line, at })));
  });
  return lines;
}

async function logOut(runner: Runner): Promise<number> {
  let result: StepResult = await runner.post();
  // Ctrl-C in a terminal also ends the post step. It runs again, because the machine must be left as it was.
  if (result.exitCode === null) result = await runner.post();
  if (result.exitCode !== 0 || result.raw.includes("::warning")) {
    throw new Error(`the post step ended with ${result.exitCode}:\n${result.log}`);
  }
  return result.milliseconds;
}
