import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { certificateBlocks } from "../../../src/trust/store/pem-entries.ts";
import { type Machine, type StoredRoots, type SystemStore, shortName } from "../../../src/trust/store/store.ts";
import { redHatStoreBelow } from "../../../src/trust/system/redhat.ts";
import { snapshot } from "../../support/snapshot.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";
import { jobNamed, killedAt, outcome, playedMachine, real, withDead } from "./machines.ts";

const ISRG = publicRoot(/^CN=ISRG Root X1,/);
const DIGICERT = publicRoot(/^CN=DigiCert Global Root G2,/);
const THEIRS = publicRoot(/^CN=NetLock Arany/);
const NEW = publicRoot(/^CN=GTS Root R1,/);
const READ_ONLY = { reason: "it cannot be changed" };
const [ONE, TWO] = ["azs-login-1", "azs-login-2"];

let root = "";
let store: SystemStore;
let machine: Machine;
let commands: string[] = [];
const at = (name: string) => path.join(root, name);
const BUNDLE = "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem";
const ANCHORS = "etc/pki/ca-trust/source/anchors";

/**
 * A simplified update-ca-trust of the ca-certificates package: the anchors are written to one file of each kind. The
 * real p11-kit writes the Java keystore if it is installed, with another time in it each time.
 */
let seconds = 1_700_000_000;
async function updateCaTrust(): Promise<void> {
  const files = readdirSync(at(ANCHORS), { withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ name }) => readFileSync(at(`${ANCHORS}/${name}`), "utf8"));
  const own = readFileSync(at("usr/share/pki/ca-trust-source/ca-bundle.pem"), "utf8");
  const blocks = [own, ...texts].flatMap(certificateBlocks);
  writeFileSync(at(BUNDLE), blocks.map((block) => `${block}\n`).join(""));
  const hashed = at("etc/pki/ca-trust/extracted/pem/directory-hash");
  rmSync(hashed, { recursive: true, force: true });
  mkdirSync(hashed);
  for (const [index, block] of blocks.entries()) writeFileSync(path.join(hashed, `${index}.pem`), block);
  const jks = at("etc/pki/ca-trust/extracted/java/cacerts");
  const kinds = ["--format=java-cacerts", "--filter=ca-anchors", "--overwrite", "--purpose=server-auth"];
  seconds += 1;
  const environment = { SOURCE_DATE_EPOCH: `${seconds}` };
  const extracted = await real.run("trust", ["extract", ...kinds, jks], { environment });
  if (extracted.exitCode !== 0) writeFileSync(jks, `${seconds}`);
}

beforeEach(async () => {
  announced = [];
  root = temporaryFolder();
  for (const folder of [ANCHORS, "etc/pki/ca-trust/extracted/pem", "etc/pki/ca-trust/extracted/java"]) {
    mkdirSync(at(folder), { recursive: true });
  }
  mkdirSync(at("usr/share/pki/ca-trust-source"), { recursive: true });
  writeFileSync(at("usr/share/pki/ca-trust-source/ca-bundle.pem"), THEIRS.pem);
  await updateCaTrust();
  store = redHatStoreBelow(root);
  ({ machine, commands } = playedMachine(async (file, args, options) => {
    if (file !== "update-ca-trust") return real.run(file, args, options);
    await updateCaTrust();
    return outcome(0);
  }));
});

let announced: StoredRoots[] = [];
const add = (job: string, roots = [ISRG], on = machine) =>
  store.add(roots, jobNamed(job), on, async (stored) => void announced.push(stored));
const remove = (job: string, roots = [ISRG], on = machine) => {
  const files = roots.map((one) => at(`${ANCHORS}/${shortName(one)}.crt`));
  return store.remove({ store: "system", files, job }, on);
};
const trusted = (one: typeof ISRG) => readFileSync(at(BUNDLE), "utf8").includes(one.pem.trim());
const updates = () => commands.filter((command) => command === "update-ca-trust extract").length;
const names = (folder: string) => readdirSync(at(folder));

test("a second update of the same anchors gives other bytes", async () => {
  const before = snapshot(root);
  await updateCaTrust();
  expect(snapshot(root)).not.toEqual(before);
});

test.each([
  ["the folder of the anchors", `${ANCHORS}/azs-login.crt`],
  ["the bundle", BUNDLE],
])("is not available if %s cannot be changed", async (_, obstructed) => {
  const shared = {
    ...machine.shared,
    obstacle: async (file: string) => (file === at(obstructed) ? READ_ONLY : undefined),
  };
  expect(await store.unavailable({ ...machine, shared })).toBe(READ_ONLY);
  expect(await store.unavailable(machine)).toBeUndefined();
});

test("a job's root is an anchor, extracted once, and gone afterwards to the byte", async () => {
  const before = snapshot(root);
  await add(ONE);
  expect([trusted(ISRG), trusted(THEIRS), updates()]).toEqual([true, true, 1]);
  expect(names(ANCHORS)).toEqual(["azs-login-96bcec06264976f3.crt"]);
  await remove(ONE);
  expect(snapshot(root)).toEqual(before);
  expect(updates()).toBe(1);
});

