import { lstatSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { LockedFiles } from "../../../src/io/shared-files.ts";
import type { Machine } from "../../../src/trust/store/store.ts";
import { link, unlink } from "../../../src/trust/system/hash-links.ts";
import { snapshot } from "../../support/snapshot.ts";
import { temporaryFolder } from "../folder.ts";
import { outcome, playedLinks, playedMachine } from "./machines.ts";

const HASH = "0badc0de";
const NAMES = ["a", "b", "c"] as const;

let folder = "";
let machine: Machine;
beforeEach(() => {
  folder = temporaryFolder();
  ({ machine } = playedMachine(async () => outcome(0, `${HASH}\n`)));
});

/** The four commands, without processes. It fails before (even number) or after (odd number) one of them. */
function files(moment = Number.POSITIVE_INFINITY): LockedFiles {
  let runs = 0;
  return {
    change: () => expect.unreachable(),
    async run(_, program, args) {
      const at = runs;
      runs += 1;
      if (moment <= 2 * at) throw new Error("killed");
      playedLinks(program, args);
      if (moment === 2 * at + 1) throw new Error("killed");
    },
  };
}
const add = (name: string, on = files()) => link(path.join("/anchors", `${name}.crt`), "the PEM", folder, on, machine);
const remove = (name: string, on = files()) => unlink(`${name}.pem`, folder, on);
const theirs = () => {
  const number = readdirSync(folder).filter((name) => name.startsWith(`${HASH}.`)).length;
  symlinkSync("theirs.pem", path.join(folder, `${HASH}.${number}`));
};
/** What OpenSSL finds by the hash: it stops at the first missing number. */
function found(): readonly string[] {
  const names: string[] = [];
  for (let number = 0; ; number += 1) {
    const file = path.join(folder, `${HASH}.${number}`);
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return names.toSorted();
    names.push(readlinkSync(file));
  }
}
const permutations = (names: readonly string[]): readonly (readonly string[])[] =>
  names.length === 0
    ? [[]]
    : names.flatMap((name) => permutations(names.filter((one) => one !== name)).map((rest) => [name, ...rest]));

describe.each([0, 1, 2, 3, undefined])("certificates of one subject, with somebody else's at %s", (place) => {
  test.each(permutations(NAMES))("stay found when they go in the order %s %s %s", async (...order) => {
    for (const [index, name] of NAMES.entries()) {
      if (place === index) theirs();
      await add(name);
    }
    if (place === 3) theirs();
    const others = place === undefined ? [] : ["theirs.pem"];
    const left = new Set(NAMES.map((name) => `${name}.pem`));
    expect(found()).toEqual([...left, ...others].toSorted());
    for (const name of order) {
      await remove(name);
      left.delete(`${name}.pem`);
      expect(found()).toEqual([...left, ...others].toSorted());
      expect(readdirSync(folder)).toHaveLength(2 * left.size + others.length);
    }
  });
});

test.each(NAMES)("%s, whose removal was killed at each of its commands, is removed the second time", async (name) => {
  for (let moment = 0; moment < 6; moment += 1) {
    for (const one of NAMES) await add(one);
    await remove(name, files(moment)).catch(() => undefined);
    await remove(name);
    const left = NAMES.filter((one) => one !== name).map((one) => `${one}.pem`);
    expect([moment, found()]).toEqual([moment, left]);
    for (const one of NAMES) await remove(one);
    expect(readdirSync(folder)).toEqual([]);
  }
});

test("one whose adding was killed at each of its commands is added the second time, and removed", async () => {
  await add("a");
  const before = snapshot(folder);
  for (let moment = 0; moment < 5; moment += 1) {
    await add("b", files(moment)).catch(() => undefined);
    await add("b");
    expect(found()).toEqual(["a.pem", "b.pem"]);
    await remove("b");
    expect(snapshot(folder)).toEqual(before);
    await add("b", files(moment)).catch(() => undefined);
    await remove("b");
    expect(snapshot(folder)).toEqual(before);
  }
});

test("a file that is not one of our links stays, whatever its name is", async () => {
  for (const name of [`${HASH}.r0`, `${HASH}.0.pem`, `${HASH}`, "ca.0"]) symlinkSync("a.pem", path.join(folder, name));
  writeFileSync(path.join(folder, `${HASH}.0`), "a file of somebody's");
  const before = snapshot(folder);
  await add("a");
  expect(readlinkSync(path.join(folder, `${HASH}.1`))).toBe("a.pem");
  await remove("a");
  expect(snapshot(folder)).toEqual(before);
});

test.each(["", "no hash\n", `${HASH}${HASH}\n`, "../../x\n"])("no link is made if openssl prints %j", async (words) => {
  ({ machine } = playedMachine(async () => outcome(1, words, "unable to load certificate")));
  await expect(add("a")).rejects.toThrow("openssl tells no hash of /anchors/a.crt: unable to load");
  await remove("a");
  expect(readdirSync(folder)).toEqual([]);
});
