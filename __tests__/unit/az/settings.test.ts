import { describe, expect, test } from "vitest";
import {
  type Facts,
  laterSettings,
  launcherSettings,
  ownSettings,
  SETTINGS,
} from "../../../src/az/configure/settings.ts";

const FACTS: Facts = {
  configFolder: "/job/azure",
  machineFolder: "/home/me/.azure",
  extensionFolder: "/home/me/.azure/cliextensions",
  cloudName: "AzureStackUser",
};
/** The name of a variable to which the row applies. */
const nameOf = (row: string) => (row.split(",")[0] ?? "").replace("*", "ANYTHING");

describe("the step's own az", () => {
  const rows = SETTINGS.map(({ name, step, later }) => [name, step, later?.value(FACTS)] as const);
  test.each(rows)("%s: %s", (row, step, value) => {
    const name = nameOf(row);
    const own = ownSettings(FACTS, { [name]: "theirs" });
    const finds = { set: { [name]: value ?? "" }, cleared: { [name]: undefined }, kept: {} }[step];
    expect(Object.fromEntries(Object.entries(own).filter(([key]) => key === name))).toStrictEqual(finds);
  });

  test("does not remove variables that are not set", () => {
    expect(Object.values(ownSettings(FACTS, {}))).not.toContain(undefined);
  });

  test("a user without a home has no extensions of the machine's", () => {
    const homeless = { ...FACTS, machineFolder: undefined, extensionFolder: undefined };
    expect(ownSettings(homeless, {})).toMatchObject({ AZURE_CONFIG_DIR: "/job/azure", AZURE_EXTENSION_DIR: undefined });
  });

  test("a launcher keeps Python's variables, which it may need", () => {
    const own = ownSettings(FACTS, { PYTHONPATH: "/lib", PYTHONHOME: "/usr", AZURE_CLOUD_NAME: "x" });
    expect(Object.keys(launcherSettings(own))).toEqual(expect.arrayContaining(["AZURE_CLOUD_NAME", "NETRC"]));
    expect(Object.keys(launcherSettings(own)).filter((name) => name.startsWith("PYTHON"))).toEqual([]);
  });
});

describe("later steps", () => {
  /** A variable, its value in the job, in later steps and after the job; undefined: unchanged. */
  const table: readonly (readonly [
    name: string,
    had: string | undefined,
    gets: string | undefined,
    afterwards?: string | undefined,
  ])[] = [
    ["AZURE_CONFIG_DIR", undefined, "/job/azure", "/home/me/.azure"],
    ["AZURE_CONFIG_DIR", "", "/job/azure", "/home/me/.azure"],
    ["AZURE_CONFIG_DIR", "/theirs", "/job/azure", "/theirs"],
    ["AZURE_EXTENSION_DIR", undefined, FACTS.extensionFolder, FACTS.extensionFolder],
    ["AZURE_CORE_COLLECT_TELEMETRY", undefined, "false", "true"],
    ["AZURE_CORE_INSTANCE_DISCOVERY", "so so", "false", "so so"],
    ["AZURE_CORE_ERROR_RECOMMENDATION", undefined, "off", "on"],
    ["AZURE_CLOUD_NAME", undefined, undefined],
    ["AZURE_CLOUD_NAME", "AzureCloud", "AzureStackUser", "AzureCloud"],
    ["AZURE_CLOUD_NAME", "", "AzureStackUser", ""],
    ["AZURE_CORE_ENCRYPT_TOKEN_CACHE", "true", process.platform === "win32" ? "true" : "false", "true"],
    ["AZURE_ACCESS_TOKEN_FILE", "/x", "/job/azure/accessTokens.json", "/x"],
    ["MSAL_FORCE_REGION", "westus", "", "westus"],
    ["AZURE_CORE_OUTPUT", undefined, undefined],
    ["AZURE_CORE_OUTPUT", "Table", undefined],
    ["AZURE_CORE_OUTPUT", "true", "json", "true"],
    ["AZURE_CORE_OUTPUT", "", "json", ""],
    ["AZURE_CORE_NO_COLOR", "YES", undefined],
    ["AZURE_CORE_NO_COLOR", "json", "false", "json"],
    ["AZURE_CORE_NO_COLOR", "truely", "false", "truely"],
    ["AZURE_CORE_USE_COMMAND_INDEX", "2", "true", "2"],
    ["AZURE_DEFAULTS_GROUP", "theirs", undefined],
    ["PYTHONPATH", "/lib", undefined],
  ];
  const rows = table.map(([name, had, gets, after]) => ({ name, had, gets, after }));
  test.each(rows)("$name=$had: $gets, then $after", ({ name, had, gets, after }) => {
    const { values, afterwards } = laterSettings(FACTS, (one) => (one === name ? had : undefined));
    expect([values[name], afterwards[name]]).toEqual([gets, after]);
  });

  test("a value that az cannot read is named, one that is only in the way or empty is not", () => {
    const job: Record<string, string> = { AZURE_CORE_NO_COLOR: "maybe", AZURE_CORE_OUTPUT: "", AZURE_CLOUD_NAME: "x" };
    expect(laterSettings(FACTS, (name) => job[name]).warnings).toEqual([
      'AZURE_CORE_NO_COLOR is "maybe", which az cannot read: later steps get "false".',
    ]);
  });

  test("without a home, the folder after the job is the one that az makes of it", () => {
    const homeless = { ...FACTS, machineFolder: undefined, extensionFolder: undefined };
    const { values, afterwards } = laterSettings(homeless, () => undefined);
    expect(afterwards["AZURE_CONFIG_DIR"]).toBe("~/.azure");
    expect(values).not.toHaveProperty("AZURE_EXTENSION_DIR");
  });
});

test("no variable has two rows, and each says why", () => {
  const names = SETTINGS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, later, why } of SETTINGS) expect([name, why, later?.description ?? "-"]).not.toContain("");
});
