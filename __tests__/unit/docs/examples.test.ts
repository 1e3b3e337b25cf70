import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readAction } from "../../../scripts/action.ts";
import { codeOf, pages, read } from "./markdown.ts";

interface TaskFile {
  readonly inputs: readonly { readonly name: string }[];
  readonly outputVariables: readonly { readonly name: string }[];
}
/** A step of either host. */
interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

const action = readAction();
const task = JSON.parse(read("azure-pipelines/AzsLogin/task.json")) as TaskFile;
const taskInputs = task.inputs.map(({ name }) => name);
const taskOutputs = task.outputVariables.map(({ name }) => name);
const examples = pages().flatMap((page) =>
  codeOf(read(page), "yaml").map((code) => ({ page, code, of: stepsIn(parse(code)) })),
);
const steps = examples.flatMap(({ page, of }) => of.map((step) => ({ page, step })));

describe("examples in the documentation", () => {
  test("are for both hosts", () => {
    expect(steps.filter(({ step }) => isAction(step)).length).toBeGreaterThan(10);
    expect(steps.filter(({ step }) => isTask(step)).length).toBeGreaterThan(5);
  });

  test("give the action inputs that it has", () => {
    const given = steps.filter(({ step }) => isAction(step)).flatMap(({ step }) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in action.inputs))).toEqual([]);
  });

  test("give the task inputs that it has", () => {
    const given = steps.filter(({ step }) => isTask(step)).flatMap(({ step }) => Object.keys(step.inputs ?? {}));
    expect(given.filter((name) => !taskInputs.includes(name))).toEqual([]);
  });

  test("give every login a stamp and somebody to log in", () => {
    const lacking = steps.filter(({ step }) => {
      const given = Object.keys({ ...step.with, ...step.inputs });
      const has = (...names: readonly string[]) => names.some((name) => given.includes(name));
      const where = has("endpoint", "creds", "azureConnection");
      return (isAction(step) || isTask(step)) && !(where && has("client-id", "clientId", "creds", "azureConnection"));
    });
    expect(lacking).toEqual([]);
  });

  test("read outputs that there are, of steps that there are", () => {
    const texts = pages().map(read).join("\n");
    const outputs = [...texts.matchAll(/\bsteps\.(\w+)\.outputs\.([\w-]+)/g)].map(([, , output = ""]) => output);
    const macros = [...texts.matchAll(/\$\(stamp\.(\w+)\)/g)].map(([, output = ""]) => output);
    expect(outputs.filter((output) => !(output in action.outputs))).toEqual([]);
    expect(macros.filter((output) => !taskOutputs.includes(output))).toEqual([]);
    for (const { code, of } of examples) {
      const names = of.map(({ id, name }) => id ?? name);
      for (const [, first, second] of code.matchAll(/\bsteps\.(\w+)\.outputs\.|\$\((\w+)\.\w+\)/g)) {
        const owner = first ?? second ?? "";
        if (owner !== "Build") expect(names, code).toContain(owner);
      }
    }
  });
});

const isAction = ({ uses }: Step) => uses?.startsWith("org/azs-login@") === true;
const isTask = ({ task: name }: Step) => name === "AzsLogin@1";

/**
 * Examples are whole workflows, lists of steps, composite actions, or other parts of a workflow or pipeline. A job that
 * calls a reusable workflow has no steps.
 */
function stepsIn(example: unknown): readonly Step[] {
  if (Array.isArray(example)) return example as readonly Step[];
  const {
    jobs = {},
    runs,
    steps = [],
  } = example as {
    readonly jobs?: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
    readonly runs?: { readonly steps: readonly Step[] };
    readonly steps?: readonly Step[];
  };
  return [...steps, ...(runs?.steps ?? []), ...Object.values(jobs).flatMap((job) => job.steps ?? [])];
}
