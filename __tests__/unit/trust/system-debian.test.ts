import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Root, readRoots } from "../../../src/certificates/roots.ts";
import { addRoots, certificateBlocks } from "../../../src/trust/store/pem-entries.ts";
import { type Machine, type StoredRoots, type SystemStore, shortName } from "../../../src/trust/store/store.ts";
import { debianStoreIn } from "../../../src/trust/system/debian.ts";
import { snapshot } from "../../support/snapshot.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";
import { atEachMoment, jobNamed, NOW, outcome, playedLinks, playedMachine, real, withDead } from "./machines.ts";

const ISRG = publicRoot(/^CN=ISRG Root X1,/);
const DIGICERT = publicRoot(/^CN=DigiCert Global Root G2,/);
const THEIRS = publicRoot(/^CN=NetLock Arany/);
const NEW = publicRoot(/^CN=GTS Root R1,/);
const [ONE, TWO, THREE] = ["azs-login-1", "azs-login-2", "azs-login-3"];
const openssl = (args: readonly string[], input = "") =>
  execFileSync("openssl", args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });

/** Roots of several stamps that have the same subject. */
let namesakes: readonly Root[] = [];
let theirNamesake: Root;
let namesakesHash = "";
beforeAll(() => {
  const made = Array.from({ length: 4 }, () =>
    openssl([
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "9"],
      ...["-subj", "/CN=AzureStackSelfSignedRootCert", "-keyout", "/dev/null"],
    ]),
  );
  const roots = made.flatMap((pem) => readRoots(pem, "openssl"));
  namesakes = roots.slice(0, 3);
  theirNamesake = roots[3] as Root;
  namesakesHash = hashOf(theirNamesake);
});
const hashes = new Map<string, string>();
function hashOf({ pem }: Pick<Root, "pem">): string {
  const hash = hashes.get(pem) ?? openssl(["x509", "-noout", "-hash"], pem).trim();
  hashes.set(pem, hash);
  return hash;
}
/** The store's programs, without processes if the effect is the same. */
const play: typeof real.run = async (program, args, options) =>
  program.endsWith("openssl") ? outcome(0, hashOf({ pem: `${options?.input ?? ""}` })) : playedLinks(program, args);

let anchors = "";
let certificates = "";
let store: SystemStore;
let machine: Machine;
/** With the real programs, which start a dozen processes for each change. */
let slow: Machine;
let commands: string[] = [];
let slowly: string[] = [];
let announced: StoredRoots[] = [];
const bundle = () => path.join(certificates, "ca-certificates.crt");
beforeEach(() => {
  const root = temporaryFolder();
  [anchors, certificates] = [path.join(root, "anchors"), path.join(root, "certs")];
  for (const folder of [anchors, certificates]) mkdirSync(folder);
  writeFileSync(bundle(), THEIRS.pem);
  put("NetLock", THEIRS);
  store = debianStoreIn({ anchors, certificates });
  announced = [];
  ({ machine, commands } = playedMachine(play));
  ({ machine: slow, commands: slowly } = playedMachine(real.run, {}, real.run));
});
/** Adds a certificate of another program, linked by its name and its hash. */
function put(name: string, root: Root): void {
  const file = path.join(path.dirname(anchors), `${name}.crt`);
  writeFileSync(file, root.pem);
  symlinkSync(file, path.join(certificates, `${name}.pem`));
  const hash = hashOf(root);
  const number = readdirSync(certificates).filter((one) => one.startsWith(`${hash}.`)).length;
  symlinkSync(`${name}.pem`, path.join(certificates, `${hash}.${number}`));
}

const add = (job: string, roots: readonly Root[] = [ISRG], on = machine) =>
  store.add(roots, jobNamed(job), on, async (stored) => void announced.push(stored));
const remove = (job: string, on = machine) => store.remove({ store: "system", files: [], job }, on);
const now = () => snapshot(anchors, certificates);
const inBundle = (root: Root) => certificateBlocks(readFileSync(bundle(), "utf8")).includes(root.pem.trim());
/** Whether OpenSSL finds a root by its hash. */
function found(root: Root): boolean {
  const file = path.join(temporaryFolder(), "root.pem");
  writeFileSync(file, root.pem);
  try {
    openssl(["verify", "-no-CAfile", "-no-CAstore", "-CApath", certificates, "-no_check_time", file]);
    return true;
  } catch {
    return false;
  }
}
const trusted = (root: Root) => {
  const answers = [inBundle(root), found(root)];
  expect(answers[0]).toBe(answers[1]);
  return answers[0];
};

