import { mkdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { commandIndexOf } from "../../../src/az/configure/command-index.ts";
import { temporaryFolder } from "../folder.ts";
import { AZ } from "../samples.ts";

type AzPart = Parameters<typeof commandIndexOf>[0];
const HYBRID = "2020-09-01-hybrid";
const DESCRIPTION = AZ.description ?? expect.unreachable();

let machine = "";
let extensionFolder = "";
beforeEach(() => {
  machine = temporaryFolder();
  extensionFolder = path.join(machine, "cliextensions");
});
const azWith = (change: Partial<AzPart> = {}): AzPart => ({
  path: "/usr/bin/az",
  description: DESCRIPTION,
  configFolder: path.join(machine, "azure"),
  variables: { AZURE_EXTENSION_DIR: extensionFolder },
  ...change,
});
const index = (change: Partial<AzPart> = {}, profile = HYBRID) =>
  commandIndexOf(azWith(change), profile, path.join(machine, "tools"), {});
const kept = async (change: Partial<AzPart> = {}, profile = HYBRID) => (await index(change, profile))?.kept;

/** An extension as `az extension add` installs it. */
function extension(name: string, version = "1.0.0"): string {
  const folder = path.join(extensionFolder, name);
  mkdirSync(path.join(folder, `${name}-${version}.dist-info`), { recursive: true });
  mkdirSync(path.join(folder, `azext_${name}`), { recursive: true });
  return folder;
}

test("az's command index lies in its configuration folder, and is kept in the tool cache", async () => {
  const found = await index();
  expect(found).toMatchObject({
    file: path.join(machine, "azure", "commandIndex.json"),
    version: "2.66.2",
    profile: HYBRID,
    extensionFolder,
  });
  expect(path.dirname(found?.kept ?? "")).toBe(path.join(machine, "tools", "azs-login-az", "command-index"));
  expect(path.basename(found?.kept ?? "")).toMatch(/^[0-9a-f]{32}\.json$/);
});

describe("no command index is kept", () => {
  test("on a runner without tool cache", async () => {
    expect(await commandIndexOf(azWith(), HYBRID, undefined, {})).toBeUndefined();
  });

  test("of an az whose version is not known", async () => {
    expect(await index({ description: undefined })).toBeUndefined();
  });

  test("of an az whose extensions lie somewhere", async () => {
    expect(await index({ variables: {} })).toBeUndefined();
  });

  test("beside extensions under development", async () => {
    const dev = (sources: string) =>
      commandIndexOf(azWith(), HYBRID, machine, { AZURE_EXTENSION_DEV_SOURCES: sources });
    expect(await dev("/home/me/extensions")).toBeUndefined();
    expect(await dev("")).toBeDefined();
  });
});

describe("a command index of its own has", () => {
  test.each<[string, Partial<AzPart>, string]>([
    ["another version", { description: { ...DESCRIPTION, version: "2.66.1" } }, HYBRID],
    ["another profile", {}, "2019-03-01-hybrid"],
    ["another az", { path: "/opt/az/bin/az" }, HYBRID],
  ])("%s", async (_, change, profile) => {
    expect(await kept(change, profile)).not.toBe(await kept());
  });

  test("each set of extensions", async () => {
    const none = await kept();
    extension("aks");
    const one = await kept();
    extension("k8s");
    expect(new Set([none, one, await kept()]).size).toBe(3);
  });

  test("another version of an extension", async () => {
    utimesSync(extension("aks"), 1e9, 1e9);
    const before = await kept();
    utimesSync(extension("aks", "1.0.1"), 1e9, 1e9);
    expect(await kept()).not.toBe(before);
  });

  test("an extension that was installed again", async () => {
    utimesSync(extension("aks"), 1e9, 1e9);
    const before = await kept();
    utimesSync(extension("aks"), 2e9, 2e9);
    expect(await kept()).not.toBe(before);
  });
});

describe("the same command index serves", () => {
  test("every job with the same az, profile and extensions", async () => {
    extension("aks");
    const first = await kept({ configFolder: "/tmp/job-1/azure" });
    expect(await kept({ configFolder: "/tmp/job-2/azure" })).toBe(first);
  });

  test("a machine with no folder for extensions and one with an empty folder", async () => {
    const before = await kept();
    mkdirSync(extensionFolder);
    expect(await kept()).toBe(before);
  });
});
