/** A Windows runner in miniature: the same jobs as `createRunner` has, as processes of the Windows in `.cache/windows`. */
import { createRunnerOn, type Runner, type RunnerOptions } from "../runner.ts";
import type { RunnerSystem } from "../runner-system.ts";
import type { Killable, WindowsMachine } from "./machine.ts";
import { asWindows, NODE } from "./wine.ts";

/** What a runner's PATH has of Windows itself. */
export const SYSTEM_PATH = String.raw`C:\windows\system32;C:\windows;C:\windows\System32\Wbem`;

export type WindowsRunner = Runner<Killable>;

export function createWindowsRunner(machine: WindowsMachine, options: RunnerOptions): Promise<WindowsRunner> {
  return createRunnerOn(windows(machine), options);
}

function windows(machine: WindowsMachine): RunnerSystem<Killable> {
  return {
    node: NODE,
    delimiter: ";",
    eol: "\r\n",
    named: asWindows,
    variables: ({ home, scratch }, { path: search }) => ({
      PATH: search,
      USERPROFILE: home,
      HOMEDRIVE: home.slice(0, 2),
      HOMEPATH: home.slice(2),
      APPDATA: `${home}\\AppData\\Roaming`,
      LOCALAPPDATA: `${home}\\AppData\\Local`,
      TEMP: scratch,
      TMP: scratch,
      RUNNER_OS: "Windows",
    }),
    run: (command, args, options, started) => machine.run(command, args, options, started),
  };
}
