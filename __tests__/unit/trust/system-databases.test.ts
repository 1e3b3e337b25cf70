import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { LockedFiles } from "../../../src/io/shared-files.ts";
import type { Machine, StoredRoots } from "../../../src/trust/store/store.ts";
import { type CertificateDatabase, databaseStore } from "../../../src/trust/system/certificate-database.ts";
import { keychain } from "../../../src/trust/system/macos.ts";
import { windowsStore } from "../../../src/trust/system/windows.ts";
import { failureOf } from "../failures.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";
import { jobNamed, outcome, playedMachine, real, withDead } from "./machines.ts";

const ISRG = publicRoot(/^CN=ISRG Root X1,/);
const SHA1 = ISRG.fingerprints.sha1.replaceAll(":", "");
const NEEDS_FILE = "azs-login-96bcec06264976f3.pem";
const [ONE, TWO] = ["azs-login-1", "azs-login-2"];

/** Does a store's work under its lock. */
const locked = (machine: Machine, work: (files: LockedFiles) => Promise<void>) =>
  machine.shared.exclusively(temporaryFolder(), work);

describe("a store that is a database", () => {
  let folder = "";
  let held: Set<string>;
  let machine: Machine;
  let dies: "before" | "after" | "denied" | undefined;
  const database: CertificateDatabase = {
    needsFolder: () => folder,
    unavailable: async () => undefined,
    holds: async (sha1) => held.has(sha1),
    async add(file) {
      if (dies === "before") throw new Error("killed");
      const pem = readFileSync(file, "utf8");
      expect(pem).toBe(ISRG.pem);
      held.add(hash("sha1", ISRG.der).toUpperCase());
      if (dies === "after") throw new Error("killed");
    },
    async remove(_, sha1) {
      if (dies === "denied") throw new Error("denied");
      expect(held.delete(sha1)).toBe(true);
      if (dies === "after") throw new Error("killed");
    },
  };
  const store = databaseStore(database);
  beforeEach(() => {
    folder = temporaryFolder();
    held = new Set(["THEIRS"]);
    dies = undefined;
    ({ machine } = playedMachine(async () => outcome(0)));
  });
  const announced: StoredRoots[] = [];
  const add = (job: string, on = machine) =>
    store.add([ISRG], jobNamed(job), on, async (stored) => void announced.push(stored));
  const remove = (job: string) => store.remove({ store: "system", files: [NEEDS_FILE], job }, machine);
  const restored = () => expect([[...held], readdirSync(folder)]).toEqual([["THEIRS"], []]);

  test.each([
    [ONE, TWO],
    [TWO, ONE],
  ])("loses the root of two jobs when %s and then %s ended", async (first, last) => {
    await add(ONE);
    await add(TWO);
    await remove(first);
    expect(held).toContain(SHA1);
    await remove(last);
    restored();
    await remove(last);
    restored();
  });

  test("loses a dead job's root to the next job's look, and keeps a living one's", async () => {
    await add(ONE);
    await store.heal(withDead(machine, TWO));
    expect(held).toContain(SHA1);
    await store.heal(withDead(machine, ONE));
    restored();
  });

  test("keeps a root that it had before", async () => {
    held.add(SHA1);
    announced.length = 0;
    await add(ONE);
    expect(announced).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    await remove(ONE);
    expect(held).toContain(SHA1);
  });

  test.each(["before", "after"] as const)("is restored after a job killed %s it changed it", async (moment) => {
    dies = moment;
    await expect(add(ONE)).rejects.toThrow("killed");
    dies = undefined;
    await remove(ONE);
    restored();
  });

  test("gets the root from the next job when one was killed before it came to it", async () => {
    dies = "before";
    await expect(add(ONE)).rejects.toThrow("killed");
    dies = undefined;
    await add(TWO);
    expect(held).toContain(SHA1);
    await remove(ONE);
    expect(held).toContain(SHA1);
    await remove(TWO);
    restored();
  });

  test("that fails to take it out says so, and forgets the job", async () => {
    await add(ONE);
    dies = "after";
    await expect(remove(ONE)).rejects.toThrow("killed");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("whose root cannot be removed keeps it until the next job, which removes it", async () => {
    await add(ONE);
    dies = "denied";
    await expect(remove(ONE)).rejects.toThrow("denied");
    expect(readdirSync(folder)).toHaveLength(1);
    dies = undefined;
    await add(TWO);
    await remove(ONE);
    await remove(TWO);
    restored();
  });
});

describe("the programs of macOS", () => {
  const KEYCHAIN = "/Library/Keychains/System.keychain";
  const ALARM = "sudo -n /usr/bin/perl -e alarm shift; exec @ARGV or die 20 /usr/bin/security";

  test("find, trust and delete a certificate", async () => {
    const said = `SHA-256 hash: 00${SHA1}\nSHA-1 hash: ${SHA1}\nkeychain: "${KEYCHAIN}"\n`;
    const { machine, commands } = playedMachine(async () => outcome(0, said));
    expect(await keychain.unavailable(machine)).toBeUndefined();
    expect([await keychain.holds(SHA1, machine), await keychain.holds("00", machine)]).toEqual([true, false]);
    await locked(machine, (files) => keychain.add("/job/root.pem", files, machine));
    await locked(machine, (files) => keychain.remove("/job/root.pem", SHA1, files, machine));
    const find = `/usr/bin/security find-certificate -a -Z ${KEYCHAIN} /System/Library/Keychains/SystemRootCertificates.keychain`;
    expect(commands).toEqual([
      "sudo -n true",
      ...[find, find],
      `${ALARM} add-trusted-cert -d -r trustRoot -k ${KEYCHAIN} /job/root.pem`,
      `${ALARM} remove-trusted-cert -d /job/root.pem`,
      `sudo -n /usr/bin/security delete-certificate -Z ${SHA1} ${KEYCHAIN}`,
    ]);
  });

  test("delete the certificate also when its trust setting cannot be removed, and say so", async () => {
    const { machine, commands } = playedMachine(async (_, args) =>
      outcome(args.includes("remove-trusted-cert") ? 142 : 0),
    );
    await expect(locked(machine, (files) => keychain.remove("/job/root.pem", SHA1, files, machine))).rejects.toThrow(
      "remove-trusted-cert",
    );
    expect(commands.at(-1)).toContain("delete-certificate");
  });

  test("change the keychain only when it is asked for by name", () => {
    expect(databaseStore(keychain).onlyByName).toContain("name system");
    expect(windowsStore.onlyByName).toBeUndefined();
  });

  test("cannot be used without a sudo that asks for no password", async () => {
    const { machine } = playedMachine(async () => outcome(1));
    expect((await keychain.unavailable(machine))?.reason).toContain("without a password");
  });

  test("do not wait for a dialog that nobody sees", async () => {
    let limited: readonly string[] = [];
    const { machine } = playedMachine(async (_, args) => {
      if (args.includes("add-trusted-cert")) limited = args.slice(1);
      return outcome(0);
    });
    await locked(machine, (files) => keychain.add("/job/root.pem", files, machine));
    const [perl = "", ...args] = limited;
    const start = performance.now();
    const hangs = [...args.slice(0, args.indexOf("20")), "1", "sleep", "30"];
    expect((await real.run(perl, hangs)).exitCode).not.toBe(0);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe("the programs of Windows", () => {
  const HIGH = '"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""';
  const ADMINISTRATOR = '"BUILTIN\\Administrators","Alias","S-1-5-32-544",""';
  const CERTUTIL = "C:\\Windows\\System32\\certutil.exe";

  test("add a root for a job and take it out", async () => {
    const folder = temporaryFolder();
    const environment = { ProgramFiles: folder, SystemRoot: "C:\\Windows" };
    let held = false;
    const { machine, commands } = playedMachine(async (_, args) => {
      if (args.includes("/groups")) return outcome(0, `${ADMINISTRATOR}\r\n${HIGH}`);
      return outcome(args.includes("-store") && !held ? -2146885628 : 0);
    }, environment);
    expect(await windowsStore.unavailable(machine)).toBeUndefined();
    const announced: StoredRoots[] = [];
    await windowsStore.add([ISRG], jobNamed(ONE), machine, async (stored) => void announced.push(stored));
    expect(readdirSync(folder)).toEqual([NEEDS_FILE]);
    held = true;
    expect(announced).toEqual([{ store: "system", files: [NEEDS_FILE], job: ONE }]);
    for (const stored of announced) await windowsStore.remove(stored, machine);
    expect(readdirSync(folder)).toEqual([]);
    expect(commands).toEqual([
      "C:\\Windows\\System32\\whoami.exe /groups",
      `${CERTUTIL} -store Root ${SHA1}`,
      expect.stringMatching(/certutil\.exe -addstore -f Root \S+root-[0-9a-f-]+\.pem$/),
      `${CERTUTIL} -store Root ${SHA1}`,
      `${CERTUTIL} -delstore Root ${SHA1}`,
    ]);
    const [written = ""] = readdirSync(machine.folder);
    expect(readFileSync(path.join(machine.folder, written), "utf8")).toBe(ISRG.pem);
  });

  test.each([
    ["an administrator's that is not elevated", `${ADMINISTRATOR}\r\n${HIGH.replace("12288", "8192")}`],
    ["a service's of NETWORK SERVICE", HIGH.replace("12288", "16384")],
  ])("are not used by a process that is %s", async (_, groups) => {
    const { machine } = playedMachine(async () => outcome(0, groups));
    await failureOf("AZS336", () => windowsStore.unavailable(machine));
  });
});
