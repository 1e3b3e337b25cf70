/**
 * Steps that a file or program of somebody else tries to hold up: their time, their memory, and what they leave behind.
 */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { Inputs, Runner, StepResult } from "../../emulator/runner.ts";

export interface Measured extends StepResult {
  /** The maximum memory of the step's own process (VmHWM). */
  readonly megabytes: number;
}

const POLL_MS = 20;
const LONGEST_STEP_MS = 120_000;
const LARGEST_STEP_MB = 300;

/** Runs the step. It must end within two minutes and use at most 300 MB, and no process that it started may remain. */
export async function measuredMain(runner: Runner, inputs: Inputs): Promise<Measured> {
  let megabytes = 0;
  const result = await runner.main(inputs, (child) => {
    const timer = setInterval(() => {
      megabytes = Math.max(megabytes, peakOf(child.pid));
    }, POLL_MS);
    const late = setTimeout(() => child.kill("SIGKILL"), LONGEST_STEP_MS);
    child.on("close", () => {
      clearInterval(timer);
      clearTimeout(late);
    });
  });
  expect(result.milliseconds).toBeLessThan(LONGEST_STEP_MS);
  expect(megabytes).toBeLessThan(LARGEST_STEP_MB);
  return { ...result, megabytes };
}

/** Checks that no process that a step of this runner started is still running. */
export async function expectNothingRuns(runner: Runner): Promise<void> {
  await sleep(200);
  expect(runningIn(runner)).toEqual([]);
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

/** All processes of a runner have its folder in their environment. */
function runningIn({ temp }: Runner): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, "utf8").includes(`RUNNER_TEMP=${temp}\0`)) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
      } catch {
        return [];
      }
    });
}
