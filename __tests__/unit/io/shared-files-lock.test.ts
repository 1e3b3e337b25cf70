import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { sharedFiles } from "../../../src/io/shared-files.ts";
import type { Entry } from "../../../src/journal/kind.ts";
import { temporaryFolder } from "../folder.ts";

const real = processes(process.env, { record: async () => undefined });
const shared = sharedFiles(real);
const LOCK = "azs-login.lock";

let folder = "";
let file = "";
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, "cacert.pem");
});
const content = (): string => readFileSync(file, "utf8");

describe("a lock", () => {
  test("that a killed step left is recognised by its own job, which does not wait for it", async () => {
    const lock = path.join(folder, LOCK);
    const left = (job: string) => {
      mkdirSync(lock, { recursive: true });
      writeFileSync(path.join(lock, job), "");
    };
    left("azs-login-1");
    await sharedFiles(real, "azs-login-2").release(folder);
    expect(readdirSync(lock)).toEqual(["azs-login-1"]);
    const start = performance.now();
    expect(await sharedFiles(real, "azs-login-1").exclusively(folder, async () => "done")).toBe("done");
    expect(performance.now() - start).toBeLessThan(1000);
    left("azs-login-1");
    await sharedFiles(real, "azs-login-1").release(folder);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is announced once for a folder, before it is there", async () => {
    const told: unknown[] = [];
    const record = async (entry: Entry) => void told.push([entry, existsSync(path.join(folder, LOCK))]);
    const shared = sharedFiles(real, "azs-login-1", { record });
    await shared.exclusively(folder, async () => undefined);
    await shared.exclusively(folder, async () => undefined);
    expect(told).toEqual([[{ undo: "lock", folder }, false]]);
  });

  test("keeps two jobs from losing each other's change", async () => {
    writeFileSync(file, "");
    const slowly = (name: string) =>
      shared.exclusively(folder, async (files) => {
        const before = content();
        await sleep(50);
        await files.change(file, () => `${before}${name}\n`);
      });
    await Promise.all([slowly("one"), slowly("two"), sharedFiles(real).exclusively(folder, async () => undefined)]);
    expect(content().split("\n").sort()).toEqual(["", "one", "two"]);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
  });

  test("is released by work that fails", async () => {
    await expect(shared.exclusively(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual([]);
    await shared.exclusively(folder, async () => undefined);
  });

  test("holds between processes", async () => {
    const other = otherProcess(
      `await shared.exclusively(folder, async () => { console.log("in"); await sleep(300); writeFileSync(folder + "/done", ""); })`,
    );
    await other.says("in");
    const done = await shared.exclusively(folder, async () => existsSync(path.join(folder, "done")));
    expect(done).toBe(true);
    expect(await other.end).toBe(0);
  });

  // A job that is paused for longer than a lock is valid (a paused machine) finds that another job has taken its lock.
  // The post step may only warn then. Each change under the lock is atomic.
  test("that is removed by another process ends neither the process nor the work", async () => {
    const other = otherProcess(
      `await shared.exclusively(folder, async () => { rmSync(folder + "/${LOCK}", { recursive: true }); await sleep(2400); }); console.log("done")`,
    );
    await other.says("done");
    expect(await other.end).toBe(0);
  });

  /** A job in a process of its own, whose code can use `folder` and `shared`. */
  function otherProcess(work: string) {
    const script = [
      `import { sharedFiles } from ${JSON.stringify(pathToFileURL("src/io/shared-files.ts").href)};`,
      'import { rmSync, writeFileSync } from "node:fs"; import { setTimeout as sleep } from "node:timers/promises";',
      `const folder = ${JSON.stringify(folder)};`,
      "const shared = sharedFiles({ run: async () => ({ exitCode: 1, stdout: '', stderr: '' }) });",
      work,
    ];
    const args = ["--input-type=module", "-e", script.join("\n")];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "ignore"] });
    const end = once(child, "exit").then(([code]) => code as number | null);
    return {
      end,
      async says(word: string) {
        for await (const line of createInterface(child.stdout)) if (line === word) return;
        throw new Error(`it ended without saying ${word}`);
      },
    };
  }
});
