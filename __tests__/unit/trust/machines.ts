import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Outcome, type ProcessOptions, processes } from "../../../src/io/processes.ts";
import { REPLACE, type Replacement, replaceOnWindows } from "../../../src/io/replacing.ts";
import { type SharedFiles, sharedFiles } from "../../../src/io/shared-files.ts";
import type { Job } from "../../../src/trust/store/pem-entries.ts";
import type { Machine } from "../../../src/trust/store/store.ts";
import { temporaryFolder } from "../folder.ts";
import { LIFE } from "../samples.ts";

type Run = (file: string, args: readonly string[], options?: ProcessOptions) => Promise<Outcome>;

export const real = processes(process.env, { record: async () => undefined });
export const outcome = (exitCode: number, stdout = "", stderr = ""): Outcome => ({ exitCode, stdout, stderr });

/** The time at which jobs of the tests run. */
export const NOW = new Date("2026-11-21T03:00:00.000Z");

/** A job as the step passes it to the stores. It has ended if `withDead` says so. */
export function jobNamed(name: string): Job {
  return { name, life: { ...LIFE, folder: `/tmp/${name}` } };
}

/**
 * Changes a file like the shell script, but without its dozen of processes. The tests of io/ show that the script does
 * the same.
 */
const inProcess: Run = async (_program, [, , , file = "", digest, , original, mode = "", temporary = ""], options) => {
  const before = digest === "none" ? undefined : await readFile(file);
  const after = Buffer.from(options?.input ?? "");
  const kind = original as Replacement["original"];
  return outcome(
    (await replaceOnWindows({ file, temporary, before, after, original: kind, mode: Number.parseInt(mode, 8) }))
      .exitCode,
  );
};

/**
 * A machine whose programs are simulated and whose starts are recorded. Its files are real.
 *
 * @param replace makes the changes of shared files
 */
export function playedMachine(play: Run, environment: Machine["environment"] = {}, replace = inProcess) {
  const commands: string[] = [];
  const run: Run = async (file, args, options) => {
    if (file === "sh" && args.includes(REPLACE)) return replace(file, args, options);
    commands.push([file, ...args].join(" "));
    return play(file, args, options);
  };
  const machine: Machine = {
    shared: sharedFiles({ run }),
    processes: { run },
    environment,
    folder: temporaryFolder(),
    now: NOW,
    isOver: () => false,
  };
  return { commands, machine };
}

/** The machine after some jobs have died. */
export function withDead(machine: Machine, ...jobs: readonly string[]): Machine {
  return { ...machine, isOver: ({ folder }) => jobs.some((job) => folder === `/tmp/${job}`) };
}

/** A machine for the rest of a job that is killed at one of its changes. */
export type DyingMachine = Machine & {
  /** Whether the job ended before that change. */
  readonly survived: () => boolean;
};

/**
 * The machine of a job that is killed at one of its changes of shared files: before it (even number) or after it (odd
 * number).
 */
export function killedAt(moment: number, { shared, ...rest }: Machine): DyingMachine {
  let changes = 0;
  const mortal =
    <A extends readonly unknown[]>(work: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      const at = changes;
      changes += 1;
      // A dead job does nothing more, however it handles errors.
      if (moment <= 2 * at) throw new Error("killed");
      await work(...args);
      if (moment === 2 * at + 1) throw new Error("killed");
    };
  const dying: SharedFiles = {
    ...shared,
    exclusively: (folder, work) =>
      shared.exclusively(folder, (files) => work({ change: mortal(files.change), run: mortal(files.run) })),
  };
  return { ...rest, shared: dying, survived: () => moment >= 2 * changes };
}

/**
 * Does the work on machines that kill it at each of its changes in turn, until it survives.
 *
 * @param prepare runs before each attempt
 * @param check runs after each attempt
 */
export async function atEachMoment(
  machine: Machine,
  work: (on: Machine) => Promise<unknown>,
  { prepare, check }: { prepare?: () => Promise<unknown>; check: (moment: number) => Promise<unknown> },
): Promise<number> {
  for (let moment = 0; ; moment += 1) {
    await prepare?.();
    const mortal = killedAt(moment, machine);
    await work(mortal).catch((error: Error) => {
      if (error.message !== "killed") throw error;
    });
    await check(moment);
    if (mortal.survived()) return moment;
  }
}

/** Does what ln, mv and rm do with the arguments that the stores pass, without a process. */
export function playedLinks(program: string, args: readonly string[]): Outcome {
  const [from = "", to = ""] = args.slice(args.indexOf("--") + 1);
  if (program === "rm") rmSync(from, { force: true });
  else if (program === "mv") renameSync(from, to);
  else {
    if (args.includes("-sfn")) rmSync(to, { force: true });
    symlinkSync(from, to);
  }
  return outcome(0);
}

/**
 * Simulates keytool on a text of aliases and certificates. Each change also changes a mark in the text, because a
 * keystore contains the time.
 */
export function playedKeytool(): Run {
  let changes = 0;
  return async (program, args, options) => {
    if (!program.endsWith("keytool")) return real.run(program, args, options);
    const after = (flag: string) => args[args.indexOf(flag) + 1] ?? "";
    const file = after("-keystore");
    const text = readFileSync(file, "utf8");
    const alias = after("-alias");
    const entry = new RegExp(`^alias ${alias}\n[^]*?-----END CERTIFICATE-----\n`, "m");
    const write = (changed: string) => {
      changes += 1;
      writeFileSync(file, `${changed.replace(/\n?saved \d+\n$/, "\n")}saved ${changes}\n`);
      return outcome(0);
    };
    if (args.includes("-rfc")) return outcome(0, text);
    if (args.includes("-importcert")) {
      if (entry.test(text)) return outcome(1, `keytool error: java.lang.Exception: alias <${alias}> already exists`);
      return write(`${text}alias ${alias}\n${options?.input ?? ""}`);
    }
    if (args.includes("-delete")) return write(text.replace(entry, ""));
    return outcome(entry.test(text) ? 0 : 1);
  };
}
