import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { expect, test } from "vitest";
import { readRoots } from "../../../src/certificates/roots.ts";
import { writeJavaTrustStore } from "../../../src/trust/bundle/java-trust-store.ts";
import { temporaryFolder } from "../folder.ts";

const [ONE = "", TWO = "", THREE = ""] = rootCertificates.map((pem) => `${pem}\n`);
const derOf = (pem: string) => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
const pemOf = (label: string, der: Buffer) =>
  `-----BEGIN ${label}-----\n${der.toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;

/** What OpenSSL reads from the store that was made from a bundle. */
async function written(bundle: string, roots = ""): Promise<string> {
  const folder = temporaryFolder();
  const files = { path: path.join(folder, "bundle.pem"), javaTrustStore: path.join(folder, "store.p12") };
  writeFileSync(files.path, bundle);
  await writeJavaTrustStore(files, roots === "" ? [] : readRoots(roots, "here"));
  const args = ["pkcs12", "-in", files.javaTrustStore, "-nokeys", "-passin", "pass:changeit"];
  return execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const certificatesIn = (text: string): readonly string[] => readRoots(text, "here").map(({ pem }) => pem);

const BUNDLES: Readonly<Record<string, readonly [bundle: string, expected: string]>> = {
  "certificates with words between them": [`# One\n${ONE}words\n\n${TWO}`, ONE + TWO],
  "one that stands there twice": [ONE + TWO + ONE, ONE + TWO],
  "lines of Windows, and no line break at the end": [(ONE + TWO).replaceAll("\n", "\r\n").trimEnd(), ONE + TWO],
  "one of OpenSSL's own form, with its use behind it": [
    pemOf("TRUSTED CERTIFICATE", Buffer.concat([derOf(ONE), Buffer.from("300c300a06082b06010505070301", "hex")])) + TWO,
    ONE + TWO,
  ],
  "a damaged one": [pemOf("CERTIFICATE", derOf(ONE).subarray(0, 300)) + TWO, TWO],
  "one of nothing": [`-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n${TWO}`, TWO],
  "what is no certificate": [
    pemOf("X509 CRL", Buffer.from("3000", "hex")) + pemOf("PUBLIC KEY", Buffer.from("3000", "hex")) + THREE,
    THREE,
  ],
  "all public roots": [rootCertificates.join("\n"), rootCertificates.join("\n")],
};

test.each(Object.entries(BUNDLES))("a bundle of %s", async (_, [bundle, expected]) => {
  expect([...certificatesIn(await written(bundle))].sort()).toEqual([...certificatesIn(expected)].sort());
});

test("each has the attribute that makes Java trust it, and a name: the stamp's one that tells it", async () => {
  const text = await written(ONE + TWO, TWO);
  const names = [...text.matchAll(/friendlyName: (.*)/g)].map(([, name = ""]) => name);
  expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^azs-login-[0-9a-f]{16}$/)]);
  expect(text.match(/2\.16\.840\.1\.113894\.746875\.1\.1/g)).toHaveLength(2);
});

test("no bundle is no store", async () => {
  await expect(writeJavaTrustStore(undefined, [])).resolves.toBeUndefined();
});

test("its MAC is of the password: another one is refused", async () => {
  const folder = temporaryFolder();
  const files = { path: path.join(folder, "bundle.pem"), javaTrustStore: path.join(folder, "store.p12") };
  writeFileSync(files.path, ONE);
  await writeJavaTrustStore(files, []);
  const args = ["pkcs12", "-in", files.javaTrustStore, "-nokeys", "-passin", "pass:another"];
  expect(() => execFileSync("openssl", args, { stdio: "pipe" })).toThrow(/Mac verify error/i);
  expect(readFileSync(files.javaTrustStore).subarray(0, 1)).toEqual(Buffer.from([0x30]));
});
