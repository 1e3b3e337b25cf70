import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Authority, makeLeaf, makeRoot } from "../../emulator/certificates.ts";
import type { Runner } from "../../emulator/runner.ts";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import {
  encryptedKey,
  integer,
  keyBags,
  nothing,
  pbkdf2,
  pem,
  pfxOf,
  pkcs12Key,
  scrypt,
  sequence,
  tagged,
} from "../support/der.ts";
import { expectNothingRuns, measuredMain } from "./measured.ts";
import {
  azThatNeverRuns,
  changed,
  expectFailure,
  expectSilentPost,
  openRunner,
  scenarioInputs,
  spoken,
} from "./support.ts";

const SHA512 = "608648016503040203";
const MOST_INT = 2 ** 31 - 1;
const LONGEST_MS = 30_000;

interface Made {
  readonly good: Authority;
  readonly expired: Authority;
  readonly bare: Authority;
  readonly leaf: Authority;
}
const stage: { emulator?: Emulator; made?: Made } = {};

beforeAll(async () => {
  const [good, expired, bare] = await Promise.all([
    makeRoot({ subject: "Good Root" }),
    makeRoot({ subject: "Old Root", notBefore: new Date("2020-01-01"), days: 365 }),
    makeRoot({ subject: "Bare Root", keyIdentifiers: false }),
  ]);
  stage.made = { good, expired, bare, leaf: await makeLeaf(good, ["application"]) };
  stage.emulator = await startEmulator();
});
afterAll(() => stage.emulator?.close());

type Content = (made: Made) => string | Buffer;
/** Creates the file that the step reads, below `runner.workspace`. */
type Put = (file: string) => Promise<void> | void;

const many = (number: number, { pem: text }: Authority) => text.repeat(number);
const written =
  (content: Content): Put =>
  (file) =>
    writeFile(file, stage.made === undefined ? "" : content(stage.made));

async function sparse(file: string): Promise<void> {
  const handle = await open(file, "w");
  await handle.truncate(2_000_000_000);
  await handle.close();
}

type Changes = Readonly<Record<string, string | undefined>>;
type WhenFinished = (end: () => Promise<void>) => void;

/** Runs the step with a file. It must fail quickly, use little memory, and leave nothing behind. */
async function refused(
  whenFinished: WhenFinished,
  changes: Changes,
  code: string,
  prepare: (runner: Runner) => unknown,
): Promise<{ readonly text: string; readonly warnings: readonly string[] }> {
  if (stage.emulator === undefined) throw new Error("no stamp");
  const runner = await openRunner(stage.emulator);
  whenFinished(() => runner.dispose());
  await prepare(runner);
  const working = { ...(await scenarioInputs(stage.emulator, runner)), ...(await azThatNeverRuns(runner)) };
  const result = await measuredMain(runner, changed(working, changes));
  const text = await expectFailure(runner, result, code);
  await expectNothingRuns(runner);
  await expectSilentPost(runner);
  expect(result.milliseconds).toBeLessThan(LONGEST_MS);
  const warnings = spoken(result)
    .split("\n")
    .filter((line) => line.startsWith("::warning"));
  return { text, warnings };
}

