import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { hasCloud, restoreMachineConfig } from "../../../src/az/configure/machine-config.ts";
import { BEFORE, createMachine, type Machine, STEP, snapshotOf } from "./machine.ts";

let machine: Machine;
beforeEach(() => {
  machine = createMachine();
});

describe("what others did since stays", () => {
  beforeEach(async () => {
    machine.write(BEFORE);
    await machine.recordBefore();
    machine.write(STEP);
    await machine.recordAfter();
  });

  test("a setting, a cloud, a login and an extension", async () => {
    machine.write({
      config: `${STEP["config"]}[defaults]\ngroup = theirs\n\n`,
      "clouds.config": `${STEP["clouds.config"]}[Theirs]\nprofile = latest\n\n`,
      "msal_token_cache.json":
        '{"AccessToken": {"mine": {"secret": "1"}, "step": {"secret": "2"}, "theirs": {"secret": "4"}}}',
      "cliextensions/two/metadata.json": "{}",
    });
    await machine.restore();
    const left = machine.files() ?? {};
    expect(left["config"]).toBe(`${BEFORE["config"]}\n[defaults]\ngroup = theirs\n\n`);
    expect(left["clouds.config"]).toBe(`${BEFORE["clouds.config"]}[Theirs]\nprofile = latest\n\n`);
    expect(JSON.parse(left["msal_token_cache.json"] ?? "")).toEqual({
      AccessToken: { mine: { secret: "1" }, theirs: { secret: "4" } },
    });
    expect(left["azureProfile.json"]).toBe(BEFORE["azureProfile.json"]);
    expect(left).toHaveProperty(["cliextensions/two/metadata.json"]);
    expect(left).not.toHaveProperty(["service_principal_entries.json"]);
  });

  // The files that come after it contain the step's secret and tokens.
  test("a file that others broke keeps no other from being restored", async () => {
    machine.write({ "azureProfile.json": '{"installationId": ' });
    await machine.restore().catch(() => undefined);
    const left = machine.files() ?? {};
    expect(left["msal_token_cache.json"]).toBe(BEFORE["msal_token_cache.json"]);
    expect(left).not.toHaveProperty(["service_principal_entries.json"]);
  });
});

describe("a folder that did not exist", () => {
  test.each([
    ["after the step", true],
    ["after a step that was killed half-way", false],
  ])("is gone %s", async (_, through) => {
    await machine.recordBefore();
    machine.write(STEP);
    if (through) await machine.recordAfter();
    await machine.restore();
    expect(existsSync(machine.folder)).toBe(false);
  });

  test("stays with what others put into it since", async () => {
    await machine.recordBefore();
    machine.write(STEP);
    await machine.recordAfter();
    machine.write({ "cliextensions/one/metadata.json": "{}" });
    await machine.restore();
    expect(Object.keys(machine.files() ?? {})).toContain("cliextensions/one/metadata.json");
    expect(machine.files()).not.toHaveProperty(["config"]);
  });
});

test("an empty folder that existed stays", async () => {
  mkdirSync(machine.folder);
  await machine.recordBefore();
  machine.write(STEP);
  await machine.recordAfter();
  await machine.restore();
  expect(machine.files()).toEqual({});
});

test("without the copy of before nothing is restored, and that is said", async () => {
  machine.write(STEP);
  const copies = {
    before: path.join(machine.journal.folder, "az-before-x"),
    after: path.join(machine.journal.folder, "az-after-x"),
  };
  await expect(restoreMachineConfig({ folder: machine.folder, existed: true, ...copies })).rejects.toThrow("ENOENT");
  expect(machine.files()).toEqual(snapshotOf(STEP));
});

test("the copies are private, and in the journal before the step changes anything", async () => {
  machine.write(BEFORE);
  await machine.recordBefore();
  await machine.recordAfter();
  expect(machine.entries).toHaveLength(1);
  for (const entry of machine.entries) {
    if (entry.undo !== "az-config") continue;
    expect(entry).toMatchObject({ folder: machine.folder });
    for (const copy of [entry.before, entry.after]) {
      expect(path.dirname(copy)).toBe(machine.journal.folder);
      expect(statSync(copy).mode & 0o777).toBe(0o700);
    }
  }
});

test("a file keeps its mode when it comes back", async () => {
  machine.write(BEFORE);
  chmodSync(path.join(machine.folder, "config"), 0o644);
  chmodSync(path.join(machine.folder, "msal_token_cache.json"), 0o600);
  await machine.recordBefore();
  machine.remove("config", "msal_token_cache.json");
  await machine.restore();
  const mode = (name: string) => statSync(path.join(machine.folder, name)).mode & 0o777;
  expect([mode("config"), mode("msal_token_cache.json")]).toEqual([0o644, 0o600]);
});

test.each([
  ["[AzureStackUser]\nprofile = latest\n", true],
  ["[AzureCloud]\n\n[AzureStackUser]\r\nprofile = latest\r\n", true],
  ["[AzureStackUser2]\n", false],
  ["; [AzureStackUser]\n", false],
  ["", false],
])("whether %j has the cloud", async (text, has) => {
  machine.write({ "clouds.config": text });
  expect(await hasCloud(machine.folder, "AzureStackUser")).toBe(has);
});

test("a folder that does not exist has no cloud", async () => {
  expect(await hasCloud(machine.folder, "AzureStackUser")).toBe(false);
});
