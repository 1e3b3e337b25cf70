import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pythonBundles } from "../../../src/trust/stores/python.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { outcome, playedMachine } from "./machines.ts";

const PATH = process.env["PATH"];
afterEach(() => {
  process.env["PATH"] = PATH;
});

let root = "";
beforeEach(() => {
  root = temporaryFolder();
});

/** A folder of programs for PATH. */
function bin(name: string, ...programs: readonly string[]): string {
  const folder = path.join(root, name);
  mkdirSync(folder);
  for (const program of programs) writeFileSync(path.join(folder, program), "", { mode: 0o755 });
  return folder;
}

/** The output of each Python, by its path. */
function asked(answers: Readonly<Record<string, string | null>>, folders: readonly string[], venv?: string) {
  const list = folders.join(path.delimiter);
  process.env["PATH"] = list;
  const { machine, commands } = playedMachine(
    async (file) => (file in answers ? outcome(0, `${JSON.stringify(answers[file])}\n`) : outcome(1)),
    { PATH: list, VIRTUAL_ENV: venv },
  );
  return { commands, bundles: pythonBundles(machine) };
}

test("the first Python on PATH, python3 before python in one folder", async () => {
  const [one, two] = [bin("one", "python"), bin("two", "python", "python3")];
  const answers = { [`${one}/python`]: "/one/cacert.pem", [`${two}/python3`]: "/two/cacert.pem" };
  expect(await asked(answers, [one, two]).bundles).toEqual(["/one/cacert.pem"]);
  expect(await asked(answers, [two, one]).bundles).toEqual(["/two/cacert.pem"]);
});

test("an active virtual environment, and the first on PATH", async () => {
  const one = bin("one", "python3");
  const answers = { "/venv/bin/python": "/venv/cacert.pem", [`${one}/python3`]: "/one/cacert.pem" };
  expect(await asked(answers, [one], "/venv").bundles).toEqual(["/venv/cacert.pem", "/one/cacert.pem"]);
});

test("one that both use comes once", async () => {
  const one = bin("one", "python3");
  const answers = { "/venv/bin/python": "/venv/cacert.pem", [`${one}/python3`]: "/venv/cacert.pem" };
  expect(await asked(answers, [one], "/venv").bundles).toEqual(["/venv/cacert.pem"]);
});

test("beside a virtual environment, the one on PATH may have none", async () => {
  const one = bin("one", "python3");
  const answers = { "/venv/bin/python": "/venv/cacert.pem", [`${one}/python3`]: null };
  expect(await asked(answers, [one], "/venv").bundles).toEqual(["/venv/cacert.pem"]);
});

test("the workspace has no influence: no PYTHON variables, no working folder", async () => {
  const one = bin("one", "python3");
  const { commands, bundles } = asked({ [`${one}/python3`]: "/one/cacert.pem" }, [one]);
  await bundles;
  expect(commands).toEqual([expect.stringMatching(/^\S+\/one\/python3 -E -B \/\S+\/where\.py$/)]);
});

test.each([
  ["without certifi", { "/venv/bin/python": null }, /has no certifi/],
  ["that does not start", {}, /cannot be asked for its certifi \(exit code 1\)/],
])("a virtual environment %s", async (_, answers, words) => {
  const one = bin("one", "python3");
  const failure = await failureOf(
    "AZS332",
    () => asked({ ...answers, [`${one}/python3`]: "/one/cacert.pem" }, [one], "/venv").bundles,
  );
  expect(failure.problem).toContain("/venv/bin/python");
  expect(failure.problem).toMatch(words);
});

test("no Python at all", async () => {
  await failureOf("AZS331", () => asked({}, [bin("empty")]).bundles);
});
