import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import {
  hasCloud,
  recordChangedConfig,
  recordMachineConfig,
  restoreMachineConfig,
} from "../../../src/az/machine-config.ts";
import type { Journal, Undo } from "../../../src/journal.ts";
import { snapshot, temporaryFolder } from "../folder.ts";

let folder = "";
let entries: Undo[] = [];
let journal: Pick<Journal, "folder" | "record"> & Journal;
beforeEach(() => {
  const root = temporaryFolder();
  folder = path.join(root, "azure");
  entries = [];
  journal = {
    folder: path.join(root, "job"),
    record: async (entry) => void entries.push(entry),
    close: async () => undefined,
  };
  mkdirSync(journal.folder);
});

type Files = Readonly<Record<string, string>>;
function write(files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content, "latin1");
  }
}
const remove = (...names: string[]): void => {
  for (const name of names) rmSync(path.join(folder, name), { recursive: true });
};
const restore = async (): Promise<void> => {
  for (const entry of entries) if (entry.undo === "az-config") await restoreMachineConfig(entry);
};

/** azureProfile.json as az writes it: with a byte order mark, and in ASCII. */
function profile(chosen: string, names: Files): string {
  const entries = Object.entries(names).map(
    ([id, name]) => `{"id": "${id}", "name": "${name}", "isDefault": ${id === chosen}}`,
  );
  return `\u00ef\u00bb\u00bf{"installationId": "i", "subscriptions": [${entries.join(", ")}]}`;
}
const MINE = { a: "M\\u00fcller" };
const ALL = { ...MINE, b: "B", d: "D" };
const clouds = (chosen: string): string =>
  `[AzureCloud]\nsubscription = a\n\n[AzureStackUser]\nprofile = 2020-09-01-hybrid\nsubscription = ${chosen}\n\n`;

/** A machine whose user works with Azure. */
const BEFORE: Files = {
  config: "[cloud]\nname = AzureCloud\n\n[core]\noutput=table\n# mine\n",
  "clouds.config": "[AzureCloud]\nsubscription = a\n\n",
  "azureProfile.json": profile("a", MINE),
  "msal_token_cache.json": '{\n    "AccessToken": {"mine": {"secret": "1"}}\n}',
  "msal_http_cache.bin": "\u0080\u0004\u0095",
  "commandIndex.json": '{"version": "2.66.2", "cloudProfile": "latest"}',
  "commands/2026-11-20.log": "theirs",
  "cliextensions/one/metadata.json": "{}",
};
/** What the step makes of it. */
const STEP: Files = {
  config: "[cloud]\nname = AzureStackUser\n\n[core]\noutput = table\n\n",
  "clouds.config": clouds("b"),
  "azureProfile.json": profile("b", ALL),
  "msal_token_cache.json": '{"AccessToken": {"mine": {"secret": "1"}, "step": {"secret": "2"}}}',
  "service_principal_entries.json": '[{"client_id": "c", "client_secret": "s"}]',
  "msal_http_cache.bin": "\u0080\u0004\u0096",
  "commandIndex.json": '{"version": "2.66.2", "cloudProfile": "2020-09-01-hybrid"}',
  "versionCheck.json": "{}",
  "logs/az.log": "x",
};

describe("a machine's configuration is restored to the byte", () => {
  test("after the step", async () => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    write(STEP);
    await recordChangedConfig(folder, journal);
    await restore();
    expect(snapshot(folder)).toEqual(snapshotOf(BEFORE));
  });

  test("after a step that was killed half-way", async () => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    write(STEP);
    remove("azureProfile.json");
    await restore();
    expect(snapshot(folder)).toEqual(snapshotOf(BEFORE));
  });

  test("after a step that was killed before it changed anything", async () => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    await restore();
    expect(snapshot(folder)).toEqual(snapshotOf(BEFORE));
  });

  test.skipIf(process.platform === "win32")("after a step that was killed while it kept its second copy", async () => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    write(STEP);
    // A pipe cannot be copied: the second copy ends there, as it does when the step is killed.
    execFileSync("mkfifo", [path.join(folder, "service_principal_entries.bin")]);
    await expect(recordChangedConfig(folder, journal)).rejects.toThrow();
    remove("service_principal_entries.bin");
    await restore();
    expect(snapshot(folder)).toEqual(snapshotOf(BEFORE));
  });

  test("when it is restored twice", async () => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    write(STEP);
    await recordChangedConfig(folder, journal);
    await restore();
    await restore();
    expect(snapshot(folder)).toEqual(snapshotOf(BEFORE));
  });

  test.each<[string, () => void]>([
    [
      "fetched another token for the step's login",
      () => write({ "msal_token_cache.json": (STEP["msal_token_cache.json"] ?? "").replace('"2"', '"3"') }),
    ],
    [
      "chose another subscription of the stamp",
      () => write({ "clouds.config": clouds("d"), "azureProfile.json": profile("d", ALL) }),
    ],
    [
      "went back to the machine's cloud",
      () =>
        write({
          config: "[cloud]\nname = AzureCloud\n\n[core]\noutput = table\n\n",
          "azureProfile.json": profile("a", ALL),
        }),
    ],
    ["filled caches", () => write({ "az.sess": "{}", "commands/2026-11-21.log": "x", "telemetry/one": "x" })],
    [
      "logged out",
      () =>
        write({
          "azureProfile.json": profile("a", MINE).replace("true", "false"),
          "service_principal_entries.json": "[]",
        }),
    ],
    ["cleared everything", () => remove("msal_token_cache.json", "service_principal_entries.json")],
  ])("after later az commands that %s", async (_, later) => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    write(STEP);
    await recordChangedConfig(folder, journal);
    later();
    await restore();
    expect(snapshot(folder)).toEqual(snapshotOf(BEFORE));
  });
});

