import type * as tl from "azure-pipelines-task-lib/task.js";
import { withoutCommands } from "./pipelines-spelling.ts";

type TaskLib = Pick<typeof tl, "getVariables" | "setVariable">;

export interface JobVariables {
  output(name: string, value: string): void;
  set(name: string, value: string, secret: boolean): void;
}

/**
 * Sets variables of the job. Many of their values come from the stamp and are made harmless.
 *
 * @param warn called if a variable cannot be set as it should be
 */
export function jobVariables(task: TaskLib, warn: (message: string) => void): JobVariables {
  const keptSecret = new Set(task.getVariables().flatMap(({ name, secret }) => (secret ? [spelled(name)] : [])));
  return {
    output: (name, value) => task.setVariable(name, literal(value), false, true),
    set(name, value, secret) {
      if (secret && /[\r\n]/.test(value)) {
        // The agent refuses such a value, since it masks only single lines.
        return warn(`${name} is not set: a secret variable cannot have line breaks.`);
      }
      if (!secret && value !== "" && keptSecret.has(spelled(name))) {
        warn(`${name} is a secret variable of this pipeline and stays one: scripts get it only through their env.`);
      }
      task.setVariable(name, secret ? value : literal(value), secret);
    },
  };
}

/** The variable's name in the environment (azure-pipelines-agent, VarUtil.cs). */
function spelled(name: string): string {
  return name.replaceAll(/[. ]/g, "_").toUpperCase();
}

/**
 * Makes a value harmless. Scripts may print it, and the agent executes commands that scripts print. It also expands
 * `$(name)` within values, even with secret variables, and cannot start a process with a NUL in its environment
 * (azure-pipelines-agent, Variables.cs and ProcessInvoker.cs).
 */
function literal(value: string): string {
  return withoutCommands(value.replaceAll(/(?![\r\n\t])\p{Cc}/gu, " ").replaceAll("$(", "$ ("));
}
