import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Authority, makeRoot } from "../../../emulator/certificates.ts";
import { readSource } from "../../../src/trust/bundle/root-sources.ts";
import { temporaryFolder } from "../folder.ts";

let root: Authority;
beforeAll(async () => {
  root = await makeRoot({ subject: "Proxy" });
});
const KEY = "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n";
const cutOff = (pem: string) => pem.replace(/(?:.*\n){3}(?=-----END)/, "");

/** The text of a file, and the part of it that is written where everybody can read it. */
test.each<[name: string, text: () => string, shown: () => string]>([
  ["a certificate", () => root.pem, () => root.pem],
  ["its comment", () => `# Ours\n${root.pem}`, () => `# Ours\n${root.pem}`],
  ["other words", () => `password: hunter2\n${root.pem}trailer\n`, () => root.pem],
  ["a private key", () => KEY + root.pem, () => root.pem],
  ["a comment beside a private key", () => `# password: hunter2\n${KEY}${root.pem}`, () => root.pem],
  ["one that is cut off", () => cutOff(root.pem) + root.pem, () => root.pem],
  ["a list of revoked ones", () => root.pem.replaceAll("CERTIFICATE", "X509 CRL"), () => ""],
  ["comments alone", () => "# password: hunter2\n", () => ""],
])("of %s", async (_, text, shown) => {
  const value = path.join(temporaryFolder(), "roots.pem");
  writeFileSync(value, text(), "latin1");
  expect((await readSource({ name: "SSL_CERT_FILE", value })).text).toBe(shown());
});
