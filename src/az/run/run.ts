import type { Environment } from "../../host/host.ts";
import type { Processes } from "../../io/processes.ts";
import { launcherSettings } from "../configure/settings.ts";
import type { LocatedAz } from "../find/locate.ts";
import type { AzCommand, CommandResult } from "./commands.ts";
import { type AzDescription, type AzSession, COMMAND_MS, startSession } from "./session.ts";

/** An az that takes commands. */
export interface RunningAz {
  /** What its Python reports; undefined if its Python is not known, or cannot import az. Rejects with `AZS514`. */
  readonly description: Promise<AzDescription | undefined>;
  run(command: AzCommand): Promise<CommandResult>;
  close(): Promise<void>;
}

/**
 * Runs all commands in one interpreter if az's Python is known, else one process per command.
 *
 * @throws if the interpreter cannot be recorded in the journal
 */
export async function startAz(
  { path, python }: LocatedAz,
  variables: Environment,
  processes: Processes,
): Promise<RunningAz> {
  const single = singleProcesses(path, launcherSettings(variables), processes);
  if (python === undefined) return single;
  const session = await startSession(python, variables, processes);
  return session === undefined ? single : { ...session, run: (command) => runIn(session, single, command) };
}

async function runIn(session: AzSession, otherwise: RunningAz, command: AzCommand): Promise<CommandResult> {
  return (await session.description) === undefined ? otherwise.run(command) : session.run(command);
}

function singleProcesses(az: string, variables: Environment, processes: Processes): RunningAz {
  return {
    description: Promise.resolve(undefined),
    async run({ args, input, withinMs = COMMAND_MS }) {
      const { exitCode, stdout, stderr, ended } = await processes.run(az, args, {
        environment: variables,
        withinMs,
        ...(input === undefined ? {} : { input }),
      });
      return { exitCode, output: stdout, errors: stderr, reason: "", stopped: exitCode === -1, ended };
    },
    close: async () => undefined,
  };
}

/** Keeps one az running until another one is used. */
export interface OneAtATime {
  use(az: LocatedAz): Promise<RunningAz>;
  close(): Promise<void>;
}

/** @param start called for an az that is not running, once the previous one has ended */
export function oneAtATime(start: (az: LocatedAz) => Promise<RunningAz>): OneAtATime {
  let current: { readonly path: string; readonly running: RunningAz } | undefined;
  let ending = Promise.resolve();
  // A second call waits for the az that is ending.
  const close = () => {
    if (current !== undefined) ending = current.running.close();
    current = undefined;
    return ending;
  };
  return {
    async use(az) {
      if (current?.path !== az.path) {
        await close();
        current = { path: az.path, running: await start(az) };
      }
      return current.running;
    },
    close,
  };
}
