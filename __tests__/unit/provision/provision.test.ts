import { readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { findProvisioned, type ProvisionedAz } from "../../../src/provision/provision.ts";
import { FILES, folderOf, machine, write } from "./install-folders.ts";

let place: ReturnType<typeof machine>;
beforeEach(() => {
  place = machine();
});
const find = (version = "2.66.2") => findProvisioned(version, place.installFolders);

describe("an installation is found", () => {
  test("by a later job, with its launcher, its Python and its ID", async () => {
    const { id } = await place.provision();
    const found = await find();
    const folder = found === undefined ? expect.unreachable() : folderOf(found);
    expect(path.relative(path.join(place.root, "tools"), folder)).toMatch(
      new RegExp(`^azs-login-az/2\\.66\\.2-[0-9a-f]{8}/${process.arch}$`),
    );
    expect(found).toMatchObject({
      path: path.join(folder, "launcher", "az"),
      python: path.join(folder, "bin", "python"),
      id,
    });
    expect(readFileSync(`${folder}.complete`, "utf8")).toBe(id);
  });

  test("in the job's folder, when the tool cache has none", async () => {
    const { id } = await place.provision({}, { toolCache: undefined });
    expect(await find()).toMatchObject({ id, path: expect.stringContaining(place.installFolders.jobFolder) });
    expect(await findProvisioned("2.66.2", { ...place.installFolders, toolCache: undefined })).toMatchObject({ id });
  });

  test("in the tool cache first", async () => {
    await place.provision({}, { toolCache: undefined });
    const { id } = await place.provision();
    expect(await find()).toMatchObject({ id });
  });

  test("in the job's folder, when the tool cache is no folder", async () => {
    const file = path.join(place.root, "file");
    writeFileSync(file, "");
    const { id } = await place.provision({}, { toolCache: undefined });
    expect(await findProvisioned("2.66.2", { ...place.installFolders, toolCache: file })).toMatchObject({ id });
  });
});

describe("no installation is found", () => {
  test("on a fresh machine", async () => {
    expect(await find()).toBeUndefined();
  });

  test("that has no marker: it was not completed", async () => {
    rmSync(`${folderOf(await place.provision())}.complete`);
    expect(await find()).toBeUndefined();
  });

  test("whose marker was not put in its place", async () => {
    const folder = folderOf(await place.provision());
    rmSync(`${folder}.complete`);
    write(`${folder}.complete.new`, "an ID");
    expect(await find()).toBeUndefined();
  });

  test("of another version", async () => {
    await place.provision({ version: "2.29.2" });
    expect(await find("2.66.2")).toBeUndefined();
    expect(await find("2.29.2")).toBeDefined();
  });
});

describe("an installation", () => {
  let az: ProvisionedAz;
  let at: (file: string) => string;
  beforeEach(async () => {
    await place.provision();
    az = (await find()) ?? expect.unreachable();
    at = (file) => path.join(folderOf(az), file);
  });

  test("is intact as it was installed", () => {
    expect(az.isIntact()).toBe(true);
  });

  test("stays intact with a root in az's trust store, and with files that nobody listed", () => {
    write(at("lib/certifi/cacert.pem"), "a root");
    write(at("lib/__pycache__/one.pyc"), "");
    expect(az.isIntact()).toBe(true);
  });

  test.each(FILES)("is damaged without %s", (file) => {
    rmSync(at(file));
    expect(az.isIntact()).toBe(false);
  });

  test.each(FILES)("is damaged when %s is shorter, or longer", (file) => {
    truncateSync(at(file), 3);
    expect(az.isIntact()).toBe(false);
    writeFileSync(at(file), "some longer Python\n");
    expect(az.isIntact()).toBe(false);
  });

  test("is damaged without its Python", () => {
    rmSync(at("bin/python"));
    expect(az.isIntact()).toBe(false);
  });

  test("is damaged when the Python that it was installed on is gone", () => {
    rmSync(at("base-python"));
    expect(az.isIntact()).toBe(false);
    rmSync(at("bin/python"));
    symlinkSync(process.execPath, at("bin/python"));
    expect(az.isIntact()).toBe(true);
  });

  test.each([
    ["is gone", () => rmSync(at("files.txt"))],
    ["is empty", () => truncateSync(at("files.txt"))],
    ["was cut off", () => truncateSync(at("files.txt"), readFileSync(at("files.txt")).length - 3)],
  ])("is damaged when its list of files %s", (_, damage) => {
    damage();
    expect(az.isIntact()).toBe(false);
  });
});
