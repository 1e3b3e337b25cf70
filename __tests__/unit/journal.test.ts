import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { journalFolder, openJournal, readJournal, removeJournal, type Undo } from "../../src/journal.ts";
import { temporaryFolder } from "./folder.ts";

const entry = (pid: number): Undo => ({ undo: "process", pid });
const FILE = "journal.jsonl";

/** A host that keeps what it is told, and what was on disk at that moment. */
function host(plant: (folder: string) => void = () => undefined) {
  const temporary = temporaryFolder();
  const state: Record<string, string> = {};
  const existed: boolean[] = [];
  return {
    temporaryFolder: temporary,
    state: (name: string) => state[name] ?? "",
    existed,
    saveState(name: string, value: string) {
      state[name] = value;
      existed.push(existsSync(value));
      plant(value);
    },
  };
}

describe("the folder of a job", () => {
  test("is announced before it exists, and private below the runner's temporary folder", async () => {
    const runner = host();
    const { folder, close } = await openJournal(runner);
    await close();
    expect(runner.existed).toEqual([false]);
    expect(journalFolder(runner)).toBe(folder);
    expect(path.dirname(folder)).toBe(runner.temporaryFolder);
    expect(path.basename(folder)).toMatch(/^azs-login-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, FILE)).mode & 0o777).toBe(0o600);
  });

  test("is another one for each step", async () => {
    const runner = host();
    const [first, second] = [await openJournal(runner), await openJournal(runner)];
    await Promise.all([first.close(), second.close()]);
    expect(first.folder).not.toBe(second.folder);
  });

  test.each<[string, (folder: string) => void]>([
    ["a folder", (folder) => mkdirSync(folder)],
    ["a symbolic link", (folder) => symlinkSync(path.dirname(folder), folder)],
  ])("is not taken from somebody who made %s of that name", async (_, plant) => {
    await expect(openJournal(host(plant))).rejects.toThrow("EEXIST");
  });

  test("is unknown when no step opened one", () => {
    expect(journalFolder({ state: () => "" })).toBeUndefined();
  });

  test.each(["/home/runner", "/", "azs-login-", "/tmp/azs-login-1/.."])("is not %s, which no step made", (folder) => {
    expect(journalFolder({ state: () => folder })).toBeUndefined();
  });
});

describe("entries", () => {
  test("are on disk when they are recorded, and read newest first", async () => {
    const { folder, record, close } = await openJournal(host());
    for (const pid of [1, 2, 3]) {
      await record(entry(pid));
      expect(readFileSync(path.join(folder, FILE), "utf8")).toContain(`"pid":${pid}}\n`);
    }
    expect(await readJournal(folder)).toEqual([entry(3), entry(2), entry(1)]);
    await close();
  });

  test("keep their lines when they are recorded at once", async () => {
    const { folder, record, close } = await openJournal(host());
    const pids = Array.from({ length: 50 }, (_, index) => index);
    await Promise.all(pids.map((pid) => record(entry(pid))));
    await close();
    expect(await readJournal(folder)).toHaveLength(50);
  });

  test.each(["{", '{"undo":"process","pid":9', '{"undo":"process","pid":9}'])(
    "are those before a last line that was cut off: %s",
    async (rest) => {
      const { folder, record, close } = await openJournal(host());
      await record(entry(1));
      await close();
      appendFileSync(path.join(folder, FILE), rest);
      expect(await readJournal(folder)).toEqual([entry(1)]);
    },
  );

  test("are none without a journal, or in an empty one", async () => {
    const folder = temporaryFolder();
    expect(await readJournal(folder)).toEqual([]);
    expect(await readJournal(path.join(folder, "gone"))).toEqual([]);
    writeFileSync(path.join(folder, FILE), "");
    expect(await readJournal(folder)).toEqual([]);
  });
});

test("a journal is removed with all that is in its folder, also twice", async () => {
  const { folder, close } = await openJournal(host());
  await close();
  mkdirSync(path.join(folder, "azure"));
  writeFileSync(path.join(folder, "azure", "config"), "x");
  await removeJournal(folder);
  await removeJournal(folder);
  expect(existsSync(folder)).toBe(false);
});
