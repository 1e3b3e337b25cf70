/**
 * A runner's temporary folder on a small file system of its own, so that each write of the step fails in one of the
 * tests.
 */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { POST_LOG } from "../support/post-log.ts";
import { snapshot } from "../support/snapshot.ts";
import { AZ, changed, openScene } from "./support.ts";

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn("Only root can mount a small file system: scenarios of a full disk are skipped here.");

/** Mounts a file system over a folder until the test ends. */
function mount(folder: string, options: string): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `mode=0755,${options}`, "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
}

const SAMPLES = "azureSecretSpConfig.json";

describe.skipIf(!isRoot && process.env["CI"] !== "true")("a runner's temporary folder with", () => {
  // The smallest size is too small for a journal, the largest is too small only for az's own files.
  const table = ["4k", "8k", "12k", "16k", "24k", "64k", "256k", "512k", "700k"].map((size) => `size=${size}`);
  const inodes = [2, 3, 4, 5, 6, 8, 10, 12].map((count) => `nr_inodes=${count}`);

  test.each([...table, ...inodes])(
    "%s: one error that names the disk, or az's, and nothing is left",
    async (options) => {
      const { runner, inputs } = await openScene();
      mount(runner.temp, options);
      writeFileSync(path.join(runner.workspace, SAMPLES), "mine");
      const before = snapshot(runner.home, runner.temp, runner.workspace, runner.scratch);
      const step = await runner.main(changed(inputs, { "sample-config": SAMPLES, "az-path": AZ }));
      if (step.exitCode !== 0) {
        expect(step.raw.match(/^::error title=/gm), step.raw).toHaveLength(1);
        expect(step.raw).toMatch(/^::error title=[^:]*AZS(?:343|340|50[34])/m);
        expect(step.raw).toMatch(/no space, or no inode|No space left|ENOSPC/);
      }
      expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
      expect(snapshot(runner.home, runner.temp, runner.workspace, runner.scratch)).toEqual(before);
    },
  );

  test("no right to write: the error says so", async () => {
    const { runner, inputs } = await openScene();
    mount(runner.temp, "ro");
    const step = await runner.main(inputs);
    expect(step.raw).toMatch(/^::error title=[^:]*AZS343.*read-only/m);
    expect(await runner.post()).toMatchObject({ exitCode: 0, log: POST_LOG });
  });
});

const half = (record: string) => record.slice(0, record.length / 2);

describe("a journal with a record that a full disk cut off", () => {
  const cuts = {
    "on a line of its own": (record: string) => `${half(record)}\n`,
    "with the next record in its line": (record: string) => half(record),
  };
  test.each(Object.entries(cuts))("%s: all else is undone, with a warning", async (_, cut) => {
    const { runner, inputs } = await openScene();
    writeFileSync(path.join(runner.workspace, SAMPLES), "mine");
    const before = snapshot(runner.workspace);
    const step = await runner.main(changed(inputs, { "sample-config": SAMPLES }));
    expect(step.exitCode, step.raw).toBe(0);
    const [folder = ""] = readdirSync(runner.temp);
    const journal = path.join(runner.temp, folder, "journal.jsonl");
    const records = readFileSync(journal, "utf8").split("\n").slice(0, -1);
    const second = records.findIndex((record) => !record.includes('"placed-file"') && !record.includes('"variables"'));
    const text = records.map((record, index) => (index === second ? cut(record) : `${record}\n`)).join("");
    writeFileSync(journal, text);
    const post = await runner.post();
    expect(post.exitCode).toBe(0);
    expect(post.log).toMatch(/Could not undo: 1 of the changes/);
    expect(snapshot(runner.workspace)).toEqual(before);
    // The files that record it remain, but the secrets are gone.
    expect(readdirSync(path.join(runner.temp, folder)).sort()).toEqual(["journal.jsonl", "life.json", "unfinished"]);
    expect(runner.exported["AZURE_CONFIG_DIR"]).toBe(path.join(runner.home, ".azure"));
  });
});

test("what could not be undone is tried again by the next job of this runner", async () => {
  const { runner, inputs } = await openScene();
  writeFileSync(path.join(runner.workspace, SAMPLES), "mine");
  const step = await runner.main(changed(inputs, { "sample-config": SAMPLES }));
  expect(step.exitCode, step.raw).toBe(0);
  const [folder = ""] = readdirSync(runner.temp);
  const journal = path.join(runner.temp, folder, "journal.jsonl");
  const whole = readFileSync(journal, "utf8");
  writeFileSync(journal, `{"undo":\n${whole}`);
  expect((await runner.post()).log).toContain("Could not undo");
  writeFileSync(journal, whole);
  const next = await runner.main(changed(inputs, { "client-secret": "wrong-secret-of-nobody" }));
  expect(next.log).toContain("An earlier job left changes to this machine behind");
  expect(readdirSync(runner.temp)).toEqual([]);
  expect(readFileSync(path.join(runner.workspace, SAMPLES), "utf8")).toBe("mine");
});
