/**
 * A Windows runner in miniature: the same jobs as with `createRunner`, as processes of the Windows in `.cache/windows`.
 */
import { type Agent, type AgentOptions, createAgentOn } from "../agent/agent.ts";
import { createRunnerOn, type Runner, type RunnerOptions } from "../runner.ts";
import type { RunnerSystem } from "../runner-system.ts";
import type { Killable, WindowsMachine } from "./machine.ts";
import { asWindows, fromWindows, NODE } from "./wine.ts";

/** The folders of Windows itself in a runner's PATH. */
export const SYSTEM_PATH = String.raw`C:\windows\system32;C:\windows;C:\windows\System32\Wbem`;

export type WindowsRunner = Runner<Killable>;

export type WindowsAgent = Agent<Killable>;

/** Creates an Azure Pipelines agent in the same way. */
export function createWindowsAgent(machine: WindowsMachine, options: AgentOptions): Promise<WindowsAgent> {
  return createAgentOn(windows(machine), options);
}

export function createWindowsRunner(machine: WindowsMachine, options: RunnerOptions): Promise<WindowsRunner> {
  return createRunnerOn(windows(machine), options);
}

function windows(machine: WindowsMachine): RunnerSystem<Killable> {
  return {
    node: NODE,
    delimiter: ";",
    eol: "\r\n",
    os: "Windows",
    pathVariable: "Path",
    named: asWindows,
    found: fromWindows,
    variables: ({ home, scratch }, { path: search }) => ({
      Path: search,
      USERPROFILE: home,
      HOMEDRIVE: home.slice(0, 2),
      HOMEPATH: home.slice(2),
      APPDATA: `${home}\\AppData\\Roaming`,
      LOCALAPPDATA: `${home}\\AppData\\Local`,
      TEMP: scratch,
      TMP: scratch,
    }),
    run: (command, args, options, started) => machine.run(command, args, options, started),
  };
}
