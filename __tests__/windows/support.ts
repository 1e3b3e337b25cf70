/** Jobs on the Windows that `npm run windows` makes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { workingInputs } from "../../emulator/job.ts";
import type { Inputs, RunnerOptions, StepResult } from "../../emulator/runner.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import { startWindows, type WindowsMachine } from "../../emulator/windows/machine.ts";
import { createWindowsRunner, SYSTEM_PATH, type WindowsRunner } from "../../emulator/windows/runner.ts";
import { AZ, asWindows } from "../../emulator/windows/wine.ts";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { DIST } from "../support/stamp.ts";

/** az of the MSI, as its installer puts it on PATH. */
export const WITH_AZ = `${SYSTEM_PATH};${path.win32.dirname(AZ)}`;
/** Kept with the machine: later jobs find az's list of commands there, and the installations of az. */
const TOOL_CACHE = String.raw`C:\hostedtoolcache\windows`;

export interface WindowsScene {
  readonly emulator: Emulator;
  readonly runner: WindowsRunner;
  /** `workingInputs`; the secret is left out for another credential. */
  readonly inputs: Inputs;
  /** What the stand-ins of Windows' programs were asked for: program and arguments. */
  asked(): readonly (readonly string[])[];
  /** Makes a stand-in behave otherwise (scripts/windows/stand_ins.py). */
  set(name: "elevated" | "refused"): void;
}

/** One Windows for the tests of a file. */
export function useWindows(): (
  stamp?: Partial<StampOptions>,
  runner?: Partial<RunnerOptions>,
  more?: (scene: WindowsScene) => Inputs,
) => Promise<WindowsScene> {
  let machine: WindowsMachine | undefined;
  beforeAll(async () => {
    machine = await startWindows();
  });
  afterAll(() => machine?.close());
  return async (stamp = {}, { environment = {}, ...options } = {}) => {
    if (machine === undefined) throw new Error("no Windows");
    const emulator = await startEmulator(stamp);
    const variables: Record<string, string> = {
      HTTPS_PROXY: emulator.proxyUrl,
      RUNNER_TOOL_CACHE: TOOL_CACHE,
      ...environment,
    };
    const runner = await createWindowsRunner(machine, {
      dist: DIST,
      path: WITH_AZ,
      ...options,
      environment: variables,
    });
    onTestFinished(async () => {
      await emulator.close();
      await runner.dispose();
    });
    const standIns = path.join(path.dirname(runner.home), "stand-ins");
    mkdirSync(standIns);
    (runner.base as Record<string, string>)["STAND_INS"] = asWindows(standIns);
    const log = path.join(standIns, "asked.jsonl");
    return {
      emulator,
      runner,
      inputs: await workingInputs(emulator, runner),
      asked: () =>
        existsSync(log)
          ? readFileSync(log, "utf8")
              .trimEnd()
              .split("\n")
              .map((line) => JSON.parse(line) as readonly string[])
          : [],
      set: (name) => writeFileSync(path.join(standIns, name), ""),
    };
  };
}

/** What a job may leave nothing in. */
export function placesOf({ home, temp, workspace, scratch }: WindowsRunner) {
  return snapshot(home, temp, workspace, scratch);
}

/** A later step in `cmd`, as a runner starts it. @returns its log */
export async function inCmd(runner: WindowsRunner, line: string): Promise<string> {
  const step = await runner.step("cmd.exe", ["/d", "/s", "/c", `"${line}"`]);
  expect(step.log, line).not.toMatch(/Traceback|ERROR/);
  expect(step.exitCode, step.log).toBe(0);
  return step.log;
}

/** What az prints as JSON. */
export async function azSays(runner: WindowsRunner, line: string): Promise<unknown> {
  const log = await inCmd(runner, `az.cmd ${line}`);
  return JSON.parse(log.slice(log.search(/^[[{]/m)));
}

export function expectLoggedIn(step: StepResult): void {
  expect(step.log).toContain("Logged in ");
  expect(step.raw).not.toContain("::error");
  expect(step.exitCode, step.log).toBe(0);
}

export async function expectCleanPost(runner: WindowsRunner, before: unknown, login?: number): Promise<void> {
  const post = await runner.post(login);
  expect(post.raw.replaceAll("\r\n", "\n")).toEqual(POST_LOG);
  expect(post.exitCode).toBe(0);
  if (before !== undefined) expect(placesOf(runner)).toEqual(before);
}
