import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type CommandIndex, commandIndexOf, keepIndex, placeIndex } from "../../../src/az/configure/command-index.ts";
import { temporaryFolder } from "../folder.ts";
import { AZ } from "../samples.ts";

const HYBRID = "2020-09-01-hybrid";
const BYTE_ORDER_MARK = "\uFEFF";

let machine = "";
let index: CommandIndex;
beforeEach(async () => {
  machine = temporaryFolder();
  const configFolder = path.join(machine, "azure");
  mkdirSync(configFolder);
  const variables = { AZURE_EXTENSION_DIR: path.join(machine, "cliextensions") };
  const found = await commandIndexOf({ ...AZ, configFolder, variables }, HYBRID, path.join(machine, "tools"), {});
  index = found ?? expect.unreachable();
  // The tests' umask would hide differences in modes.
  const umask = process.umask(0o022);
  onTestFinished(() => void process.umask(umask));
});

/** An index in the form in which az writes it. */
function written({ version = "2.66.2", profile = HYBRID, commands = 60, more = {} } = {}): string {
  const names = Array.from({ length: commands }, (_, number) => [
    `command${number}`,
    [`azure.cli.command_modules.module${number}`, "azext_aks"],
  ]);
  const commandIndex = { ...Object.fromEntries(names), ...more };
  return BYTE_ORDER_MARK + JSON.stringify({ version, cloudProfile: profile, commandIndex });
}
const WHOLE = written();
const USELESS: readonly (readonly [what: string, text: string])[] = [
  ["of another version", written({ version: "2.66.1" })],
  ["of another profile", written({ profile: "latest" })],
  ["of the few commands that a job ran", written({ commands: 49 })],
  ["that was emptied", BYTE_ORDER_MARK + JSON.stringify({ version: "", cloudProfile: "", commandIndex: {} })],
  ["without commands", JSON.stringify({ version: "2.66.2", cloudProfile: HYBRID })],
  ["that names another module", written({ more: { evil: ["os"] } })],
  ["that names a module of another package", written({ more: { evil: ["evil.azure.cli.command_modules.acr"] } })],
  ["that names no module", written({ more: { evil: [null] } })],
  ["that nests modules", written({ more: { evil: [["azext_aks"]] } })],
  ["whose modules are no list", written({ more: { evil: { "azure.cli.command_modules.acr": 1 } } })],
  ["that was cut off", WHOLE.slice(0, -40)],
  ["that is no object", "null"],
  ["that is empty", ""],
];

const put = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const mode = (file: string): number => statSync(file).mode & 0o777;

describe("a kept index", () => {
  test.each([
    ["as az writes it", WHOLE],
    ["without byte order mark", WHOLE.slice(1)],
    ["of as few commands as a whole one may have", written({ commands: 50 })],
  ])("%s is placed byte by byte, for the job's user only", async (_, text) => {
    put(index.kept, text);
    await placeIndex(index);
    expect(readFileSync(index.file, "utf8")).toBe(text);
    expect(mode(index.file)).toBe(0o600);
    expect(readdirSync(path.dirname(index.file))).toEqual(["commandIndex.json"]);
  });

  test("takes the place of the one that az made while it logged in", async () => {
    put(index.kept, WHOLE);
    put(index.file, written({ profile: "latest" }));
    chmodSync(index.file, 0o644);
    await placeIndex(index);
    expect(readFileSync(index.file, "utf8")).toBe(WHOLE);
    expect(mode(index.file)).toBe(0o600);
  });

  test.each(USELESS)("%s is not placed", async (_, text) => {
    put(index.kept, text);
    await placeIndex(index);
    expect(existsSync(index.file)).toBe(false);
  });

  test("that is not there leaves az's own", async () => {
    put(index.file, "az's own");
    await placeIndex(index);
    expect(readFileSync(index.file, "utf8")).toBe("az's own");
  });
});

describe("az's index of a job", () => {
  const keptFiles = (): readonly string[] =>
    existsSync(path.join(machine, "tools")) ? readdirSync(path.dirname(index.kept)) : [];

  test("is kept byte by byte, for every user of the machine", async () => {
    put(index.file, WHOLE);
    await keepIndex(index);
    expect(readFileSync(index.kept, "utf8")).toBe(WHOLE);
    expect(mode(index.kept)).toBe(0o644);
    expect(keptFiles()).toEqual([path.basename(index.kept)]);
  });

  test("replaces a kept one that is another", async () => {
    put(index.kept, "broken");
    put(index.file, WHOLE);
    await keepIndex(index);
    expect(readFileSync(index.kept, "utf8")).toBe(WHOLE);
  });

  test("is not written again when it is kept already", async () => {
    put(index.kept, WHOLE);
    put(index.file, WHOLE);
    const { ino } = statSync(index.kept);
    await keepIndex(index);
    expect(statSync(index.kept).ino).toBe(ino);
  });

  test.each(USELESS)("%s is not kept", async (_, text) => {
    put(index.file, text);
    await keepIndex(index);
    expect(keptFiles()).toEqual([]);
  });

  test("that is not there leaves the kept one", async () => {
    put(index.kept, WHOLE);
    await keepIndex(index);
    expect(readFileSync(index.kept, "utf8")).toBe(WHOLE);
  });

  test("is not kept when the job added an extension, whose commands another job has not", async () => {
    put(index.file, WHOLE);
    mkdirSync(path.join(index.extensionFolder, "aks", "aks-1.0.0.dist-info"), { recursive: true });
    await keepIndex(index);
    expect(keptFiles()).toEqual([]);
  });

  test("is not kept when the job updated an extension", async () => {
    const extension = path.join(index.extensionFolder, "aks");
    mkdirSync(extension, { recursive: true });
    const variables = { AZURE_EXTENSION_DIR: index.extensionFolder };
    const az = { ...AZ, configFolder: path.dirname(index.file), variables };
    const before = (await commandIndexOf(az, HYBRID, path.join(machine, "tools"), {})) ?? expect.unreachable();
    put(before.file, WHOLE);
    utimesSync(extension, 1e9, 1e9);
    await keepIndex(before);
    expect(keptFiles()).toEqual([]);
  });

  test("does not change under a job that reads the kept one", async () => {
    put(index.kept, written({ commands: 70 }));
    put(index.file, WHOLE);
    const reading = openSync(index.kept, "r");
    await keepIndex(index);
    expect(readFileSync(reading, "utf8")).toBe(written({ commands: 70 }));
    closeSync(reading);
  });

  test("is not kept where the tool cache may not be written, and nobody is bothered", async () => {
    put(index.file, WHOLE);
    writeFileSync(path.join(machine, "tools"), "a file in its place");
    await keepIndex(index);
    expect(existsSync(index.kept)).toBe(false);
  });
});
