/**
 * The toolkit's functions that the step uses, as @actions/core has them, made of the parts of that package that write.
 *
 * Its only entry brings an HTTP client along, with all of undici: 1 MB that each step and post would read before their
 * first line, a third of the time until they do. The parts are therefore taken by their files.
 */
import { EOL } from "node:os";
import path from "node:path";
import { issue, issueCommand } from "../../node_modules/@actions/core/lib/command.js";
import { issueFileCommand, prepareKeyValueMessage } from "../../node_modules/@actions/core/lib/file-command.js";

export { summary } from "../../node_modules/@actions/core/lib/summary.js";

/** A command file of the runner, and the command that runners without the file read. */
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

/** @returns the input as the workflow has it, or "" */
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
