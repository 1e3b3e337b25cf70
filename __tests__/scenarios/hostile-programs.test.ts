import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fillPath, SYSTEM_PATH, workingInputs } from "../../emulator/job.ts";
import { createRunner, type Inputs, type Runner } from "../../emulator/runner.ts";
import { DIST } from "../support/bundles.ts";

import { expectNothingRuns, type Measured, measuredMain } from "./measured.ts";
import { changed, expectFailure, expectSilentPost, openScene } from "./support.ts";

// One minute for a command of az, half a minute for any other program. The tests wait at the same time.
const PATIENCE_MS = 150_000;

const SLEEP = "while :; do sleep 1; done";
const DEAF = `trap '' TERM INT HUP; exec <&-; ${SLEEP}`;
const DESCRIPTION = `{"version": "2.66.2", "profiles": ["latest", "2020-09-01-hybrid"], "certifi": "/nowhere/cacert.pem"}`;
const REPLY = `{"exitCode": 0, "output": "", "errors": "", "reason": ""}`;
/** Prints what session.py would print, and then does something else. */
const session = (then: string) => `echo '${DESCRIPTION}'; ${then}`;

const ANSWERING = session(`while read -r line; do echo '${REPLY}'; done`);

/** Writes a program as a shell script. */
async function place(file: string, script: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** An az whose launcher names its Python, as those of the packages do. That Python is a script. */
async function azWithPython({ workspace }: Runner, script: string): Promise<Inputs> {
  await place(path.join(workspace, "az-bin", "python3"), script);
  await place(path.join(workspace, "az-bin", "az"), `bin_dir=$(dirname "$0")\n"$bin_dir"/python3 -Im azure.cli "$@"`);
  return { "az-path": "az-bin/az" };
}

/** An az of which nothing is known except that it can be run. */
async function azItself({ workspace }: Runner, script: string): Promise<Inputs> {
  await place(path.join(workspace, "az-bin", "az"), script);
  return { "az-path": "az-bin/az" };
}

interface Outcome {
  readonly runner: Runner;
  readonly result: Measured;
}
type Row = readonly [what: string, az: typeof azItself, script: string, code: string, says: string];

describe.concurrent("an az", () => {
  const table: readonly Row[] = [
    [
      "that reads its commands and never answers",
      azWithPython,
      session("cat >/dev/null"),
      "AZS512",
      "after 60 seconds",
    ],
    ["that does not read them either", azWithPython, session(DEAF), "AZS512", "after 60 seconds"],
    [
      "that answers with nonsense",
      azWithPython,
      session("while :; do echo nonsense; sleep 1; done"),
      "AZS512",
      "after 60 seconds",
    ],
    [
      "that tells without end what it does",
      azWithPython,
      session(`while :; do echo '{"said": "x"}'; sleep 1; done`),
      "AZS512",
      "after 60 seconds",
    ],
    [
      "that answers one command only",
      azWithPython,
      session(`read -r line; echo '${REPLY}'; ${SLEEP}`),
      "AZS512",
      "az cloud set",
    ],
    ["whose answer never ends", azWithPython, session("cat /dev/zero"), "AZS513", "a line of 1 MB"],
    ["whose answers never end", azWithPython, session("yes nonsense"), "AZS513", "written 2 MB"],
    ["that complains without end", azWithPython, session("yes complaint >&2"), "AZS513", "written 2 MB"],
    ["that is imported for ever", azWithPython, DEAF, "AZS514", "after 60 seconds"],
    [
      "whose Python writes without end before it is imported",
      azWithPython,
      "cat /dev/zero",
      "AZS514",
      "a line of 1 MB",
    ],
    [
      "whose answer is not what it should be",
      azWithPython,
      session(`echo '[[[['; echo '{"exitCode": "0"}'; echo 7; echo null; exit 3`),
      "AZS504",
      "exit code 3",
    ],
    [
      "whose description is not what it should be",
      azWithPython,
      `case "$*" in *azure.cli*) ;; *) echo '{"version": 7}'; ${SLEEP};; esac; exit 5`,
      "AZS503",
      "cloud register",
    ],
    [
      "that ends, and leaves a child with its pipes",
      azWithPython,
      session(`sh -c '${SLEEP}' & exit 0`),
      "AZS504",
      "before it answered",
    ],
    ["that sleeps", azItself, SLEEP, "AZS512", "az cloud register"],
    ["that heeds nothing", azItself, DEAF, "AZS512", "az cloud register"],
    ["that is a wrapper around one that sleeps", azItself, `sh -c '${SLEEP}'; true`, "AZS512", "az cloud register"],
    ["that writes without end", azItself, "yes", "AZS513", "written 2 MB"],
    ["that writes zeros without end", azItself, "cat /dev/zero >&2", "AZS513", "written 2 MB"],
    [
      "that writes empty lines, a megabyte of them, and fails",
      azItself,
      `head -c 1900000 /dev/zero | tr '\\0' '\\n' >&2; exit 1`,
      "AZS503",
      "it said nothing",
    ],
    [
      "that ends badly, and leaves a child with its pipes",
      azItself,
      `sh -c '${SLEEP}' & echo ERROR: no >&2; exit 1`,
      "AZS503",
      "ERROR: no",
    ],
  ];

  const scenes: (() => Promise<void>)[] = [];
  const runs = new Map<Row, Promise<Outcome>>();
  const start = async ([, make, script]: Row): Promise<Outcome> => {
    const { runner, inputs } = await openScene({}, {}, (end) => void scenes.push(end));
    const result = await measuredMain(runner, { ...inputs, ...(await make(runner, script)) });
    await expectNothingRuns(runner);
    return { runner, result };
  };
  // All at once, because they only wait.
  beforeAll(() => {
    for (const row of table.filter(([, , , code]) => code === "AZS512" || code === "AZS514")) runs.set(row, start(row));
    for (const run of runs.values()) run.catch(() => undefined);
  });
  afterAll(async () => {
    for (const end of scenes) await end();
  });

  test.for(table)("%s", { timeout: PATIENCE_MS }, async (row) => {
    const [, , , code, says] = row;
    const { runner, result } = await (runs.get(row) ?? start(row));
    const text = await expectFailure(runner, result, code);
    expect(text).toContain(says);
    expect(text.length).toBeLessThan(2000);
    await expectSilentPost(runner);
  });
});

/** A program that the step starts for a trust store. The step ends before it uses az. */
describe.concurrent("a program that trust stores need", () => {
  const table: readonly (readonly [string, string, string, string, string])[] = [
    ["a Python of a virtual environment that sleeps", "python", "venv/bin/python", SLEEP, "AZS332"],
    ["one that heeds nothing", "python", "venv/bin/python", DEAF, "AZS332"],
    ["one that writes without end", "python", "venv/bin/python", "yes", "AZS332"],
    ["one that leaves a child with its output", "python", "venv/bin/python", `sh -c '${SLEEP}' & exit 1`, "AZS332"],
    ["a java that sleeps", "java", "jdk/bin/java", SLEEP, "AZS333"],
    [
      "a java that writes white space without end",
      "java",
      "jdk/bin/java",
      "cat /dev/zero | tr '\\0' '\\n' >&2",
      "AZS333",
    ],
  ];

  test.for(table)("%s", { timeout: PATIENCE_MS }, async ([, store, file, script, code], { onTestFinished }) => {
    const { runner, inputs } = await openScene({}, {}, onTestFinished);
    await place(path.join(runner.workspace, file), script);
    Object.assign(runner.base, {
      VIRTUAL_ENV: path.join(runner.workspace, "venv"),
      JAVA_HOME: path.join(runner.workspace, "jdk"),
    });
    const changes = { "trust-stores": store, ...(await azWithPython(runner, ANSWERING)) };
    const result = await measuredMain(runner, changed(inputs, changes));
    await expectNothingRuns(runner);
    await expectFailure(runner, result, code);
    expect(result.milliseconds).toBeLessThan(60_000);
    await expectSilentPost(runner);
  });
});

/** Nobody may write to the system's store, and the step asks sudo whether it may. */
test
  .runIf(process.getuid?.() === 0)
  .concurrent(
    "a sudo that hangs, in a PAM module say, is not waited for",
    { timeout: PATIENCE_MS },
    async ({ onTestFinished }) => {
      const { emulator } = await openScene({}, {}, onTestFinished);
      const runner = await createRunner({
        dist: DIST,
        path: SYSTEM_PATH,
        environment: { HTTPS_PROXY: emulator.proxyUrl },
        user: { uid: 65_534, gid: 65_534 },
      });
      onTestFinished(() => runner.dispose());
      await place(path.join(runner.workspace, "bin", "sudo"), DEAF);
      Object.assign(runner.base, { PATH: `${path.join(runner.workspace, "bin")}:${SYSTEM_PATH}` });
      const inputs = { ...(await workingInputs(emulator, runner)), ...(await azWithPython(runner, ANSWERING)) };
      const result = await measuredMain(runner, { ...inputs, "trust-stores": "system" });
      await expectNothingRuns(runner);
      expect(await expectFailure(runner, result, "AZS330")).toContain("may not be changed without a password");
      expect(result.milliseconds).toBeLessThan(60_000);
      await expectSilentPost(runner);
    },
  );

/** Pythons on PATH with which an az would be installed. */
test.concurrent("Pythons that hang are none to install az on", { timeout: PATIENCE_MS }, async ({ onTestFinished }) => {
  const { runner, inputs } = await openScene({}, {}, onTestFinished);
  const bin = path.join(runner.workspace, "bin");
  await mkdir(bin);
  fillPath(bin, ["sleep"]);
  for (const name of ["python3", "python3.12", "python3.11"]) await place(path.join(bin, name), `: ${name}\n${SLEEP}`);
  Object.assign(runner.base, { PATH: bin, RUNNER_TOOL_CACHE: path.join(runner.workspace, "tools") });
  const result = await measuredMain(runner, changed(inputs, { "az-path": undefined, "az-version": "2.66.2" }));
  await expectNothingRuns(runner);
  expect(await expectFailure(runner, result, "AZS520")).toContain("does not start");
  await expectSilentPost(runner);
});
