import { describe, expect, test } from "vitest";
import type { Root } from "../../../src/certificates/roots.ts";
import { macosStore, removeFromMacos } from "../../../src/trust/macos.ts";
import { publicRoot } from "../samples.ts";
import { fakeMachine } from "./machine.ts";

const ONE = publicRoot(/^CN=ISRG Root X1,/);
const TWO = publicRoot(/^CN=DigiCert Global Root G2,/);
const NOW = new Date("2026-11-21T03:00:00Z");
const KEYCHAIN = "/Library/Keychains/System.keychain";
const LEDGER = "/etc/ssl/azs-login-roots.pem";
const [JOB, OTHER_JOB] = ["azs-login-1", "azs-login-2"];
const bare = (fingerprint: string) => fingerprint.replaceAll(":", "");
const ADD = `security add-trusted-cert -d -r trustRoot -k ${KEYCHAIN} <file 0>.pem`;
const remove = ({ fingerprints }: Root) => [
  "security remove-trusted-cert -d <file 0>.pem",
  `security delete-certificate -Z ${bare(fingerprints.sha1)} ${KEYCHAIN}`,
];

/** A system keychain, as security(1) lists and changes it. */
function keychain(...held: readonly Root[]) {
  const hashes = new Set(held.map(({ fingerprints }) => fingerprints));
  const known = [ONE, TWO];
  return fakeMachine(
    (command) => {
      if (command !== `security find-certificate -a -Z ${KEYCHAIN}`) throw new Error(command);
      const entries = [...hashes].map(
        ({ sha1, sha256 }) => `SHA-256 hash: ${bare(sha256)}\nSHA-1 hash: ${bare(sha1)}\nkeychain: "${KEYCHAIN}"\n`,
      );
      return { stdout: entries.join("") };
    },
    ([, command, option, hash]) => {
      if (command === "add-trusted-cert") hashes.add(ONE.fingerprints);
      const gone = known.find(({ fingerprints }) => option === "-Z" && bare(fingerprints.sha1) === hash);
      if (command === "delete-certificate" && gone) hashes.delete(gone.fingerprints);
    },
  );
}

describe("the system keychain of macOS", () => {
  test("gets a root, and loses it with the job", async () => {
    const { shared, files, commands } = keychain(TWO);
    const stored = macosStore.plan([ONE], JOB);
    expect(stored).toEqual({ store: "macos", files: [LEDGER], job: JOB });
    await macosStore.add([ONE], JOB, NOW, shared);
    expect(commands).toEqual([ADD]);
    expect([...files.keys()]).toEqual([LEDGER]);
    await removeFromMacos(stored, NOW, shared);
    expect(commands).toEqual([ADD, ...remove(ONE)]);
    expect(files.size).toBe(0);
  });

  test("keeps a root that it held before", async () => {
    const { shared, files, commands } = keychain(ONE);
    await macosStore.add([ONE], JOB, NOW, shared);
    await removeFromMacos(macosStore.plan([ONE], JOB), NOW, shared);
    expect([commands, files.size]).toEqual([[], 0]);
  });

  test("keeps a root until the last of two jobs is done", async () => {
    const { shared, commands } = keychain();
    for (const job of [JOB, OTHER_JOB]) await macosStore.add([ONE], job, NOW, shared);
    expect(commands).toEqual([ADD]);
    await removeFromMacos(macosStore.plan([ONE], JOB), NOW, shared);
    expect(commands).toEqual([ADD]);
    await removeFromMacos(macosStore.plan([ONE], OTHER_JOB), NOW, shared);
    expect(commands).toEqual([ADD, ...remove(ONE)]);
  });

  test("gets what the ledger of a killed job promised", async () => {
    const { shared, files, commands } = keychain();
    await macosStore.add([ONE], JOB, NOW, shared);
    const ledger = files.get(LEDGER) ?? "";
    const { shared: second, files: secondFiles, commands: secondCommands } = keychain();
    secondFiles.set(LEDGER, ledger);
    await macosStore.add([ONE], OTHER_JOB, NOW, second);
    expect(secondCommands).toEqual(commands);
  });

  test("is undone twice, and where the root went by another hand, without harm", async () => {
    const { shared, commands } = keychain();
    await macosStore.add([ONE], JOB, NOW, shared);
    await shared.run("", "security", ["delete-certificate", "-Z", bare(ONE.fingerprints.sha1)]);
    const before = commands.length;
    const stored = macosStore.plan([ONE], JOB);
    await removeFromMacos(stored, NOW, shared);
    await removeFromMacos(stored, NOW, shared);
    expect(commands).toHaveLength(before);
  });

  test("that cannot be read is left alone", async () => {
    const { shared, files } = fakeMachine(() => ({ exitCode: 1, stderr: "security: SecKeychainCopy: denied\n" }));
    await expect(macosStore.add([ONE], JOB, NOW, shared)).rejects.toThrow("denied");
    expect(files.size).toBe(0);
  });

  test("is unavailable without rights", async () => {
    const { shared } = fakeMachine();
    expect(await macosStore.unavailable(shared)).toBeUndefined();
    expect(await macosStore.unavailable({ ...shared, mayChange: async () => false })).toContain("password");
  });
});