test.each([
  [ONE, TWO],
  [TWO, ONE],
])("two jobs with one root: restored when %s and then %s ended", async (first, last) => {
  const before = snapshot(root);
  await add(ONE);
  await add(TWO);
  await remove(first);
  expect(trusted(ISRG)).toBe(true);
  await remove(last);
  expect(snapshot(root)).toEqual(before);
});

test("only what is recorded changes", async () => {
  await add(ONE, [ISRG, THEIRS]);
  expect(announced).toEqual([{ store: "system", files: [at(`${ANCHORS}/${shortName(ISRG)}.crt`)], job: ONE }]);
  await remove(ONE);
  announced = [];
  await add(TWO, [THEIRS]);
  expect(announced).toEqual([]);
});

test.each([
  ["a job with another root", (on: Machine) => add(TWO, [DIGICERT], on)],
  ["a look alone", (on: Machine) => store.heal(on)],
])("a dead job's root goes with %s, a living one's stays", async (_, heal) => {
  const before = snapshot(root);
  await add(ONE);
  await heal(machine);
  expect(trusted(ISRG)).toBe(true);
  await remove(TWO);
  await heal(withDead(machine, ONE));
  expect(trusted(ISRG)).toBe(false);
  await remove(TWO);
  expect(snapshot(root)).toEqual(before);
});

test("two jobs with roots of their own", async () => {
  const before = snapshot(root);
  await add(ONE, [ISRG]);
  await add(TWO, [DIGICERT]);
  await remove(ONE, [ISRG]);
  expect([trusted(ISRG), trusted(DIGICERT)]).toEqual([false, true]);
  await remove(TWO, [DIGICERT]);
  expect(snapshot(root)).toEqual(before);
});

test("a root that the machine trusts by itself stays, and nothing is extracted", async () => {
  const before = snapshot(root);
  await add(ONE, [THEIRS]);
  expect(snapshot(root)).toEqual(before);
  await remove(ONE, [THEIRS]);
  expect(snapshot(root)).toEqual(before);
  expect(updates()).toBe(0);
});

test("anchors that somebody else added meanwhile stay: everything is extracted again", async () => {
  await add(ONE);
  cpSync(at("usr/share/pki/ca-trust-source/ca-bundle.pem"), at(`${ANCHORS}/theirs.crt`));
  writeFileSync(at(`${ANCHORS}/theirs.crt`), NEW.pem);
  await updateCaTrust();
  await remove(ONE);
  expect([trusted(ISRG), trusted(NEW), trusted(THEIRS)]).toEqual([false, true, true]);
  expect(names(ANCHORS)).toEqual(["theirs.crt"]);
  expect(names("etc/pki/ca-trust")).toEqual(["extracted", "source"]);
});

describe("killed at any of its changes", () => {
  for (let moment = 0; moment < 6; moment += 1) {
    test(`${moment} of adding`, async () => {
      const before = snapshot(root);
      await expect(add(ONE, [ISRG], killedAt(moment, machine))).rejects.toThrow("killed");
      await remove(ONE);
      expect(snapshot(root)).toEqual(before);
    });

    test(`${moment} of adding, before another comes`, async () => {
      const before = snapshot(root);
      await expect(add(ONE, [ISRG], killedAt(moment, machine))).rejects.toThrow("killed");
      await add(TWO);
      expect(trusted(ISRG)).toBe(true);
      await remove(ONE);
      expect(trusted(ISRG)).toBe(true);
      await remove(TWO);
      expect(snapshot(root)).toEqual(before);
    });
  }

  test("while it wrote an anchor, before another comes", async () => {
    const before = snapshot(root);
    await expect(add(ONE, [ISRG], killedAt(1, machine))).rejects.toThrow("killed");
    writeFileSync(at(`${ANCHORS}/azs-login-96bcec06264976f3.crt.azs-login`), "hal");
    await add(TWO, [DIGICERT]);
    await remove(ONE);
    await remove(TWO, [DIGICERT]);
    expect(snapshot(root)).toEqual(before);
  });

  test("of undoing: a second time completes it", async () => {
    const before = snapshot(root);
    for (let moment = 0; ; moment += 1) {
      await add(ONE);
      const mortal = killedAt(moment, machine);
      await remove(ONE, [ISRG], mortal).catch(() => undefined);
      await remove(ONE);
      expect(snapshot(root), `${moment}`).toEqual(before);
      if (mortal.survived()) break;
    }
  });

  test("while it kept what was extracted: the half copy goes", async () => {
    const before = snapshot(root);
    cpSync(at("etc/pki/ca-trust/extracted/java"), at("etc/pki/ca-trust/azs-login-extracted-0.new"), {
      recursive: true,
    });
    await remove(ONE);
    expect(snapshot(root)).toEqual(before);
    expect(existsSync(at(BUNDLE))).toBe(true);
  });
});
