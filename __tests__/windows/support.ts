/** Jobs on the Windows that `npm run windows` makes. */

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, vi } from "vitest";
import type { ServiceConnection } from "../../emulator/agent/connections.ts";
import { startAzureDevOps } from "../../emulator/azure-devops/server.ts";
import { workingInputs } from "../../emulator/job.ts";
import type { Inputs, RunnerOptions, StepResult } from "../../emulator/runner.ts";
import { type Emulator, type StampOptions, startEmulator } from "../../emulator/server.ts";
import { inTaskSpelling } from "../../emulator/spelling.ts";
import { startWindows, type WindowsMachine } from "../../emulator/windows/machine.ts";
import {
  createWindowsAgent,
  createWindowsRunner,
  SYSTEM_PATH,
  type WindowsAgent,
  type WindowsRunner,
} from "../../emulator/windows/runner.ts";
import { AZ, asWindows } from "../../emulator/windows/wine.ts";
import { DIST, TASK } from "../support/bundles.ts";

import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";

/** The system's PATH with the az of the MSI, as its installer adds it. */
export const WITH_AZ = `${SYSTEM_PATH};${path.win32.dirname(AZ)}`;
/** Kept between tests, so that later jobs find az's command index there. */
const TOOL_CACHE = String.raw`C:\hostedtoolcache\windows`;

/** Wheels of az 2.66.2 and its dependencies for Windows. */
export const WHEELS = asWindows(path.resolve(".cache", "windows", "wheels"));

export interface WindowsPipeline {
  readonly emulator: Emulator;
  readonly agent: WindowsAgent;
  readonly inputs: Inputs;
}

export interface WindowsScene {
  readonly emulator: Emulator;
  readonly runner: WindowsRunner;
  /** `workingInputs`; remove the secret to use another credential. */
  readonly inputs: Inputs;
  /** The calls of the stand-ins of Windows' programs: program and arguments. */
  asked(): readonly (readonly string[])[];
  /** Changes what a stand-in answers (scripts/windows/stand_ins.py). */
  set(name: "elevated" | "refused"): void;
}

interface OnWindows {
  openScene(stamp?: Partial<StampOptions>, runner?: Partial<RunnerOptions>): Promise<WindowsScene>;
  /** Opens a job of Azure Pipelines with this kind of service connection. */
  openPipeline(connection: (emulator: Emulator) => ServiceConnection): Promise<WindowsPipeline>;
}

let started: Promise<WindowsMachine> | undefined;
// Wine is slow on a busy machine.
vi.setConfig({ testTimeout: 600_000 });
// It is made while other tests run (setup/prepare.ts). The script waits until it is complete.
beforeAll(() => promisify(execFile)(process.execPath, ["scripts/windows.ts"]), 600_000);
afterAll(async () => (await started)?.close());

/** Jobs on one Windows that all tests share. */
export function useWindows(): OnWindows {
  const machine = () => (started ??= startWindows());
  return {
    async openScene(stamp = {}, { environment = {}, ...options } = {}) {
      const emulator = await startEmulator(stamp);
      const variables = { HTTPS_PROXY: emulator.proxyUrl, RUNNER_TOOL_CACHE: TOOL_CACHE, ...environment };
      const given = { dist: DIST, path: WITH_AZ, ...options, environment: variables };
      const runner = await createWindowsRunner(await machine(), given);
      onTestFinished(async () => {
        await emulator.close();
        await runner.dispose();
      });
      return { emulator, runner, inputs: await workingInputs(emulator, runner), ...standInsOf(runner) };
    },
    async openPipeline(connection) {
      const emulator = await startEmulator();
      const devOps = await startAzureDevOps();
      devOps.connect(connection(emulator));
      const { system, identity, connections } = devOps;
      const environment = { HTTPS_PROXY: emulator.proxyUrl };
      const given = { task: TASK, path: WITH_AZ, system, identity, connections, environment };
      const agent = await createWindowsAgent(await machine(), given);
      onTestFinished(async () => {
        await Promise.all([emulator.close(), devOps.close()]);
        await agent.dispose();
      });
      const { endpoint: _, "client-id": __, "client-secret": ___, ...rest } = await workingInputs(emulator, agent);
      return { emulator, agent, inputs: inTaskSpelling({ ...rest, "azure-connection": "asdk" }) };
    },
  };
}

/** The stand-ins of a job: see scripts/windows/stand_ins.py. */
function standInsOf(runner: WindowsRunner): Pick<WindowsScene, "asked" | "set"> {
  const standIns = path.join(path.dirname(runner.home), "stand-ins");
  mkdirSync(standIns);
  Object.assign(runner.base, { STAND_INS: asWindows(standIns) });
  const log = path.join(standIns, "asked.jsonl");
  return {
    asked() {
      const lines = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
      return lines.map((line) => JSON.parse(line) as readonly string[]);
    },
    set: (name) => writeFileSync(path.join(standIns, name), ""),
  };
}

export const crlf = (text: string) => text.replaceAll(/\r?\n/g, "\r\n");

/** Creates a folder of the runner. @returns its path on Windows */
export function made({ runner }: WindowsScene, ...names: readonly string[]): string {
  const folder = path.join(path.dirname(runner.home), ...names);
  mkdirSync(folder, { recursive: true });
  return asWindows(folder);
}

type Job = WindowsRunner | WindowsAgent;

/** The folders in which a job must leave nothing behind. */
export function placesOf({ home, temp, workspace, scratch }: Job) {
  return snapshot(home, temp, workspace, scratch);
}

/** Runs a later step in `cmd`, as a runner starts it. @returns its log */
export async function inCmd(runner: Job, line: string): Promise<string> {
  const step = await runner.step("cmd.exe", ["/d", "/s", "/c", `"${line}"`]);
  expect(step.log, line).not.toMatch(/Traceback|ERROR/);
  expect(step.exitCode, step.log).toBe(0);
  return step.log;
}

/** The JSON that an az command prints. */
export async function azSays(runner: Job, line: string): Promise<unknown> {
  const log = await inCmd(runner, `az.cmd ${line}`);
  return JSON.parse(log.slice(log.search(/^[[{]/m)));
}

export function expectLoggedIn(step: StepResult): void {
  expect(step.log).toContain("Logged in ");
  expect(step.raw).not.toContain("::error");
  expect(step.exitCode, step.log).toBe(0);
}

export async function expectCleanPost(runner: WindowsRunner, before?: unknown): Promise<void> {
  const post = await runner.post();
  expect(post.raw.replaceAll("\r\n", "\n")).toEqual(POST_LOG);
  expect(post.exitCode).toBe(0);
  if (before !== undefined) expect(placesOf(runner)).toEqual(before);
}
