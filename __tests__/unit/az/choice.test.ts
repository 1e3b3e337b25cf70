import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { chooseAz, mayInstall, mayStandIn } from "../../../src/az/find/choice.ts";
import { findRunnerAz, type RunnerAz } from "../../../src/az/find/runner-az.ts";
import { unsuitable } from "../../../src/az/find/suitability.ts";
import type { Need } from "../../../src/az/find/versions.ts";
import { azFailures } from "../../../src/errors/az.ts";
import { provisionFailures } from "../../../src/errors/provision.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";

const HYBRID: Need = { profile: "2020-09-01-hybrid", resourceGrant: false };
const NO_SCOPE: Need = { ...HYBRID, resourceGrant: true };
const ID_TOKEN: Need = { ...HYBRID, msal: true };
const AUTO: Need = { profile: "auto", resourceGrant: false };

const wish = (azVersion: string, azPath?: string) => ({ azVersion, azPath });
const az = (version: string | undefined): RunnerAz => ({ path: "/usr/bin/az", python: undefined, version });
const TOO_OLD = az("2.15.1");
const ADAL = az("2.29.2");
const GOOD = az("2.66.2");
const TOO_NEW = az("2.73.0");
const HALF = az("2.45.0");
const UNTELLING = az(undefined);

const SUPPORTED = { from: "installation", version: "2.66.2" } as const;
const FOR_NO_SCOPE = { from: "installation", version: "2.29.2" } as const;
const runners = (one: RunnerAz) => ({ from: "runner", az: one }) as const;

describe("az-version auto takes the runner's az where it serves or may, else the one to install:", () => {
  test.each([
    ["none", undefined, HYBRID, SUPPORTED],
    ["a good one", GOOD, HYBRID, runners(GOOD)],
    ["a good one, before the stamp was asked", GOOD, AUTO, runners(GOOD)],
    ["one that is too new", TOO_NEW, HYBRID, SUPPORTED],
    ["one that is too new, before the stamp was asked", TOO_NEW, AUTO, SUPPORTED],
    ["one that is too new, but latest is wanted", TOO_NEW, { ...HYBRID, profile: "latest" }, runners(TOO_NEW)],
    ["one that is too old", TOO_OLD, HYBRID, SUPPORTED],
    ["one that is old, before the stamp was asked", TOO_OLD, AUTO, SUPPORTED],
    ["one that knows the profile and half of the commands", HALF, HYBRID, SUPPORTED],
    ["the same, before the stamp was asked", HALF, AUTO, SUPPORTED],
    ["the same, with an older profile", HALF, { ...HYBRID, profile: "2018-03-01-hybrid" }, SUPPORTED],
    ["the same, but latest is wanted", HALF, { ...HYBRID, profile: "latest" }, runners(HALF)],
    ["one whose version does not tell", UNTELLING, HYBRID, runners(UNTELLING)],
    ["one that takes no ID token, where there is one", ADAL, { ...ID_TOKEN, profile: "auto" }, SUPPORTED],
    ["one that takes an ID token", GOOD, ID_TOKEN, runners(GOOD)],
    ["none, where AD FS takes no scope", undefined, NO_SCOPE, FOR_NO_SCOPE],
    ["one that asks for a scope, where AD FS takes none", GOOD, NO_SCOPE, FOR_NO_SCOPE],
    ["one that is too new, where AD FS takes no scope", TOO_NEW, NO_SCOPE, FOR_NO_SCOPE],
    ["one that asks for a resource, where AD FS takes no scope", ADAL, NO_SCOPE, runners(ADAL)],
    ["one whose version does not tell, where AD FS takes no scope", UNTELLING, NO_SCOPE, runners(UNTELLING)],
  ] as const)("%s", (_, runner, need, choice) => {
    expect(chooseAz(wish("auto"), runner, need)).toEqual(choice);
  });
});

