import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { Root } from "../../../src/certificates/roots.ts";
import { processes } from "../../../src/io/processes.ts";
import { sharedFiles } from "../../../src/io/shared-files.ts";
import { findJdk, type Jdk, javaStore, removeFromJava } from "../../../src/trust/java.ts";
import { temporaryFolder } from "../folder.ts";
import { publicRoot } from "../samples.ts";

const ONE = publicRoot(/^CN=ISRG Root X1,/);
const TWO = publicRoot(/^CN=DigiCert Global Root G2,/);
const THEIRS = publicRoot(/^CN=DigiCert Global Root G3,/);
const NOW = new Date("2026-11-21T03:00:00Z");
const [JOB, OTHER_JOB] = ["azs-login-1", "azs-login-2"];
const KEYTOOL = "/usr/bin/keytool";
const shared = sharedFiles(processes(process.env, { record: async () => undefined }));

const keytool = (...args: readonly string[]): string =>
  execFileSync(KEYTOOL, [...args, "-noprompt", "-storepass", "changeit"], { encoding: "utf8", stdio: "pipe" });

/** A keystore with one root of somebody's own. */
function makeJdk(type = "JKS"): Jdk {
  const folder = temporaryFolder();
  const keystore = path.join(folder, "cacerts");
  importInto(keystore, "theirs", THEIRS, "-storetype", type);
  return { keystore, keytool: KEYTOOL };
}

function importInto(keystore: string, alias: string, { pem }: Root, ...more: readonly string[]): void {
  const file = path.join(temporaryFolder(), "root.pem");
  writeFileSync(file, pem);
  keytool("-importcert", "-alias", alias, "-file", file, "-keystore", keystore, ...more);
}

const bytes = ({ keystore }: Jdk) => readFileSync(keystore).toString("base64");
const beside = ({ keystore }: Jdk) => readdirSync(path.dirname(keystore));
const aliases = ({ keystore }: Jdk) =>
  [...keytool("-list", "-keystore", keystore).matchAll(/^(\S+), .*trustedCertEntry/gm)]
    .map(([, alias]) => alias)
    .sort();
const add = (jdk: Jdk, roots: readonly Root[], job = JOB) => javaStore(jdk).add(roots, job, NOW, shared);
const remove = (jdk: Jdk, job = JOB) => removeFromJava(javaStore(jdk).plan([], job), NOW, shared);

describe.each(["JKS", "PKCS12"])("a keystore of Java, %s", (type) => {
  test("gets the roots, and comes back to the byte", { timeout: 60_000 }, async () => {
    const jdk = makeJdk(type);
    const before = bytes(jdk);
    await add(jdk, [ONE, TWO]);
    expect(aliases(jdk)).toEqual([
      expect.stringMatching(/^azs-login-/),
      expect.stringMatching(/^azs-login-/),
      "theirs",
    ]);
    expect(bytes(jdk)).not.toBe(before);
    await remove(jdk);
    expect(bytes(jdk)).toBe(before);
    expect(beside(jdk)).toEqual(["cacerts"]);
    await remove(jdk);
    expect(bytes(jdk)).toBe(before);
  });
});

describe("a keystore of Java that two jobs need", () => {
  test.each([
    ["for the same root", [ONE]],
    ["for a root each", [TWO]],
    ["for more roots", [ONE, TWO]],
  ])("%s keeps what the other needs, and comes back to the byte", { timeout: 90_000 }, async (_what, second) => {
    for (const [first, last] of [
      [JOB, OTHER_JOB],
      [OTHER_JOB, JOB],
    ]) {
      const jdk = makeJdk();
      const before = bytes(jdk);
      await add(jdk, [ONE], JOB);
      await add(jdk, second, OTHER_JOB);
      await remove(jdk, first);
      const needed = last === JOB ? [ONE] : second;
      expect(aliases(jdk)).toHaveLength(needed.length + 1);
      await remove(jdk, last);
      expect(bytes(jdk)).toBe(before);
      expect(beside(jdk)).toEqual(["cacerts"]);
    }
  });
});

describe("a keystore of Java that is somebody else's, too", () => {
  test("keeps a root that it held before, untouched", { timeout: 60_000 }, async () => {
    const jdk = makeJdk();
    const before = bytes(jdk);
    await add(jdk, [THEIRS]);
    expect([bytes(jdk), beside(jdk)]).toEqual([before, ["cacerts"]]);
    await remove(jdk);
    expect(bytes(jdk)).toBe(before);
  });

  test.each([
    ["after the first job", false],
    ["between two jobs", true],
  ])("keeps what somebody added %s, and loses ours", { timeout: 90_000 }, async (_what, second) => {
    const jdk = makeJdk();
    await add(jdk, [ONE]);
    importInto(jdk.keystore, "later", TWO);
    if (second) await add(jdk, [ONE, publicRoot(/^CN=GTS Root R1,/)], OTHER_JOB);
    await remove(jdk);
    if (second) await remove(jdk, OTHER_JOB);
    expect(aliases(jdk)).toEqual(["later", "theirs"]);
    expect(beside(jdk)).toEqual(["cacerts"]);
  });

  test("where somebody took our root out already", { timeout: 60_000 }, async () => {
    const jdk = makeJdk();
    await add(jdk, [ONE]);
    keytool("-delete", "-alias", String(aliases(jdk)[0]), "-keystore", jdk.keystore);
    await remove(jdk);
    expect(aliases(jdk)).toEqual(["theirs"]);
    expect(beside(jdk)).toEqual(["cacerts"]);
  });

  test("with a password of their own says so and is left alone", { timeout: 60_000 }, async () => {
    const jdk = makeJdk();
    keytool("-storepasswd", "-new", "another", "-keystore", jdk.keystore);
    const before = bytes(jdk);
    await expect(add(jdk, [ONE])).rejects.toThrow(/keytool -list of \S+cacerts: .*password/);
    expect([bytes(jdk), beside(jdk)]).toEqual([before, ["cacerts"]]);
  });
});

