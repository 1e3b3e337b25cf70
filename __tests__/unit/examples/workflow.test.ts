import { describe, expect, it } from "vitest";
import { evaluate } from "../../examples/support/expressions.ts";
import { jobsOf } from "../../examples/support/workflow.ts";

describe("an expression", () => {
  const contexts = { vars: { HOST: "stamp" }, steps: { login: { outputs: { location: "local" } } } };

  const written = (expression: string) => `\${{ ${expression} }}`;

  it.each([
    ["vars.HOST", "stamp"],
    ["vars.host", "stamp"],
    ["steps.login.outputs.location", "local"],
    ["vars.HOST == 'stamp' && 'yes' || 'no'", "yes"],
  ])("%s", (expression, value) => {
    expect(evaluate(`https://${written(expression)}, $HOST`, contexts)).toBe(`https://${value}, $HOST`);
  });

  it.each([
    ["vars.PORT", "there is no vars.PORT in this job"],
    ["steps.login.outputs.region", "there is no steps.login.outputs.region in this job"],
    ["steps.logout.outputs.location", "there is no steps.logout in this job"],
    ["github.token", "Unrecognized named-value: 'github'"],
    ["hash(vars.HOST)", "Unrecognized function: 'hash'"],
  ])("%s is refused", (expression, problem) => {
    expect(() => evaluate(written(expression), contexts)).toThrow(problem);
  });
});

describe("a workflow", () => {
  const workflow = (job: string) => `on: push\njobs:\n  one: {${job}}\n`;

  it("runs once for each combination of its matrix", () => {
    const [job] = jobsOf(workflow("strategy: {matrix: {stamp: [a, b], build: [1, 2]}}, steps: []"));
    expect(job?.combinations).toEqual([
      { stamp: "a", build: "1" },
      { stamp: "b", build: "1" },
      { stamp: "a", build: "2" },
      { stamp: "b", build: "2" },
    ]);
  });

  it("runs once without a matrix", () => {
    expect(jobsOf(workflow("steps: []"))[0]?.combinations).toEqual([{}]);
  });

  it("hands booleans and numbers over as texts", () => {
    const [job] = jobsOf(workflow("steps: [{uses: a, with: {cleanup: true, count: 2}}]"));
    expect(job?.steps[0]?.with).toEqual({ cleanup: "true", count: "2" });
  });

  it.each([
    ["services: {db: {image: x}}, steps: []", "job one has services, which the tests cannot run"],
    ["steps: [{run: a, if: always()}]", "a step of job one has if, which the tests cannot run"],
    ["steps: [{name: a}]", "job one: uses, or run?"],
    ["steps: [{run: a, uses: b}]", "job one: uses, or run?"],
    ["steps: [], strategy: {matrix: {include: [{a: b}]}}", "job one: include is no list"],
    ["runs-on: x", "job one has no steps"],
  ])("with %s is refused", (job, problem) => {
    expect(() => jobsOf(workflow(job))).toThrow(problem);
  });
});
