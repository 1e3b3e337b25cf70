import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { installedVersion } from "../../../src/az/find/installed-version.ts";
import { temporaryFolder } from "../folder.ts";

let machine = "";
beforeEach(() => {
  machine = temporaryFolder();
});
const at = (file: string): string => path.join(machine, file);
const put = (...folders: readonly string[]): void => {
  for (const folder of folders) mkdirSync(at(folder), { recursive: true });
};
const versionOf = (python: string, environment: Readonly<Record<string, string>> = {}) =>
  installedVersion({ file: at(python), flags: ["-I"], environment });

const SITE = "lib/python3.11/site-packages";

describe("the version is read from the metadata", () => {
  test.each([
    ["a virtual environment", `venv/${SITE}/azure_cli-2.66.2.dist-info`, "venv/bin/python"],
    ["the deb package", `opt/az/${SITE}/azure_cli-2.66.2.dist-info`, "opt/az/bin/python3"],
    ["a Python with lib64", "py/lib64/python3.9/site-packages/azure_cli-2.66.2.dist-info", "py/bin/python3.9"],
    ["Debian's build", "py/lib/python3/dist-packages/azure_cli-2.66.2.egg-info", "py/bin/python3"],
    ["setuptools' build", `py/${SITE}/azure_cli-2.66.2-py3.11.egg-info`, "py/bin/python3"],
    ["a wheel that keeps capitals", `py/${SITE}/Azure_CLI-2.66.2.dist-info`, "py/bin/python3"],
  ])("of %s", async (_, metadata, python) => {
    put(metadata);
    expect(await versionOf(python)).toBe("2.66.2");
  });

  test("of a developer's build", async () => {
    put(`venv/${SITE}/azure_cli-2.66.2.dev0.dist-info`);
    expect(await versionOf("venv/bin/python")).toBe("2.66.2.dev0");
  });

  test("that is a plain file, as old setuptools left it", async () => {
    put(`py/${SITE}`);
    writeFileSync(at(`py/${SITE}/azure_cli-2.66.2.egg-info`), "");
    expect(await versionOf("py/bin/python3")).toBe("2.66.2");
  });

  test("of the rpm package, which lies on its launcher's PYTHONPATH", async () => {
    put("usr/bin", "usr/lib64/az/lib/python3.9/site-packages/azure_cli-2.66.2.dist-info");
    const modules = at("usr/bin/../lib64/az/lib/python3.9/site-packages");
    expect(await versionOf("usr/bin/python3.9")).toBeUndefined();
    expect(await versionOf("usr/bin/python3.9", { PYTHONPATH: modules })).toBe("2.66.2");
    expect(await versionOf("usr/bin/python3.9", { PYTHONPATH: `/mine:${modules}:` })).toBe("2.66.2");
  });

  test("once where one folder has two names", async () => {
    put(`venv/${SITE}/azure_cli-2.66.2.dist-info`);
    symlinkSync("lib", at("venv/lib64"));
    expect(await versionOf("venv/bin/python")).toBe("2.66.2");
  });

  test("among its neighbours", async () => {
    const names = ["azure_cli_core-2.66.1", "azure_cli_telemetry-1.1.0", "azure_core-1.31.0", "azure_cli-2.66.2"];
    put(...names.map((name) => `venv/${SITE}/${name}.dist-info`), `venv/${SITE}/azure/cli`);
    expect(await versionOf("venv/bin/python")).toBe("2.66.2");
  });

  const debian = "/usr/lib/python3/dist-packages";
  const packaged = /^azure_cli-([\d.]+)\.egg-info$/;
  const names = (folder: string): readonly string[] => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  const version = names(debian).flatMap((name) => packaged.exec(name)?.[1] ?? [])[0];
  // The package's folders are below /usr, so a test cannot imitate them.
  test.skipIf(version === undefined)("of this machine's package of Debian", async () => {
    expect(await installedVersion({ file: "/usr/bin/python3", flags: [], environment: {} })).toBe(version);
  });
});

describe("the version is not known", () => {
  test("without an az", async () => {
    put(`venv/${SITE}/azure_cli_core-2.66.2.dist-info`, `venv/${SITE}/azure_cli-2.66.2.data`);
    expect(await versionOf("venv/bin/python")).toBeUndefined();
  });

  test("without any folder", async () => {
    expect(await versionOf("nowhere/bin/python", { PYTHONPATH: at("nowhere/lib") })).toBeUndefined();
  });

  test.each([
    ["in one folder", `py/${SITE}/azure_cli-2.29.2.dist-info`],
    ["for two Pythons", "py/lib/python3.9/site-packages/azure_cli-2.29.2.dist-info"],
    ["in lib and lib64", "py/lib64/python3.11/site-packages/azure_cli-2.29.2.egg-info"],
  ])("with several, %s", async (_, other) => {
    put(`py/${SITE}/azure_cli-2.66.2.dist-info`, other);
    expect(await versionOf("py/bin/python3")).toBeUndefined();
  });

  test("with one on PYTHONPATH and another beside Python", async () => {
    put(`py/${SITE}/azure_cli-2.66.2.dist-info`, "modules/azure_cli-2.29.2.dist-info");
    expect(await versionOf("py/bin/python3", { PYTHONPATH: at("modules") })).toBeUndefined();
  });

  test("from folders of no Python", async () => {
    put("py/lib/python2.7/site-packages/azure_cli-2.0.0.dist-info", "py/lib/site-packages/azure_cli-2.0.0.dist-info");
    expect(await versionOf("py/bin/python3")).toBeUndefined();
  });
});
