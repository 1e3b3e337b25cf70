import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { endedOn, type Machine } from "../../../src/trust/store/store.ts";
import { addToKeystore, removeFromKeystore } from "../../../src/trust/stores/keystore.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";
import { jobNamed, killedAt, NOW, outcome, playedKeytool, playedMachine, withDead } from "./machines.ts";

const ISRG = publicRoot(/^CN=ISRG Root X1,/);
const DIGICERT = publicRoot(/^CN=DigiCert Global Root G2,/);
const THEIRS = publicRoot(/^CN=NetLock Arany/);
const ORIGINAL = `alias theirs\n${THEIRS.pem}`;
const [ONE, TWO] = ["azs-login-1", "azs-login-2"];

let folder = "";
let keystore = { file: "", keytool: "/jdk/bin/keytool" };
let machine: Machine;
let commands: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  keystore = { ...keystore, file: path.join(folder, "cacerts") };
  writeFileSync(keystore.file, ORIGINAL);
  announced = [];
  ({ machine, commands } = playedMachine(playedKeytool()));
});
const content = () => readFileSync(keystore.file, "utf8");
const files = () => readdirSync(folder);
let announced: string[] = [];
const add = (job: string, roots = [ISRG], on = machine) =>
  on.shared.exclusively(folder, (files) =>
    addToKeystore({ ...keystore, files }, roots, jobNamed(job), on, async () => void announced.push(job)),
  );
const remove = (job: string | undefined, on = machine, now = NOW) =>
  on.shared.exclusively(folder, (files) =>
    removeFromKeystore({ ...keystore, files }, endedOn({ ...on, now }, job), on),
  );
const holds = (root: typeof ISRG) => content().includes(root.pem.trim());
const restored = () => {
  expect(content()).toBe(ORIGINAL);
  expect(files()).toEqual(["cacerts"]);
  expect(readdirSync(machine.folder)).toEqual([]);
};

describe("a keystore", () => {
  test("is restored to the byte after one job, without keytool", async () => {
    await add(ONE, [ISRG, DIGICERT]);
    expect([ISRG, DIGICERT, THEIRS].every(holds)).toBe(true);
    commands.length = 0;
    await remove(ONE);
    restored();
    expect(commands).toEqual([]);
  });

  test("keytool works on a copy, and gets the password in a variable", async () => {
    await add(ONE);
    expect(commands).toEqual([
      expect.stringMatching(/^\/jdk\/bin\/keytool -J\S+ -J\S+ -list -keystore \S+ -storepass:env \S+ -rfc$/),
      expect.stringMatching(
        /^\/jdk\/bin\/keytool -J\S+ -J\S+ -importcert -keystore \S+ -storepass:env \S+ -noprompt -alias azs-login-96bcec06264976f3$/,
      ),
    ]);
    expect(commands.join(" ")).not.toMatch(/changeit|cacerts/);
  });

  test.each([
    [ONE, TWO],
    [TWO, ONE],
  ])("of two jobs with one root is restored when %s and then %s ended", async (first, last) => {
    await add(ONE);
    const made = content();
    commands.length = 0;
    await add(TWO);
    expect([content(), commands]).toEqual([made, []]);
    await remove(first);
    expect(content()).toBe(made);
    await remove(last);
    restored();
  });

  test.each([
    [ONE, TWO],
    [TWO, ONE],
  ])("of two jobs with roots of their own is restored when %s and then %s ended", async (first, last) => {
    await add(ONE, [ISRG]);
    await add(TWO, [ISRG, DIGICERT]);
    await remove(first);
    expect([holds(ISRG), holds(DIGICERT)]).toEqual([true, last === TWO]);
    await remove(last);
    restored();
  });

  test("comes back itself, with its inode, and is announced only when it changes", async () => {
    const { ino } = statSync(keystore.file);
    await add(ONE);
    await add(TWO);
    expect(statSync(keystore.file).ino).not.toBe(ino);
    await remove(ONE);
    await remove(TWO);
    expect([statSync(keystore.file).ino, announced]).toEqual([ino, [ONE, TWO]]);
    restored();
  });

  test("is restored by any job once the one that changed it is dead", async () => {
    await add(ONE);
    await remove(undefined);
    expect(holds(ISRG)).toBe(true);
    await remove(undefined, withDead(machine, ONE));
    restored();
  });

  test("keeps a root that it had before", async () => {
    await add(ONE, [THEIRS]);
    expect(announced).toEqual([]);
    restored();
    await remove(ONE);
    restored();
  });

  test("is restored once a job that died five days ago counts no longer", async () => {
    await add(ONE);
    await add(TWO);
    await remove(TWO, machine, new Date(NOW.getTime() + 5 * 86_400_000 + 1));
    restored();
  });

  test("that went with its JDK needs nothing", async () => {
    await add(ONE);
    writeFileSync(path.join(folder, "other"), "");
    rmSync(keystore.file);
    await remove(ONE);
    expect(files()).toEqual(["other"]);
  });
});

