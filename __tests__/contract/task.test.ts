import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readAction } from "../../scripts/action.ts";
import { taskManifest } from "../../scripts/task.ts";
import { inCamelCase } from "../../src/host/pipelines-spelling.ts";
import { INPUT_DEFAULTS } from "../../src/inputs/input-names.ts";
import { OUTPUTS, REPLACED_VARIABLES, VARIABLES } from "../../src/results/exports.ts";
import * as contract from "./contract.ts";
import { ROOT, read, readManifest } from "./repository.ts";

interface TaskInput {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly defaultValue: string;
  readonly required: boolean;
  readonly groupName?: string;
  readonly visibleRule?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly helpMarkDown: string;
}

interface Task {
  readonly name: string;
  readonly version: Readonly<Record<"Major" | "Minor" | "Patch", number>>;
  readonly minimumAgentVersion: string;
  readonly groups: readonly { readonly name: string; readonly displayName: string }[];
  readonly inputs: readonly TaskInput[];
  readonly outputVariables: readonly { readonly name: string; readonly description: string }[];
  readonly execution: Readonly<Record<string, { readonly target: string }>>;
  readonly postjobexecution: Readonly<Record<string, { readonly target: string }>>;
  readonly restrictions: { readonly settableVariables: { readonly allowed: readonly string[] } };
}

const FOLDER = "azure-pipelines/AzsLogin";
const text = read(`${FOLDER}/task.json`);
const task = JSON.parse(text) as Task;
const action = readAction();
const names = task.inputs.map(({ name }) => name);

/** Inputs that only Azure Pipelines has, and the one that it lacks: there, all ID tokens have the same audience. */
const OWN = ["azureConnection", "clientCertificateSecureFile"];
const WITHOUT = ["audience"];
const shared = Object.entries(action.inputs).filter(([name]) => !WITHOUT.includes(name));

it("task.json is what scripts/task.ts makes", () => {
  expect(text).toBe(taskManifest());
});

describe("task.json: inputs", () => {
  it("are those of action.yml in camel case, and its own", () => {
    expect(names.toSorted()).toEqual([...shared.map(([name]) => inCamelCase(name)), ...OWN].toSorted());
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((name) => !/^[a-z]+(?:[A-Z][a-z]*)*$/.test(name))).toEqual([]);
  });

  it.each(shared)("%s has the default of action.yml and of the code", (name, input) => {
    const { defaultValue } = task.inputs.find((one) => one.name === inCamelCase(name)) ?? {};
    expect(defaultValue).toBe(input["default"] ?? "");
    expect(defaultValue).toBe(INPUT_DEFAULTS[name as keyof typeof INPUT_DEFAULTS]);
  });

  it.each(task.inputs)("$name has a label, help of its own, a known type and a group", (input) => {
    expect(input.label).toMatch(/^\w.{2,}[^.]$/);
    expect(input.helpMarkDown).toMatch(/^.{20,}\.$/s);
    expect(task.inputs.filter(({ helpMarkDown }) => helpMarkDown === input.helpMarkDown)).toHaveLength(1);
    expect(input.type).toMatch(/^(?:string|boolean|multiLine|pickList|secureFile|connectedService:AzureRM)$/);
    const groups = task.groups.map(({ name }) => name);
    if (input.groupName !== undefined) expect(groups).toContain(input.groupName);
    if (input.type === "boolean") expect(["true", "false"]).toContain(input.defaultValue);
    if (input.type === "pickList") expect(Object.keys(input.options ?? {})).toContain(input.defaultValue);
  });

  it.each(task.inputs.filter(({ visibleRule }) => visibleRule))("$name is shown for existing values", (input) => {
    const conditions = (input.visibleRule ?? "").split(" || ").map((one) => /^(\w+) = ([\w-]+)$/.exec(one) ?? []);
    for (const [, name, value] of conditions) {
      const asked = task.inputs.find((one) => one.name === name);
      expect(asked?.name).not.toBe(input.name);
      expect(Object.keys(asked?.options ?? {})).toContain(value);
    }
    // The default is among the values for which the input is shown, so that it is not hidden by default.
    expect(conditions.map(([, , value]) => value)).toContain("auto");
  });

  it("contain no name of action.yml: texts are in the task's spelling", () => {
    const dashed = Object.keys({ ...action.inputs, ...action.outputs }).filter((name) => name.includes("-"));
    const words = [
      ...task.inputs.map(({ helpMarkDown }) => helpMarkDown),
      ...task.outputVariables.map(({ description }) => description),
    ];
    // `device-code` and similar words are values. Paths and hosts contain dashes too.
    const misspelled = words.flatMap((help) => dashed.filter((name) => new RegExp(`\`${name}\``).test(help)));
    expect(misspelled).toEqual([]);
  });

  it("have no group that is empty", () => {
    expect(task.groups.filter(({ name }) => !task.inputs.some(({ groupName }) => groupName === name))).toEqual([]);
  });
});

