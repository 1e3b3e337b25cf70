/**
 * An Azure Pipelines agent in miniature. It runs a task from its folder as a step, executes its logging commands, runs
 * later steps with what the task set, and runs the post-job stage. It has the interface of `emulator/runner.ts`, so
 * that one test suite can use both. Based on microsoft/azure-pipelines-agent (August 2026); each file names the classes
 * that it follows.
 *
 * Not emulated: containers, handlers other than Node 24, time-outs.
 */
import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { temporaryFolder } from "../program/ending.ts";
import type { Inputs, Runner } from "../runner.ts";
import { type RunnerSystem, thisSystem } from "../runner-system.ts";
import { agentEnvironment, createJob, exportedBy, type JobOptions, makeFolders, secretsSetBy } from "./job.ts";
import type { JobFolders } from "./job-variables.ts";
import type { Started } from "./process.ts";
import { type AgentStepResult, type Machine, runScript, runStage, type TaskUse, useTask } from "./stages.ts";
import type { Variables } from "./variables.ts";

export type { AgentStepResult } from "./stages.ts";

export interface Agent<P = ChildProcess> extends Runner<P> {
  /** Secret variables that tasks set, by name. Later steps get them through macros only. */
  readonly secretVariables: Readonly<Record<string, string>>;
  readonly variables: Variables;
  main(inputs: Inputs, started?: Started<P>): Promise<AgentStepResult>;
  /**
   * Runs the last login again with its task variables, as `retryCountOnTaskFailure` does (RetryHelper.cs). Unlike
   * there, variables are expanded again before the retry.
   */
  retry(): Promise<AgentStepResult>;
  /** Skips a login step, as if its condition were false. The post-job stage runs nevertheless (JobExtension.cs). */
  skip(inputs: Inputs): void;
  /** Runs another task, from its folder, as a later step. Its post-job stage does not run. */
  task(folder: string, inputs: Inputs): Promise<AgentStepResult>;
  /** Runs a script as a later step. @param environment the step's `env:`; values are trimmed and macros expanded */
  step(command: string, args: readonly string[], environment?: Inputs): Promise<AgentStepResult>;
  post(login?: number): Promise<AgentStepResult>;
}

export interface AgentOptions extends JobOptions {
  /** The folder that contains task.json. */
  readonly task: string;
  readonly path: string;
  /** Added to the environment of the agent's own process. An empty value removes the variable. */
  readonly environment: Inputs;
}

/** @throws Error when this agent cannot run the task */
export function createAgent(options: AgentOptions): Promise<Agent> {
  return createAgentOn(thisSystem({}), options);
}

/** Creates an agent on another system whose programs work in folders of this machine. */
export async function createAgentOn<P>(system: RunnerSystem<P>, options: AgentOptions): Promise<Agent<P>> {
  const { path: root, remove: dispose } = temporaryFolder("agent-");
  const folders = await makeFolders(root);
  const [home, scratch] = [path.join(root, "home"), path.join(root, "tmp")];
  const own = system.variables({ home: system.named(home), scratch: system.named(scratch) }, options);
  const base = agentEnvironment(own, options.environment);
  const named = Object.entries(folders).map(([name, folder]) => [name, system.named(folder)]);
  const job = createJob(options, Object.fromEntries(named) as unknown as JobFolders, system);
  const machine: Machine<P> = { system, job, base, sources: folders.sources, outputs: {}, summary: [] };
  const logins: TaskUse[] = [];
  const login = (inputs: Inputs) => {
    const use = useTask(`stamp${logins.length || ""}`, options.task, inputs, job);
    logins.push(use);
    return use;
  };
  return {
    home,
    scratch,
    base,
    outputs: machine.outputs,
    temp: folders.temp,
    workspace: folders.sources,
    variables: job.variables,
    get exported() {
      return exportedBy(job, base);
    },
    get secretVariables() {
      return secretsSetBy(job);
    },
    get summary() {
      return machine.summary.join("");
    },
    main: async (inputs, started) => runStage(machine, login(inputs), "execution", started),
    async retry() {
      const use = logins.at(-1);
      if (use === undefined) throw new Error("There is no step to run again");
      return runStage(machine, use, "execution");
    },
    skip: (inputs) => void login(inputs),
    task: async (folder, inputs) => runStage(machine, useTask("task", folder, inputs, job), "execution"),
    step: (command, args, environment = {}) => runScript(machine, command, args, environment),
    async post(which = -1) {
      const use = logins.at(which);
      if (use === undefined) throw new Error("Without the step in the pipeline there is no post-job stage of it");
      return runStage(machine, use, "postjobexecution");
    },
    dispose,
  };
}
