import { describe, expect, test } from "vitest";
import { azTraits, LAST_ADAL_AZ, profilesOf, SUPPORTED_AZ, serves, versionFor } from "../../../src/az/find/versions.ts";
import { PROFILE_NAMES, type Profile } from "../../../src/stamp/profiles.ts";

const UNTELLING = [undefined, "3.0.0", "1.5.0", "2.66", "unknown", "", "12.66.2"] as const;
const need = (profile: Profile | "auto", resourceGrant = false) => ({ profile, resourceGrant });

describe("whether an az serves is decided by what changed, on both sides of each change:", () => {
  test.each<[string, Profile | "auto", boolean]>([
    ["2.0.81", "2020-09-01-hybrid", false],
    ["2.15.1", "2020-09-01-hybrid", false],
    ["2.16.0", "2020-09-01-hybrid", true],
    ["2.72.0", "2020-09-01-hybrid", true],
    ["2.73.0", "2020-09-01-hybrid", false],
    ["2.100.0", "2020-09-01-hybrid", false],
    ["2.15.1", "2019-03-01-hybrid", true],
    ["2.72.0", "2019-03-01-hybrid", true],
    ["2.73.0", "2019-03-01-hybrid", false],
    ["2.72.0", "2018-03-01-hybrid", true],
    ["2.73.0", "2018-03-01-hybrid", false],
    ["2.72.0", "2017-03-09-profile", true],
    ["2.73.0", "2017-03-09-profile", false],
    ["2.15.1", "auto", true],
    ["2.72.0", "auto", true],
    ["2.73.0", "auto", false],
    ["2.15.1", "latest", true],
    ["2.73.0", "latest", true],
  ])("az %s with the profile %s: %s", (version, profile, expected) => {
    expect(serves(version, need(profile))).toBe(expected);
  });

  test.each<[string, Profile | "auto", boolean]>([
    ["2.15.1", "2020-09-01-hybrid", false],
    ["2.29.2", "2020-09-01-hybrid", true],
    ["2.30.0", "2020-09-01-hybrid", false],
    ["2.29.2", "auto", true],
    ["2.30.0", "auto", false],
    ["2.29.2", "latest", true],
    ["2.30.0", "latest", false],
  ])("az %s with the profile %s at an AD FS that takes no scope: %s", (version, profile, expected) => {
    expect(serves(version, need(profile, true))).toBe(expected);
  });

  test("a build of a developer counts as its version", () => {
    expect(serves("2.66.2.dev0", need("2020-09-01-hybrid"))).toBe(true);
    expect(serves("2.73.0.dev0", need("2020-09-01-hybrid"))).toBe(false);
  });
});

describe.each(UNTELLING)("the version %j tells", (version) => {
  test.each([false, true])("nothing of hybrid profiles (AD FS takes no scope: %s)", (resourceGrant) => {
    expect(serves(version, need("2020-09-01-hybrid", resourceGrant))).toBeUndefined();
    expect(serves(version, need("auto", resourceGrant))).toBeUndefined();
  });

  test("enough for the profile that each az has", () => {
    expect(serves(version, need("latest"))).toBe(true);
  });

  test("nothing of the flag for certificates, and is taken to discover", () => {
    expect(azTraits(version)).toEqual({ certificateFlag: undefined, skipsDiscovery: false });
  });
});

test.each([
  ["2.65.0", false, false],
  ["2.66.0", true, false],
  ["2.66.2.dev0", true, false],
  ["2.74.0", true, false],
  ["2.75.0", true, true],
])("az %s has --certificate: %s, skips discovery: %s", (version, certificateFlag, skipsDiscovery) => {
  expect(azTraits(version)).toEqual({ certificateFlag, skipsDiscovery });
});

describe("the az to install", () => {
  test("is the one that Microsoft supports, or the last one that asks AD FS for a resource", () => {
    expect(versionFor({ resourceGrant: false })).toBe("2.66.2");
    expect(versionFor({ resourceGrant: true })).toBe("2.29.2");
    expect([SUPPORTED_AZ, LAST_ADAL_AZ]).toEqual(["2.66.2", "2.29.2"]);
  });

  test.each([false, true])("serves every profile (AD FS takes no scope: %s)", (resourceGrant) => {
    const version = versionFor({ resourceGrant });
    for (const profile of PROFILE_NAMES) expect(serves(version, { profile, resourceGrant })).toBe(true);
  });
});

const OLDER = ["2019-03-01-hybrid", "2018-03-01-hybrid", "2017-03-09-profile", "latest"];
test.each([
  ["2.15.1", OLDER],
  ["2.16.0", ["2020-09-01-hybrid", ...OLDER]],
  ["2.72.0", ["2020-09-01-hybrid", ...OLDER]],
  ["2.73.0", ["latest"]],
  ["3.0.0", ["latest"]],
])("az %s is said to know %j", (version, profiles) => {
  expect(profilesOf(version)).toEqual(profiles);
});