/**
 * A simplified update-ca-certificates: other programs' anchors come before and after ours, and links are made again.
 */
function updateCaCertificates(): void {
  const ours = readdirSync(anchors).filter((name) => name.endsWith(".crt"));
  const texts = ours.map((name) => readFileSync(path.join(anchors, name), "utf8"));
  writeFileSync(`${bundle()}.new`, `${NEW.pem}${texts.join("")}${THEIRS.pem}`);
  rmSync(bundle());
  writeFileSync(bundle(), readFileSync(`${bundle()}.new`));
  rmSync(`${bundle()}.new`);
  for (const name of ours) {
    const link = path.join(certificates, `${path.basename(name, ".crt")}.pem`);
    rmSync(link, { force: true });
    symlinkSync(path.join(anchors, name), link);
  }
  openssl(["rehash", certificates]);
}

describe("a job's root", () => {
  test("is an anchor, in the bundle, and linked by name and hash; afterwards all is as it was", async () => {
    const before = now();
    await add(ONE, [ISRG], slow);
    const name = shortName(ISRG);
    expect(announced).toEqual([{ store: "system", files: [path.join(anchors, `${name}.crt`)], job: ONE }]);
    expect([trusted(ISRG), trusted(THEIRS)]).toEqual([true, true]);
    expect(readlinkSync(path.join(certificates, `${name}.pem`))).toBe(path.join(anchors, `${name}.crt`));
    expect(readlinkSync(path.join(certificates, `${hashOf(ISRG)}.0`))).toBe(`${name}.pem`);
    expect(readdirSync(anchors)).toEqual([`${name}.crt`]);
    await remove(ONE, slow);
    expect(now()).toEqual(before);
    expect(slowly.join("\n")).not.toMatch(/update-ca-certificates|rehash/);
  });

  test("leaves the bundle itself, with its inode and time", async () => {
    utimesSync(bundle(), 1e9, 1e9);
    const before = statSync(bundle());
    await add(ONE, [ISRG], slow);
    expect(statSync(bundle()).ino).not.toBe(before.ino);
    await remove(ONE, slow);
    expect([statSync(bundle()).ino, statSync(bundle()).mtimeMs]).toEqual([before.ino, 1e12]);
  });

  test.each([
    [ONE, TWO],
    [TWO, ONE],
  ])("that two jobs need stays until %s and then %s ended", async (first, last) => {
    const before = now();
    await add(ONE);
    const made = readFileSync(bundle(), "utf8");
    await add(TWO);
    expect(certificateBlocks(readFileSync(bundle(), "utf8"))).toEqual(certificateBlocks(made));
    await remove(first);
    expect([trusted(ISRG), trusted(THEIRS)]).toEqual([true, true]);
    await remove(last);
    expect(now()).toEqual(before);
    await remove(last);
    expect(now()).toEqual(before);
  });

  test("beside another job's goes alone", async () => {
    const before = now();
    await add(ONE, [ISRG]);
    await add(TWO, [DIGICERT, ISRG]);
    await remove(TWO);
    expect([trusted(ISRG), trusted(DIGICERT)]).toEqual([true, false]);
    await remove(ONE);
    expect(now()).toEqual(before);
  });

  test("that the machine trusts by itself stays the machine's", async () => {
    const before = now();
    await add(ONE, [THEIRS]);
    expect([now(), announced]).toEqual([before, []]);
    await remove(ONE);
    expect(now()).toEqual(before);
  });

  test("is not put where there is no bundle", async () => {
    rmSync(bundle());
    const before = now();
    await expect(add(ONE)).rejects.toThrow("ca-certificates.crt is missing");
    expect(now()).toEqual(before);
  });

  test.each<[string, () => void]>([
    ["the bundle is a link", () => replaceBy(bundle())],
    ["an anchor's place is taken by a link", () => symlinkSync("/nowhere", path.join(anchors, "azs-login.crt"))],
  ])("cannot be put where %s", async (_, prepare) => {
    expect(await store.unavailable(machine)).toBeUndefined();
    prepare();
    expect((await store.unavailable(machine))?.reason).toContain("is a symbolic link");
  });
  function replaceBy(file: string): void {
    rmSync(file);
    symlinkSync("/etc/hosts", file);
  }
});

