/** The inputs of a step: what Azure Pipelines checks when it reads the YAML, and how the agent changes them. */
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
 * What Azure Pipelines does before a job starts: it replaces names by those of task.json, and connections and secure
 * files by their IDs. In one point this is stricter: an input that the task does not have is refused here, whereas
 * Azure Pipelines passes it on.
 *
 * @param given the step's inputs, by name in any case or by alias
 * @throws Error with the reason for which Azure Pipelines would refuse the run
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
    // The message is the same for a connection that does not exist, has another type, or may not be used by the
    // pipeline.
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
 * What the agent does when the step starts (TaskRunner.cs). It takes defaults, then the step's values, trimmed, and
 * then expands macros, whose values it does not trim. A file path is relative to the folder of the sources; so one that
 * is not given is that folder.
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

/**
 * Names and values are trimmed. Then macros of variables are expanded, then those of environment variables, whose names
 * are case-sensitive on Linux.
 */
export function expandedAtStart(given: Given, { variables }: JobContext, agent: Given): Given {
  const trimmed = Object.entries(given).map(([name, value]) => [name.trim(), value.trim()] as const);
  const expanded = trimmed.map(([name, value]) => [name, expandMacros(variables.expand(value), (of) => agent[of])]);
  return Object.fromEntries(expanded.filter(([name]) => name !== ""));
}

/** .NET writes a boolean of task.json with a capital. */
function textOf(value: string | boolean): string {
  return typeof value === "string" ? value : value ? "True" : "False";
}