describe.each([
  ["az-version runner", wish("runner")],
  ["az-path", wish("auto", "/usr/bin/az")],
  ["az-path and az-version runner", wish("runner", "/usr/bin/az")],
])("%s allows the runner's az only:", (_, only) => {
  test.each([
    ["a good one", GOOD, HYBRID],
    ["a good one, before the stamp was asked", GOOD, AUTO],
    ["one whose version does not tell", UNTELLING, HYBRID],
    ["one whose version does not tell, where AD FS takes no scope", UNTELLING, NO_SCOPE],
    ["one that asks for a resource, where AD FS takes no scope", ADAL, NO_SCOPE],
    ["one that is old, before the stamp was asked", TOO_OLD, AUTO],
    ["one that knows the profile and half of the commands", HALF, HYBRID],
  ])("%s is taken", (_case, runner, need) => {
    expect(chooseAz(only, runner, need)).toEqual(runners(runner));
  });

  test.each([HYBRID, NO_SCOPE, AUTO])("none is missing (%j)", async (need) => {
    const { problem, fix } = await failureOf("AZS501", () => chooseAz(only, undefined, need));
    expect(problem).toContain(only.azPath === undefined ? "on the runner's PATH." : "at /usr/bin/az.");
    expect(fix).toMatch(/az-version at auto.* az-path out.* az 2\.66\.2/);
  });

  test.each([
    ["too new", TOO_NEW, HYBRID, "2.73.0", "2020-09-01-hybrid; it knows latest."],
    ["too new, before the stamp was asked", TOO_NEW, AUTO, "2.73.0", "any other of Azure Stack Hub; it knows latest."],
    ["too new for profile and AD FS", TOO_NEW, NO_SCOPE, "2.73.0", "2020-09-01-hybrid; it knows latest."],
    ["too old", TOO_OLD, HYBRID, "2.15.1", "2020-09-01-hybrid; it knows 2019-03-01-hybrid, 2018-03-01-hybrid, "],
    ["too old for the profile, at an AD FS that takes no scope", TOO_OLD, NO_SCOPE, "2.15.1", "2020-09-01-hybrid"],
  ])("one that is %s is refused", async (_case, runner, need, version, known) => {
    const { problem, fix } = await failureOf("AZS502", () => chooseAz(only, runner, need));
    expect(problem).toContain(`/usr/bin/az (version ${version}) does not know the API profile `);
    expect(problem).toContain(known);
    expect(problem).toContain("az 2.73 removed the hybrid profiles");
    expect(fix).toMatch(/az-version to auto.* az-path out.* az 2\.66\.2/);
  });

  test("one that asks for a scope is refused where AD FS takes none", async () => {
    const { problem, fix } = await failureOf("AZS506", () => chooseAz(only, GOOD, NO_SCOPE));
    expect(problem).toContain("/usr/bin/az (version 2.66.2) asks AD FS for a scope");
    expect(problem).toMatch(/MSIS9605.* from 2\.30 on/);
    expect(fix).toMatch(/az-version to auto.* az-path out.* az 2\.29\.2/);
  });
});

describe("a version that is asked for", () => {
  test.each([undefined, GOOD, TOO_NEW, UNTELLING])("is installed, whatever az the runner has (%j)", (runner) => {
    expect(chooseAz(wish("2.62.0"), runner, HYBRID)).toEqual({ from: "installation", version: "2.62.0" });
  });

  test.each([
    ["one that asks AD FS for a resource", "2.29.2", NO_SCOPE],
    ["one of which nothing is known", "3.0.0", HYBRID],
    ["an old one, before the stamp was asked", "2.15.1", AUTO],
  ])("may be %s", (_, version, need) => {
    expect(chooseAz(wish(version), GOOD, need)).toEqual({ from: "installation", version });
  });

  test.each([
    ["AZS502", "2.73.0", HYBRID, "2.73 removed", "2.66.2"],
    ["AZS502", "2.73.0", AUTO, "2.73 removed", "2.66.2"],
    ["AZS502", "2.15.1", HYBRID, "it knows 2019-03-01-hybrid", "2.66.2"],
    ["AZS506", "2.66.2", NO_SCOPE, "MSIS9605", "2.29.2"],
  ])("is refused with %s when %s cannot serve %j", async (code, version, need, why, instead) => {
    const { problem, fix } = await failureOf(code, () => chooseAz(wish(version), GOOD, need));
    expect(problem).toContain(`az-version asks for (version ${version})`);
    expect(problem).toContain(why);
    expect(fix).toContain("az-version to auto");
    expect(fix).toContain(`az ${instead}`);
  });
});

test.each([
  [true, wish("auto")],
  [false, wish("auto", "/usr/bin/az")],
  [false, wish("runner")],
  [false, wish("runner", "/usr/bin/az")],
  [false, wish("2.66.2")],
])("another az may be installed in place of the runner's: %s with %j", (expected, given) => {
  expect(mayInstall(given)).toBe(expected);
});

