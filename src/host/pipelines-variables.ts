import type * as tl from "azure-pipelines-task-lib/task.js";
import { withoutCommands } from "./pipelines-spelling.ts";

type TaskLib = Pick<typeof tl, "getVariables" | "setVariable">;

export interface JobVariables {
  output(name: string, value: string): void;
  set(name: string, value: string, secret: boolean): void;
}

/**
 * Variables of the job. Much of what they hold is the stamp's word.
 *
 * @param warn tells the user of a variable that cannot be set as it should
 */
export function jobVariables(task: TaskLib, warn: (message: string) => void): JobVariables {
  const keptSecret = new Set(task.getVariables().flatMap(({ name, secret }) => (secret ? [spelled(name)] : [])));
  return {
    output: (name, value) => task.setVariable(name, literal(value), false, true),
    set(name, value, secret) {
      if (secret && /[\r\n]/.test(value)) {
        // The agent refuses it, since it masks single lines only.
        return warn(`${name} is not set: a secret variable cannot have line breaks.`);
      }
      if (!secret && value !== "" && keptSecret.has(spelled(name))) {
        warn(`${name} is a secret variable of this pipeline and stays one: scripts get it only through their env.`);
      }
      task.setVariable(name, secret ? value : literal(value), secret);
    },
  };
}

/** As in the environment (azure-pipelines-agent, VarUtil.cs). */
function spelled(name: string): string {
  return name.replaceAll(/[. ]/g, "_").toUpperCase();
}

/**
 * A script may well print what is in a variable, and the agent reads what scripts print. It also expands `$(name)`
 * within values, with secret variables too, and can start no process with a NUL in its environment
 * (azure-pipelines-agent, Variables.cs and ProcessInvoker.cs).
 */
function literal(value: string): string {
  return withoutCommands(value.replaceAll(/(?![\r\n\t])\p{Cc}/gu, " ").replaceAll("$(", "$ ("));
}
