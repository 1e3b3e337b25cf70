import { expect, test } from "vitest";
import { inputFailures } from "../../../src/errors/inputs.ts";
import { Problems } from "../../../src/inputs/problems.ts";
import { failureOf } from "../failures.ts";

const missing = inputFailures.endpointMissing({});
const boolean = inputFailures.notBoolean({ input: "isolate", value: "yes" });

test("no problem raises nothing", () => {
  expect(new Problems().raise()).toBeUndefined();
});

test("one problem is raised as itself", async () => {
  const problems = new Problems();
  expect(problems.add(missing)).toBeUndefined();
  expect(await failureOf("AZS101", () => problems.raise())).toBe(missing);
});

test("several are raised together, each with its code and its fix, in the order found", async () => {
  const problems = new Problems();
  await problems.collect(() => Promise.reject(missing));
  problems.add(boolean);
  const { message } = await failureOf("AZS100", () => problems.raise());
  expect(message.split("\n")).toEqual([
    "AZS100: 2 inputs are wrong:",
    `- AZS101: ${missing.problem} Fix: ${missing.fix}`,
    `- AZS107: ${boolean.problem} Fix: ${boolean.fix}`,
    expect.stringMatching(/^Fix: /),
  ]);
});

test("of thousands some are listed", async () => {
  const problems = new Problems();
  for (let count = 0; count < 5000; count++) problems.add(boolean);
  const { message } = await failureOf("AZS100", () => problems.raise());
  expect(message).toMatch(/^AZS100: 5000 inputs are wrong:/);
  expect(message.split("\n")).toHaveLength(33);
  expect(message).toContain("- and 4970 more\n");
});

test("a reader's value comes through", async () => {
  const problems = new Problems();
  expect(await problems.collect(() => 1)).toBe(1);
  expect(await problems.collect(async () => 2)).toBe(2);
  problems.raise();
});

test("an error of the program is no problem of the inputs", async () => {
  const problems = new Problems();
  const work = problems.collect(() => {
    throw new TypeError("a bug");
  });
  await expect(work).rejects.toThrow(new TypeError("a bug"));
  problems.raise();
});
