import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPrivateFile, createPrivateFolder } from "../../../src/io/files.ts";
import { temporaryFolder } from "../folder.ts";

const mode = (file: string): number => statSync(file).mode & 0o777;

/** The loosest umask: what is private must not depend on it. */
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
