import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type Inputs, readInputs } from "../../../src/inputs/inputs.ts";
import { readWheels } from "../../../src/inputs/wheels.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { CLIENT_ID, ENDPOINT, inputHost, NO_PROCESSES, SECRET } from "../samples.ts";

function folderWith(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(path.join(folder, name), "");
  return folder;
}

describe("az-wheels is", () => {
  test("nothing", async () => {
    expect(await readWheels("")).toBeUndefined();
  });

  test("a folder with a wheel in it", async () => {
    const folder = folderWith("azure_cli-2.66.2-py3-none-any.whl", "README.md");
    expect(await readWheels(folder)).toEqual({ folder });
    expect(await readWheels(`${folder}/`)).toEqual({ folder });
    expect(await readWheels(path.relative(process.cwd(), folder))).toEqual({ folder });
  });

  test.each([
    "https://pypi.contoso.com/simple",
    "HTTPS://pypi.contoso.com/simple/",
    "https://user:hunter2@pypi.contoso.com:8443/simple?x=1",
    "http://localhost:8080/simple",
    "http://LOCALHOST/simple",
    "http://127.0.0.1:8080/simple",
    "http://127.8.9.10/simple",
    "http://[::1]:8080/simple",
  ])("the index %s, as it is given", async (index) => {
    expect(await readWheels(index)).toEqual({ index });
  });
});

describe("az-wheels is refused", () => {
  test.each([
    "http://pypi.contoso.com/simple",
    "http://10.0.0.1/simple",
    "http://127.0.0.1.contoso.com/simple",
    "http://localhost.contoso.com/simple",
    "ftp://pypi.contoso.com/simple",
    "file:///wheels",
    "git+https://github.com/Azure/azure-cli",
    "https://",
    "https://pypi contoso.com/simple",
  ])("as the URL %s", async (url) => {
    const { problem, fix } = await failureOf("AZS113", () => readWheels(url));
    expect(problem).toContain(`az-wheels "${url}"`);
    expect(fix).toContain("a folder, or the https URL of a package index");
  });

  test.each(["http://user:hunter2@pypi.contoso.com/simple", "ftp://hunter2@pypi.contoso.com/", "https://u:hunter2@"])(
    "without the password that stands in it: %s",
    async (url) => {
      const { message } = await failureOf("AZS113", () => readWheels(url));
      expect(message).not.toContain("hunter2");
    },
  );

  test.each([
    ["that is not there", "ENOENT", () => path.join(temporaryFolder(), "wheels")],
    ["that is a file", "ENOTDIR", () => path.join(folderWith("a.whl"), "a.whl")],
    ["that is empty", "no .whl file is in it", () => folderWith()],
    ["without wheels", "no .whl file is in it", () => folderWith("azure-cli-2.66.2.tar.gz", "a.whl.asc")],
    [
      "whose wheels lie deeper",
      "no .whl file is in it",
      () => {
        const folder = folderWith("a");
        mkdirSync(path.join(folder, "wheels"));
        writeFileSync(path.join(folder, "wheels", "a.whl"), "");
        return folder;
      },
    ],
  ])("as a folder %s", async (_, reason, make) => {
    const folder = make();
    const { problem, fix } = await failureOf("AZS119", () => readWheels(folder));
    expect(problem).toContain(`${folder},`);
    expect(problem).toContain(`(${reason})`);
    expect(fix).toContain("npm run wheels");
  });
});

describe("the inputs of az", () => {
  const NOW = new Date("2026-11-21T03:00:00Z");
  const read = (given: Readonly<Record<string, string>>): Promise<Inputs> => {
    const all: Readonly<Record<string, string>> = {
      endpoint: ENDPOINT,
      "client-id": CLIENT_ID,
      "client-secret": SECRET,
      ...given,
    };
    return readInputs(inputHost(all), NOW, NO_PROCESSES);
  };

  test("that are not given let azs-login choose", async () => {
    expect(await read({})).toMatchObject({ azVersion: "auto", azPath: undefined, wheels: undefined });
  });

  test.each([
    ["auto", "auto"],
    ["AUTO", "auto"],
    ["Runner", "runner"],
    ["2.66.2", "2.66.2"],
    ["10.0.1", "10.0.1"],
  ])("az-version %s is %s", async (given, azVersion) => {
    expect((await read({ "az-version": given })).azVersion).toBe(azVersion);
  });

  test.each([
    "2.66",
    "2",
    "v2.66.2",
    "2.66.2.dev0",
    "2.66.2-1",
    ">=2.66.2",
    "2.66.x",
    "latest",
    "automatic",
    "Runners",
  ])("az-version %s is refused with those that are allowed", async (version) => {
    const { problem, fix } = await failureOf("AZS108", () => read({ "az-version": version }));
    expect(problem).toContain(`az-version does not know "${version}"`);
    expect(fix).toMatch(/auto, runner, or a version such as 2\.66\.2/);
  });

  test.each(["auto", "runner"])("az-path goes with az-version %s, and stays as it is given", async (version) => {
    const given = { "az-path": "../tools/az", "az-version": version };
    expect(await read(given)).toMatchObject({ azPath: "../tools/az", azVersion: version });
  });

  test("az-path and a version contradict each other", async () => {
    const given = { "az-path": "/usr/bin/az", "az-version": "2.66.2" };
    const { problem, fix } = await failureOf("AZS120", () => read(given));
    expect(problem).toContain("az-version 2.66.2");
    expect(problem).toContain("az-path");
    expect(fix).toContain("one of the two");
  });

  test("az-wheels is read", async () => {
    const folder = folderWith("a.whl");
    expect((await read({ "az-wheels": folder })).wheels).toEqual({ folder });
    expect((await read({ "az-wheels": "https://pypi.contoso.com/simple" })).wheels).toEqual({
      index: "https://pypi.contoso.com/simple",
    });
  });

  test("that are wrong are reported together", async () => {
    const given = { "az-version": "2.66", "az-wheels": "/nowhere/wheels" };
    const { message } = await failureOf("AZS100", () => read(given));
    expect(message).toMatch(/^- AZS108: .*\n- AZS119: /m);
  });
});
