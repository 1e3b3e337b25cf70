import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { placeFile, removePlaced } from "../../../src/io/temporary-replacement.ts";
import type { JobFolder } from "../../../src/job/job-folder.ts";
import { temporaryFolder } from "../folder.ts";
import { LIFE } from "../samples.ts";

const SECRET = "the new content";
const OLD = Buffer.from([0xff, 0x00, 0x0d, 0x0a, 0xc3]);

type Placed = Parameters<typeof removePlaced>[0];

let workspace = "";
let file = "";
let entries: Placed[] = [];
let journal: JobFolder;
/** Called when the entry is on disk: the state of a step that is killed at this moment. */
let recorded = () => {};
beforeEach(() => {
  workspace = temporaryFolder();
  file = path.join(workspace, "azureSecretSpConfig.json");
  entries = [];
  recorded = () => {};
  journal = journalIn(temporaryFolder());
});

function journalIn(folder: string): JobFolder {
  return {
    folder,
    life: LIFE,
    record: async (entry) => {
      if (entry.undo === "placed-file") entries.push(entry as unknown as Placed);
      recorded();
    },
    finish: async () => undefined,
    close: async () => undefined,
  };
}

const undo = async () => {
  for (const entry of entries) await removePlaced(entry);
};

/** A file of the user's own: binary content, its own mode, an old date. */
function writeOld(mode = 0o640) {
  writeFileSync(file, OLD);
  chmodSync(file, mode);
  utimesSync(file, 1e9, 1e9);
}
const look = () => ({
  content: readFileSync(file),
  mode: statSync(file).mode & 0o777,
  time: statSync(file).mtimeMs,
});
const OLD_FILE = { content: OLD, mode: 0o640, time: 1e12 };

test("a new file is private, and gone afterwards", async () => {
  await placeFile(file, SECRET, journal);
  expect(readFileSync(file, "utf8")).toBe(SECRET);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await undo();
  expect(readdirSync(workspace)).toEqual([]);
});

test("one that stands there comes back as it was; meanwhile it is in the job's folder", async () => {
  writeOld();
  const { ino } = statSync(file);
  await placeFile(file, SECRET, journal);
  expect(look()).toMatchObject({ content: Buffer.from(SECRET), mode: 0o600 });
  expect(readFileSync(path.join(journal.folder, readdirSync(journal.folder)[0] ?? ""))).toEqual(OLD);
  await undo();
  expect(look()).toEqual(OLD_FILE);
  expect(statSync(file).ino).toBe(ino);
  expect(readdirSync(workspace)).toEqual([path.basename(file)]);
});

test("undoing twice is undoing once", async () => {
  writeOld();
  await placeFile(file, SECRET, journal);
  await undo();
  await undo();
  expect(look()).toEqual(OLD_FILE);
});

describe("killed half-way", () => {
  test("right after the entry: what stood there was not touched, and stays", async () => {
    writeOld();
    recorded = () => {
      expect(look()).toEqual(OLD_FILE);
      throw new Error("killed");
    };
    await expect(placeFile(file, SECRET, journal)).rejects.toThrow("killed");
    expect(entries).toHaveLength(1);
    await undo();
    expect(look()).toEqual(OLD_FILE);
  });

  test("before the new file: what was moved comes back", async () => {
    writeOld();
    await placeFile(file, SECRET, journal);
    rmSync(file);
    await undo();
    expect(look()).toEqual(OLD_FILE);
  });

  test("in the new file: half of it goes", async () => {
    recorded = () => writeFileSync(file, SECRET.slice(0, 5));
    await expect(placeFile(file, SECRET, journal)).rejects.toThrow("EEXIST");
    await undo();
    expect(readdirSync(workspace)).toEqual([]);
  });
});

