import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPrivateFile, createPrivateFolder, makeFolders, readBounded, readHead } from "../../../src/io/files.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";

const mode = (file: string): number => statSync(file).mode & 0o777;

/** Sets the loosest umask, because private files must not depend on it. */
function withoutUmask(): void {
  const before = process.umask(0);
  onTestFinished(() => {
    process.umask(before);
  });
}

test("a private folder is 0700", async () => {
  withoutUmask();
  const folder = path.join(temporaryFolder(), "one");
  await createPrivateFolder(folder);
  expect(mode(folder)).toBe(0o700);
});

test.each([
  ["text", "größer\n", Buffer.from("größer\n")],
  ["bytes", new Uint8Array([0, 255, 10]), Buffer.from([0, 255, 10])],
  ["nothing", "", Buffer.alloc(0)],
])("a private file with %s is 0600", async (_, content, bytes) => {
  withoutUmask();
  const file = path.join(temporaryFolder(), "one");
  await createPrivateFile(file, content);
  expect(mode(file)).toBe(0o600);
  expect(readFileSync(file)).toEqual(bytes);
});

describe.each([
  ["folder", createPrivateFolder],
  ["file", (place: string) => createPrivateFile(place, "secret")],
])("a private %s is not made", (_, create) => {
  test.each<[string, (place: string, elsewhere: string) => void]>([
    ["over a file", (place) => writeFileSync(place, "theirs")],
    ["over a folder", (place) => mkdirSync(place)],
    ["through a symbolic link", (place, elsewhere) => symlinkSync(elsewhere, place)],
    [
      "through a symbolic link to something",
      (place, elsewhere) => {
        writeFileSync(elsewhere, "theirs");
        symlinkSync(elsewhere, place);
      },
    ],
  ])("%s", async (_name, plant) => {
    const folder = temporaryFolder();
    const [place, elsewhere] = [path.join(folder, "place"), path.join(folder, "elsewhere")];
    plant(place, elsewhere);
    await expect(create(place)).rejects.toThrow("EEXIST");
    expect(existsSync(elsewhere) ? readFileSync(elsewhere, "utf8") : "theirs").toBe("theirs");
  });
});

describe("folders", () => {
  test("are made with those above them, also by several at once", async () => {
    withoutUmask();
    const folder = path.join(temporaryFolder(), "one", "two", "three");
    await Promise.all([makeFolders(folder, 0o700), makeFolders(folder, 0o700), makeFolders(folder, 0o700)]);
    expect([mode(path.dirname(folder)), mode(folder)]).toEqual([0o700, 0o700]);
    await makeFolders(folder);
  });

  test.each([
    ["below a file", (root: string) => path.join(root, "file", "tools"), "ENOTDIR"],
    ["in the place of a file", (root: string) => path.join(root, "file"), "EEXIST"],
    ["where the system lets nobody make one", () => "/proc/nowhere/tools", "ENOENT"],
  ])("are not made %s", async (_, place, code) => {
    const root = temporaryFolder();
    writeFileSync(path.join(root, "file"), "");
    await expect(makeFolders(place(root))).rejects.toMatchObject({ code });
  });
});

describe("a file that somebody else chose", () => {
  const MOST = 100_000;
  const file = (content: string | Buffer) => {
    const place = path.join(temporaryFolder(), "file");
    writeFileSync(place, content);
    return place;
  };

  test.each([0, 1, 65_536, 99_999, MOST])("of %i bytes is read as a whole", async (length) => {
    const content = Buffer.alloc(length, "azs");
    expect((await readBounded(file(content), MOST)).equals(content)).toBe(true);
  });

  test.each([MOST + 1, 200_000])("of %i bytes is too large", async (length) => {
    const place = file(Buffer.alloc(length));
    const { problem } = await failureOf("AZS342", () => readBounded(place, MOST, `ca-certificate (${place})`));
    expect(problem).toContain(`ca-certificate (${place}) is larger than 0.1 MB`);
  });

  test.runIf(process.platform === "linux")("whose size nobody tells is read as a whole, too", async () => {
    expect((await readBounded("/proc/self/status", MOST)).toString()).toMatch(/^Name:/);
  });

  test("that is a folder, or is not there, is the system's error", async () => {
    const folder = temporaryFolder();
    await expect(readBounded(folder, MOST)).rejects.toMatchObject({ code: "EISDIR" });
    await expect(readBounded(path.join(folder, "none"), MOST)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test.skipIf(process.platform === "win32")("that is a pipe or a device is refused at once", async () => {
    const pipe = path.join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const one of [pipe, "/dev/zero", "/dev/null"]) await failureOf("AZS341", () => readBounded(one, MOST));
    for (const one of [pipe, "/dev/zero", path.dirname(pipe)]) expect(await readHead(one, 10)).toBeUndefined();
  });

  test("has a head", async () => {
    expect(`${await readHead(file("0123456789"), 4)}`).toBe("0123");
    expect(`${await readHead(file("01"), 4)}`).toBe("01");
    expect(await readHead("/nowhere/az", 4)).toBeUndefined();
  });
});
