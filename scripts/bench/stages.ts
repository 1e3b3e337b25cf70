/** How the time of a step is divided, according to its log lines (`stamp: https://… (12 ms)`) and their times. */
import type { Line, Login } from "./ours.ts";
import { milliseconds } from "./statistics.ts";

interface Stage {
  readonly start: number;
  readonly end: number;
}

const STAGE = /^(\w+):.* \((\d+) ms\)$/;

/**
 * In the order of the job. Together they are the whole step, except for `trust`, which runs at the same time as `az`.
 */
const ROWS: Readonly<Record<string, (stage: (name: string) => Stage, login: Login) => number>> = {
  "starting Node, loading the step": (_, { lines }) => lines[0]?.at ?? Number.NaN,
  "`inputs`": (stage) => length(stage("inputs")),
  "finding az, starting its Python": (stage) => gap(stage("inputs"), stage("stamp")),
  "`stamp`": (stage) => length(stage("stamp")),
  "`identity`": (stage) => length(stage("identity")),
  "waiting for az's Python, writing bundles": (stage) => gap(stage("identity"), stage("az")),
  "`az`": (stage) => length(stage("az")),
  "(`trust`, at the same time as `az`)": (stage) => length(stage("trust")),
  "exports, summary, ending Python and Node": (stage, login) =>
    login.milliseconds - Math.max(stage("az").end, stage("trust").end),
  "**the step**": (_, login) => login.milliseconds,
};

/** A row for each stage, and a column of medians for each set of logins. */
export function stageRows(columns: readonly (readonly Login[])[]): readonly (readonly string[])[] {
  return Object.entries(ROWS).map(([name, measure]) => [
    name,
    ...columns.map((logins) => milliseconds(logins.map((login) => measure(stagesOf(login.lines), login)))),
  ]);
}

function stagesOf(lines: readonly Line[]): (name: string) => Stage {
  const found = new Map<string, Stage>();
  for (const { text, at } of lines) {
    const [, name, took] = STAGE.exec(text) ?? [];
    if (name !== undefined) found.set(name, { start: at - Number(took), end: at });
  }
  return (name) => {
    const stage = found.get(name);
    if (stage === undefined) throw new Error(`the step's log has no stage ${name}`);
    return stage;
  };
}

/** On a busy machine a line may be read late, so that the next stage seems to start before it. */
function gap(one: Stage, next: Stage): number {
  return Math.max(0, next.start - one.end);
}

function length({ start, end }: Stage): number {
  return end - start;
}
