import type { Outcome } from "../../../src/io/processes.ts";
import type { SharedFiles } from "../../../src/io/shared-files.ts";

/** A machine that is nothing but text files, and programs that answer as they are told. */
export interface FakeMachine {
  readonly shared: SharedFiles;
  readonly files: Map<string, string>;
  /** What was run with rights, in its order; contents of files that commands name stand in their place. */
  readonly commands: string[];
}

const SILENT: Outcome = { exitCode: 0, stdout: "", stderr: "" };

/**
 * @param answer of a program that is asked, by its command line
 * @param ran told each command that is run with rights
 */
export function fakeMachine(
  answer: (command: string) => Partial<Outcome> = () => ({}),
  ran: (args: readonly string[]) => void = () => {},
): FakeMachine {
  const files = new Map<string, string>();
  const commands: string[] = [];
  const shared: SharedFiles = {
    mayChange: async () => true,
    async change(file, change) {
      const text = change(files.get(file) ?? "");
      if (text === "") files.delete(file);
      else files.set(file, text);
    },
    async copy(source, file) {
      files.set(file, files.get(source) ?? "");
    },
    async remove(...gone) {
      for (const file of gone) files.delete(file);
    },
    ask: async (file, args) => ({ ...SILENT, ...answer([file, ...args].join(" ")) }),
    async run(_folder, file, args) {
      commands.push([file, ...args].join(" ").replaceAll(/\S*azs-login-\w{6}\/(\d)/g, "<file $1>"));
      ran([file, ...args]);
    },
    exclusively: (_folder, work) => work(),
  };
  return { shared, files, commands };
}