describe("the runner's az takes the place of one that cannot be installed", () => {
  const noPython = provisionFailures.noPython({ version: "2.66.2", wanted: "3.8", found: "none" });
  const unreachable = provisionFailures.indexUnreachable({ version: "2.66.2", answer: "refused" });
  const changed = provisionFailures.hashMismatch({ version: "2.66.2", answer: "another file" });

  test.each([
    [true, "there is no Python", wish("auto"), HALF, noPython, HYBRID],
    [true, "there is no index", wish("auto"), HALF, unreachable, HYBRID],
    [true, "its version does not tell", wish("auto"), UNTELLING, unreachable, HYBRID],
    [false, "a package is not the one on record", wish("auto"), HALF, changed, HYBRID],
    [false, "it does not know the profile", wish("auto"), TOO_NEW, unreachable, HYBRID],
    [false, "it takes no ID token", wish("auto"), ADAL, unreachable, ID_TOKEN],
    [false, "it asks for a scope, where AD FS takes none", wish("auto"), HALF, unreachable, NO_SCOPE],
    [false, "a version is asked for", wish("2.66.2"), HALF, unreachable, HYBRID],
    [false, "the fault is azs-login's own", wish("auto"), HALF, new Error("a fault"), HYBRID],
    [false, "the installed one does not start", wish("auto"), HALF, azFailures.doesNotStart({ az: "x" }), HYBRID],
  ] as const)("%s: %s", (expected, _, given, runner, why, need) => {
    expect(mayStandIn(given, runner, why, need)).toBe(expected);
  });
});

describe("an az that turns out not to serve", () => {
  test("is said to know the profiles it names itself", () => {
    const { code, problem } = unsuitable("/usr/bin/az", "2.99.0", HYBRID, ["latest", "2031-01-01-hybrid"]);
    expect(code).toBe("AZS502");
    expect(problem).toContain("it knows latest, 2031-01-01-hybrid.");
    expect(unsuitable("/usr/bin/az", "2.99.0", HYBRID, []).problem).toContain("it knows none of them.");
  });

  test("may have a version that does not tell", () => {
    const { code, problem } = unsuitable("/usr/bin/az", undefined, NO_SCOPE);
    expect(code).toBe("AZS502");
    expect(problem).toContain("/usr/bin/az (version unknown)");
  });

  test("asks for a scope also where its profile is latest", () => {
    expect(unsuitable("/usr/bin/az", "2.80.0", { profile: "latest", resourceGrant: true }).code).toBe("AZS506");
  });
});

describe("the runner's az", () => {
  const launcher = (...lines: string[]): string => {
    const file = path.join(temporaryFolder(), "bin", "az");
    mkdirSync(path.dirname(file));
    writeFileSync(file, lines.join("\n"));
    chmodSync(file, 0o755);
    return file;
  };

  test("has the version that lies beside its Python", async () => {
    const file = launcher("#!/bin/sh");
    const bin = path.dirname(file);
    writeFileSync(path.join(bin, "python3"), "");
    writeFileSync(file, `#!${path.join(bin, "python3")}\nfrom azure.cli.__main__ import main\n`);
    mkdirSync(path.join(bin, "..", "lib", "python3.11", "site-packages", "azure_cli-2.66.2.dist-info"), {
      recursive: true,
    });
    expect(await findRunnerAz(wish("auto", file))).toMatchObject({ path: file, version: "2.66.2" });
  });

  test("has none when its launcher names no Python", async () => {
    const file = launcher("#!/bin/sh", 'exec docker run azure-cli az "$@"');
    expect(await findRunnerAz(wish("auto", file))).toEqual({ path: file, python: undefined, version: undefined });
  });

  test("is refused if it must be executed and may not be", async () => {
    const file = launcher("#!/bin/sh", 'exec docker run azure-cli az "$@"');
    chmodSync(file, 0o644);
    const { problem } = await failureOf("AZS519", () => findRunnerAz(wish("auto", file)));
    expect(problem).toMatch(/EACCES(?!:)/);
  });

  test("is undefined when there is none", async () => {
    expect(await findRunnerAz(wish("auto", path.join(temporaryFolder(), "az")))).toBeUndefined();
  });
});
