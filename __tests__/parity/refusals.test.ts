/** Both hosts refuse the same, in the same words except for names of inputs and advice about the CI. */
import { describe, expect, test } from "vitest";
import { changed, scenarioInputs } from "../scenarios/support.ts";
import { type Both, comparable, failureOf, inTaskNames, openBothInTable, requestsSince, type Side } from "./hosts.ts";
import { REFUSED, type RefusedScenario } from "./scenarios.ts";

describe("both hosts", () => {
  test.each(REFUSED)("$name", { timeout: 90_000 }, async (scenario) => {
    const both = await openBothInTable(scenario);
    const [gitHub, pipelines] = both.sides;
    const one = await refusalOn(gitHub, both, scenario);
    const other = await refusalOn(pipelines, both, scenario);
    const words = (text: string) => (scenario.ownAdvice ? text.split(" Fix: ")[0] : text);
    expect(words(other.text)).toBe(words(inTaskNames(one.text)));
    if (scenario.ownAdvice) {
      expect(one.text).not.toMatch(/azureConnection|Pipelines/);
      expect(other.text).not.toMatch(/GitHub|id-token: write|permission/);
    }
    expect(other.requests).toEqual(one.requests);
  });
});

async function refusalOn(side: Side, { emulator }: Both, scenario: RefusedScenario) {
  const { runner } = side;
  const before = emulator.requests.length;
  await scenario.prepare?.(side, emulator);
  const inputs = changed(await scenarioInputs(emulator, runner), (await scenario.changes?.(emulator)) ?? {});
  const text = comparable(side, failureOf(side, await side.login(inputs)));
  expect(text.split(":")[0]).toBe(scenario.code);
  expect([side.outputs(), side.variables(), runner.summary]).toEqual([{}, { open: {}, secret: {} }, ""]);
  const post = await runner.post();
  expect([post.exitCode, post.log]).toEqual([0, ""]);
  return { text, requests: requestsSince(emulator, before) };
}
