/**
 * Where the rows of a table run: the first row of each test file on this machine, with the bundle, and all others in
 * the test's own process. It is asked once for each job.
 */
import type { ChildProcess } from "node:child_process";
import { expect } from "vitest";
import { type RunnerSystem, thisSystem } from "../../emulator/runner-system.ts";

type System = RunnerSystem<ChildProcess>;

// Loaded only for tables: this is all of src/.
const action = async () => (await import("./action-in-same-process.ts")).actionInSameProcess;
const task = async () => (await import("./task-in-same-process.ts")).taskInSameProcess;
const begun = new Map<() => Promise<System>, Set<string | undefined>>([action, task].map((load) => [load, new Set()]));

export const systemForAction = (): Promise<System> => systemFor(action);
export const systemForTask = (): Promise<System> => systemFor(task);

async function systemFor(load: () => Promise<System>): Promise<System> {
  const files = begun.get(load);
  const { testPath } = expect.getState();
  if (files?.has(testPath)) return load();
  files?.add(testPath);
  return thisSystem({});
}
