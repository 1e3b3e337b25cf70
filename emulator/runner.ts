/**
 * A GitHub runner in miniature. It runs the committed bundle as a step, applies the step's file commands and masks,
 * runs later steps with the variables that it exported, and runs its post step with the state that it saved.
 */
import type { ChildProcess } from "node:child_process";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { temporaryFolder } from "./program/ending.ts";
import { type Folders, type RunnerSystem, type StepOptions, thisSystem } from "./runner-system.ts";
import { pairsOf, visibleLog } from "./workflow-commands.ts";

export interface StepResult {
  /** Null if a signal ended the step. */
  readonly exitCode: number | null;
  /** Everything that the step printed, workflow commands included. */
  readonly raw: string;
  /** The log as a user sees it: secrets masked, mask commands removed. */
  readonly log: string;
  readonly milliseconds: number;
  /** Outputs of this step alone. */
  readonly outputs: Readonly<Record<string, string>>;
}

export type Inputs = Readonly<Record<string, string>>;

/** @typeParam P the process of a step, which a test can watch or kill */
export interface Runner<P = ChildProcess> {
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  /** The machine's temporary folder, as processes of this runner see it. */
  readonly scratch: string;
  /** Variables of the runner itself, before any step. */
  readonly base: Readonly<Record<string, string>>;
  /** Outputs of all steps so far. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables that later steps get in addition to `base`. */
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Runs a login step. @param started called with its process, so that a test can watch or kill it */
  main(inputs: Inputs, started?: (child: P) => void): Promise<StepResult>;
  /** Runs a later step. */
  step(command: string, args: readonly string[], environment?: Inputs): Promise<StepResult>;
  /** Runs the post step of the last login, or of another one (0 is the first of the job). @param started as for main */
  post(login?: number, started?: (child: P) => void): Promise<StepResult>;
  dispose(): Promise<void>;
}

export interface RunnerOptions extends StepOptions {
  /** The folder that contains main/ and post/. */
  readonly dist: string;
  /** The PATH of the steps; az is found there too. */
  readonly path: string;
  /** Added to the variables that a runner sets. An empty value removes a variable. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * The command files belong to root, who is the runner's user, and not to the step's user: as in a container that runs
   * as another user.
   */
  readonly foreignCommandFiles?: true;
  /** Is called with each line of the log when it is written. */
  readonly said?: (line: string) => void;
}

const FILES = {
  GITHUB_OUTPUT: "output",
  GITHUB_ENV: "env",
  GITHUB_STATE: "state",
  GITHUB_PATH: "path",
  GITHUB_STEP_SUMMARY: "summary",
};

/** @param options if the stamp is emulated, the environment must contain at least HTTPS_PROXY */
export function createRunner(options: RunnerOptions): Promise<Runner> {
  return createRunnerOn(thisSystem(options), options);
}

/** Creates a runner on another system whose programs work in folders of this machine. */
export async function createRunnerOn<P>(system: RunnerSystem<P>, options: RunnerOptions): Promise<Runner<P>> {
  const { path: root, remove: dispose } = temporaryFolder("runner-");
  if (options.user !== undefined) await chmod(root, 0o755);
  const folder = async (name: string) => {
    await mkdir(path.join(root, name));
    if (options.user !== undefined) await chown(path.join(root, name), options.user.uid, options.user.gid);
    return path.join(root, name);
  };
  const [home, temp, workspace, scratch, commands, tools] = [
    await folder("home"),
    await folder("_temp"),
    await folder("workspace"),
    await folder("tmp"),
    await folder("commands"),
    await folder("_tool"),
  ];
  const named = Object.entries({ home, temp, workspace, scratch, tools }).map(([name, one]) => [
    name,
    system.named(one),
  ]);
  const folders = Object.fromEntries(named) as unknown as Folders;
  const base: Record<string, string> = {
    ...system.variables(folders, options),
    RUNNER_OS: system.os,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.tools,
    ...options.environment,
  };
  const logins: { readonly inputs: Inputs; readonly state: Record<string, string> }[] = [];
  const outputs: Record<string, string> = {};
  const exported: Record<string, string> = {};
  const masks = new Set<string>();
  let summary = "";

  const run = async (
    command: string,
    args: readonly string[],
    extra: Inputs,
    state: Record<string, string> = {},
    started?: (child: P) => void,
  ): Promise<StepResult> => {
    const files = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, path.join(commands, file)]));
    for (const file of Object.values(files)) {
      await writeFile(file, "");
      if (options.user !== undefined && !options.foreignCommandFiles)
        await chown(file, options.user.uid, options.user.gid);
    }
    const shown = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, system.named(file)]));
    const env = { ...base, ...exported, ...extra, ...shown };
    const start = performance.now();
    // The masks of the result are added at the end, from everything that the step printed.
    const known = new Set(masks);
    const said = (line: string) => sayVisible(line, known, options.said);
    const { exitCode, raw } = await system.run(command, args, { cwd: workspace, env, said }, started);
    const milliseconds = performance.now() - start;
    const own = pairsOf(await readFile(path.join(commands, FILES.GITHUB_OUTPUT), "utf8"), system.eol);
    Object.assign(outputs, own);
    Object.assign(exported, pairsOf(await readFile(path.join(commands, FILES.GITHUB_ENV), "utf8"), system.eol));
    Object.assign(state, pairsOf(await readFile(path.join(commands, FILES.GITHUB_STATE), "utf8"), system.eol));
    const added = (await readFile(path.join(commands, FILES.GITHUB_PATH), "utf8")).split(/\r?\n/).filter(Boolean);
    const { pathVariable: name } = system;
    if (added.length > 0) exported[name] = [...added.reverse(), exported[name] ?? base[name]].join(system.delimiter);
    summary += await readFile(path.join(commands, FILES.GITHUB_STEP_SUMMARY), "utf8");
    return { exitCode, raw, log: visibleLog(raw, masks), milliseconds, outputs: own };
  };
  const bundle = (job: "main" | "post") => [system.named(path.join(options.dist, job, "index.js"))];

  return {
    home,
    temp,
    workspace,
    scratch,
    base,
    outputs,
    exported,
    get summary() {
      return summary;
    },
    main(inputs, started) {
      const state = {};
      logins.push({ inputs, state });
      return run(system.node, bundle("main"), inputVariables(inputs), state, started);
    },
    step: (command, args, environment = {}) => run(command, args, environment),
    post(login = -1, started) {
      const { inputs, state } = logins.at(login) ?? { inputs: {}, state: {} };
      const variables = { ...inputVariables(inputs), ...stateVariables(state) };
      return run(system.node, bundle("post"), variables, state, started);
    },
    dispose,
  };
}

/** `INPUT_CLIENT-ID`: upper case, spaces become underscores, dashes remain (actions/runner, Handler.cs). */
function inputVariables(inputs: Inputs): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function stateVariables(state: Inputs): Inputs {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

function sayVisible(line: string, masks: Set<string>, said: (line: string) => void = () => {}): void {
  const visible = visibleLog(line, masks);
  if (visible !== "" || line === "") said(visible);
}
