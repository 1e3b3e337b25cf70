import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBundle, readArtifact } from "../../../scripts/rebuilt/artifact.ts";
import { filesLike } from "./files.ts";

const ENTRIES = ["dist/main/index.js", "dist/post/index.js"];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "azs-rebuilt-"));
  for (const file of ENTRIES) put(file);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, content = `// ${file}`): string {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
}

describe("an artifact", () => {
  it("is read as it is", () => {
    put("dist/main/958.index.js", "\0\r\n");
    const bundles = readArtifact(folder);
    expect([...bundles.keys()].sort()).toEqual([...ENTRIES, "dist/main/958.index.js"].sort());
    expect(bundles.get("dist/main/958.index.js")).toEqual(Buffer.from("\0\r\n"));
  });

  it.each([
    ".github/workflows/ci.yml",
    "action.yml",
    "package.json",
    "src/job/login.ts",
    "scripts/rebuilt.ts",
    "azure-pipelines/AzsLogin/task.json",
    "azure-pipelines/AzsLogin/dist/main/index.js",
    "dist/index.js",
    "dist/other/index.js",
    "dist/main/deeper/index.js",
    "dist/main/.gitattributes",
    "dist/main/.hidden.js",
    "dist/main/run.sh",
    "dist/main/index.js ",
    "dist/main/a\n.js",
    "Dist/main/index.js",
    "x/dist/main/index.js",
  ])("with %j is refused", (file) => {
    put(file);
    expect(() => readArtifact(folder)).toThrow(`${JSON.stringify(file)} in the artifact is no file of a bundle.`);
  });

  it.each([
    ["a file", "dist/main/link.js", "/etc/hostname"],
    ["a file of the artifact", "dist/main/link.js", "index.js"],
    ["nowhere", "dist/main/link.js", "nowhere.js"],
    ["a folder", "dist/more", "/etc"],
  ])("with a link to %s is refused", (_, file, target) => {
    symlinkSync(target, path.join(folder, file));
    expect(() => readArtifact(folder)).toThrow(`"${file}" in the artifact is no plain file.`);
  });

  it.each(ENTRIES)("without %s is refused: committed, it would delete the bundle", (file) => {
    rmSync(path.join(folder, file));
    expect(() => readArtifact(folder)).toThrow(`The artifact lacks ${file}.`);
  });

  it("with an empty entry is refused", () => {
    put("dist/post/index.js", "");
    expect(() => readArtifact(folder)).toThrow("The artifact lacks dist/post/index.js.");
  });

  it("of many files is refused", () => {
    for (let index = 0; index < 199; index++) put(`dist/main/${index}.js`);
    expect(() => readArtifact(folder)).toThrow("The artifact has 201 files.");
  });

  it("of many bytes is refused before it is read", () => {
    truncateSync(put("dist/main/large.js"), 2 ** 33);
    expect(() => readArtifact(folder)).toThrow(/^The artifact has 8\d{9} bytes\.$/);
  });
});

it("all committed bundles may be in an artifact", () => {
  const committed = filesLike("dist/**/*.*");
  expect(committed.length).toBeGreaterThan(10);
  expect(committed.filter((file) => !isBundle(file))).toEqual([]);
});
