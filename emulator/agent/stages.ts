/** How an agent runs a stage of a task, or a script (TaskRunner.cs, NodeHandler.cs). */
import { existsSync, readFileSync } from "node:fs";
import type { Inputs, StepResult } from "../runner.ts";
import type { RunnerSystem } from "../runner-system.ts";
import { SUMMARY } from "./apply-command.ts";
import { scriptEnvironment, taskEnvironment } from "./environment.ts";
import { authorizedInputs, expandedAtStart, inputsAtStart } from "./inputs.ts";
import { inTask, materialOf } from "./job.ts";
import type { JobContext } from "./job-context.ts";
import { AGENT_VERSION } from "./job-variables.ts";
import { type Call, type Ended, runInStep, type Started } from "./process.ts";
import { createStep, type Issue, type Step, type TaskResult } from "./step.ts";
import { handlerOf, readTask, type TaskDefinition } from "./task-definition.ts";
import { createVariables, type Variables } from "./variables.ts";

export interface AgentStepResult extends StepResult {
  /** 0 if the step succeeded, 1 if it failed, null if a signal ended it. */
  readonly exitCode: number | null;
  readonly result: TaskResult;
  readonly issues: readonly Issue[];
}

/** The machine that steps run on, and the results of earlier steps. */
export interface Machine<P> {
  readonly system: RunnerSystem<P>;
  readonly job: JobContext;
  /** The environment of the agent's own process. */
  readonly base: Inputs;
  readonly sources: string;
  /** Outputs of all steps so far, by name without the step's name. */
  readonly outputs: Record<string, string>;
  readonly summary: string[];
}

/** A step of the pipeline that uses a task. */
export interface TaskUse {
  readonly name: string;
  readonly folder: string;
  readonly task: TaskDefinition;
  readonly inputs: Inputs;
  /** The task's own variables, from its stage to its post-job stage. */
  readonly taskVariables: Variables;
}

/** @throws Error with the reason for which the run would be refused */
export function useTask(name: string, folder: string, inputs: Inputs, job: JobContext): TaskUse {
  const task = readTask(folder, AGENT_VERSION);
  return {
    name,
    folder,
    task,
    inputs: authorizedInputs(task, inputs, job),
    taskVariables: createVariables(job.masker),
  };
}

/** @throws Error if this agent has no handler for the task */
export async function runStage<P>(
  machine: Machine<P>,
  use: TaskUse,
  stage: "execution" | "postjobexecution",
  started?: Started<P>,
): Promise<AgentStepResult> {
  const { job, base, sources, system } = machine;
  const { task, folder, taskVariables } = use;
  const handler = handlerOf(task, stage, folder);
  const step = openStep(job, {
    name: use.name,
    taskVariables,
    restrictions: task.restrictions === undefined ? [] : [task.restrictions],
    declaredOutputs: new Set(task.outputVariables?.map((output) => output.name)),
  });
  if (handler === undefined) return resultOf(step, { exitCode: 0, raw: "", milliseconds: 0 });
  const inputs = inputsAtStart(task, use.inputs, job, base);
  const env = inTask(job, use.name, task.name, () => taskEnvironment(materialOf(job, taskVariables, inputs), base));
  const cwd = handler.workingDirectory ?? sources;
  return run(machine, step, { file: system.node, args: [system.named(handler.target)], cwd, env }, started);
}

/** Runs a step `script` or `bash`. @param environment its `env:`; values are trimmed and macros expanded */
export function runScript<P>(
  machine: Machine<P>,
  file: string,
  args: readonly string[],
  environment: Inputs,
): Promise<AgentStepResult> {
  const { job, base, sources } = machine;
  const taskVariables = createVariables(job.masker);
  const step = openStep(job, { name: "script", taskVariables, restrictions: [], declaredOutputs: new Set() });
  const stepEnvironment = expandedAtStart(environment, job, base);
  const material = { ...materialOf(job, taskVariables), stepEnvironment };
  const env = scriptEnvironment(taskEnvironment(material, base));
  return run(machine, step, { file, args, cwd: sources, env });
}

/** Before each step the agent expands the job's variables again (StepsRunner.cs). */
function openStep(job: JobContext, given: Omit<Parameters<typeof createStep>[0], "job">): Step {
  const step = createStep({ ...given, job });
  for (const warning of job.variables.recalculate()) step.issue("warning", warning);
  return step;
}

async function run<P>(machine: Machine<P>, step: Step, call: Call, started?: Started<P>): Promise<AgentStepResult> {
  const ended = await runInStep(machine.system, step, call, started);
  Object.assign(machine.outputs, step.outputs);
  for (const { type, file } of step.attachments) {
    // The agent reads the file some time after the command. If the file is gone by then, the summary is lost silently.
    if (type === SUMMARY && existsSync(file)) machine.summary.push(readFileSync(file, "utf8"));
  }
  if (step.result() === "Failed") machine.job.variables.set("agent.jobStatus", "Failed");
  return resultOf(step, ended);
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
