/**
 * A GitHub runner in miniature: runs the committed bundle as a step, applies its file commands and masks, runs later
 * steps with what it exported, and runs its post step with what it saved.
 */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { chmod, chown, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { temporaryFolder } from "./program/ending.ts";
import { pairsOf, visibleLog } from "./workflow-commands.ts";

export interface StepResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** What the step printed, workflow commands included. */
  readonly raw: string;
  /** The log as a user sees it: masks applied, their commands gone. */
  readonly log: string;
  readonly milliseconds: number;
  /** Outputs of this step alone. */
  readonly outputs: Readonly<Record<string, string>>;
}

export type Inputs = Readonly<Record<string, string>>;

export interface Runner {
  readonly home: string;
  readonly temp: string;
  readonly workspace: string;
  /** The machine's temporary folder, as this runner's processes see it. */
  readonly scratch: string;
  /** Variables of the runner itself, before any step. */
  readonly base: Readonly<Record<string, string>>;
  /** Outputs of all steps so far. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Variables that later steps get on top of `base`. */
  readonly exported: Readonly<Record<string, string>>;
  readonly summary: string;
  /** A login step. @param started called with its process, to watch or to kill it */
  main(inputs: Inputs, started?: (child: ChildProcess) => void): Promise<StepResult>;
  /** A later step. */
  step(command: string, args: readonly string[], environment?: Inputs): Promise<StepResult>;
  /** The post step of the last login, or of another one: 0 is the job's first. @param started as of main */
  post(login?: number, started?: (child: ChildProcess) => void): Promise<StepResult>;
  dispose(): Promise<void>;
}

export interface RunnerOptions {
  /** Folder with main/ and post/. */
  readonly dist: string;
  /** Where az is looked for, and everything else. */
  readonly path: string;
  /** On top of what a runner sets; an empty text removes. */
  readonly environment: Readonly<Record<string, string>>;
  /** Runs the steps as another user; root only. */
  readonly user?: User;
  /** A command that starts each step in the workspace, as the user: such as one that enters a container. */
  readonly through?: (workspace: string) => readonly string[];
  /** The command files are the runner's, whose user is root, and not this user's: a container's that is another. */
  readonly foreignCommandFiles?: true;
  /** Gets each line of the log as it comes. */
  readonly said?: (line: string) => void;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

const FILES = {
  GITHUB_OUTPUT: "output",
  GITHUB_ENV: "env",
  GITHUB_STATE: "state",
  GITHUB_PATH: "path",
  GITHUB_STEP_SUMMARY: "summary",
};

/** @param options the environment holds at least HTTPS_PROXY when the stamp is emulated */
export async function createRunner(options: RunnerOptions): Promise<Runner> {
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
  const base: Record<string, string> = {
    PATH: options.path,
    HOME: home,
    TMPDIR: scratch,
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: "Linux",
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: tools,
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
    started?: (child: ChildProcess) => void,
  ): Promise<StepResult> => {
    const files = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, path.join(commands, file)]));
    for (const file of Object.values(files)) {
      await writeFile(file, "");
      if (options.user !== undefined && !options.foreignCommandFiles)
        await chown(file, options.user.uid, options.user.gid);
    }
    const environment = { ...base, ...exported, ...extra, ...files };
    const [program, ...rest] = [...(options.through?.(workspace) ?? []), command, ...args] as [string, ...string[]];
    const result = await runProcess(
      program,
      rest,
      { cwd: workspace, env: environment, ...(options.through === undefined ? options.user : {}) },
      masks,
      started,
      options.said,
    );
    const own = pairsOf(await readFile(path.join(commands, FILES.GITHUB_OUTPUT), "utf8"));
    Object.assign(outputs, own);
    Object.assign(exported, pairsOf(await readFile(path.join(commands, FILES.GITHUB_ENV), "utf8")));
    Object.assign(state, pairsOf(await readFile(path.join(commands, FILES.GITHUB_STATE), "utf8")));
    const added = (await readFile(path.join(commands, FILES.GITHUB_PATH), "utf8")).split("\n").filter(Boolean);
    if (added.length > 0)
      exported["PATH"] = [...added.reverse(), exported["PATH"] ?? base["PATH"]].join(path.delimiter);
    summary += await readFile(path.join(commands, FILES.GITHUB_STEP_SUMMARY), "utf8");
    return { ...result, outputs: own };
  };
  const bundle = (job: "main" | "post") => [path.join(options.dist, job, "index.js")];

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
      return run(process.execPath, bundle("main"), inputVariables(inputs), state, started);
    },
    step: (command, args, environment = {}) => run(command, args, environment),
    post(login = -1, started) {
      const { inputs, state } = logins.at(login) ?? { inputs: {}, state: {} };
      const variables = { ...inputVariables(inputs), ...stateVariables(state) };
      return run(process.execPath, bundle("post"), variables, state, started);
    },
    dispose,
  };
}

/** `INPUT_CLIENT-ID`: upper case, spaces become underscores, dashes stay (actions/runner, Handler.cs). */
function inputVariables(inputs: Inputs): Inputs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

function stateVariables(state: Inputs): Inputs {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
}

function sayVisible(line: string, masks: Set<string>, said: (line: string) => void): void {
  const visible = visibleLog(line, masks);
  if (visible !== "" || line === "") said(visible);
}

function runProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  masks: Set<string>,
  started: ((child: ChildProcess) => void) | undefined,
  said: (line: string) => void = () => {},
): Promise<Omit<StepResult, "outputs">> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let raw = "";
    // Those of the result are added in the end, from all that the step printed.
    const known = new Set(masks);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        raw += text;
      });
      if (stream !== null) createInterface({ input: stream }).on("line", (line) => sayVisible(line, known, said));
    }
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, raw, log: visibleLog(raw, masks), milliseconds: performance.now() - start });
    });
    started?.(child);
  });
}
