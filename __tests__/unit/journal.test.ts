import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { isOver, lifeOf } from "../../src/io/lives.ts";
import {
  earlierFolder,
  jobFolders,
  keepForLater,
  openJobFolder,
  readEntries,
  readLife,
  removeJobFolder,
} from "../../src/job/job-folder.ts";
import { UNDO_KINDS } from "../../src/job/undo.ts";
import { readRecords } from "../../src/journal/journal.ts";
import type { AnyEntry } from "./any-entry.ts";
import { snapshot, temporaryFolder } from "./folder.ts";

const entry = (pid: number): AnyEntry => ({ undo: "process", pid });
const FILE = "journal.jsonl";

/** A host that records its calls, and what was on disk at that moment. */
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
    const { folder, close } = await openJobFolder(runner);
    await close();
    expect(runner.existed).toEqual([false]);
    expect(earlierFolder(runner)).toBe(folder);
    expect(path.dirname(folder)).toBe(runner.temporaryFolder);
    expect(path.basename(folder)).toMatch(/^azs-login-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, FILE)).mode & 0o777).toBe(0o600);
  });

  test("is another one for each step", async () => {
    const runner = host();
    const [first, second] = [await openJobFolder(runner), await openJobFolder(runner)];
    await Promise.all([first.close(), second.close()]);
    expect(first.folder).not.toBe(second.folder);
  });

  test.each<[string, (folder: string) => void]>([
    ["a folder", (folder) => mkdirSync(folder)],
    ["a symbolic link", (folder) => symlinkSync(path.dirname(folder), folder)],
  ])("is not taken from somebody who made %s of that name", async (_, plant) => {
    await expect(openJobFolder(host(plant))).rejects.toThrow("EEXIST");
  });

  test("is unknown when no step opened one", () => {
    expect(earlierFolder({ state: () => "" })).toBeUndefined();
  });

  test.each(["/home/runner", "/", "azs-login-", "/tmp/azs-login-1/.."])("is not %s, which no step made", (folder) => {
    expect(earlierFolder({ state: () => folder })).toBeUndefined();
  });
});

describe("entries", () => {
  test("are on disk when they are recorded, and read newest first", async () => {
    const { folder, record, close } = await openJobFolder(host());
    for (const pid of [1, 2, 3]) {
      await record(entry(pid));
      expect(readFileSync(path.join(folder, FILE), "utf8")).toContain(`"pid":${pid}}\n`);
    }
    expect(await readEntries(folder, UNDO_KINDS)).toEqual({ entries: [entry(3), entry(2), entry(1)], unreadable: 0 });
    await close();
  });

  test("keep their lines when they are recorded at once", async () => {
    const { folder, record, close } = await openJobFolder(host());
    const pids = Array.from({ length: 50 }, (_, index) => index + 1);
    await Promise.all(pids.map((pid) => record(entry(pid))));
    await close();
    const { entries, unreadable } = await readEntries(folder, UNDO_KINDS);
    expect(entries).toEqual(pids.toReversed().map(entry));
    expect(unreadable).toBe(0);
  });

  test.each(["{", '{"undo":"process","pid":9', '{"undo":"process","pid":9}'])(
    "are those before a last line that was cut off: %s",
    async (rest) => {
      const { folder, record, close } = await openJobFolder(host());
      await record(entry(1));
      await close();
      appendFileSync(path.join(folder, FILE), rest);
      expect(await readEntries(folder, UNDO_KINDS)).toEqual({ entries: [entry(1)], unreadable: 0 });
    },
  );

  test("are none without a journal, or in an empty one", async () => {
    const folder = temporaryFolder();
    const none = { entries: [], unreadable: 0 };
    expect(await readEntries(folder, UNDO_KINDS)).toEqual(none);
    expect(await readEntries(path.join(folder, "gone"), UNDO_KINDS)).toEqual(none);
    writeFileSync(path.join(folder, FILE), "");
    expect(await readEntries(folder, UNDO_KINDS)).toEqual(none);
  });
});

