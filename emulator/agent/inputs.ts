/** The inputs of a step: what Azure Pipelines checks when it reads the YAML, and what the agent makes of them. */
import path from "node:path";
import { sameText } from "../spelling.ts";
import type { SecureFile, ServiceConnection } from "./connections.ts";
import type { JobContext } from "./job-context.ts";
import { expandMacros } from "./macros.ts";
import type { TaskDefinition, TaskInput } from "./task-definition.ts";

export interface StepInputs {
  readonly values: Readonly<Record<string, string>>;
  readonly connections: readonly ServiceConnection[];
  readonly secureFiles: readonly SecureFile[];
}

type Given = Readonly<Record<string, string>>;

/**
 * What Azure Pipelines does before a job starts: names become those of task.json, connections and secure files become
 * IDs. Stricter in one thing: an input that the task does not have is refused, where Azure Pipelines hands it on.
 *
 * @param given of the step, by name in any case or by alias
 * @throws Error with what the run would be refused for
 */
export function authorizedInputs(task: TaskDefinition, given: Given, job: JobContext): Given {
  const entries = Object.entries(given).map(([name, value]): [string, string] => {
    const input = task.inputs.find((one) => [one.name, ...(one.aliases ?? [])].some((known) => sameText(known, name)));
    if (input === undefined) throw new Error(`Task ${task.name} has no input ${name}`);
    return [input.name, value === "" ? "" : idOf(input, value, job)];
  });
  const result = Object.fromEntries(entries);
  for (const { name, required, defaultValue } of task.inputs) {
    if (String(required) === "true" && !result[name] && !defaultValue) throw new Error(`Input required: ${name}`);
  }
  return result;
}

function idOf({ type }: TaskInput, value: string, { connections, secureFiles }: JobContext): string {
  const [kind = "", wanted = ""] = type.split(":");
  if (sameText(kind, "connectedService")) {
    const found = connections.find(({ id, name }) => id === value || name === value);
    // It reads the same for one that does not exist, of another type, or that the pipeline may not use.
    if (found === undefined || !sameText(found.type, wanted))
      throw new Error(`references service connection ${value} which could not be found or is not authorized for use`);
    return found.id;
  }
  if (!sameText(kind, "secureFile")) return value;
  const found = secureFiles.find(({ id, name }) => id === value || name === value);
  if (found === undefined) throw new Error(`references secure file ${value} which could not be found`);
  return found.id;
}

/**
 * What the agent does when the step starts (TaskRunner.cs): defaults, and over them the step's, trimmed; then macros,
 * whose values are not trimmed. A file path is rooted in the sources, so that one that is not given is the folder of
 * the sources.
 */
export function inputsAtStart(task: TaskDefinition, given: Given, job: JobContext, agent: Given): StepInputs {
  const values: Record<string, string> = {};
  for (const { name, defaultValue = "" } of task.inputs) values[name] = textOf(defaultValue);
  Object.assign(values, given);
  Object.assign(values, expandedAtStart(values, job, agent));
  const sources = job.variables.get("build.sourcesDirectory")?.value ?? "";
  for (const { name, type } of task.inputs) {
    if (sameText(type, "filePath")) values[name] = path.resolve(sources, values[name] ?? "");
  }
  const ids = (kind: RegExp) =>
    task.inputs.filter(({ type }) => kind.test(type)).flatMap(({ name }) => values[name]?.split(",") ?? []);
  const [connectionIds, fileIds] = [ids(/^connectedService:/i), ids(/^secureFile$/i)];
  return {
    values,
    connections: job.connections.filter(({ id }) => connectionIds.includes(id)),
    secureFiles: job.secureFiles.filter(({ id }) => fileIds.includes(id)),
  };
}

/** Names and values trimmed; then macros of variables, then of environment variables, which have a case on Linux. */
export function expandedAtStart(given: Given, { variables }: JobContext, agent: Given): Given {
  const trimmed = Object.entries(given).map(([name, value]) => [name.trim(), value.trim()] as const);
  const expanded = trimmed.map(([name, value]) => [name, expandMacros(variables.expand(value), (of) => agent[of])]);
  return Object.fromEntries(expanded.filter(([name]) => name !== ""));
}

/** .NET writes a boolean of task.json with a capital. */
function textOf(value: string | boolean): string {
  return typeof value === "string" ? value : value ? "True" : "False";
}
