import { createPrivateKey } from "node:crypto";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { readClientCertificate } from "../../../src/certificates/client-certificate.ts";
import { checkEncryptedKey, countRounds } from "../../../src/certificates/derivation.ts";
import { patience } from "../../../src/certificates/patience.ts";
import { pemBlocks } from "../../../src/certificates/pem.ts";
import {
  encryptedKey,
  integer,
  nothing,
  octets,
  pbkdf2,
  pkcs12Key,
  scrypt,
  sequence,
  tagged,
} from "../../support/der.ts";
import { bytes, certificate, FROM, NOW, openssl, refusal, text } from "./workshop.ts";

const PASSWORD = "password";

beforeAll(() => certificate("client"));

describe("what programs write is accepted", () => {
  test.each([
    ["OpenSSL, its defaults", ""],
    ["Java's keytool, its largest", "-iter 100000"],
    ["NSS", "-iter 600000"],
    ["a million, with SHA-512", "-iter 1000000 -macalg sha512 -nomaciter"],
  ])("a PFX of %s", async (_, options) => {
    openssl(
      `pkcs12 -export -inkey client.key -in client.pem -out made.pfx ${options} -passout pass:${PASSWORD}`.replace(
        / +/g,
        " ",
      ),
    );
    await expect(readClientCertificate(bytes("made.pfx"), PASSWORD, FROM, NOW)).resolves.toBeTruthy();
  });

  test.each([
    ["PBKDF2, its defaults", "-v2 aes-256-cbc"],
    ["PBKDF2, a million rounds", "-v2 aes-256-cbc -iter 1000000"],
    ["PBKDF2 with RC2, which has a number of its own", "-v2 aes-128-cbc -v2prf hmacWithSHA512 -iter 600000"],
    ["scrypt", "-scrypt"],
    ["scrypt, eight times as dear", "-scrypt -scrypt_p 8"],
    ["PKCS#12's own", "-v1 PBE-SHA1-3DES -iter 600000"],
  ])("a key with %s", async (_, options) => {
    openssl(`pkcs8 -topk8 -in client.key -out made.key ${options} -passout pass:${PASSWORD}`);
    const read = readClientCertificate(text("client.pem") + text("made.key"), PASSWORD, FROM, NOW);
    await expect(read).resolves.toBeTruthy();
  });
});

/** If 0x80 is read as a length of 128, the sequence ends before a number that OpenSSL would find inside it. */
const hidden = sequence(sequence(Buffer.from("3080", "hex"), octets(Buffer.alloc(126)), integer(1), nothing));

describe("what takes too long is refused before it is begun", () => {
  test.each([
    ["PBKDF2", encryptedKey(pbkdf2(1_000_001))],
    ["PKCS#12's own", pkcs12Key(1_000_001)],
    ["more than JavaScript counts", pkcs12Key(2n ** 2000n)],
    ["scrypt by N", encryptedKey(scrypt(2 ** 20, 8, 1))],
    ["scrypt by p", encryptedKey(scrypt(16_384, 8, 100))],
  ])("a key: %s", async (_, der) => {
    await refusal("AZS351", () => checkEncryptedKey(der, FROM));
  });

  test.each([
    ["a length that the end tells", sequence(Buffer.from("3080", "hex"), pbkdf2(1), Buffer.from("0000", "hex"))],
    ["the same, with as much behind it as the octet says", hidden],
    ["a length past the end", Buffer.from("308210003082100002010a", "hex")],
    ["no parameters", sequence(sequence(tagged(0x06, Buffer.from("2a", "hex"))), tagged(0x04))],
    ["a salt in pieces", encryptedKey(sequence(sequence(Buffer.from("2480", "hex"), pbkdf2(1e9))))],
    ["more values than parameters are", sequence(sequence(...Array.from({ length: 9 }, () => pbkdf2(1))))],
    [
      "parameters within parameters",
      sequence(Array.from({ length: 20 }).reduce<Buffer>((inner) => sequence(inner), pbkdf2(1))),
    ],
    ["nothing", Buffer.alloc(0)],
  ])("a key that this reader cannot follow, but OpenSSL might: %s", async (_, der) => {
    await refusal("AZS311", () => checkEncryptedKey(der, FROM));
  });

  test("a PFX, by all its derivations together", async () => {
    const count = countRounds(FROM);
    for (let bag = 0; bag < 5; bag++) count(999_999, 1, 1);
    await refusal("AZS351", () => count(999_999, 1, 1));
    await refusal("AZS351", () => countRounds(FROM)(600_000, 3, 3));
  });

  test("certificates that are compared with each other, by the clock", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const check = patience(FROM);
    vi.advanceTimersByTime(9999);
    check();
    vi.advanceTimersByTime(2);
    await refusal("AZS352", check);
  });

  test("an RSA key that takes minutes to sign with", async () => {
    const { n: _, ...rest } = createPrivateKey(text("client.key")).export({ format: "jwk" });
    const n = Buffer.alloc(2500, 0xff).toString("base64url");
    const key = createPrivateKey({ key: { ...rest, n }, format: "jwk" }).export({ type: "pkcs8", format: "pem" });
    await refusal("AZS354", () => readClientCertificate(text("client.pem") + key.toString(), undefined, FROM, NOW));
  });
});

describe("blocks of PEM text", () => {
  /** The result of an equivalent pattern that needs cubic time. */
  const expected = (pem: string) =>
    [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g)].map(([, label, body]) => ({
      label,
      body,
    }));

  test("are those from a BEGIN to the first END of the same label, in any disorder", () => {
    const pieces = ["BEGIN A", "BEGIN B", "END A", "END B", "BEGIN A B", "END A B"].map((line) => `-----${line}-----`);
    pieces.push("text", "\n", "-----");
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 3000; round++) {
      const pem = Array.from({ length: random(14) }, () => pieces[random(pieces.length)]).join("");
      expect(pemBlocks(pem, 100), pem).toEqual(expected(pem));
    }
  });

  test("are not looked for when there are more than anybody needs", () => {
    const pem = "-----BEGIN A-----x-----END A-----".repeat(1000);
    expect(pemBlocks(pem, 500)).toHaveLength(501);
  });
});
