import { expect } from "vitest";
import type { Runner } from "../../emulator/runner.ts";

export interface Said {
  readonly exitCode: number;
  /** What the command printed and logged, as a user sees it. */
  readonly log: string;
}

/** A command of az, without `az`. */
export type Command = readonly string[];

/** As azure-cli's own `__main__.py` runs one command. az's log handlers keep the stream that the first command had. */
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
 * A later step that runs commands of az one after the other, in one process: to start az takes longer than most commands
 * do. That each works as a process of its own, working-jobs.ts shows.
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

/** The same for commands of which none may fail. @returns what each printed */
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
