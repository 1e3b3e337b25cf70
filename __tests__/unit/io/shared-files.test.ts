import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { type ChangeOptions, sharedFiles } from "../../../src/io/shared-files.ts";
import { temporaryFolder } from "../folder.ts";

const isRoot = process.getuid?.() === 0;
const real = processes(process.env, { record: async () => undefined });
const shared = sharedFiles(real);
const LOCK = "azs-login.lock";

let folder = "";
let file = "";
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, "cacert.pem");
});
const change = (changed: string, made: (text: string) => string, options?: ChangeOptions) =>
  shared.exclusively(path.dirname(changed), (files) => files.change(changed, made, options));
const append = (more: string) => (text: string) => text + more;
const content = (): string => readFileSync(file, "utf8");

describe("a change", () => {
  test("replaces the file as a whole: who reads the old one goes on reading it", async () => {
    writeFileSync(file, "theirs\n");
    const before = statSync(file).ino;
    await change(file, append("ours\n"));
    expect(content()).toBe("theirs\nours\n");
    expect(statSync(file).ino).not.toBe(before);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
  });

  test.each([0o600, 0o640, 0o644, 0o664, 0o755])("keeps the mode %o", async (mode) => {
    writeFileSync(file, "theirs\n");
    chmodSync(file, mode);
    await change(file, append("ours\n"));
    expect(statSync(file).mode & 0o7777).toBe(mode);
  });

  test.runIf(isRoot)("keeps owner and group", async () => {
    writeFileSync(file, "theirs\n");
    chownSync(file, 1234, 4321);
    await change(file, append("ours\n"));
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 4321 });
  });

  test("makes a file that was not there, readable by all", async () => {
    await change(file, append("ours\n"));
    expect(content()).toBe("ours\n");
    expect(statSync(file).mode & 0o444).toBe(0o444);
  });

  test("removes a file that becomes empty", async () => {
    writeFileSync(file, "ours\n");
    await change(file, () => "");
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ["there", "theirs\n"],
    ["not there", undefined],
  ])("that changes nothing writes nothing, to a file that is %s", async (_, text) => {
    if (text !== undefined) writeFileSync(file, text);
    const before = existsSync(file) ? statSync(file).ino : undefined;
    await change(file, (now) => now);
    expect(existsSync(file) ? statSync(file).ino : undefined).toBe(before);
  });

  test.each(["größer\r\nno break at the end", "\uFEFFwith a mark\n", "\u0000", "x".repeat(300_000)])(
    "keeps every byte of the rest",
    async (text) => {
      writeFileSync(file, text);
      await change(file, append("ours"));
      await change(file, (now) => now.slice(0, -"ours".length));
      expect(readFileSync(file).equals(Buffer.from(text))).toBe(true);
    },
  );

  test("that throws leaves the file as it is", async () => {
    writeFileSync(file, "theirs\n");
    const work = change(file, () => {
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
    expect(content()).toBe("theirs\n");
  });
});

describe("refused is", () => {
  const add = (name: string) => change(path.join(folder, name), append("ours\n"));

  test("a symbolic link", async () => {
    const target = path.join(folder, "elsewhere");
    writeFileSync(target, "theirs\n");
    symlinkSync(target, file);
    await expect(add("cacert.pem")).rejects.toThrow(`${file} is no plain file`);
    expect(readFileSync(target, "utf8")).toBe("theirs\n");
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
  });

  test("a symbolic link to nothing", async () => {
    symlinkSync(path.join(folder, "elsewhere"), file);
    await expect(add("cacert.pem")).rejects.toThrow("no plain file");
    expect(existsSync(path.join(folder, "elsewhere"))).toBe(false);
  });

  test("a folder", async () => {
    mkdirSync(file);
    await expect(add("cacert.pem")).rejects.toThrow("no plain file");
  });
});

test.each([
  ["Latin-1", Buffer.from("gr\u00f6\u00dfer\n", "latin1")],
  ["UTF-16", Buffer.from("\uFEFFtext", "utf16le")],
  ["a cut-off character", Buffer.from("größer").subarray(0, 3)],
  ["no text at all", Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0, 0x80, 0x0a, 0xff])],
])("%s is kept byte for byte", async (_, bytes) => {
  writeFileSync(file, bytes);
  await change(file, append("ours\n"));
  expect(readFileSync(file)).toEqual(Buffer.concat([bytes, Buffer.from("ours\n")]));
  await change(file, (text) => text.replace("ours\n", ""));
  expect(readFileSync(file)).toEqual(bytes);
});

describe("what a killed job left", () => {
  test.each([
    ["by a change", append("ours\n"), "theirs\nours\n"],
    ["by a change that changes nothing", (text: string) => text, "theirs\n"],
  ])("half-written goes %s", async (_, made, expected) => {
    writeFileSync(file, "theirs\n");
    writeFileSync(`${file}.azs-login`, "half of it");
    expect(await shared.wouldChange(file, made)).toBe(true);
    await change(file, made);
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
    expect(content()).toBe(expected);
  });

  test("in place of the temporary file, a link, is not written through", async () => {
    writeFileSync(file, "theirs\n");
    symlinkSync(path.join(folder, "elsewhere"), `${file}.azs-login`);
    await change(file, append("ours\n"));
    expect(readdirSync(folder)).toEqual(["cacert.pem"]);
    expect(content()).toBe("theirs\nours\n");
  });

  test("as a lock is taken over at once when it is stale", async () => {
    mkdirSync(path.join(folder, LOCK));
    const minutesAgo = new Date(Date.now() - 60_000);
    utimesSync(path.join(folder, LOCK), minutesAgo, minutesAgo);
    const start = performance.now();
    expect(await shared.exclusively(folder, async () => "done")).toBe("done");
    expect(performance.now() - start).toBeLessThan(2000);
    expect(readdirSync(folder)).toEqual([]);
  });
});
