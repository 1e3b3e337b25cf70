/**
 * An agent with which the step cannot work: task-lib itself writes to Agent.TempDirectory before the step's first line.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { TASK } from "../support/bundles.ts";
import { POST_LOG } from "../support/post-log.ts";
import { errorsOf, expectPassed, expectTaskFailure, openPipeline } from "./support.ts";

const isRoot = process.getuid?.() === 0;
const asRoot = test.skipIf(!isRoot && process.env["CI"] !== "true");

function mount(folder: string, options: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
}

/** @returns whether that worked */
function fill(file: string): boolean {
  try {
    writeFileSync(file, Buffer.alloc(100_000_000));
    return true;
  } catch {
    return false;
  }
}

function mountFull(temp: string): void {
  mount(temp, "size=4k");
  fill(path.join(temp, "others"));
}

asRoot.each<[string, string | undefined, (temp: string) => void, RegExp]>([
  ["not there", "/proc/nowhere/_temp", () => undefined, /\/proc\/nowhere\/_temp\S+: there is no such folder/],
  ["a file", "/etc/hostname", () => undefined, /\/etc\/hostname\S+: a part of the path is no folder/],
  ["read-only", undefined, (temp) => mount(temp, "ro"), /_temp\S+: the file system is read-only/],
  ["full", undefined, mountFull, /_temp\S*: no space/],
])("%s: AZS343 names it, with what to do on Azure Pipelines", async (_, folder, prepare, says) => {
  const { agent, inputs } = await openPipeline(
    folder === undefined ? {} : { variables: { "agent.tempDirectory": folder } },
  );
  prepare(agent.temp);
  const text = expectTaskFailure(await agent.main(inputs), "AZS343");
  expect(text).toMatch(says);
  expect(text).toMatch(/Fix: .*job's user.*Agent\.TempDirectory.*mountReadOnly/);
  expect(text).not.toContain("RUNNER_TEMP");
  const post = await agent.post();
  expect([post.result, post.raw, errorsOf(post)]).toEqual(["Succeeded", "", []]);
});

asRoot("a disk that is full by then keeps post from nothing", async () => {
  const { agent, inputs } = await openPipeline();
  mount(agent.temp, "size=20m,mode=0777");
  expectPassed(await agent.main(inputs));
  expect(fill(path.join(agent.temp, "others"))).toBe(false);
  const left = () => readdirSync(agent.temp).filter((name) => name !== "others" && !name.endsWith(".md"));
  expect(left()).not.toEqual([]);
  expect((await agent.post()).log).toEqual(POST_LOG);
  expect(left()).toEqual([]);
});

test.runIf(process.platform === "linux")("an agent that gets no output sees the failure in the exit code", () => {
  const program = path.join(TASK, "dist", "main", "index.js");
  const { status } = spawnSync("sh", ["-c", `exec "$0" "${program}" > /dev/full`, process.execPath], { env: {} });
  expect(status).toBe(1);
});
