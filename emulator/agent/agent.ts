/**
 * An Azure Pipelines agent in miniature: runs a task from its folder as a step, reads its logging commands, runs later
 * steps with what it set, and runs its post-job stage. It offers what `emulator/runner.ts` offers, so that one suite can
 * drive both. Read from microsoft/azure-pipelines-agent (August 2026); each file says which of its classes.
 *
 * Not here: containers, other handlers than Node 24, Windows, time-outs, retries of a step.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Inputs, Runner, StepResult } from "../runner.ts";
import { SUMMARY } from "./apply-command.ts";
import { scriptEnvironment, taskEnvironment } from "./environment.ts";
import { authorizedInputs, inputsAtStart } from "./inputs.ts";
import {
  agentEnvironment,
  createJob,
  exportedBy,
  inTask,
  type JobOptions,
  makeFolders,
  materialOf,
  secretsSetBy,
} from "./job.ts";
import { AGENT_VERSION } from "./job-variables.ts";
import { type Call, type Ended, runInStep, type Started } from "./process.ts";
import { createStep, type Issue, type Step, type TaskResult } from "./step.ts";
import { handlerOf, readTask } from "./task-definition.ts";
import { createVariables, type Variables } from "./variables.ts";

export interface AgentStepResult extends StepResult {
  /** 0 when the step did not fail, 1 when it did, null when a signal ended it. */
  readonly exitCode: number | null;
  readonly result: TaskResult;
  readonly issues: readonly Issue[];
}

export interface Agent extends Runner {
  /** Secret variables that tasks set, by name. Later steps get them through macros only. */
  readonly secretVariables: Readonly<Record<string, string>>;
  readonly variables: Variables;
  main(inputs: Inputs, started?: Started): Promise<AgentStepResult>;
  /** @param environment the step's `env:`; macros are expanded */
  step(command: string, args: readonly string[], environment?: Inputs): Promise<AgentStepResult>;
  post(login?: number): Promise<AgentStepResult>;
}

export interface AgentOptions extends JobOptions {
  /** Folder of the task, with task.json. */
  readonly task: string;
  readonly path: string;
  /** On top of what the agent's own process has; an empty text removes. */
  readonly environment: Inputs;
}

interface Login {
  readonly name: string;
  readonly inputs: Inputs;
  readonly taskVariables: Variables;
}

/** @throws Error when this agent cannot run the task */
export async function createAgent(options: AgentOptions): Promise<Agent> {
  const task = readTask(options.task, AGENT_VERSION);
  const root = await mkdtemp(path.join(tmpdir(), "agent-"));
  const folders = await makeFolders(root);
  const job = createJob(options, folders);
  const home = path.join(root, "home");
  const scratch = path.join(root, "tmp");
  const base = agentEnvironment({ PATH: options.path, HOME: home, TMPDIR: scratch }, options.environment);
  const logins: Login[] = [];
  const outputs: Record<string, string> = {};
  const jobSummary: string[] = [];

  const run = async (step: Step, call: Call, started?: Started) => {
    const ended = await runInStep(step, call, started);
    Object.assign(outputs, step.outputs);
    for (const { type, file } of step.attachments) {
      // The agent reads it some time after the command: one that is gone by then is lost without a word in the log.
      if (type === SUMMARY && existsSync(file)) jobSummary.push(readFileSync(file, "utf8"));
    }
    if (step.result() === "Failed") job.variables.set("agent.jobStatus", "Failed");
    return resultOf(step, ended);
  };
  const stage = (name: "execution" | "postjobexecution", login: Login, started?: Started) => {
    const handler = handlerOf(task, name, options.task);
    const step = createStep({
      ...login,
      job,
      restrictions: task.restrictions === undefined ? [] : [task.restrictions],
      declaredOutputs: new Set(task.outputVariables?.map((output) => output.name)),
    });
    if (handler === undefined) return Promise.resolve(resultOf(step, { exitCode: 0, raw: "", milliseconds: 0 }));
    const inputs = inputsAtStart(task, login.inputs, job, base);
    const env = inTask(job, login.name, task.name, () =>
      taskEnvironment(materialOf(job, login.taskVariables, inputs), base),
    );
    const cwd = handler.workingDirectory ?? folders.sources;
    return run(step, { file: process.execPath, args: [handler.target], cwd, env }, started);
  };

  return {
    home,
    scratch,
    base,
    outputs,
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
      return jobSummary.join("");
    },
    async main(given, started) {
      const name = logins.length === 0 ? "stamp" : `stamp${logins.length + 1}`;
      const login = { name, inputs: authorizedInputs(task, given, job), taskVariables: createVariables(job.masker) };
      logins.push(login);
      return stage("execution", login, started);
    },
    async step(command, args, environment = {}) {
      const taskVariables = createVariables(job.masker);
      const step = createStep({ name: "script", job, taskVariables, restrictions: [], declaredOutputs: new Set() });
      const expanded = Object.entries(environment).map(([name, value]) => [name, job.variables.expand(value)]);
      const material = { ...materialOf(job, taskVariables), stepEnvironment: Object.fromEntries(expanded) };
      const env = scriptEnvironment(taskEnvironment(material, base));
      return run(step, { file: command, args, cwd: folders.sources, env });
    },
    async post(which = -1) {
      const login = logins.at(which);
      if (login === undefined) throw new Error("Without the step there is no post-job stage of it");
      return stage("postjobexecution", login);
    },
    dispose: () => rm(root, { recursive: true, force: true }),
  };
}

function resultOf(step: Step, { exitCode, raw, milliseconds }: Ended): AgentStepResult {
  const failed = step.result() === "Failed" ? 1 : 0;
  const { issues, outputs } = step;
  const log = step.lines.map((line) => `${line}\n`).join("");
  return {
    exitCode: exitCode === null ? null : failed,
    result: step.result(),
    issues,
    outputs,
    raw,
    log,
    milliseconds,
  };
}