test("a journal is removed with all that is in its folder, also twice", async () => {
  const { folder, close } = await openJobFolder(host());
  await close();
  mkdirSync(path.join(folder, "azure"));
  writeFileSync(path.join(folder, "azure", "config"), "x");
  await removeJobFolder(folder);
  await removeJobFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

test("a job's folder goes also where its mark cannot be written, as on a full disk, and no link is followed", async () => {
  const { folder, finish, close } = await openJobFolder(host());
  await finish();
  await close();
  mkdirSync(path.join(folder, "unfinished"));
  writeFileSync(path.join(folder, "client.pem"), "key");
  await removeJobFolder(folder);
  expect(existsSync(folder)).toBe(false);
  const linked = await openJobFolder(host());
  await linked.finish();
  await linked.close();
  const theirs = path.join(temporaryFolder(), "theirs");
  writeFileSync(theirs, "theirs");
  symlinkSync(theirs, path.join(linked.folder, "unfinished"));
  await removeJobFolder(linked.folder);
  expect([existsSync(linked.folder), readFileSync(theirs, "utf8")]).toEqual([false, "theirs"]);
});

test.skipIf(process.getuid?.() !== 0)("what cannot be removed leaves a record for a later job", async () => {
  const { folder, finish, close } = await openJobFolder(host());
  await finish();
  await close();
  mkdirSync(path.join(folder, "azure"));
  writeFileSync(path.join(folder, "azure", "config"), "x");
  writeFileSync(path.join(folder, "client.pem"), "key");
  // Imitates a file that another process has open on Windows.
  execFileSync("chattr", ["+a", path.join(folder, "client.pem")]);
  onTestFinished(() => void execFileSync("chattr", ["-R", "-a", folder]));
  await expect(removeJobFolder(folder)).rejects.toThrow("client.pem");
  expect(readdirSync(folder).toSorted()).toEqual(["client.pem", "life.json", "unfinished"]);
  expect(await readEntries(folder, UNDO_KINDS)).toEqual({ entries: [], unreadable: 0 });
});

describe("the life of a job", () => {
  test("stands in its folder, and is that of this process", async () => {
    const { folder, life, finish, close } = await openJobFolder(host());
    expect(await readLife(folder)).toEqual(life);
    expect(life).toEqual(lifeOf(folder));
    expect(statSync(path.join(folder, "life.json")).mode & 0o777).toBe(0o600);
    expect(existsSync(path.join(folder, "unfinished"))).toBe(true);
    await finish();
    await finish();
    expect(existsSync(path.join(folder, "unfinished"))).toBe(false);
    expect(isOver(life)).toBe(false);
    await close();
    await removeJobFolder(folder);
    expect(isOver(life)).toBe(true);
  });

  test.each(["", "{", "null", "{}", '{"boot":1}'])("cannot be read from %j", async (text) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "life.json"), text);
    expect(await readLife(folder)).toBeUndefined();
  });
});