describe("task.json: outputs and variables", () => {
  const outputs = contract.OUTPUTS.map(inCamelCase);

  it("outputs are those of action.yml and of src/results/exports.ts, in camel case", () => {
    expect(task.outputVariables.map(({ name }) => name)).toEqual(outputs);
    expect(OUTPUTS.map(({ name }) => inCamelCase(name))).toEqual(outputs);
  });

  it.each(task.outputVariables)("$name has a description", ({ description }) => {
    expect(description).toMatch(/\.$/);
  });

  it("may set exactly what it sets: outputs, variables, and PATH by task.prependpath", () => {
    const promised = [...Object.values(contract.VARIABLES), ...Object.values(contract.FURTHER_VARIABLES)].flat();
    const { allowed } = task.restrictions.settableVariables;
    expect(allowed.toSorted()).toEqual([...outputs, ...promised, ...contract.REPLACED_VARIABLES, "PATH"].toSorted());
    expect(REPLACED_VARIABLES).toEqual(contract.REPLACED_VARIABLES);
    expect(VARIABLES.map(({ name }) => name).toSorted()).toEqual(promised.toSorted());
  });

  it("have names that Azure Pipelines does not take for the agent's own", () => {
    const { allowed } = task.restrictions.settableVariables;
    expect(
      allowed.filter((name) =>
        /^(?:agent|azp|build|endpoint|input|release|secret|path|securefile|system|task)[._]/i.test(name),
      ),
    ).toEqual([]);
  });
});

describe("task.json: what runs", () => {
  it.each(["execution", "postjobexecution"] as const)("%s is the bundle, on Node 24 alone", (phase) => {
    const job = phase === "execution" ? "main" : "post";
    expect(Object.keys(task[phase])).toEqual(["Node24"]);
    expect(task[phase]["Node24"]?.target).toBe(`dist/${job}/index.js`);
    expect(existsSync(path.join(ROOT, FOLDER, `dist/${job}/index.js`))).toBe(true);
  });

  it("does not run on older agents, which have no Node 24", () => {
    expect(task.minimumAgentVersion).toBe("4.265.1");
  });
});

describe("one version", () => {
  const { version } = readManifest();
  const extension = JSON.parse(read("azure-pipelines/vss-extension.json")) as Readonly<Record<string, unknown>>;

  it("is in package.json, package-lock.json, task.json and vss-extension.json", () => {
    const { Major, Minor, Patch } = task.version;
    const lock = JSON.parse(read("package-lock.json")) as Readonly<Record<string, unknown>>;
    expect([`${Major}.${Minor}.${Patch}`, extension["version"], lock["version"]]).toEqual([version, version, version]);
  });

  it("is of the extension that has the task, its picture and its licence", () => {
    expect(extension["contributions"]).toMatchObject([{ properties: { name: task.name } }]);
    expect(extension["files"]).toContainEqual({ path: task.name });
    expect(existsSync(path.join(ROOT, FOLDER, "icon.png"))).toBe(true);
  });
});
