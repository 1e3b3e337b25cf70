/**
 * What the logging commands of the area `task` do (TaskCommandExtension.cs). If a command throws an Error, the step
 * fails. Real agents know other areas too (`build`, `artifact`, …). This one does not execute their commands, and tells
 * the task so.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { escaped, type LoggingCommand } from "./logging-command.ts";
import { isTaskResult, type Step } from "./step.ts";
import { allowsCommand, allowsVariable } from "./task-definition.ts";

/** The type of an attachment that is shown on the summary page of a run. */
export const SUMMARY = "Distributedtask.Core.Summary";

type Apply = (step: Step, command: LoggingCommand) => void;

const COMMANDS: Readonly<Record<string, Apply>> = {
  setvariable: setVariable,
  settaskvariable: setTaskVariable,
  setsecret: (step, { data }) => step.job.masker.add(data),
  prependpath: prependPath,
  logissue: logIssue,
  issue: logIssue,
  complete,
  debug: (step, { data }) => step.debug(data),
  uploadsummary: (step, { data }) => {
    if (data === "") throw new Error("Cannot upload summary file, summary file location is not specified.");
    attach(step, SUMMARY, path.basename(data), data);
  },
  addattachment: (step, { properties: { type = "", name = "" }, data }) => attach(step, type, name, data),
  setprogress: () => undefined,
};

/**
 * Executes a command for the step and its job. A command of another area, or one that task.json restricts, only causes
 * a warning.
 *
 * @throws Error with the agent's message for a command that it does not know or cannot execute
 */
export function applyCommand(step: Step, command: LoggingCommand): void {
  const { area, event } = command;
  if (area !== "task") {
    step.issue("warning", `Cannot find command extension for ##vso[${area}.command].`);
    return;
  }
  const apply = Object.hasOwn(COMMANDS, event) ? COMMANDS[event] : undefined;
  if (apply === undefined)
    throw new Error(`##vso[${area}.${event}] is not a recognized command for Task command extension`);
  if (step.restrictions.every((restrictions) => allowsCommand(restrictions, `${area}.${event}`))) apply(step, command);
  else step.issue("warning", `##vso[${area}.${event}] is not allowed in this step due to policy restrictions.`);
}

function setVariable(step: Step, { properties, data }: LoggingCommand): void {
  const { variable: name = "" } = properties;
  if (name === "") throw new Error("Required field 'variable' is missing in ##vso[task.setvariable] command.");
  const { variables } = step.job;
  if (variables.get(name)?.readOnly)
    // The variable is set all the same unless the job sets agent.readOnlyVariables, which Azure Pipelines does not do
    // yet.
    step.issue("warning", `Overwriting readonly variable '${name}'. This behavior will be disabled in the future.`);
  const secret = isTrue(properties["issecret"]);
  if (secret) {
    refuseLines(data);
    // This masks the escaped form that the command contained; Variables.Set masks the value itself.
    step.job.masker.add(escaped(data));
  }
  if (!settable(step, name)) return;
  const output = isTrue(properties["isoutput"]) || step.declaredOutputs.has(name);
  if (output) step.outputs[name] = data;
  else step.job.setByTasks.add(name.toLowerCase());
  const readOnly = isTrue(properties["isreadonly"]) || isTrue(properties["isoutput"]);
  variables.set(output ? `${step.name}.${name}` : name, data, { secret, readOnly });
}

function setTaskVariable(step: Step, { properties, data }: LoggingCommand): void {
  const { variable: name = "" } = properties;
  if (name === "") throw new Error("Required field 'variable' is missing in ##vso[task.settaskvariable] command.");
  const secret = isTrue(properties["issecret"]);
  if (secret) refuseLines(data);
  step.taskVariables.set(name, data, { secret, readOnly: isTrue(properties["isreadonly"]) });
}

function prependPath(step: Step, { data }: LoggingCommand): void {
  if (!settable(step, "PATH")) return;
  if (data === "") throw new Error("Value cannot be null. (Parameter 'prependpath')");
  const { prependedPaths } = step.job;
  const before = prependedPaths.indexOf(data);
  if (before >= 0) prependedPaths.splice(before, 1);
  prependedPaths.push(data);
}

/** Whether the task may set this variable. If not, the agent warns and does not set it, and the step continues. */
function settable(step: Step, name: string): boolean {
  if (step.restrictions.every((restrictions) => allowsVariable(restrictions, name))) return true;
  step.issue("warning", `Setting variable '${name}' has been disabled by the task or build definition.`);
  return false;
}

function logIssue(step: Step, { properties: { type = "" }, data }: LoggingCommand): void {
  const kind = type.toLowerCase();
  if (kind === "error" || kind === "warning") step.issue(kind, data);
  else if (type === "") step.issue("warning", "Can't create TaskIssue from logging event.");
  else throw new Error(`issue type ${type} is not an expected issue type.`);
}

function complete(step: Step, { properties: { result = "" } }: LoggingCommand): void {
  if (!isTaskResult(result)) throw new Error("Command doesn't have valid result value.");
  step.merge(result);
}

function attach(step: Step, type: string, name: string, file: string): void {
  if (type === "") throw new Error("Can't add task attachment, attachment type is not provided.");
  if (name === "") throw new Error("Can't add task attachment, attachment name is not provided.");
  if (/[/\0]/.test(type + name)) throw new Error("Type or name contains invalid characters.");
  const found = step.job.found(file);
  if (file === "" || !existsSync(found))
    throw new Error("Cannot upload task attachment file: it does not exist on disk.");
  step.attachments.push({ type, name, file: found });
}

function refuseLines(secret: string): void {
  if (secret.includes("\n")) throw new Error("Secrets cannot contain multiple lines");
}

/** .NET's Boolean.TryParse. */
function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === "true";
}
