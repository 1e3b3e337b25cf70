import { applyCommand } from "./apply-command.ts";
import { parseCommand, unescaped } from "./logging-command.ts";
import type { Step } from "./step.ts";

/**
 * Handles one line that a process printed on either stream: a command is executed, anything else is written to the log
 * (WorkerCommandManager.cs). A command that cannot be executed fails the step, and the process continues.
 */
export function receiveLine(step: Step, line: string): void {
  const command = parseCommand(line);
  if (command === undefined) {
    if (line.includes("##vso"))
      step.issue("warning", `'${line}' contains logging command keyword '##vso', but it's not a legal command.`);
    step.write(line);
    return;
  }
  try {
    applyCommand(step, command);
  } catch (error) {
    step.issue("error", `Unable to process command '${line}' successfully.`);
    step.issue("error", error instanceof Error ? error.message : String(error));
    step.merge("Failed");
  }
  if (command.area !== "task" || command.event !== "debug") step.debug(`Processed: ${unescaped(line)}`);
}
