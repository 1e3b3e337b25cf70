import { expect, test } from "vitest";
import { jobVariables } from "../../../src/host/pipelines-variables.ts";

function job(secretNames: readonly string[] = []) {
  const set: (readonly unknown[])[] = [];
  const warnings: string[] = [];
  const task = {
    getVariables: () => secretNames.map((name) => ({ name, value: "x", secret: true })),
    setVariable: (...args: readonly unknown[]) => void set.push(args),
  };
  return { set, warnings, variables: jobVariables(task, (message) => void warnings.push(message)) };
}

test.each([
  ["$(System.AccessToken)", "$ (System.AccessToken)"],
  ["a\u0000b\u001b[31m", "a b [31m"],
  ["two\nlines\tand $x", "two\nlines\tand $x"],
])("what a stamp says is no macro and can stand in an environment: %j", (value, literal) => {
  const { set, variables } = job();
  variables.output("location", value);
  variables.set("ARM_LOCATION", value, false);
  expect(set).toEqual([
    ["location", literal, false, true],
    ["ARM_LOCATION", literal, false],
  ]);
});

test("a secret is set as it is", () => {
  const { set, variables } = job();
  variables.set("ARM_CLIENT_SECRET", "a$(b)c", true);
  expect(set).toEqual([["ARM_CLIENT_SECRET", "a$(b)c", true]]);
});

test("a secret of several lines is not set, and that is said", () => {
  const { set, warnings, variables } = job();
  variables.set("ARM_CLIENT_SECRET", "a\nb", true);
  expect(set).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining("ARM_CLIENT_SECRET is not set")]);
});

test("a variable that is secret already stays so, and that is said", () => {
  const { set, warnings, variables } = job(["arm.client_id"]);
  variables.set("ARM_CLIENT_ID", "x", false);
  variables.set("ARM_TENANT_ID", "y", false);
  variables.set("ARM_CLIENT_ID", "", false);
  expect(set).toHaveLength(3);
  expect(warnings).toEqual([expect.stringContaining("ARM_CLIENT_ID is a secret variable of this pipeline")]);
});
