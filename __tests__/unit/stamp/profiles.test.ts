import { describe, expect, test } from "vitest";
import { blobsVersion, newestProfile, PROFILES, parseProfile, resourcesVersion } from "../../../src/stamp/profiles.ts";

describe("a profile in every spelling", () => {
  const names = [...PROFILES.map(({ name }) => name), "latest"] as const;
  test.each(
    names.flatMap((name) =>
      [name, name.replaceAll("-", "_"), `v${name.replaceAll("-", "_")}`, `V${name.toUpperCase()}`, `  ${name}\n`]
        .filter((text) => name !== "latest" || !/^v/i.test(text))
        .map((text) => [text, name] as const),
    ),
  )("%j is %s", (text, name) => {
    expect(parseProfile(text)).toBe(name);
  });
});

describe("the profile of a build", () => {
  test.each([
    ["1707", "2017-03-09-profile"],
    ["1807", "2017-03-09-profile"],
    ["1808", "2018-03-01-hybrid"],
    ["1811", "2018-03-01-hybrid"],
    ["1903", "2018-03-01-hybrid"],
    ["1904", "2019-03-01-hybrid"],
    ["1910", "2019-03-01-hybrid"],
    ["2008", "2019-03-01-hybrid"],
    ["2102", "2020-09-01-hybrid"],
    ["2108", "2020-09-01-hybrid"],
    ["2501", "2020-09-01-hybrid"],
    ["1.2108.2.65", "2020-09-01-hybrid"],
    ["1.2008.40.149", "2019-03-01-hybrid"],
    ["1.1808.0.97", "2018-03-01-hybrid"],
    ["1.1807.0.76", "2017-03-09-profile"],
    ["2108.2.65", "2020-09-01-hybrid"],
    [" 2108 ", "2020-09-01-hybrid"],
  ])("%s is %s", (build, name) => {
    expect(parseProfile(build)).toBe(name);
  });
});

describe("nonsense is no profile", () => {
  test.each([
    "",
    " ",
    "auto",
    "hybrid",
    "newest",
    "vlatest",
    "2020-09-01",
    "2020-09-01-profile",
    "2020-09-01-hybrid-x",
    "x2020-09-01-hybrid",
    "vv2020-09-01-hybrid",
    "2017-03-09-hybrid",
    "2021-01-01-hybrid",
    "210",
    "21080",
    "2.2108.2.65",
    "1.210.2.65",
    "1.2108.",
    "1.2108.2.65-beta",
    "2013",
    "2024",
    "2100",
    "1699",
    "0000",
    "-2108",
    "2108\n2008",
  ])("%j", (text) => {
    expect(parseProfile(text)).toBeUndefined();
  });
});

test.each([
  [["2016-02-01", "2018-02-01", "2018-05-01", "2019-10-01"], "2020-09-01-hybrid"],
  [["2019-10-01", "2016-02-01"], "2020-09-01-hybrid"],
  [["2016-02-01", "2018-02-01", "2018-05-01"], "2019-03-01-hybrid"],
  [["2016-02-01", "2018-02-01"], "2018-03-01-hybrid"],
  [["2015-01-01", "2016-02-01"], "2017-03-09-profile"],
  [["2021-04-01"], undefined],
  [[], undefined],
])("a stamp that reports %j is of %s", (versions, profile) => {
  expect(newestProfile(versions)).toBe(profile);
});

test.each([
  ["2020-09-01-hybrid", "2019-07-07"],
  ["2019-03-01-hybrid", "2017-11-09"],
  ["2018-03-01-hybrid", "2017-04-17"],
  ["2017-03-09-profile", "2015-04-05"],
  ["latest", undefined],
] as const)("blobs of a stamp of %s take %s", (profile, version) => {
  expect(blobsVersion(profile)).toBe(version);
});

test.each([
  ["2020-09-01-hybrid", "2019-10-01"],
  ["2018-03-01-hybrid", "2018-02-01"],
  // Every build supports the oldest version.
  ["latest", "2016-02-01"],
] as const)("%s speaks %s to Resource Manager", (profile, version) => {
  expect(resourcesVersion(profile)).toBe(version);
});