describe("what others did since stays", () => {
  beforeEach(async () => {
    write(BEFORE);
    await recordMachineConfig(folder, journal);
    write(STEP);
    await recordChangedConfig(folder, journal);
  });

  test("a setting, a cloud, a login and an extension", async () => {
    write({
      config: `${STEP["config"]}[defaults]\ngroup = theirs\n\n`,
      "clouds.config": `${STEP["clouds.config"]}[Theirs]\nprofile = latest\n\n`,
      "msal_token_cache.json":
        '{"AccessToken": {"mine": {"secret": "1"}, "step": {"secret": "2"}, "theirs": {"secret": "4"}}}',
      "cliextensions/two/metadata.json": "{}",
    });
    await restore();
    const left = snapshot(folder) ?? {};
    expect(left["config"]).toBe(`${BEFORE["config"]}\n[defaults]\ngroup = theirs\n\n`);
    expect(left["clouds.config"]).toBe(`${BEFORE["clouds.config"]}[Theirs]\nprofile = latest\n\n`);
    expect(JSON.parse(left["msal_token_cache.json"] ?? "")).toEqual({
      AccessToken: { mine: { secret: "1" }, theirs: { secret: "4" } },
    });
    expect(left["azureProfile.json"]).toBe(BEFORE["azureProfile.json"]);
    expect(left).toHaveProperty(["cliextensions/two/metadata.json"]);
    expect(left).not.toHaveProperty(["service_principal_entries.json"]);
  });

  // The files after it hold the step's secret and tokens.
  test("a file that others broke keeps no other from being restored", async () => {
    write({ "azureProfile.json": '{"installationId": ' });
    await restore().catch(() => undefined);
    const left = snapshot(folder) ?? {};
    expect(left["msal_token_cache.json"]).toBe(BEFORE["msal_token_cache.json"]);
    expect(left).not.toHaveProperty(["service_principal_entries.json"]);
  });
});

describe("a folder that did not exist", () => {
  test.each([
    ["after the step", true],
    ["after a step that was killed half-way", false],
  ])("is gone %s", async (_, through) => {
    await recordMachineConfig(folder, journal);
    write(STEP);
    if (through) await recordChangedConfig(folder, journal);
    await restore();
    expect(existsSync(folder)).toBe(false);
  });

  test("stays with what others put into it since", async () => {
    await recordMachineConfig(folder, journal);
    write(STEP);
    await recordChangedConfig(folder, journal);
    write({ "cliextensions/one/metadata.json": "{}" });
    await restore();
    expect(Object.keys(snapshot(folder) ?? {})).toContain("cliextensions/one/metadata.json");
    expect(snapshot(folder)).not.toHaveProperty(["config"]);
  });
});

test("an empty folder that existed stays", async () => {
  mkdirSync(folder);
  await recordMachineConfig(folder, journal);
  write(STEP);
  await recordChangedConfig(folder, journal);
  await restore();
  expect(snapshot(folder)).toEqual({});
});

test("without the copy of before nothing is restored, and that is said", async () => {
  write(STEP);
  const copies = { before: path.join(journal.folder, "az-before-x"), after: path.join(journal.folder, "az-after-x") };
  await expect(restoreMachineConfig({ undo: "az-config", folder, existed: true, ...copies })).rejects.toThrow("ENOENT");
  expect(snapshot(folder)).toEqual(snapshotOf(STEP));
});

test("the copies are private, and in the journal before the step changes anything", async () => {
  write(BEFORE);
  await recordMachineConfig(folder, journal);
  await recordChangedConfig(folder, journal);
  expect(entries).toHaveLength(1);
  for (const entry of entries) {
    if (entry.undo !== "az-config") continue;
    expect(entry).toMatchObject({ folder });
    for (const copy of [entry.before, entry.after]) {
      expect(path.dirname(copy)).toBe(journal.folder);
      expect(statSync(copy).mode & 0o777).toBe(0o700);
    }
  }
});

test("a file keeps its mode when it comes back", async () => {
  write(BEFORE);
  chmodSync(path.join(folder, "config"), 0o644);
  chmodSync(path.join(folder, "msal_token_cache.json"), 0o600);
  await recordMachineConfig(folder, journal);
  remove("config", "msal_token_cache.json");
  await restore();
  const mode = (name: string) => statSync(path.join(folder, name)).mode & 0o777;
  expect([mode("config"), mode("msal_token_cache.json")]).toEqual([0o644, 0o600]);
});

test.each([
  ["[AzureStackUser]\nprofile = latest\n", true],
  ["[AzureCloud]\n\n[AzureStackUser]\r\nprofile = latest\r\n", true],
  ["[AzureStackUser2]\n", false],
  ["; [AzureStackUser]\n", false],
  ["", false],
])("whether %j has the cloud", async (text, has) => {
  write({ "clouds.config": text });
  expect(await hasCloud(folder, "AzureStackUser")).toBe(has);
});

test("a folder that does not exist has no cloud", async () => {
  expect(await hasCloud(folder, "AzureStackUser")).toBe(false);
});

/** The snapshot of a folder with these files. */
function snapshotOf(files: Files): Files {
  const folders = Object.keys(files).flatMap((name) => {
    const parts = name.split("/").slice(0, -1);
    return parts.map((_, index) => [parts.slice(0, index + 1).join("/"), "(no file)"] as const);
  });
  return { ...files, ...Object.fromEntries(folders) };
}