describe.concurrent("a file as ca-certificate that would hold up the step", () => {
  const lines = (line: string, number: number) => `${line}\n`.repeat(number);
  const numbered = (text: (index: number) => string) =>
    Array.from({ length: 100_000 }, (_, index) => text(index)).join("\n");
  const table: readonly (readonly [string, Put, string, string])[] = [
    ["a pipe that nobody writes to", (file) => void execFileSync("mkfifo", [file]), "AZS341", "is a pipe"],
    ["a device that never ends", (file) => void execFileSync("ln", ["-s", "/dev/zero", file]), "AZS341", "a device"],
    ["a device with nothing in it", (file) => void execFileSync("ln", ["-s", "/dev/null", file]), "AZS341", "a device"],
    ["two gigabytes", sparse, "AZS342", "larger than 5 MB"],
    ["a folder", (file) => void execFileSync("mkdir", [file]), "AZS115", "EISDIR"],
    ["a link to itself", (file) => void execFileSync("ln", ["-s", path.basename(file), file]), "AZS115", "ELOOP"],
    ["blocks that begin only", written(() => lines("-----BEGIN A-----", 100_000)), "AZS301", "no certificate"],
    [
      "blocks of certificates that begin only",
      written(() => lines("-----BEGIN CERTIFICATE-----", 100_000)),
      "AZS301",
      "no certificate",
    ],
    [
      "blocks that begin only, in UTF-16",
      written(() => Buffer.from(`\ufeff${lines("-----BEGIN A-----", 100_000)}`, "utf16le")),
      "AZS301",
      "no certificate",
    ],
    [
      "each with a label of its own",
      written(() => numbered((index) => `-----BEGIN A ${index}-----`)),
      "AZS301",
      "no certificate",
    ],
    [
      "begun here, ended there",
      written(
        () =>
          `${numbered((index) => `-----BEGIN A ${index}-----`)}\n${numbered((index) => `-----END A ${99_999 - index}-----`)}`,
      ),
      "AZS301",
      "no certificate",
    ],
    [
      "nested blocks of one label",
      written(() => lines("-----BEGIN CERTIFICATE-----", 50_000) + lines("-----END CERTIFICATE-----", 50_000)),
      "AZS302",
      "1 of 1",
    ],
    [
      "empty blocks",
      written(() => lines("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", 50_000)),
      "AZS350",
      "more than 500",
    ],
    ["dashes", written(() => "-".repeat(4_900_000)), "AZS301", "no certificate"],
    ["white space", written(() => `${" \n\t".repeat(1_600_000)}!`), "AZS301", "no certificate"],
    ["letters, and one that is none", written(() => `${"A".repeat(4_900_000)}!`), "AZS301", "no certificate"],
    [
      "a header that does not come to its end",
      written(() => `-----BEGIN CERTIFICATE-----\nProc-Type: 4,${" ".repeat(4_800_000)}\n-----END CERTIFICATE-----`),
      "AZS302",
      "1 of 1",
    ],
    [
      "base64 of base64 of certificates",
      written(({ good }) => Buffer.from(Buffer.from(many(2000, good)).toString("base64")).toString("base64")),
      "AZS301",
      "no certificate",
    ],
    [
      "base64 of thousands of certificates",
      written(({ good }) => Buffer.from(many(2000, good)).toString("base64")),
      "AZS350",
      "more than 500",
    ],
    ["thousands of certificates", written(({ good }) => many(3000, good)), "AZS350", "more than 500"],
    [
      "DER of a length that nothing has",
      written(() => Buffer.from("3084ffffffff3084ffffffff", "hex")),
      "AZS301",
      "no certificate",
    ],
    ["DER, ten thousand deep", written(() => Buffer.alloc(20_000, "3080", "hex")), "AZS301", "no certificate"],
    [
      "DER of values without number",
      written(() => sequence(Buffer.alloc(4_900_000, "0500", "hex"))),
      "AZS301",
      "no certificate",
    ],
  ];

  test.for(table)("%s", async ([, put, code, says], { onTestFinished }) => {
    const prepare = ({ workspace }: Runner) => put(path.join(workspace, "ca"));
    const { text } = await refused(onTestFinished, { "ca-certificate": "ca" }, code, prepare);
    expect(text).toContain(says);
    expect(text.length).toBeLessThan(3000);
  });
});