describe("a job killed at any of its changes", () => {
  for (let moment = 0; moment < 4; moment += 1) {
    test(`${moment} of adding`, async () => {
      await expect(add(ONE, [ISRG], killedAt(moment, machine))).rejects.toThrow("killed");
      await remove(ONE);
      restored();
    });

    test(`${moment} of adding, while another goes on`, async () => {
      await add(TWO, [DIGICERT]);
      await expect(add(ONE, [ISRG], killedAt(moment, machine))).rejects.toThrow("killed");
      await remove(ONE);
      expect([holds(ISRG), holds(DIGICERT)]).toEqual([false, true]);
      await remove(TWO);
      restored();
    });

    test(`${moment} of adding, before another comes`, async () => {
      await expect(add(ONE, [ISRG], killedAt(moment, machine))).rejects.toThrow("killed");
      await add(TWO, [ISRG]);
      expect(holds(ISRG)).toBe(true);
      await remove(ONE);
      expect(holds(ISRG)).toBe(true);
      await remove(TWO);
      restored();
    });
  }

  test("of undoing: a second time completes it", async () => {
    for (let moment = 0; ; moment += 1) {
      await add(ONE, [ISRG]);
      await add(TWO, [DIGICERT]);
      const mortal = killedAt(moment, machine);
      await remove(ONE, mortal).catch(() => undefined);
      await remove(ONE);
      expect([holds(ISRG), holds(DIGICERT)], `${moment}`).toEqual([false, true]);
      await remove(TWO, killedAt(moment, machine)).catch(() => undefined);
      await remove(TWO);
      restored();
      if (mortal.survived()) break;
    }
  });

  test("of undoing: a job that comes before it is completed gets its root", async () => {
    for (let moment = 0; ; moment += 1) {
      await add(ONE, [ISRG]);
      const mortal = killedAt(moment, machine);
      await remove(ONE, mortal).catch(() => undefined);
      await add(TWO, [ISRG]);
      expect(holds(ISRG), `${moment}`).toBe(true);
      await remove(ONE);
      expect(holds(ISRG), `${moment}`).toBe(true);
      await remove(TWO);
      restored();
      if (mortal.survived()) break;
    }
  });

  test("of adding: a ledger that it left half-written goes", async () => {
    writeFileSync(path.join(folder, "cacerts.azs-login-roots.azs-login"), "hal");
    await remove(ONE);
    restored();
  });

  test("of adding: a keystore that it left half-written goes", async () => {
    await expect(add(ONE, [ISRG], killedAt(1, machine))).rejects.toThrow("killed");
    writeFileSync(path.join(folder, "cacerts.azs-login"), "hal");
    await remove(ONE);
    restored();
  });
});

describe("what another program changed meanwhile", () => {
  const change = () => writeFileSync(keystore.file, `alias new\n${DIGICERT.pem}${content()}`);

  test("stays, and the root goes", async () => {
    await add(ONE);
    change();
    await remove(ONE);
    expect([holds(ISRG), holds(DIGICERT), holds(THEIRS)]).toEqual([false, true, true]);
    expect(files()).toEqual(["cacerts"]);
  });

  test("stays with the root of a job that comes and one that goes on", async () => {
    await add(ONE);
    change();
    await add(TWO, [ISRG]);
    await remove(ONE);
    expect([holds(ISRG), holds(DIGICERT)]).toEqual([true, true]);
    await remove(TWO);
    expect([holds(ISRG), holds(DIGICERT)]).toEqual([false, true]);
    expect(files()).toEqual(["cacerts"]);
  });

  test("stays when it took our root out", async () => {
    await add(ONE);
    writeFileSync(keystore.file, "new\n");
    await remove(ONE);
    expect(content()).toBe("new\n");
    expect(files()).toEqual(["cacerts"]);
  });

  test("stays when it came while keytool was at work", async () => {
    const played = playedKeytool();
    ({ machine } = playedMachine(async (...args) => {
      if (args[1].includes("-importcert")) writeFileSync(keystore.file, "new\n");
      return played(...args);
    }));
    await expect(add(ONE)).rejects.toThrow("changed by another program");
    await remove(ONE);
    expect(content()).toBe("new\n");
    expect(files()).toEqual(["cacerts"]);
  });
});

describe("a refusal of keytool", () => {
  test.each([
    ["AZS334", "keytool error: java.io.IOException: keystore password was incorrect\n"],
    ["AZS334", "keytool error: java.io.IOException: Keystore was tampered with, or password was incorrect\n"],
    ["AZS335", "keytool error: java.security.KeyStoreException: Unrecognized keystore format.\n"],
    ["AZS335", ""],
  ])("%s: %s", async (code, words) => {
    ({ machine } = playedMachine(async () => outcome(1, words)));
    const failure = await failureOf(code, () => add(ONE));
    expect(failure.problem).toContain(keystore.file);
    restored();
  });
});
