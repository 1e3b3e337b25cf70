/** The state of a job: what it was given, and what its steps set. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Inputs } from "../runner.ts";
import type { RunnerSystem } from "../runner-system.ts";
import { type SecureFile, type ServiceConnection, type SystemConnection, secretsOf } from "./connections.ts";
import type { TaskMaterial } from "./environment.ts";
import type { StepInputs } from "./inputs.ts";
import type { JobContext } from "./job-context.ts";
import { type JobFolders, type JobIdentity, setJobVariables } from "./job-variables.ts";
import { createSecretMasker } from "./secret-masker.ts";
import { createVariables, environmentName, type Variable, type Variables } from "./variables.ts";

export interface JobOptions {
  /** The job's connection to Azure DevOps. */
  readonly system: SystemConnection;
  readonly identity: JobIdentity;
  /** Of the pipeline. */
  readonly variables?: Inputs;
  readonly secretVariables?: Inputs;
  readonly connections?: readonly ServiceConnection[];
  readonly secureFiles?: readonly SecureFile[];
  /** Is called with each line of a step's log, masked, when it is written. */
  readonly said?: (line: string) => void;
}

/** @param folders as the system's programs name them */
export function createJob(
  options: JobOptions,
  folders: JobFolders,
  { os, delimiter, pathVariable, found }: Pick<RunnerSystem<unknown>, "os" | "delimiter" | "pathVariable" | "found">,
): JobContext {
  const {
    variables: open = {},
    secretVariables = {},
    connections = [],
    secureFiles = [],
    system,
    said = () => {},
  } = options;
  const masker = createSecretMasker();
  const variables = createVariables(masker);
  setJobVariables(variables, folders, options.identity, system, os);
  for (const [name, value] of Object.entries(open)) variables.set(name, value);
  for (const [name, value] of Object.entries(secretVariables)) {
    masker.addGiven(value);
    variables.set(name, value, { secret: true });
  }
  for (const secret of [...connections.flatMap(secretsOf), system.accessToken]) masker.add(secret);
  for (const { ticket } of secureFiles) masker.add(ticket);
  const shared = { masker, variables, connections, secureFiles, system, delimiter, pathVariable, found, said };
  return { ...shared, prependedPaths: [], setByTasks: new Set() };
}

/** @param root of the agent, which has these folders below it */
export async function makeFolders(root: string): Promise<JobFolders> {
  const work = path.join(root, "_work");
  const folders = {
    root,
    work,
    temp: path.join(work, "_temp"),
    tools: path.join(work, "_tool"),
    pipeline: path.join(work, "1"),
    sources: path.join(work, "1", "s"),
  };
  const all = [folders.temp, folders.tools, folders.sources, path.join(root, "home"), path.join(root, "tmp")];
  for (const folder of all) await mkdir(folder, { recursive: true });
  return folders;
}

/** The environment of the agent's own process. */
export function agentEnvironment(own: Inputs, given: Inputs): Inputs {
  const entries = Object.entries({ ...own, ...given });
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

/** Variables about the task that are there while it runs (TaskRunner.cs). */
export function inTask<T>(job: JobContext, stepName: string, taskName: string, build: () => T): T {
  const own = {
    "task.displayName": taskName,
    "task.publishTelemetry": "False",
    "task.skipTranslatorForCheckout": "False",
    "system.taskDisplayName": taskName,
    "system.taskInstanceName": stepName,
  };
  for (const [name, value] of Object.entries(own)) job.variables.set(name, value);
  const result = build();
  for (const name of Object.keys(own)) job.variables.unset(name);
  return result;
}

const NO_INPUTS: StepInputs = { values: {}, connections: [], secureFiles: [] };

/**
 * What a step gets from the job: everything but its `env:`.
 *
 * @param task variables of the step's task
 * @param inputs none for a script
 */
export function materialOf(job: JobContext, task: Variables, inputs: StepInputs = NO_INPUTS): TaskMaterial {
  const { values, connections, secureFiles } = inputs;
  const { variables, system, prependedPaths, delimiter, pathVariable } = job;
  return {
    job: variables,
    task,
    inputs: values,
    connections,
    secureFiles,
    system,
    stepEnvironment: {},
    prependedPaths,
    delimiter,
    pathVariable,
  };
}

/** The difference between the environment of later steps and the agent's: variables that tasks set, and PATH. */
export function exportedBy(job: JobContext, base: Inputs): Inputs {
  const open = setByTasks(job).filter(({ secret }) => !secret);
  const entries = open.map(({ name, value }) => [environmentName(name), value]);
  const prepended = job.prependedPaths.toReversed();
  if (prepended.length > 0)
    entries.push([job.pathVariable, [...prepended, base[job.pathVariable]].join(job.delimiter)]);
  return Object.fromEntries(entries);
}

/** Secret variables that tasks set, by name. */
export function secretsSetBy(job: JobContext): Inputs {
  const secret = setByTasks(job).filter((variable) => variable.secret);
  return Object.fromEntries(secret.map(({ name, value }) => [name, value]));
}

/** The variables as the next step gets them. */
function setByTasks(job: JobContext): readonly Variable[] {
  job.variables.recalculate();
  return job.variables.all().filter(({ name }) => job.setByTasks.has(name.toLowerCase()));
}