describe("what became of it since", () => {
  test("changed by a later step, it goes all the same", async () => {
    writeOld();
    await placeFile(file, SECRET, journal);
    writeFileSync(file, `${SECRET}, and more`);
    await undo();
    expect(look()).toEqual(OLD_FILE);
  });

  test("its folder was removed: what was replaced comes back", async () => {
    file = path.join(workspace, "samples", "config.json");
    mkdirSync(path.dirname(file));
    writeOld();
    await placeFile(file, SECRET, journal);
    rmSync(path.dirname(file), { recursive: true });
    await undo();
    expect(look()).toEqual(OLD_FILE);
  });

  test("its folder was removed, and nothing was replaced: it stays removed", async () => {
    file = path.join(workspace, "samples", "config.json");
    mkdirSync(path.dirname(file));
    await placeFile(file, SECRET, journal);
    rmSync(path.dirname(file), { recursive: true });
    await undo();
    expect(readdirSync(workspace)).toEqual([]);
  });

  test("a folder has its name: what was replaced is kept beside it, and that is said", async () => {
    writeOld();
    await placeFile(file, SECRET, journal);
    rmSync(file);
    mkdirSync(file);
    await expect(undo()).rejects.toThrow(/the file that it replaced is kept as .*azureSecretSpConfig\.json\.replaced-/);
    const beside = readdirSync(workspace).find((name) => name.includes(".replaced-")) ?? "";
    expect(readFileSync(path.join(workspace, beside))).toEqual(OLD);
  });
});

describe("nothing is followed or overwritten", () => {
  test.each(["file", "folder", "nowhere"])("a symbolic link to a %s is refused", async (kind) => {
    const target = path.join(workspace, "target");
    if (kind === "file") writeFileSync(target, "precious");
    if (kind === "folder") mkdirSync(target);
    symlinkSync(target, file);
    await expect(placeFile(file, SECRET, journal)).rejects.toThrow("no plain file");
    expect(entries).toEqual([]);
    expect(existsSync(target) && kind === "file" ? readFileSync(target, "utf8") : "precious").toBe("precious");
  });

  test("a link that appears at the last moment is not followed", async () => {
    const target = path.join(workspace, "target");
    recorded = () => symlinkSync(target, file);
    await expect(placeFile(file, SECRET, journal)).rejects.toThrow("EEXIST");
    expect(existsSync(target)).toBe(false);
  });
});

describe.skipIf(!existsSync("/dev/shm"))("a job's folder on another volume", () => {
  beforeEach(() => {
    const folder = mkdtempSync("/dev/shm/azs-unit-");
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    journal = journalIn(folder);
    expect(statSync(folder).dev).not.toBe(statSync(workspace).dev);
  });

  test("the file moves there and back, with its mode and date", async () => {
    writeOld(0o444);
    await placeFile(file, SECRET, journal);
    expect(readFileSync(file, "utf8")).toBe(SECRET);
    expect(readdirSync(journal.folder)).toHaveLength(1);
    await undo();
    expect(look()).toEqual({ ...OLD_FILE, mode: 0o444 });
    expect(readdirSync(workspace)).toEqual([path.basename(file)]);
    expect(readdirSync(journal.folder)).toEqual([]);
  });

  test("killed when the copy was whole and the original still there", async () => {
    writeOld();
    recorded = () => {
      const { kept } = entries[0] ?? {};
      writeFileSync(kept ?? "", OLD);
      chmodSync(kept ?? "", 0o640);
      utimesSync(kept ?? "", 1e9, 1e9);
      throw new Error("killed");
    };
    await expect(placeFile(file, SECRET, journal)).rejects.toThrow("killed");
    await undo();
    expect(look()).toEqual(OLD_FILE);
  });

  test("killed in the copy: the half is in the job's folder, the original in its place", async () => {
    writeOld();
    recorded = () => {
      writeFileSync(`${entries[0]?.kept}.incomplete-1`, OLD.subarray(0, 2));
      throw new Error("killed");
    };
    await expect(placeFile(file, SECRET, journal)).rejects.toThrow("killed");
    await undo();
    expect(look()).toEqual(OLD_FILE);
  });
});