describe("a journal of which a part is lost", () => {
  const ROOTS: AnyEntry = { undo: "roots", stored: { store: "az", files: ["/a.pem"], job: "azs-login-1" } };
  const PLACED: AnyEntry = { undo: "placed-file", file: "/theirs", kept: "/job/replaced-1" };
  const CONFIG: AnyEntry = { undo: "az-config", folder: "/azure", existed: true, before: "/b", after: "/a" };
  const [roots, placed, config] = [ROOTS, PLACED, CONFIG].map((one) => JSON.stringify(one)) as [string, string, string];

  test.each<[string, string, readonly AnyEntry[], number]>([
    ["whole", `${roots}\n${placed}\n${config}\n`, [CONFIG, PLACED, ROOTS], 0],
    ["its second line cut off", `${roots}\n${placed.slice(0, 30)}\n${config}\n`, [CONFIG, ROOTS], 1],
    [
      "its second line cut off, the third in the same",
      `${roots}\n${placed.slice(0, 30)}${config}\n`,
      [CONFIG, ROOTS],
      1,
    ],
    ["its second line cut off after one byte", `${roots}\n{${config}\n`, [CONFIG, ROOTS], 1],
    ["its first line cut off", `${roots.slice(0, 9)}\n${placed}\n`, [PLACED], 1],
    ["two cut off", `${roots.slice(0, 9)}\n${placed.slice(0, 9)}\n${config}\n`, [CONFIG], 2],
    ["a hole of a lost block", `${roots}\n${"\0".repeat(512)}\n${config}\n`, [CONFIG, ROOTS], 1],
    ["a hole in the line of another", `${roots}\n${"\0".repeat(512)}${config}\n`, [CONFIG, ROOTS], 1],
    ["an empty line", `${roots}\n\n${config}\n`, [CONFIG, ROOTS], 1],
    ["its last line without an end", `${roots}\n${placed}`, [ROOTS], 0],
  ])("%s: all else is read", (_, text, entries, unreadable) => {
    expect(readRecords(text, UNDO_KINDS)).toEqual({ entries, unreadable });
  });

  test.each([
    ["another kind", '{"undo":"everything"}'],
    ["a name of every object's", '{"undo":"constructor"}'],
    ["no kind", "{}"],
    ["no object", "[1]"],
    ["nothing", "null"],
    ["a process without an ID", '{"undo":"process"}'],
    ["a process of an ID that stands for many", '{"undo":"process","pid":-1}'],
    ["roots without files", '{"undo":"roots","stored":{"store":"az","job":"j"}}'],
    ["roots of files that are no paths", '{"undo":"roots","stored":{"store":"az","job":"j","files":[1]}}'],
    ["a placed file without a path", '{"undo":"placed-file"}'],
    ["a configuration without copies", '{"undo":"az-config","folder":"/azure","existed":true}'],
    ["a configuration that was there or not", '{"undo":"az-config","folder":"/a","before":"/b","after":"/c"}'],
  ])("%s is no record", (_, line) => {
    expect(readRecords(`${roots}\n${line}\n${config}\n`, UNDO_KINDS)).toEqual({
      entries: [CONFIG, ROOTS],
      unreadable: 1,
    });
  });

  test.each<AnyEntry>([
    ROOTS,
    PLACED,
    CONFIG,
    { undo: "placed-file", file: "/new", kept: undefined },
    { undo: "installation", folder: "/tools/az" },
    { undo: "process", pid: 7 },
    { undo: "variables", values: { PATH: { ours: "a", afterwards: "b" } } },
  ])("a record of %j comes back", (record) => {
    expect(readRecords(`${JSON.stringify(record)}\n`, UNDO_KINDS)).toEqual({ entries: [record], unreadable: 0 });
  });
});

describe("a folder that is kept for a later try", () => {
  const folderWith = async () => {
    const { folder, record, finish, close } = await openJobFolder(host());
    for (const pid of [1, 2, 3]) await record(entry(pid));
    await finish();
    await close();
    for (const name of ["client.pem", "replaced-1", "journal.jsonl.new", "keystore-1-1"]) {
      writeFileSync(path.join(folder, name), name);
    }
    for (const name of ["azure", "az-before-1", "az-after-1"]) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, "config"), name);
    }
    return folder;
  };

  test.each<[string, readonly AnyEntry[] | undefined, readonly AnyEntry[]]>([
    ["the entries that are left", [entry(3), entry(1)], [entry(3), entry(1)]],
    ["no entry", [], []],
    ["the journal as it is", undefined, [entry(3), entry(2), entry(1)]],
  ])("contains %s and files of others, and no secret", async (_, left, read) => {
    const folder = await folderWith();
    // Twice, as if the first attempt had been killed.
    for (const _time of [1, 2]) {
      await keepForLater(folder, left);
      expect(Object.keys(snapshot(folder) ?? {})).toEqual(
        ["az-before-1", "az-before-1/config", FILE, "life.json", "replaced-1", "unfinished"].toSorted(),
      );
      expect(await readEntries(folder, UNDO_KINDS)).toEqual({ entries: read, unreadable: 0 });
      expect(await readLife(folder)).toEqual(lifeOf(folder));
    }
  });
});

test("folders of jobs are those that a step made", async () => {
  const temporary = temporaryFolder();
  const runner = { ...host(), temporaryFolder: temporary };
  const made = [await openJobFolder(runner), await openJobFolder(runner)];
  for (const { close } of made) await close();
  for (const name of ["azs-login-1", "theirs", "azs-login-"]) mkdirSync(path.join(temporary, name));
  expect((await jobFolders(temporary)).toSorted()).toEqual(made.map(({ folder }) => folder).toSorted());
  expect(await jobFolders(path.join(temporary, "gone"))).toEqual([]);
  expect(readdirSync(temporary)).toHaveLength(5);
});
