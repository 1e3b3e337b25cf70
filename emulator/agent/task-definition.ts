/** A task as an agent reads it from its task.json (TaskManager.cs, TaskRunner.GetHandlerData). */
import { readFileSync } from "node:fs";
import path from "node:path";

export interface TaskInput {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly type: string;
  readonly defaultValue?: string | boolean;
  readonly required?: boolean | string;
}

export interface TaskDefinition {
  readonly id: string;
  readonly name: string;
  readonly minimumAgentVersion?: string;
  readonly inputs: readonly TaskInput[];
  readonly outputVariables?: readonly { readonly name: string }[];
  readonly execution?: Executions;
  readonly postjobexecution?: Executions;
  readonly restrictions?: Restrictions;
}

type Executions = Readonly<Record<string, { readonly target: string; readonly workingDirectory?: string }>>;

/** What a task may do with the job's variables and with logging commands, as the task or its step restricts it. */
export interface Restrictions {
  readonly commands?: { readonly mode?: string };
  readonly settableVariables?: { readonly allowed?: readonly string[] };
}

export interface Handler {
  /** Path of the script. */
  readonly target: string;
  readonly workingDirectory: string | undefined;
}

/**
 * The agent uses the first handler in this list that a task has. This agent has only Node 24, and uses it for the
 * handler Node24, as Azure DevOps Services tells its agents to (`DistributedTask.Agent.UseNode24withHandlerData`). An
 * agent that does not get this setting uses Node 20 (NodeHandler.cs), which is not emulated.
 */
const HANDLERS = ["node24", "node20_1", "node16", "node10", "node"];

/** @throws Error if the task needs a newer agent: Azure Pipelines would not send the job to this one */
export function readTask(folder: string, agentVersion: string): TaskDefinition {
  const task: TaskDefinition = JSON.parse(readFileSync(path.join(folder, "task.json"), "utf8"));
  const wanted = task.minimumAgentVersion ?? "1.0.0";
  if (wanted.localeCompare(agentVersion, undefined, { numeric: true }) > 0)
    throw new Error(`${task.name} needs an agent ${wanted}; this is ${agentVersion}`);
  return task;
}

/**
 * The handler of a stage.
 *
 * @returns undefined if the task has no such stage; the agent then skips it
 * @throws Error if this agent cannot run it
 */
export function handlerOf(
  task: TaskDefinition,
  stage: "execution" | "postjobexecution",
  folder: string,
): Handler | undefined {
  const executions = task[stage];
  if (executions === undefined) return undefined;
  const [best] = Object.entries(executions)
    .map(([name, handler]) => ({ rank: HANDLERS.indexOf(name.toLowerCase()), name, handler }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((a, b) => a.rank - b.rank);
  if (best === undefined)
    throw new Error("The current operating system is not capable of running this task: no handler for it");
  // A task for an older handler would need an older Node, which is missing here. A result with Node 24 would mean
  // nothing.
  if (best.rank > 0) throw new Error(`This agent has Node 24 only, and ${task.name} wants ${best.name}`);
  return {
    target: path.join(folder, best.handler.target),
    workingDirectory: best.handler.workingDirectory || undefined,
  };
}

/** Commands that stay allowed in restricted mode (CommandRestriction in TaskCommandExtension.cs and its siblings). */
const ALWAYS_ALLOWED = new Set([
  "task.logdetail",
  "task.logissue",
  "task.issue",
  "task.complete",
  "task.setprogress",
  "task.setsecret",
  "task.setvariable",
  "task.debug",
  "task.settaskvariable",
  "task.prependpath",
  "telemetry.publish",
]);

export function allowsCommand({ commands }: Restrictions, command: string): boolean {
  return commands?.mode?.toLowerCase() !== "restricted" || ALWAYS_ALLOWED.has(command);
}

/**
 * Names are patterns with `*`, and case does not matter. An empty list allows nothing; if there is no list, all names
 * are allowed.
 */
export function allowsVariable({ settableVariables }: Restrictions, name: string): boolean {
  const allowed = settableVariables?.allowed;
  return (
    allowed === undefined || allowed.some((pattern) => path.matchesGlob(name.toLowerCase(), pattern.toLowerCase()))
  );
}
