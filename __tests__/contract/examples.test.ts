import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type ActionInput, readAction } from "../../scripts/action.ts";
import { readWorkflow } from "../examples/support/workflow.ts";
import { filesIn, ROOT, read } from "./repository.ts";

const action = readAction();
const inputs: Readonly<Record<string, ActionInput>> = action.inputs;
const examples = globSync("examples/*", { cwd: ROOT }).map((folder) => path.basename(folder));

it("are those that the README lists", () => {
  const listed = [...read("README.md").matchAll(/\]\(examples\/([^/)]+)\)/g)].map(([, name]) => name);
  expect(listed.sort()).toEqual(examples.toSorted());
});

it("are each run by one test", () => {
  const tests = filesIn("__tests__/examples", ".test.ts").map(read).join("");
  const run = [...tests.matchAll(/\brunExample\(\s*"([^"]+)"/g)].map(([, name]) => name);
  expect(run.sort()).toEqual(examples.toSorted());
});

describe.each(examples)("%s", (example) => {
  const text = read(`examples/${example}/workflow.yml`);
  const jobs = readWorkflow(example);
  const logins = jobs.flatMap(({ steps }) => steps).filter(({ uses }) => uses?.startsWith("org/azs-login@"));

  it("logs in with inputs of action.yml that are supported", () => {
    expect(logins).not.toEqual([]);
    for (const name of logins.flatMap((login) => Object.keys(login.with))) {
      expect(inputs[name]?.description, name).toMatch(/^(?!Not supported yet\. )/);
    }
  });

  it("reads outputs of action.yml only", () => {
    const ids = logins.map(({ id }) => id);
    for (const [, id, output = ""] of text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      expect(ids).toContain(id);
      expect(Object.keys(action.outputs)).toContain(output);
    }
  });

  it("asks for no more than to read the repository", () => {
    expect(text).toContain("\npermissions:\n  contents: read\n\n");
  });

  it("hands nothing from outside to a shell but in variables", () => {
    for (const { run } of jobs.flatMap(({ steps }) => steps)) expect(run ?? "").not.toContain("${{");
  });
});