describe.concurrent("a file as client-certificate that would hold up the step", () => {
  const withKey =
    (key: Buffer): Content =>
    ({ leaf }) =>
      leaf.pem + pem("ENCRYPTED PRIVATE KEY", key);
  const table: readonly (readonly [string, Content, string, string])[] = [
    ["a MAC of 2^31 - 1 rounds", () => pfxOf(sequence(), MOST_INT), "AZS351", "2,147,483,647 rounds"],
    ["a MAC of 10^9 rounds of SHA-512", () => pfxOf(sequence(), 1e9, SHA512), "AZS351", "1,000,000,000 rounds"],
    ["a MAC of 2^70 rounds", () => pfxOf(sequence(), 2n ** 70n), "AZS351", "rounds of key derivation"],
    [
      "a PFX's key of 10^9 rounds of PBKDF2",
      () => pfxOf(keyBags(encryptedKey(pbkdf2(1e9)))),
      "AZS351",
      "1,000,000,000 rounds",
    ],
    [
      "a PFX's key of 2^40 rounds of PBKDF2",
      () => pfxOf(keyBags(encryptedKey(pbkdf2(2n ** 40n)))),
      "AZS351",
      "thousands of millions",
    ],
    ["a PFX's key of 10^9 rounds of PKCS#12", () => pfxOf(keyBags(pkcs12Key(1e9))), "AZS351", "1,000,000,000 rounds"],
    ["a key of 10^9 rounds of PBKDF2", withKey(encryptedKey(pbkdf2(1e9))), "AZS351", "1,000,000,000 rounds"],
    ["a key of 2^70 rounds of PBKDF2", withKey(encryptedKey(pbkdf2(2n ** 70n))), "AZS351", "rounds of key derivation"],
    ["a key of 10^9 rounds of PKCS#12", withKey(pkcs12Key(1e9)), "AZS351", "1,000,000,000 rounds"],
    [
      "a key of scrypt, for hours",
      withKey(encryptedKey(scrypt(16_384, 8, 16_000))),
      "AZS351",
      "rounds of key derivation",
    ],
    [
      "a key of scrypt, with all memory",
      withKey(encryptedKey(scrypt(2 ** 30, 8, 1))),
      "AZS351",
      "rounds of key derivation",
    ],
    [
      "a key whose derivation is hidden in BER",
      withKey(
        sequence(
          sequence(
            tagged(0x06, Buffer.from("2a864886f70d01050d", "hex")),
            Buffer.from("3080", "hex"),
            pbkdf2(1e9),
            Buffer.from("0000", "hex"),
          ),
        ),
      ),
      "AZS311",
      "the private key",
    ],
    ["a PFX of values without number", () => pfxOf(Buffer.alloc(490_000, "0500", "hex")), "AZS31", ""],
    ["a PFX of a megabyte", () => pfxOf(Buffer.alloc(1_000_000)), "AZS353", "larger than 500 kB"],
    [
      "a PFX, ten thousand deep",
      () =>
        sequence(
          integer(3),
          sequence(Array.from({ length: 10_000 }).reduce<Buffer>((inner) => sequence(inner), nothing)),
        ),
      "AZS311",
      "the PFX",
    ],
    ["thousands of certificates", ({ leaf }) => leaf.pem.repeat(3000), "AZS350", "more than 500"],
    [
      "two keys, one of them for minutes",
      ({ leaf }) => leaf.keyPem + pem("ENCRYPTED PRIVATE KEY", encryptedKey(pbkdf2(1e9))),
      "AZS315",
      "2 private keys",
    ],
  ];

  test.for(table)("%s", async ([, content, code, says], { onTestFinished }) => {
    const credential = { "client-certificate": "client.pfx", "client-certificate-password": "Passw0rd!" };
    const changes = { ...credential, "client-secret": undefined };
    const prepare = ({ workspace }: Runner) => written(content)(path.join(workspace, "client.pfx"));
    expect((await refused(onTestFinished, changes, code, prepare)).text).toContain(says);
  });
});

describe.concurrent("many certificates", () => {
  const WRONG = { "client-secret": "not-the-secret-of-anybody", "ca-certificate": "ca" };
  const PUBLIC = "/etc/ssl/certs/ca-certificates.crt";
  const put =
    (text: string) =>
    ({ workspace }: Runner) =>
      writeFile(path.join(workspace, "ca"), text);
  const twenty = (wish: Parameters<typeof makeRoot>[0]) =>
    Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        makeRoot({ ...wish, subject: `Root ${index}` }).then(({ pem: text }) => text),
      ),
    );

  test.skipIf(!existsSync(PUBLIC))("all public roots and the stamp's are accepted", async ({ onTestFinished }) => {
    const blocks = (await readFile(PUBLIC, "utf8")).match(/-----BEGIN[^-]*-----[^-]*-----END[^-]*-----\n/g) ?? [];
    const valid = blocks.filter((block) => new X509Certificate(block).validToDate > new Date());
    expect(valid.length).toBeGreaterThan(100);
    const all = [...valid, ...valid, stage.emulator?.roots.pem].join("");
    const { warnings } = await refused(onTestFinished, WRONG, "AZS401", put(all));
    expect(warnings.length).toBeLessThanOrEqual(6);
  });

  test("of which there is something to say: a handful is said", async ({ onTestFinished }) => {
    const weak = await twenty({ keyIdentifiers: false });
    const all = [stage.emulator?.roots.pem, ...weak].join("");
    const { warnings } = await refused(onTestFinished, WRONG, "AZS401", put(all));
    expect(warnings).toHaveLength(6);
    expect(warnings.at(-1)).toContain("15 more warnings");
  });

  test("that are refused: a handful is named", async ({ onTestFinished }) => {
    const old = await twenty({ notBefore: new Date("2020-01-01"), days: 365 });
    const { text } = await refused(onTestFinished, { "ca-certificate": "ca" }, "AZS100", put(old.join("")));
    expect(text.match(/AZS305/g)).toHaveLength(5);
    expect(text).toContain("AZS355: ca-certificate contains 15 more");
  });
});
