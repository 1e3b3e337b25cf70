/**
 * Answers from public reports: the error must say who answered, why, and what to do. The rows are in the tables of
 * `answers/`.
 */
import { globSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../emulator/faults.ts";
import type { Emulator } from "../../emulator/server.ts";
import type { Party } from "../../src/errors/party.ts";
import { credentialInputs, idTokenVariables } from "../support/credentials.ts";
import type { LoggedIn, PublicAnswer, Refused } from "./answers/answer.ts";
import {
  AZ,
  azThatNeverRuns,
  changed,
  expectFailure,
  expectLogin,
  expectSilentPost,
  openTableScene,
  warningsOf,
} from "./support.ts";

const folder = path.join(import.meta.dirname, "answers");
const tables = globSync("*.ts", { cwd: folder }).filter((file) => file !== "answer.ts");
const answers = (
  await Promise.all(
    tables.map(
      async (file) => ((await import(path.join(folder, file))) as { default: readonly PublicAnswer[] }).default,
    ),
  )
).flat();
const isRefused = (answer: PublicAnswer): answer is PublicAnswer & { outcome: Refused } => "code" in answer.outcome;

/** Words that an error may contain only if another party than this one answered. */
const OTHERS: Readonly<Record<Party, RegExp>> = {
  arm: /Entra\b(?!'s hosts)/,
  adfs: /Entra|\bendpoint\b/,
  entra: /\bendpoint\b|\bthe stamp(?!'s Azure Resource Manager \()/,
  authority: /\bendpoint\b|\bthe stamp\b/,
  proxy: /\bendpoint\b|\bthe stamp\b/,
  ci: /\bendpoint\b|\bthe stamp\b|Entra|AD FS|trusted-authorities/,
};

/** Replaces `TENANT` in an answer with the stamp's tenant. */
function withTenant(fault: PublicAnswer["faults"][number], { tenantId }: Emulator) {
  const text = JSON.stringify(fault.effect);
  const effect = text.includes("TENANT/")
    ? (JSON.parse(text.replaceAll("TENANT/", `${tenantId}/`)) as Fault["effect"])
    : fault.effect;
  return { times: Number.POSITIVE_INFINITY, ...fault, effect } as typeof fault;
}

async function meet(answer: PublicAnswer) {
  const { idp = "aad", stamp, credential = "secret", environment = {}, faults } = answer;
  const scene = await openTableScene({ idp, ...stamp }, (emulator) => ({
    ...(credential === "oidc" ? idTokenVariables(emulator) : {}),
    ...(typeof environment === "function" ? environment({ emulator }) : environment),
  }));
  const { emulator, runner } = scene;
  for (const fault of faults) emulator.inject(withTenant(fault, emulator));
  const kind = credential === "certificate" ? "pem" : credential === "user" ? "password" : credential;
  const { inputs } = await credentialInputs(kind, emulator);
  const az = isRefused(answer) ? await azThatNeverRuns(runner) : { "az-path": AZ };
  const given = changed({ ...scene.inputs, ...az }, { "client-secret": undefined, ...inputs, ...answer.inputs });
  return { runner, result: await runner.main(given) };
}

describe("an answer that is refused", () => {
  test.for(answers.filter(isRefused))("$name", async (answer) => {
    const { code, party, says, never = [] } = answer.outcome;
    const { runner, result } = await meet(answer);
    const text = await expectFailure(runner, result, code);
    for (const words of says) expect(text).toMatch(words);
    for (const words of [OTHERS[party], ...never]) expect(text).not.toMatch(words);
    await expectSilentPost(runner);
  });
});

describe("an answer that is taken", () => {
  test.for(answers.filter((answer) => !isRefused(answer)))("$name", async (answer) => {
    const { outputs = {}, warns = [], logs = [] } = answer.outcome as LoggedIn;
    const { runner, result } = await meet(answer);
    await expectLogin(runner, result);
    expect(runner.outputs).toMatchObject(outputs);
    const warnings = warningsOf(result.raw);
    for (const words of warns) expect(warnings.join("\n")).toMatch(words);
    for (const words of logs) expect(result.log).toMatch(words);
    if (warns.length === 0) expect(warnings).toEqual([]);
  });
});

test("every table has rows, and no two of one name", () => {
  const names = answers.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names.length).toBeGreaterThan(30);
});
