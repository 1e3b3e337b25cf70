/** An example's workflow as the tests run it. A key that they cannot handle is refused, so that none is ignored. */
import { parse } from "yaml";
import { read } from "../../contract/repository.ts";

export type Texts = Readonly<Record<string, string>>;

export interface Step {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly uses: string | undefined;
  readonly with: Texts;
  readonly run: string | undefined;
  readonly shell: string | undefined;
  readonly env: Texts;
}

export interface Job {
  readonly id: string;
  readonly environment: string;
  readonly env: Texts;
  /** Every combination of the matrix; without one, a single empty combination. */
  readonly combinations: readonly Texts[];
  readonly steps: readonly Step[];
}

/** Keys that do not affect what a job does. */
const ASIDE = {
  workflow: ["name", "on", "permissions", "concurrency"],
  job: ["name", "runs-on", "timeout-minutes", "permissions", "concurrency"],
  strategy: ["fail-fast", "max-parallel"],
};

export function readWorkflow(example: string): readonly Job[] {
  return jobsOf(read(`examples/${example}/workflow.yml`));
}

/** @param text of a workflow */
export function jobsOf(text: string): readonly Job[] {
  const workflow = mapping("the workflow", parse(text), ["jobs", ...ASIDE.workflow]);
  return Object.entries(mapping("jobs", workflow["jobs"])).map(([id, job]) => jobOf(id, job));
}

function jobOf(id: string, document: unknown): Job {
  const job = mapping(`job ${id}`, document, ["environment", "env", "strategy", "steps", ...ASIDE.job]);
  if (!Array.isArray(job["steps"])) throw new Error(`job ${id} has no steps`);
  return {
    id,
    environment: text(job["environment"]) ?? "",
    env: texts(`env of job ${id}`, job["env"]),
    combinations: combinationsOf(id, job["strategy"]),
    steps: job["steps"].map((step) => stepOf(id, step)),
  };
}

function stepOf(id: string, document: unknown): Step {
  const step = mapping(`a step of job ${id}`, document, ["id", "name", "uses", "with", "run", "shell", "env"]);
  if ((step["uses"] === undefined) === (step["run"] === undefined)) throw new Error(`job ${id}: uses, or run?`);
  return {
    id: text(step["id"]),
    name: text(step["name"]),
    uses: text(step["uses"]),
    with: texts(`with of job ${id}`, step["with"]),
    run: text(step["run"]),
    shell: text(step["shell"]),
    env: texts(`env of a step of job ${id}`, step["env"]),
  };
}

function combinationsOf(id: string, document: unknown): readonly Texts[] {
  const strategy = mapping(`strategy of job ${id}`, document ?? {}, ["matrix", ...ASIDE.strategy]);
  const axes = Object.entries(mapping(`matrix of job ${id}`, strategy["matrix"] ?? {}));
  return axes.reduce<readonly Texts[]>(
    (combinations, [name, values]) => {
      if (!Array.isArray(values) || /^(in|ex)clude$/.test(name)) throw new Error(`job ${id}: ${name} is no list`);
      return values.flatMap((value) => combinations.map((combination) => ({ ...combination, [name]: `${value}` })));
    },
    [{}],
  );
}

function mapping(what: string, value: unknown, known?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${what} is no mapping`);
  const strange = Object.keys(value).filter((key) => !(known?.includes(key) ?? true));
  if (strange.length > 0) throw new Error(`${what} has ${strange.join(", ")}, which the tests cannot run`);
  return { ...value };
}

function texts(what: string, value: unknown): Texts {
  const entries = Object.entries(mapping(what, value ?? {}));
  return Object.fromEntries(entries.map(([name, entry]) => [name, text(entry) ?? ""]));
}

/** GitHub passes booleans and numbers as texts too. */
function text(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || typeof value === "object") throw new Error(`${JSON.stringify(value)} is no text`);
  return `${value}`;
}
