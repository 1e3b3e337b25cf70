import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/errors/catalogue.ts";
import type { FailureKind } from "../../src/errors/failure.ts";
import { filesIn, read } from "./repository.ts";

/** The hundred of each room's codes. */
const HUNDREDS: Readonly<Record<keyof typeof catalogue, string>> = {
  inputs: "1",
  pipelines: "1",
  stamp: "2",
  certificates: "3",
  trust: "3",
  files: "3",
  identity: "4",
  providers: "4",
  az: "5",
  provision: "5",
  internal: "9",
};

const rooms: readonly (readonly [string, Readonly<Record<string, FailureKind<never>>>])[] = Object.entries(catalogue);
const kinds = rooms.flatMap(([room, failures]) =>
  Object.entries(failures).map(([name, kind]) => ({ room, name: `${room}.${name}`, kind })),
);

describe("errors", () => {
  it("are all in the catalogue", () => {
    const written = filesIn("src/errors", ".ts").flatMap((file) => read(file).match(/(?<=")AZS\d+(?=")/g) ?? []);
    expect(written.toSorted()).toEqual(kinds.map(({ kind }) => kind.code).toSorted());
  });

  it("have unique codes", () => {
    const owners = Map.groupBy(kinds, ({ kind }) => kind.code);
    const shared = [...owners.values()].filter((owner) => owner.length > 1);
    expect(shared.map((owner) => owner.map(({ name }) => name))).toEqual([]);
  });

  it.each(kinds)("$name has a code of its room", ({ room, kind }) => {
    expect(kind.code).toMatch(/^AZS[123459]\d\d$/);
    expect(kind.code[3]).toBe(HUNDREDS[room as keyof typeof catalogue]);
  });

  it.each(kinds)("$name has a title, a problem and a fix", ({ kind }) => {
    const names = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
    const { problem, fix } = kind.text(names as never);
    expect(kind.title).toMatch(/^(?:[A-Z]|az\b).*[^.]$/);
    expect(problem).toMatch(/\S.{10,}/);
    expect(fix).not.toBe("");
    expect(`${problem} ${fix}`).not.toMatch(/undefined|\[object/);
  });
});