describe("a job that is killed while it changes the keystore", () => {
  /** The files beside the keystore are made one after the other: each prefix of that order is a moment. */
  const copies = { original: 1, made: 2, keystore: 3 };
  test.each(Object.entries(copies))("before it writes its %s", { timeout: 60_000 }, async (_what, moment) => {
    const jdk = makeJdk();
    const before = bytes(jdk);
    let left = moment;
    const dying = <Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>) => {
      return async (...args: Args) => {
        left -= 1;
        if (left <= 0) throw new Error("killed");
        await work(...args);
      };
    };
    const ledger = `${jdk.keystore}.azs-login-roots.pem`;
    const change = dying(shared.change);
    const machine = {
      ...shared,
      copy: dying(shared.copy),
      change: (file: string, how: (text: string) => string) =>
        file === ledger ? shared.change(file, how) : change(file, how),
    };
    await expect(javaStore(jdk).add([ONE], JOB, NOW, machine)).rejects.toThrow("killed");
    expect(bytes(jdk)).toBe(before);
    await add(jdk, [ONE], OTHER_JOB);
    expect(aliases(jdk)).toHaveLength(2);
    await remove(jdk);
    await remove(jdk, OTHER_JOB);
    expect(bytes(jdk)).toBe(before);
    expect(beside(jdk)).toEqual(["cacerts"]);
  });

  test("and never comes back is forgotten by post alone", { timeout: 60_000 }, async () => {
    const jdk = makeJdk();
    const before = bytes(jdk);
    const machine = { ...shared, copy: async () => Promise.reject(new Error("killed")) };
    await expect(javaStore(jdk).add([ONE], JOB, NOW, machine)).rejects.toThrow("killed");
    await remove(jdk);
    expect([bytes(jdk), beside(jdk)]).toEqual([before, ["cacerts"]]);
  });
});

describe("the JDK is found", () => {
  function home(...files: readonly string[]): string {
    const folder = temporaryFolder();
    for (const file of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), "", { mode: 0o755 });
    }
    return folder;
  }
  const NINE = ["bin/java", "bin/keytool", "lib/security/cacerts"];
  const EIGHT = ["bin/java", "bin/keytool", "jre/bin/keytool", "jre/lib/security/cacerts"];

  test("at JAVA_HOME, before the one on PATH", async () => {
    const [wanted, other] = [home(...NINE), home(...NINE)];
    vi.stubEnv("PATH", path.join(other, "bin"));
    const keystore = path.join(wanted, "lib/security/cacerts");
    expect(await findJdk({ JAVA_HOME: wanted })).toEqual({ keystore, keytool: path.join(wanted, "bin/keytool") });
    vi.unstubAllEnvs();
  });

  test("on PATH through links, as Debian's alternatives", async () => {
    const jdk = home(...NINE);
    const bin = temporaryFolder();
    symlinkSync(path.join(jdk, "bin/java"), path.join(bin, "java"));
    vi.stubEnv("PATH", bin);
    expect(await findJdk({})).toMatchObject({ keystore: path.join(jdk, "lib/security/cacerts") });
    vi.unstubAllEnvs();
  });

  test("with the runtime of JDK 8", async () => {
    const jdk = home(...EIGHT);
    expect(await findJdk({ JAVA_HOME: jdk })).toMatchObject({ keystore: path.join(jdk, "jre/lib/security/cacerts") });
  });

  test("with jssecacerts, which goes before cacerts", async () => {
    const jdk = home(...NINE, "lib/security/jssecacerts");
    expect(await findJdk({ JAVA_HOME: jdk })).toMatchObject({ keystore: path.join(jdk, "lib/security/jssecacerts") });
  });

  test("with a keystore that is a link: its target is what changes", async () => {
    const jdk = home("bin/keytool", "elsewhere/cacerts");
    mkdirSync(path.join(jdk, "lib/security"), { recursive: true });
    symlinkSync(path.join(jdk, "elsewhere/cacerts"), path.join(jdk, "lib/security/cacerts"));
    expect(await findJdk({ JAVA_HOME: jdk })).toMatchObject({ keystore: path.join(jdk, "elsewhere/cacerts") });
  });

  test.each([
    ["no keystore", ["bin/keytool"]],
    ["no keytool", ["lib/security/cacerts"]],
    ["nothing", undefined],
  ])("or not: %s", async (_what, files) => {
    vi.stubEnv("PATH", "");
    const jdk = await findJdk({ JAVA_HOME: files === undefined ? "" : home(...files) });
    expect(jdk).toBeUndefined();
    expect(await javaStore(jdk).unavailable(shared)).toContain("no JDK");
    vi.unstubAllEnvs();
  });
});
