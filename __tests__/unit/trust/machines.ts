import { readFileSync, writeFileSync } from "node:fs";
import { type Outcome, type ProcessOptions, processes } from "../../../src/io/processes.ts";
import { type SharedFiles, sharedFiles } from "../../../src/io/shared-files.ts";
import type { Machine } from "../../../src/trust/store.ts";
import { temporaryFolder } from "../folder.ts";

type Run = (file: string, args: readonly string[], options?: ProcessOptions) => Promise<Outcome>;

export const real = processes(process.env, { record: async () => undefined });
export const outcome = (exitCode: number, stdout = "", stderr = ""): Outcome => ({ exitCode, stdout, stderr });

/** A machine whose programs are played, each start written down; files are real. */
export function playedMachine(play: Run, environment: Machine["environment"] = {}) {
  const commands: string[] = [];
  const run: Run = async (file, args, options) => {
    commands.push([file, ...args].join(" "));
    return play(file, args, options);
  };
  const machine: Machine = { shared: sharedFiles({ run }), processes: { run }, environment, folder: temporaryFolder() };
  return { commands, machine };
}

/** The machine of a job that is killed at one of its changes of shared files: before it (even) or after it (odd). */
export function killedAt(moment: number, { shared, ...rest }: Machine): Machine & { readonly survived: () => boolean } {
  let changes = 0;
  const mortal =
    <A extends readonly unknown[]>(work: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      const at = changes;
      changes += 1;
      if (moment === 2 * at) throw new Error("killed");
      await work(...args);
      if (moment === 2 * at + 1) throw new Error("killed");
    };
  const dying: SharedFiles = {
    ...shared,
    change: mortal(shared.change),
    changeBytes: mortal(shared.changeBytes),
    run: mortal(shared.run),
  };
  return { ...rest, shared: dying, survived: () => moment >= 2 * changes };
}

/** Plays keytool on a text of aliases and certificates; each change leaves another mark, as a keystore holds the time. */
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
