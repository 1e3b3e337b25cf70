import os from "node:os";
import * as tl from "azure-pipelines-task-lib/task.js";
import { TaskCommand } from "azure-pipelines-task-lib/taskcommand.js";
import type { Host } from "./host.ts";
import { oneLine } from "./pipelines-spelling.ts";

type Log = Pick<Host, "group" | "endGroup" | "info" | "notice" | "debug" | "warning" | "fail">;

/**
 * Writes the step's log and annotations.
 *
 * @param respelled replaces the names of inputs with those of the task
 */
export function pipelinesLog(debugging: boolean, respelled: (text: string) => string): Log {
  const print = (line: string) => void process.stdout.write(`${line}${os.EOL}`);
  const warn = (message: string) => tl.logIssue(tl.IssueType.Warning, respelled(message));
  return {
    group: (title) => print(`##[group]${oneLine(title)}`),
    endGroup: () => print("##[endgroup]"),
    info: (line) => print(oneLine(line)),
    // Azure Pipelines has no notices; only warnings and errors show on the page of a run before it ends.
    notice: warn,
    debug: (line) => (debugging ? print(new TaskCommand("task.debug", {}, line).toString()) : undefined),
    warning: warn,
    fail(title, message) {
      tl.logIssue(tl.IssueType.Error, respelled(message), undefined, undefined, undefined, title);
      // A message here would be a second error, and an exit code a third.
      tl.setResult(tl.TaskResult.Failed, "");
    },
  };
}
