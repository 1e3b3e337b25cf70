import { describe, expect, it } from "vitest";
import { PLACEHOLDERS } from "../../scripts/placeholders.ts";
import { signsOf } from "../../scripts/signs.ts";
import { LAST_ADAL_AZ, SUPPORTED_AZ } from "../../src/az/find/versions.ts";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { FailureKind } from "../../src/errors/failure.ts";
import { filesIn, read, withoutComments } from "./repository.ts";

/** The hundred of each group's codes. */
const HUNDREDS: Readonly<Record<keyof typeof catalogue, string>> = {
  inputs: "1",
  pipelines: "1",
  stamp: "2",
  network: "2",
  proxy: "2",
  certificates: "3",
  trust: "3",
  files: "3",
  identity: "4",
  arm: "4",
  authority: "4",
  providers: "4",
  az: "5",
  provision: "5",
  internal: "9",
};

/** Where a group's errors are not `<group>Failures`. */
const OBJECTS: Readonly<Record<string, string>> = {
  inputs: "inputFailures",
  certificates: "certificateFailures",
  files: "fileFailures",
  providers: "providerFailures",
};

/** Errors of these families are chosen by a table, depending on the authority's answer. */
const AUTHORITY: readonly string[] = ["identity", "authority"];

const groups: readonly (readonly [string, Readonly<Record<string, FailureKind<never>>>])[] = Object.entries(catalogue);
const kinds = groups.flatMap(([group, failures]) =>
  Object.entries(failures).map(([name, kind]) => ({ group, name: `${group}.${name}`, kind })),
);

describe("errors", () => {
  it("are all in the catalogue", () => {
    const written = filesIn("src/errors", ".ts").flatMap((file) => read(file).match(/(?<=")AZS\d+(?=")/g) ?? []);
    expect(written.toSorted()).toEqual(kinds.map(({ kind }) => kind.code).toSorted());
  });

  it("name no other az than the step installs", () => {
    const text = filesIn("src/errors", ".ts").map(read).join("\n");
    const named = [...text.matchAll(/\baz (\d+\.\d+\.\d+)/g)].map(([, version]) => version);
    expect([...new Set(named)].toSorted()).toEqual([LAST_ADAL_AZ, SUPPORTED_AZ]);
  });

  it("have unique codes", () => {
    const owners = Map.groupBy(kinds, ({ kind }) => kind.code);
    const shared = [...owners.values()].filter((owner) => owner.length > 1);
    expect(shared.map((owner) => owner.map(({ name }) => name))).toEqual([]);
  });

  it.each(kinds)("$name has a code of its group", ({ group, kind }) => {
    expect(kind.code).toMatch(/^AZS[123459]\d\d$/);
    expect(kind.code[3]).toBe(HUNDREDS[group as keyof typeof catalogue]);
  });

  it.each(kinds)("$name has a title, a problem and a fix", ({ kind }) => {
    const { problem, fix } = kind.text(PLACEHOLDERS as never);
    expect(kind.title).toMatch(/^(?:[A-Z]|az\b).*[^.]$/);
    expect(problem).toMatch(/\S.{10,}/);
    expect(fix).not.toBe("");
    expect(`${problem} ${fix}`).not.toMatch(/undefined|\[object/);
  });
});

/**
 * A code that no test expects may be one that nothing leads to, and so may one whose error no module makes. That the
 * expectation is met, the tests themselves show: they name codes as literals, and comments do not count.
 */
describe("errors are reachable", () => {
  const code = (files: readonly string[]) => files.map((file) => withoutComments(read(file)));
  const modules = code(filesIn("src", ".ts").filter((file) => !file.startsWith("src/errors/")));
  const tests = ["unit", "scenarios", "real-az", "pipelines", "parity"];
  const tested = code(tests.flatMap((kind) => filesIn(`__tests__/${kind}`, ".ts"))).join("\n");
  const expected = new Set(tested.match(/(?<=["'`/: ])AZS\d{3}\b/g));

  it.each(kinds)("$name is made in src/, and a test expects $kind.code", ({ group, name, kind }) => {
    const own = name.slice(group.length + 1);
    const objects = [OBJECTS[group] ?? `${group}Failures`, ...(AUTHORITY.includes(group) ? ["refusals"] : [])];
    const made = objects.some((object) => modules.some((module) => makes(module, object, own)));
    expect(made || signsOf(kind.code).length > 0).toBe(true);
    expect(expected).toContain(kind.code);
  });
});

/** Called or handed on by its name; or taken from the group's object by one of the names that the module has. */
function makes(module: string, failures: string, name: string): boolean {
  if (new RegExp(`\\b${failures}\\.${name}\\b(?!\\.)`).test(module)) return true;
  return module.includes(`${failures}[`) && module.includes(`"${name}"`);
}
