import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { processes } from "../../../src/io/processes.ts";
import { replaceOnWindows } from "../../../src/io/replacing.ts";
import { type ChangeOptions, sharedFiles } from "../../../src/io/shared-files.ts";
import { temporaryFolder } from "../folder.ts";

const shared = sharedFiles(processes(process.env, { record: async () => undefined }));
const options: ChangeOptions = { ours: (text) => text.includes("ours") };

let folder = "";
let file = "";
beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder, "cacert.pem");
  writeFileSync(file, "theirs\n");
});
const change = (made: (text: string) => string) =>
  shared.exclusively(folder, (files) => files.change(file, made, options));
const add = (name: string) => change((text) => `${text}ours ${name}\n`);
const remove = (name: string) => change((text) => text.replace(`ours ${name}\n`, ""));
const content = () => readFileSync(file, "utf8");
const files = () => readdirSync(folder).toSorted();

/** The output of a program, or undefined if the program or the file system does not support it. */
function printed(program: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
const attributes = () => [
  printed("getfattr", "--absolute-names", "-d", "-m", "user", file),
  printed("getfacl", "-p", file),
];

describe("the original", () => {
  test.each([
    ["one job", ["1"], ["1"]],
    ["two jobs, the first to come is the first to go", ["1", "2"], ["1", "2"]],
    ["two jobs, the first to come is the last to go", ["1", "2"], ["2", "1"]],
  ])("comes back itself after %s: inode, time, mode, hard links, attributes, ACL", async (_, come, go) => {
    const second = path.join(folder, "hard-link");
    linkSync(file, second);
    chmodSync(file, 0o640);
    utimesSync(file, 1e9, 1e9);
    const hasAttributes = printed("setfattr", "-n", "user.theirs", "-v", "1", file) !== undefined;
    const hasAcl = printed("setfacl", "-m", "u:65534:r", file) !== undefined;
    const [before, marks] = [statSync(file), attributes()];
    for (const name of come) await add(name);
    expect(statSync(file).ino).not.toBe(before.ino);
    expect(statSync(file).mode).toBe(before.mode);
    // This applies during the job too.
    if (hasAttributes) expect(attributes()[0]).toBe(marks[0]);
    if (hasAcl) expect(attributes()[1]).toBe(marks[1]);
    expect(readFileSync(second, "utf8")).toBe("theirs\n");
    for (const [index, name] of go.entries()) {
      expect(files(), `${index}`).toEqual(["cacert.pem", "cacert.pem.azs-login-original", "hard-link"]);
      await remove(name);
    }
    const { ino, mtimeMs, nlink, mode, uid, gid } = statSync(file);
    expect({ ino, mtimeMs, nlink, mode, uid, gid }).toEqual({
      ino: before.ino,
      mtimeMs: 1e12,
      nlink: 2,
      mode: before.mode,
      uid: before.uid,
      gid: before.gid,
    });
    expect(attributes()).toEqual(marks);
    expect([content(), files()]).toEqual(["theirs\n", ["cacert.pem", "hard-link"]]);
  });

  test.each<[string, (text: string) => string, string]>([
    ["appended to it", (text) => `${text}new\n`, "theirs\nnew\n"],
    ["changed what was there", (text) => text.replace("theirs", "other"), "other\n"],
  ])("does not come back when somebody %s meanwhile, and does not stay", async (_, made, expected) => {
    await add("1");
    writeFileSync(file, made(content()));
    await add("2");
    await remove("1");
    await remove("2");
    expect([content(), files()]).toEqual([expected, ["cacert.pem"]]);
  });

  test("does not stay when somebody put another file in its place meanwhile", async () => {
    await add("1");
    writeFileSync(file, "new version\n");
    expect(await shared.wouldChange(file, (text) => text.replace("ours 1\n", ""), options)).toBe(true);
    await remove("1");
    expect([content(), files()]).toEqual(["new version\n", ["cacert.pem"]]);
    expect(await shared.wouldChange(file, (text) => text.replace("ours 1\n", ""), options)).toBe(false);
  });

  test("and what was half-written by a killed job go, and the next one has an original of its own", async () => {
    writeFileSync(`${file}.azs-login`, "hal");
    writeFileSync(`${file}.azs-login-original`, "of an older version\n");
    const { ino } = statSync(file);
    await add("1");
    expect(readFileSync(`${file}.azs-login-original`, "utf8")).toBe("theirs\n");
    await remove("1");
    expect([content(), statSync(file).ino, files()]).toEqual(["theirs\n", ino, ["cacert.pem"]]);
  });

  // The job was killed after the link was made and before the new file was in place.
  test("that a killed job put aside for nothing goes", async () => {
    linkSync(file, `${file}.azs-login-original`);
    writeFileSync(`${file}.azs-login`, "theirs\nours 1\n");
    const { ino } = statSync(file);
    await remove("1");
    expect([content(), statSync(file).ino, statSync(file).nlink, files()]).toEqual([
      "theirs\n",
      ino,
      1,
      ["cacert.pem"],
    ]);
  });

  test("of 0444 comes back, and the file in its place cannot be written either", async () => {
    chmodSync(file, 0o444);
    const { ino } = statSync(file);
    await add("1");
    expect([content(), statSync(file).mode & 0o777]).toEqual(["theirs\nours 1\n", 0o444]);
    await add("2");
    await remove("1");
    await remove("2");
    expect([content(), statSync(file).mode & 0o777, statSync(file).ino]).toEqual(["theirs\n", 0o444, ino]);
  });

  test("of a file that was not there is none", async () => {
    file = path.join(folder, "new.pem");
    await add("1");
    expect(files()).toEqual(["cacert.pem", "new.pem"]);
    await remove("1");
    expect(files()).toEqual(["cacert.pem"]);
  });
});

describe("on Windows", () => {
  const old = () => `${file}.azs-login-original`;
  const replace = (after: string, original: "keep" | "back" | "drop" | "leave", before = content()) =>
    replaceOnWindows({
      file,
      temporary: `${file}.azs-login-01234567`,
      before: before === "" ? undefined : Buffer.from(before),
      mode: 0o644,
      after: Buffer.from(after),
      original,
    });

  test("the original is put aside, and comes back", async () => {
    const { ino } = statSync(file);
    expect(await replace("theirs\nours\n", "keep")).toEqual({ exitCode: 0, stderr: "" });
    expect([content(), readFileSync(old(), "utf8"), files().length]).toEqual(["theirs\nours\n", "theirs\n", 2]);
    expect((await replace("theirs\n", "back")).exitCode).toBe(0);
    expect([content(), statSync(file).ino, files()]).toEqual(["theirs\n", ino, ["cacert.pem"]]);
  });

  test.each<["drop" | "leave", string, readonly string[]]>([
    ["drop", "new\n", ["cacert.pem"]],
    ["leave", "new\n", ["cacert.pem", "cacert.pem.azs-login-original"]],
    ["drop", "", []],
  ])("the original: %s, with the text %j", async (original, after, left) => {
    await replace("theirs\nours\n", "keep");
    expect((await replace(after, original)).exitCode).toBe(0);
    expect(files()).toEqual(left);
    if (after !== "") expect(content()).toBe(after);
  });

  test("a file that was not there is made", async () => {
    file = path.join(folder, "new.pem");
    expect((await replace("ours\n", "leave", "")).exitCode).toBe(0);
    expect([content(), files()]).toEqual(["ours\n", ["cacert.pem", "new.pem"]]);
  });

  test.each<[string, string, boolean]>([
    ["is not what was read", "read before\n", true],
    ["came meanwhile", "", true],
    ["went meanwhile", "theirs\n", false],
  ])("a file that %s is left alone", async (_, before, exists) => {
    if (!exists) file = path.join(folder, "gone.pem");
    const work = replace("ours\n", "keep", before);
    if (exists) expect((await work).exitCode).toBe(75);
    else await expect(work).rejects.toThrow("ENOENT");
    expect(files()).toEqual(["cacert.pem"]);
    expect(readFileSync(path.join(folder, "cacert.pem"), "utf8")).toBe("theirs\n");
  });
});
