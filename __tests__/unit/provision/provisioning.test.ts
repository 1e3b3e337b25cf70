import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { findProvisioned } from "../../../src/provision/provision.ts";
import { removeIncomplete } from "../../../src/provision/unfinished-installation.ts";
import { removeUnused } from "../../../src/provision/unused.ts";
import { failureOf } from "../failures.ts";
import { snapshot } from "../folder.ts";
import { folderOf, machine, write } from "./install-folders.ts";

let place: ReturnType<typeof machine>;
let tools = "";
beforeEach(() => {
  place = machine();
  tools = path.join(place.root, "tools");
});
const FAILED = { answer: { failed: "ERROR: no" } };

describe("installing", () => {
  test("leaves an intact az and its marker in the tool cache, and no lock", async () => {
    const az = await place.provision();
    expect(az.isIntact()).toBe(true);
    const folder = folderOf(az);
    const name = path.basename(folder);
    expect(readdirSync(path.dirname(folder))).toEqual([name, `${name}.complete`]);
    expect(readdirSync(tools)).toEqual(["azs-login-az"]);
    expect(readdirSync(place.installFolders.jobFolder)).toEqual([]);
  });

  test("writes down what undoes it before it changes anything", async () => {
    const az = await place.provision();
    expect(place.recorded).toEqual([[{ undo: "installation", folder: folderOf(az) }, {}]]);
  });

  test("makes a tool cache that is not there yet", async () => {
    rmSync(tools, { recursive: true });
    expect(folderOf(await place.provision())).toContain(tools);
  });

  test.each([
    ["there is no tool cache", () => undefined],
    [
      "the tool cache may not be written",
      () => {
        const file = path.join(place.root, "file");
        writeFileSync(file, "");
        return file;
      },
    ],
  ])("goes into the job's folder when %s", async (_, make) => {
    const az = await place.provision({}, { toolCache: make() });
    expect(path.relative(place.installFolders.jobFolder, az.path)).toMatch(/^azs-login-az\/2\.66\.2-/);
    expect(az.isIntact()).toBe(true);
    expect(snapshot(tools)).toEqual({});
  });

  test("happens once, however many jobs want the same", async () => {
    const all = await Promise.all([place.provision(), place.provision(), place.provision()]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(place.orders).toHaveLength(1);
    expect((await place.provision()).id).toBe(all[0].id);
    expect(place.orders).toHaveLength(1);
  });

  test("starts over what a killed job left", async () => {
    const folder = folderOf(await place.provision());
    rmSync(`${folder}.complete`);
    write(path.join(folder, "left"), "");
    await place.provision();
    expect(existsSync(path.join(folder, "left"))).toBe(false);
    expect(place.orders).toHaveLength(2);
  });
});

describe("a damaged installation", () => {
  test("is replaced by another", async () => {
    const broken = await place.provision();
    rmSync(broken.path);
    write(path.join(folderOf(broken), "left"), "");
    const az = await place.provision({ broken });
    expect(az.id).not.toBe(broken.id);
    expect(az.isIntact()).toBe(true);
    expect(existsSync(path.join(folderOf(az), "left"))).toBe(false);
    expect(await findProvisioned("2.66.2", place.installFolders)).toMatchObject({ id: az.id });
  });

  test("that another job has replaced already is taken as it is now", async () => {
    const broken = await place.provision();
    const { id } = await place.provision({ broken });
    expect((await place.provision({ broken })).id).toBe(id);
    expect(place.orders).toHaveLength(2);
  });

  test("is gone when its replacement fails", async () => {
    const broken = await place.provision();
    await failureOf("AZS524", () => place.provision({ ...FAILED, broken }));
    expect(snapshot(tools)).toEqual({});
  });
});

describe("an installation that fails", () => {
  test("lets the job that waits for it try by itself", async () => {
    let waiting = place.provision.bind(undefined, {});
    const meanwhile = async () => {
      const started = place.provision();
      waiting = () => started;
    };
    await failureOf("AZS524", () => place.provision({ ...FAILED, meanwhile }));
    expect((await waiting()).isIntact()).toBe(true);
    expect(place.orders).toHaveLength(2);
  });

  test("leaves nothing, and says what the installer said", async () => {
    const { problem } = await failureOf("AZS524", () => place.provision(FAILED));
    expect(problem).toBe("installing az 2.66.2 failed: ERROR: no");
    expect(snapshot(tools)).toEqual({});
    expect(place.lines).toContain("debug: ERROR: no\nits standard error");
  });

  test("keeps other installations", async () => {
    const other = await place.provision({ version: "2.29.2" });
    await failureOf("AZS524", () => place.provision(FAILED));
    expect(other.isIntact()).toBe(true);
    expect(await findProvisioned("2.29.2", place.installFolders)).toMatchObject({ id: other.id });
  });

  test("for want of a Python leaves nothing, and names what was found", async () => {
    const work = () => place.provision({ probe: { version: [3, 7, 16] } });
    const { problem } = await failureOf("AZS520", work);
    expect(problem).toMatch(
      /az 2\.66\.2 needs CPython 3\.8 to 3\.13 .*; found: \/usr\/bin\/python3 \(Python 3\.7\.16\)\.$/,
    );
    expect(snapshot(tools)).toEqual({});
  });
});

describe("post", () => {
  test("takes away what a killed job left, with its parents", async () => {
    const folder = folderOf(await place.provision());
    rmSync(`${folder}.complete`);
    await removeIncomplete(folder, tools);
    expect(snapshot(tools)).toEqual({});
  });

  test("takes away an installation's parents alone", async () => {
    const folder = folderOf(await place.provision());
    rmSync(`${folder}.complete`);
    rmSync(folder, { recursive: true });
    await removeIncomplete(folder, tools);
    expect(snapshot(tools)).toEqual({});
  });

  test("keeps parents that hold something else", async () => {
    const other = await place.provision({ version: "2.29.2" });
    const folder = folderOf(await place.provision());
    rmSync(`${folder}.complete`);
    await removeIncomplete(folder, tools);
    expect(existsSync(folder)).toBe(false);
    expect(other.isIntact()).toBe(true);
  });

  test("keeps an installation that is complete, for later jobs", async () => {
    const az = await place.provision();
    const before = snapshot(tools);
    await removeIncomplete(folderOf(az), tools);
    expect(snapshot(tools)).toEqual(before);
  });

  test("has nothing to do where nothing was made", async () => {
    mkdirSync(path.join(tools, "Python"));
    await removeIncomplete(path.join(tools, "azs-login-az", "2.66.2-00000000", "x64"), tools);
    expect(readdirSync(tools)).toEqual(["Python"]);
  });
});

describe("an installation that no job has used", () => {
  const DAY = 24 * 60 * 60_000;
  const later = (days: number) => new Date(Date.now() + days * DAY);

  test.each([
    ["for 31 days is removed with all that is around it", 31, false],
    ["for 29 days stays", 29, true],
  ])("%s", async (_, days, stays) => {
    const az = await place.provision();
    await removeUnused(tools, later(days));
    expect(az.isIntact()).toBe(stays);
    expect(readdirSync(tools)).toEqual(stays ? ["azs-login-az"] : []);
  });

  test("goes alone: one that a job has used stays", async () => {
    const unused = await place.provision({ version: "2.29.2" });
    const az = await place.provision();
    await az.markUsed(later(30));
    await removeUnused(tools, later(31));
    expect([unused.isIntact(), az.isIntact()]).toEqual([false, true]);
  });

  test("of an earlier version of azs-login goes, and nothing else of the tool cache", async () => {
    const az = await place.provision();
    const folder = path.join(tools, "azs-login-az", "2.66.2-0123abcd", "x64");
    for (const file of [`${folder}/bin/python`, `${folder}.complete`]) write(file, "");
    const others = [
      path.join(tools, "Python", "3.12.1", "x64.complete"),
      path.join(tools, "azs-login-az", "notes.txt"),
    ];
    for (const file of others) write(file, "");
    await az.markUsed(later(31));
    await removeUnused(tools, later(31));
    expect(existsSync(path.dirname(folder))).toBe(false);
    expect([az.isIntact(), ...others.map((file) => existsSync(file))]).toEqual([true, true, true]);
  });

  test("is left alone where there is no tool cache, or nothing in it", async () => {
    await removeUnused(undefined, later(99));
    await removeUnused(path.join(tools, "not there"), later(99));
  });
});
