/** A login that works on one host works on the other, and later steps get the same. */

import { readdir } from "node:fs/promises";
import { describe, expect } from "vitest";
import type { StepResult } from "../../emulator/runner.ts";
import { VARIABLES } from "../../src/results/exports.ts";
import { changed, scenarioInputs, withAz } from "../scenarios/support.ts";
import { placeAnsweringAz } from "../support/azs.ts";
import { POST_LOG } from "../support/post-log.ts";
import { type Both, comparable, comparableAll, openBoth, requestsSince, type Side } from "./hosts.ts";
import { type Changes, WORKING, type WorkingScenario } from "./scenarios.ts";

/** What a job made visible, in the words of both hosts. */
interface Seen {
  readonly outputs: unknown;
  readonly variables: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  readonly summary: string;
  /** Lines of the log: one for each stage, and one at the end. */
  readonly lines: readonly string[];
  readonly warnings: number;
  readonly afterwards: Readonly<Record<string, string>>;
  readonly idTokens: number;
}

describe("both hosts", () => {
  for (const scenario of WORKING) {
    withAz(scenario.name, { timeout: 120_000 }, async () => {
      const both = await openBoth({ ...scenario, inTable: !scenario.usesAz });
      const [gitHub, pipelines] = both.sides;
      const changes = (await scenario.changes?.(both.emulator)) ?? {};
      const expected = await seenOn(gitHub, both, scenario, changes);
      const seen = await seenOn(pipelines, both, scenario, changes);
      const masked = scenario.alsoMasked?.(both.emulator);
      const asShown = (line: string) => (masked === undefined ? line : line.replaceAll(masked, "***"));
      // An agent masks it from the moment at which it becomes a secret variable.
      // In any order: az logs in while the trust stores are changed.
      const lines = (of: Seen) => ({ ...of, lines: of.lines.map(asShown).toSorted() });
      expect(same(scenario, lines(seen))).toEqual(same(scenario, lines(expected)));
      expectSecretsApart(pipelines);
    });
  }
});

/** Removes what only GitHub has: later steps that can request an ID token, and so a launcher for az on their PATH. */
function same({ idTokens = false }: WorkingScenario, { variables, afterwards, lines, ...seen }: Seen): Seen {
  const withoutPath = ({ PATH: _, ...others }: Seen["variables"]) => others;
  if (!idTokens) return { variables, afterwards, lines, ...seen };
  const others = lines.filter((line) => !line.startsWith("oidc: "));
  expect(lines.length - others.length).toBe(1);
  return { ...seen, variables: withoutPath(variables), afterwards: withoutPath(afterwards), lines: others };
}

async function seenOn(side: Side, { emulator }: Both, scenario: WorkingScenario, changes: Changes): Promise<Seen> {
  const { runner } = side;
  const before = emulator.requests.length;
  await scenario.prepare?.(side, emulator);
  const az = scenario.usesAz ? {} : await placeAnsweringAz(runner);
  const step = await side.login(changed({ ...(await scenarioInputs(emulator, runner)), ...az }, changes));
  expect(side.errors(step), step.log).toEqual([]);
  expect(step.exitCode, step.log).toBe(0);
  const outputs = comparableAll(side, side.outputs());
  const variables = comparableAll(side, allVariables(side));
  if (scenario.usesAz) {
    expect(await runner.step("az", ["group", "list"])).toMatchObject({ exitCode: 0, raw: "[]\n" });
  }
  const post = await runner.post();
  expect([post.exitCode, post.log, side.errors(post)]).toEqual([0, POST_LOG, []]);
  expect((await readdir(runner.temp)).filter((name) => name !== ".taskkey" && !name.endsWith(".md"))).toEqual([]);
  expect(await readdir(runner.home)).toEqual([]);
  return {
    outputs,
    variables,
    requests: requestsSince(emulator, before),
    // Folders of an agent have an underscore in their names, which Markdown escapes.
    summary: comparable(side, runner.summary.replaceAll("\\_", "_")).trim(),
    ...spokenIn(side, step),
    afterwards: comparableAll(side, allVariables(side)),
    idTokens: side.idTokens(),
  };
}

/** Groups and warnings are different commands on each host. */
function spokenIn(side: Side, step: StepResult): Pick<Seen, "lines" | "warnings"> {
  const lines = comparable(side, step.log)
    .replaceAll(/\d\d:\d\d UTC/g, "<time> UTC")
    .split("\n")
    .filter((line) => line !== "" && !/^(?:::|##\[)/.test(line));
  const warnings = step.log.split("\n").filter((line) => /^(?:::warning|##\[warning\])/.test(line));
  return { lines, warnings: warnings.length };
}

function allVariables(side: Side): Readonly<Record<string, string>> {
  const { open, secret } = side.variables();
  return { ...open, ...secret };
}

/** The only difference: Azure Pipelines keeps secrets out of the environment of steps that do not request them. */
function expectSecretsApart(side: Side): void {
  const secret = VARIABLES.filter((row) => row.secret).map(({ name }) => name);
  const { open, secret: apart } = side.variables();
  expect(Object.keys(open).filter((name) => secret.includes(name))).toEqual([]);
  expect(Object.keys(apart).filter((name) => !secret.includes(name))).toEqual([]);
}