describe("roots of the same subject", () => {
  const numbers = () =>
    readdirSync(certificates)
      .filter((name) => name.startsWith(`${namesakesHash}.`))
      .toSorted();
  const expected = (count: number) => Array.from({ length: count }, (_, number) => `${namesakesHash}.${number}`);

  describe.each([
    ["alone", false],
    ["beside somebody else's", true],
  ])("%s", (_, beside) => {
    beforeEach(() => {
      if (!beside) return;
      put("theirs", theirNamesake);
      writeFileSync(bundle(), `${THEIRS.pem}${theirNamesake.pem}`);
    });

    test.each(["021", "102"])("stay found when they go in the order %s", async (order) => {
      const before = now();
      for (const [index, root] of namesakes.entries()) await add(`azs-login-${index}`, [root]);
      const left = new Set(namesakes);
      for (const index of [...order].map(Number)) {
        await remove(`azs-login-${index}`);
        left.delete(namesakes[index] as Root);
        expect(numbers()).toEqual(expected(left.size + (beside ? 1 : 0)));
        expect(namesakes.map(trusted)).toEqual(namesakes.map((root) => left.has(root)));
        expect(trusted(theirNamesake)).toBe(beside);
      }
      expect(now()).toEqual(before);
    });
  });

  test("of which somebody else's came later: it stays found", async () => {
    await add(ONE, namesakes.slice(0, 2));
    put("theirs", theirNamesake);
    await remove(ONE);
    expect(numbers()).toEqual(expected(1));
    expect(found(theirNamesake)).toBe(true);
    expect(namesakes.map(found)).toEqual([false, false, false]);
  });

  test("of one job go together", async () => {
    const before = now();
    await add(ONE, namesakes);
    expect(namesakes.map(trusted)).toEqual([true, true, true]);
    await remove(ONE);
    expect(now()).toEqual(before);
  });
});

describe("somebody else's link that leads nowhere", () => {
  test.each([
    ["by name", ["foo.pem"]],
    ["by hash", ["0badc0de.0"]],
    ["by both", ["foo.pem", "0badc0de.0"]],
    ["with a name like ours", ["azs-login-mine.pem", "azs-login-0123.pem"]],
  ])("%s, does not prevent the change, and stays", async (_, names) => {
    for (const name of names) symlinkSync("/nowhere/at-all", path.join(certificates, name));
    const before = now();
    await add(ONE);
    expect(trusted(ISRG)).toBe(true);
    await store.heal(machine);
    expect(trusted(ISRG)).toBe(true);
    await remove(ONE);
    expect(now()).toEqual(before);
  });

  // OpenSSL then looks for no further number. The bundle still works.
  test("with the same hash, does not affect programs that read the bundle, and stays", async () => {
    symlinkSync("/nowhere", path.join(certificates, `${hashOf(ISRG)}.0`));
    const before = now();
    await add(ONE);
    expect(inBundle(ISRG)).toBe(true);
    expect(readlinkSync(path.join(certificates, `${hashOf(ISRG)}.1`))).toBe(`${shortName(ISRG)}.pem`);
    await remove(ONE);
    expect(now()).toEqual(before);
  });
});

describe("a job killed at each of its changes", () => {
  test("of adding is undone, with the real programs", async () => {
    const before = now();
    const moments = await atEachMoment(slow, (on) => add(ONE, [ISRG], on), {
      async check(moment) {
        await remove(ONE);
        expect(now(), `${moment}`).toEqual(before);
      },
    });
    expect(moments).toBeGreaterThan(8);
  });

  test("of undoing is undone the second time, and another of the same subject stays found", async () => {
    const empty = now();
    const moments = await atEachMoment(machine, (on) => remove(ONE, on), {
      async prepare() {
        await add(ONE, namesakes.slice(0, 1));
        await add(TWO, namesakes.slice(1, 2));
      },
      async check(moment) {
        await remove(ONE);
        expect(namesakes.map(trusted), `${moment}`).toEqual([false, true, false]);
        await remove(TWO);
        expect(now(), `${moment}`).toEqual(empty);
      },
    });
    expect(moments).toBeGreaterThan(6);
  });

  const HEALERS = [
    ["same", (on: Machine) => add(TWO, [ISRG], on), true],
    ["another", (on: Machine) => add(TWO, [DIGICERT], on), false],
    ["none", (on: Machine) => store.heal(on), false],
  ] as const;
  test.each([
    ["adding", false],
    ["undoing", true],
  ])("of %s is healed by a job with the same root, one with another, and one with none", async (_, undoing) => {
    const before = now();
    for (const [way, heal, stays] of HEALERS) {
      await atEachMoment(machine, (on) => (undoing ? remove(ONE, on) : add(ONE, [ISRG], on)), {
        prepare: async () => undoing && add(ONE),
        async check(moment) {
          await heal(withDead(machine, ONE));
          expect(inBundle(ISRG), `${way} ${moment}`).toBe(stays);
          await remove(TWO);
          expect(now(), `${way} ${moment}`).toEqual(before);
        },
      });
    }
  });

  test("while it wrote a file: what is half-written goes with the next job's look", async () => {
    const before = now();
    writeFileSync(`${bundle()}.azs-login`, "hal");
    writeFileSync(path.join(anchors, `${shortName(ISRG)}.crt.azs-login`), "hal");
    await store.heal(machine);
    expect(now()).toEqual(before);
  });
});

