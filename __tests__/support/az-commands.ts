import { expect } from "vitest";
import type { Runner } from "../../emulator/runner.ts";

export interface Said {
  readonly exitCode: number;
  /** What a user sees: the output and the log messages of the command. */
  readonly log: string;
}

/** The arguments of an az command. */
export type Command = readonly string[];

/** Runs a command like azure-cli's own `__main__.py`. az's log handlers keep the stream of the first command. */
const SCRIPT = `
import io, json, sys
from azure.cli.core import get_default_cli
written = sys.stdout
sys.stdout = sys.stderr = stream = io.StringIO()
for args in json.loads(sys.argv[1]):
    try:
        code = get_default_cli().invoke(args, out_file=stream)
    except SystemExit as stop:
        code = stop.code
    print(json.dumps({"exitCode": code, "log": stream.getvalue()}), file=written)
    stream.seek(0)
    stream.truncate()
`;

/**
 * A later step that runs az commands one after the other in one process, because starting az takes longer than most
 * commands. working-jobs.ts tests that each works in a process of its own.
 *
 * @param python az's
 */
export async function runCommands(runner: Runner, python: string, commands: readonly Command[]): Promise<Said[]> {
  const step = await runner.step(python, ["-Ic", SCRIPT, JSON.stringify(commands)]);
  expect(step.exitCode, step.log).toBe(0);
  return step.log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Said);
}

/** The same for commands of which none may fail. @returns the output of each */
export async function commandsWork(
  runner: Runner,
  python: string,
  commands: readonly Command[],
): Promise<readonly string[]> {
  const said = await runCommands(runner, python, commands);
  for (const [at, { exitCode, log }] of said.entries())
    expect([exitCode, commands[at]], log).toEqual([0, commands[at]]);
  return said.map(({ log }) => log);
}
