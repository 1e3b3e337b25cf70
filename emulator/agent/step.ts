/** A step that is running: its log and what it reported (the agent's ExecutionContext.cs). */
import type { JobContext } from "./job-context.ts";
import type { Restrictions } from "./task-definition.ts";
import type { Variables } from "./variables.ts";

/** From best to worst. The worse of two results wins (TaskResultUtil.MergeTaskResults). */
const RESULTS = ["Succeeded", "SucceededWithIssues", "Failed", "Canceled", "Skipped", "Abandoned"] as const;
export type TaskResult = (typeof RESULTS)[number];

export interface Issue {
  readonly type: "error" | "warning";
  /** Masked. */
  readonly message: string;
}

interface Attachment {
  readonly type: string;
  readonly name: string;
  /** Path of a file. Its content is not masked. */
  readonly file: string;
}

export interface Step {
  /** Name of the step; later steps refer to its outputs by this name. */
  readonly name: string;
  readonly job: JobContext;
  readonly taskVariables: Variables;
  readonly restrictions: readonly Restrictions[];
  /** Variables that task.json declares as outputs: they become outputs when the task sets them. */
  readonly declaredOutputs: ReadonlySet<string>;
  readonly outputs: Record<string, string>;
  readonly issues: Issue[];
  readonly attachments: Attachment[];
  /** The log, masked line by line. */
  readonly lines: string[];
  result(): TaskResult;
  merge(result: TaskResult): void;
  write(line: string): void;
  debug(line: string): void;
  issue(type: Issue["type"], message: string): void;
}

export function isTaskResult(text: string): text is TaskResult {
  return RESULTS.some((result) => result === text);
}

export function createStep(
  given: Pick<Step, "name" | "job" | "taskVariables" | "restrictions" | "declaredOutputs">,
): Step {
  const { masker, variables, said } = given.job;
  const lines: string[] = [];
  const issues: Issue[] = [];
  let result: TaskResult = "Succeeded";
  const write = (line: string) => {
    const masked = masker.mask(line);
    lines.push(masked);
    said(masked);
  };
  return {
    ...given,
    outputs: {},
    issues,
    attachments: [],
    lines,
    result: () => result,
    merge(other) {
      if (RESULTS.indexOf(other) > RESULTS.indexOf(result)) result = other;
    },
    write,
    debug: (line) => {
      if (variables.get("system.debug")?.value.toLowerCase() === "true") write(`##[debug]${line}`);
    },
    issue(type, message) {
      issues.push({ type, message: masker.mask(message) });
      if (message !== "") write(`##[${type}]${message}`);
    },
  };
}