describe("healing", () => {
  test("leaves what living jobs need, and takes no lock to see it", async () => {
    await add(ONE);
    const before = now();
    mkdirSync(path.join(anchors, "azs-login.lock"));
    const start = performance.now();
    commands.length = 0;
    await store.heal(withDead(machine, TWO));
    expect(performance.now() - start).toBeLessThan(1000);
    expect(commands).toEqual([]);
    rmSync(path.join(anchors, "azs-login.lock"), { recursive: true });
    expect(now()).toEqual(before);
  });

  test("removes a dead job from the entry of a root that a living job needs too", async () => {
    const before = now();
    await add(ONE);
    await add(TWO);
    await store.heal(withDead(machine, ONE));
    expect(readFileSync(path.join(anchors, `${shortName(ISRG)}.crt`), "utf8")).not.toContain(`needed by ${ONE} `);
    expect(trusted(ISRG)).toBe(true);
    await remove(TWO);
    expect(now()).toEqual(before);
  });

  test("takes out an entry of the bundle without an anchor, which an older version left, and its links", async () => {
    const before = now();
    const left = (life: object) =>
      writeFileSync(bundle(), addRoots(THEIRS.pem, [ISRG], { ...jobNamed(ONE), ...life }, NOW));
    const link = () => {
      const name = `${shortName(ISRG)}.pem`;
      symlinkSync(path.join(anchors, `${shortName(ISRG)}.crt`), path.join(certificates, name));
      symlinkSync(name, path.join(certificates, `${hashOf(ISRG)}.0`));
    };
    left({});
    link();
    await store.heal(machine);
    expect(now()).toEqual(before);
    left({});
    link();
    await add(TWO, [DIGICERT]);
    expect([trusted(ISRG), trusted(DIGICERT)]).toEqual([false, true]);
    await remove(TWO);
    expect(now()).toEqual(before);
  });

  test("of a store with a stale lock removes it in the end", async () => {
    await add(ONE);
    await remove(ONE);
    const lock = path.join(anchors, "azs-login.lock");
    mkdirSync(lock);
    utimesSync(lock, 1e9, 1e9);
    await remove(ONE);
    expect(existsSync(lock)).toBe(false);
  });
});

describe("update-ca-certificates that somebody runs meanwhile", () => {
  test.each([
    ["while one job needs its root", [ONE]],
    ["while two jobs need it", [ONE, TWO]],
  ])("%s keeps the root, and leaves nothing of it", async (_, jobs) => {
    put("new", NEW);
    updateCaCertificates();
    const before = now();
    for (const job of jobs) await add(job);
    updateCaCertificates();
    expect([ISRG, THEIRS, NEW].map(trusted)).toEqual([true, true, true]);
    // Ours is between the others.
    const order = certificateBlocks(readFileSync(bundle(), "utf8"));
    expect(order.indexOf(ISRG.pem.trim())).toBe(1);
    await add(THREE, [DIGICERT]);
    expect([ISRG, DIGICERT].map(trusted)).toEqual([true, true]);
    for (const job of [...jobs, THREE]) await remove(job);
    expect(now()).toEqual(before);
    expect(readFileSync(bundle(), "utf8")).toBe(`${NEW.pem}${THEIRS.pem}`);
  });

  test("with an anchor of somebody else's that is new keeps theirs", async () => {
    await add(ONE);
    put("new", NEW);
    updateCaCertificates();
    await remove(ONE);
    expect([ISRG, THEIRS, NEW].map(trusted)).toEqual([false, true, true]);
    expect(readdirSync(anchors)).toEqual([]);
    expect(readdirSync(certificates).filter((name) => name.includes("azs-login"))).toEqual([]);
  });
});
