import { describe, expect, test } from "vitest";
import type { Run } from "../../../scripts/matrix/run.ts";
import { failures, matrixModule, numbers } from "../../../scripts/matrix/table.ts";
import { MATRIX } from "../../../src/az/find/matrix.ts";
import { cannotInstall, servesHalf } from "../../../src/az/find/partial-support.ts";
import { standingOf } from "../../../src/az/find/standing.ts";
import { suitabilityOf } from "../../../src/az/find/suitability.ts";
import type { Need } from "../../../src/az/find/versions.ts";
import { provisionFailures } from "../../../src/errors/provision.ts";
import { read } from "../../contract/repository.ts";

const HYBRID: Need = { profile: "2020-09-01-hybrid" };
const TRIED = [
  { az: "2.45.0", fails: ["network"] },
  { az: "2.50.0", fails: ["vm"] },
  { az: "2.65.0", fails: [] },
  { az: "2.66.2", fails: [] },
  { az: "2.70.0", fails: [] },
  { az: "2.72.0", fails: ["role"] },
];

describe("an az by the matrix", () => {
  test.each<[string, string, boolean, readonly string[]]>([
    ["tried, with all that the supported one does", "2.65.0", true, []],
    ["tried, with less", "2.45.0", false, ["network"]],
    ["between two that serve", "2.66.0", true, []],
    ["between two that serve, patches compared as numbers", "2.66.10", true, []],
    ["between two that lack different commands: either may fail", "2.47.0", false, ["network", "vm"]],
    ["between one that lacks and one that serves", "2.57.0", false, ["vm"]],
    ["between one that serves and one that lacks", "2.71.0", false, ["role"]],
    ["older than all: does not serve, and what fails with the oldest may fail", "2.29.2", false, ["network"]],
    ["newer than all: does not serve", "2.73.0", false, ["role"]],
  ])("%s (%s)", (_, version, serves, fails) => {
    expect(standingOf(version, HYBRID, TRIED)).toEqual({ serves, fails });
  });

  test.each<[string, string | undefined, Need]>([
    ["its version is not known", undefined, HYBRID],
    ["of another major version nothing was tried", "3.1.0", HYBRID],
    ["the profile is latest, which is not of stamps", "2.45.0", { profile: "latest" }],
    ["AD FS takes no scope, so that the supported one cannot log in", "2.29.2", { ...HYBRID, resourceGrant: true }],
  ])("is not judged where %s", (_, version, need) => {
    expect(standingOf(version, need, TRIED)).toEqual({ serves: true, fails: [] });
  });
});

describe("src/az/find/matrix.ts", () => {
  const runs: readonly Run[] = JSON.parse(read("docs/az-matrix.json"));

  test("is what docs/az-matrix.json says", () => {
    expect(read("src/az/find/matrix.ts")).toBe(matrixModule(runs));
  });

  test("has the supported az, which lacks nothing beside itself, and Debian's, which does", () => {
    expect(MATRIX.find(({ az }) => az === "2.66.2")).toEqual({ az: "2.66.2", fails: [] });
    expect(MATRIX.find(({ az }) => az === "2.45.0")?.fails).toEqual(
      expect.arrayContaining(["keyvault secret", "network", "vm"]),
    );
  });

  test("of at least 77 commands all but two work with the supported az, on Entra and on AD FS", () => {
    const supported = runs.filter(({ az }) => az === "2.66.2");
    expect(supported.map(({ idp }) => idp).toSorted()).toEqual(["aad", "adfs"]);
    for (const { results } of supported) {
      expect(results.filter(({ works }) => works).length).toBeGreaterThanOrEqual(77);
      expect(results.filter(({ works }) => !works).map(({ command }) => command.split(" -")[0])).toEqual([
        "az feature list",
        "az role assignment create",
      ]);
    }
  });
});

describe("the tables of docs/az.md", () => {
  const result = (family: string, command: string, works: boolean) => ({ family, command, works });
  const of = (az: string, idp: Run["idp"], ...works: readonly [boolean, boolean, boolean]): Run => {
    const [list, show, get] = works;
    return { az, idp, results: [result("vm", "list", list), result("vm", "show", show), result("disk", "get", get)] };
  };
  const runs = [
    of("2.45.0", "aad", false, false, true),
    of("2.45.0", "adfs", true, false, false),
    of("2.66.2", "aad", true, false, true),
    of("2.66.2", "adfs", true, false, true),
  ];

  test("count by group, Entra and AD FS apart where they differ", () => {
    expect(numbers(runs)).toEqual({
      head: ["Commands", "2.45.0", "2.66.2"],
      rows: [
        ["az vm", "0 of 2; AD FS 1 of 2", "1 of 2"],
        ["az disk", "1 of 1; AD FS 0 of 1", "1 of 1"],
        ["**all**", "1 of 3", "2 of 3"],
      ],
    });
  });

  test("name what fails", () => {
    expect(failures(runs)).toEqual([
      ["`list`", "2.45.0 (Entra)"],
      ["`show`", "2.45.0, 2.66.2"],
      ["`get`", "2.45.0 (AD FS)"],
    ]);
  });

  test("give the step the groups in which less works than with the supported az", () => {
    expect(matrixModule(runs)).toContain('  { az: "2.45.0", fails: ["vm", "disk"] },\n  { az: "2.66.2", fails: [] },');
  });
});

describe("a warning", () => {
  const az = (version: string) => ({
    path: "/usr/bin/az",
    description: { version, profiles: ["2020-09-01-hybrid"], certifi: "/certifi" },
  });
  const why = provisionFailures.indexUnreachable({ version: "2.66.2", answer: "refused" });

  test("names the az, what fails and what serves", () => {
    expect(servesHalf(az("2.45.0"), suitabilityOf("2.45.0", HYBRID))).toMatch(
      /^\/usr\/bin\/az \(az 2\.45\.0\) .*az keyvault secret.*az network.* fail .*az 2\.66\.2.* az-path out\.$/,
    );
    expect(servesHalf(az("2.66.2"), suitabilityOf("2.66.2", HYBRID))).toBeUndefined();
    expect(servesHalf({ path: "/x", description: undefined }, suitabilityOf(undefined, HYBRID))).toBeUndefined();
  });

  test("says why the better one is not there, and how to get it or do without", () => {
    const text = cannotInstall("2.66.2", az("2.45.0"), why, suitabilityOf("2.45.0", HYBRID));
    expect(text).toContain("az 2.66.2 could not be installed (AZS521: ");
    expect(text).toContain("/usr/bin/az (az 2.45.0) does not do all");
    expect(text).toContain("To fix this, check HTTPS_PROXY");
    expect(text).toMatch(/set az-version to runner\.$/);
  });

  test("of an az that was not tried names no command", () => {
    expect(servesHalf(az("2.1.0"), suitabilityOf("2.1.0", HYBRID))).not.toBeUndefined();
  });
});
