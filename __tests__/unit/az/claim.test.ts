import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { claimMachineConfig, configClaim } from "../../../src/az/configure/config-claim.ts";
import { type Life, lifeOf, processOf } from "../../../src/io/lives.ts";
import { processes } from "../../../src/io/processes.ts";
import { sharedFiles } from "../../../src/io/shared-files.ts";
import type { Entry } from "../../../src/journal/kind.ts";
import { failureOf } from "../failures.ts";
import { snapshot, temporaryFolder } from "../folder.ts";

const NOW = new Date("2026-11-29T12:00:00Z");
const DAY_MS = 24 * 60 * 60 * 1000;
const CLAIM = "azs-login-jobs.jsonl";

let root = "";
let folder = "";
beforeEach(() => {
  root = temporaryFolder();
  folder = path.join(root, "home", ".azure");
});

/** A job of the runner with this temporary folder. */
function openJob(temp: string, change: Partial<Life> = {}) {
  const own = path.join(root, temp, `job-${Math.random()}`);
  mkdirSync(own, { recursive: true });
  const entries: Entry[] = [];
  const record = async (entry: Entry) => void entries.push(entry);
  const life = { ...lifeOf(own), runner: undefined, ...change };
  const journal = { folder: own, life, record };
  const shared = sharedFiles(processes({ PATH: process.env["PATH"] }, journal), path.basename(own));
  return {
    life,
    entries,
    claim: (now = NOW) => claimMachineConfig(folder, journal, shared, now),
    async release() {
      for (const entry of entries) if (entry.undo === "az-claim") await configClaim.undo(entry as never, { shared });
    },
  };
}
function holders(): number {
  const file = path.join(folder, CLAIM);
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean).length : 0;
}

test("a folder that was not there is gone again, one that was stays as it was", async () => {
  const job = openJob("a");
  await job.claim();
  expect(holders()).toBe(1);
  await job.release();
  // The home folder did not exist before, so it does not exist now.
  expect(existsSync(path.join(root, "home"))).toBe(false);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "config"), "theirs");
  const before = snapshot(folder);
  await job.claim();
  await job.release();
  await job.release();
  expect(snapshot(folder)).toEqual(before);
});

test("a folder that was made is gone again, with the lock of a step that was killed before it wrote its claim", async () => {
  const job = openJob("a");
  await job.claim();
  rmSync(path.join(folder, CLAIM));
  const lock = path.join(folder, "azs-login.lock");
  mkdirSync(lock);
  writeFileSync(path.join(lock, path.basename(job.life.folder)), "");
  await job.release();
  expect(existsSync(path.join(root, "home"))).toBe(false);
});

test("what others put into a folder that was made stays", async () => {
  const job = openJob("a");
  await job.claim();
  writeFileSync(path.join(root, "home", "theirs"), "");
  await job.release();
  expect(snapshot(path.join(root, "home"))).toEqual({ theirs: "" });
});

describe("a second job", () => {
  const gone = { boot: "an earlier one" };
  /**
   * The second job's folder, how the first job differs from it, how much later it starts, and whether it may use the
   * configuration.
   */
  const table: readonly (readonly [name: string, temp: string, Partial<Life>, later: number, isLetIn: boolean])[] = [
    ["of the same runner", "a", {}, 0, true],
    ["of another runner", "b", {}, 0, false],
    ["of another runner's process, in the same folder", "a", { runner: processOf(process.pid) }, 0, false],
    ["of another runner, the first of which died with the machine", "b", gone, 0, true],
    ["in another container", "a", { paths: "mnt:[1]" }, 0, false],
    ["in another container, of which nothing is known", "b", { machine: "lost" }, 4 * DAY_MS, false],
    ["in another container, of which nothing is known for days", "b", { machine: "lost" }, 6 * DAY_MS, true],
  ];
  test.each(table)("%s", async (_, temp, change, later, isLetIn) => {
    const first = openJob("a", change);
    await first.claim();
    const second = openJob(temp);
    const work = () => second.claim(new Date(NOW.getTime() + later));
    if (isLetIn) await work();
    else {
      const { message } = await failureOf("AZS518", work);
      expect(message).toContain(first.life.folder);
      // The fix for a container that was lost.
      expect(message).toContain(CLAIM);
    }
    await second.release();
    // A job that has ended does not count any more.
    const isOver = later > 5 * DAY_MS || change === gone;
    expect(holders()).toBe(isOver ? 0 : 1);
  });

  test.each([
    ["no JSON", "{"],
    ["no life", '{"since":"2026-11-29T12:00:00Z"}'],
    ["no time", (life: Life) => JSON.stringify({ life: { ...life, machine: "lost" }, since: "tomorrow" })],
  ])("is not kept out by a line that is none: %s", async (_, line) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, CLAIM), `${typeof line === "string" ? line : line(openJob("a").life)}\n`);
    await openJob("b").claim();
    expect(holders()).toBe(1);
  });
});

const make = (name: string, text = "") => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

describe("AZS517 for", () => {
  test.each<[string, () => void, RegExp]>([
    ["a file in its place", () => make("../.azure"), /\.azure: a part of the path is no folder/],
    ["a link to nowhere", () => link("gone", folder), /\.azure: it does not exist, or is a broken link/],
    ["a folder where az has a file", () => make("clouds.config/x"), /clouds\.config: it is no plain file/],
    ["a pipe where az has a file", () => pipe("azureProfile.json"), /azureProfile\.json: it is no plain file/],
    ["a pipe in a cache", () => pipe("commands/a.log"), /a\.log: it is no plain file/],
    ["a link to nowhere where az has a file", () => link("gone", "config"), /config: it does not exist, or is/],
    ["a name that is too long", () => lengthen(), /the path is too long/],
  ])("%s", async (_, prepare, says) => {
    prepare();
    const job = openJob("a");
    expect((await failureOf("AZS517", job.claim)).problem).toMatch(says);
    await job.release();
  });
});

test.each<[string, () => void]>([
  ["a pipe that is none of az's", () => pipe("mine")],
  ["a link to nowhere in a cache", () => link("gone", "commands/latest")],
  ["a link to a file of az's", () => [make("real"), link("real", "clouds.config")]],
])("%s is no reason to refuse", async (_, prepare) => {
  prepare();
  await openJob("a").claim();
  expect(holders()).toBe(1);
});

function link(target: string, name: string): void {
  mkdirSync(path.dirname(path.resolve(folder, name)), { recursive: true });
  symlinkSync(target, path.resolve(folder, name));
}

function pipe(name: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  execFileSync("mkfifo", [path.join(folder, name)]);
}

function lengthen(): void {
  folder = path.join(root, "x".repeat(300));
}
