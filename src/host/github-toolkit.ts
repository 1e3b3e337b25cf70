/**
 * The functions of @actions/core that the step uses, built from those files of the package that write commands.
 *
 * The package's only entry point also imports an HTTP client with all of undici: 1 MB that each step and post would
 * load before their first line, a third of the time until then. So the files are imported directly.
 */
import { EOL } from "node:os";
import path from "node:path";
import { issue, issueCommand } from "../../node_modules/@actions/core/lib/command.js";
import { issueFileCommand, prepareKeyValueMessage } from "../../node_modules/@actions/core/lib/file-command.js";

export { summary } from "../../node_modules/@actions/core/lib/summary.js";

/** The runner's command files, each with the command for runners that do not have the file. */
const FILES = { ENV: "set-env", OUTPUT: "set-output", STATE: "save-state", PATH: "add-path" } as const;

function hasFile(file: keyof typeof FILES): boolean {
  return Boolean(process.env[`GITHUB_${file}`]);
}

function setIn(file: "ENV" | "OUTPUT" | "STATE", name: string, value: string): void {
  if (hasFile(file)) issueFileCommand(file, prepareKeyValueMessage(name, value));
  else issueCommand(FILES[file], { name }, value);
}

export function exportVariable(name: string, value: string): void {
  process.env[name] = value;
  setIn("ENV", name, value);
}

export const setOutput = (name: string, value: string): void => setIn("OUTPUT", name, value);
export const saveState = (name: string, value: string): void => setIn("STATE", name, value);
export const getState = (name: string): string => process.env[`STATE_${name}`] || "";

export function addPath(folder: string): void {
  if (hasFile("PATH")) issueFileCommand("PATH", folder);
  else issueCommand(FILES.PATH, {}, folder);
  process.env["PATH"] = `${folder}${path.delimiter}${process.env["PATH"]}`;
}

/** @returns the input as written in the workflow, or "" */
export const getInput = (name: string): string => process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] || "";

export const setSecret = (secret: string): void => issueCommand("add-mask", {}, secret);
export const isDebug = (): boolean => process.env["RUNNER_DEBUG"] === "1";
export const info = (line: string): void => void process.stdout.write(`${line}${EOL}`);
export const debug = (message: string): void => issueCommand("debug", {}, message);
export const notice = (message: string): void => issueCommand("notice", {}, message);
export const warning = (message: string): void => issueCommand("warning", {}, message);
export const error = (message: string, title: string): void => issueCommand("error", { title }, message);
export const startGroup = (name: string): void => issue("group", name);
export const endGroup = (): void => issue("endgroup");
