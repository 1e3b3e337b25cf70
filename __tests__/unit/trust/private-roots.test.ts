import { X509Certificate } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Authority, makeIntermediate, makeLeaf, makeRoot } from "../../../emulator/certificates.ts";
import { privateRoots } from "../../../src/trust/bundle/private-roots.ts";
import { temporaryFolder } from "../folder.ts";

const DISTRIBUTED = "/usr/share/ca-certificates/mozilla";
const NAMES = ["NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO"];

let root: Authority;
let issuing: Authority;
let leaf: Authority;
let other: Authority;
beforeAll(async () => {
  [root, other] = await Promise.all([makeRoot({ subject: "Proxy" }), makeRoot({ subject: "Other" })]);
  issuing = await makeIntermediate(root, { subject: "Proxy Issuing" });
  leaf = await makeLeaf(root, ["proxy.example"]);
});

let file = "";
beforeEach(() => {
  file = path.join(temporaryFolder(), "roots.pem");
});

async function subjects(environment: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await privateRoots(environment)).map(({ subject }) => subject);
}

test.each(NAMES)("a private root in the file that %s names", async (name) => {
  writeFileSync(file, root.pem);
  expect(await subjects({ [name]: file })).toEqual(["CN=Proxy"]);
});

/**
 * OpenSSL's `TRUSTED CERTIFICATE` (x509_acert.h): purposes for which it is trusted, and in `[0]` those for which it is
 * rejected.
 */
function trusted(pem: string, good: readonly string[], rejected: readonly string[]): string {
  const value = (tag: number, ...parts: readonly Buffer[]) => {
    const content = Buffer.concat(parts);
    return Buffer.concat([Buffer.from([tag, content.length]), content]);
  };
  const purposes = (tag: number, list: readonly string[]) =>
    list.length === 0 ? Buffer.alloc(0) : value(tag, ...list.map((oid) => value(0x06, Buffer.from(oid, "hex"))));
  const more = value(0x30, purposes(0x30, good), purposes(0xa0, rejected), value(0x0c, Buffer.from("an alias")));
  const der = Buffer.concat([new X509Certificate(pem).raw, more]).toString("base64");
  return `-----BEGIN TRUSTED CERTIFICATE-----\n${der}\n-----END TRUSTED CERTIFICATE-----\n`;
}
const SERVERS = "2b06010505070301";
const MAIL = "2b06010505070304";
const ANY = "551d2500";
const cutOff = (pem: string) => pem.replace(/.{8}(?=\n-----END)/, "");

/** An Ed25519 root of 230 bytes. Most certificates are longer, and encode their length differently. */
const SHORT = `-----BEGIN CERTIFICATE-----
MIHjMIGWoAMCAQICAQEwBQYDK2VwMBAxDjAMBgNVBAMMBVNob3J0MCAXDTI2MTEy
OTA5MTUwN1oYDzIxMjYxMTA1MDkxNTA3WjAQMQ4wDAYDVQQDDAVTaG9ydDAqMAUG
AytlcAMhAP+2XE7evIxSroVBglqv1GVpocuK6APWj46/AKrNT71/oxMwETAPBgNV
HRMBAf8EBTADAQH/MAUGAytlcANBAE7t5pu7sb5/mQAv0QdkF52Qvymaz9V/RNqF
UeJL3bH/9/I9Y2HIZ18nlo5OkCctsZppHj3xsD/UrxaTF3USFgo=
-----END CERTIFICATE-----
`;

test.each<[string, () => string, readonly string[]]>([
  ["Node's public roots", () => rootCertificates.join("\n"), []],
  [
    "public roots and two private ones",
    () => `${rootCertificates.join("\n")}\n${root.pem}# words\n${other.pem}`,
    ["CN=Proxy", "CN=Other"],
  ],
  ["a root twice", () => root.pem + root.pem.replaceAll("\n", "\r\n"), ["CN=Proxy"]],
  ["an intermediate with its root", () => issuing.pem + root.pem, ["CN=Proxy Issuing", "CN=Proxy"]],
  ["an intermediate whose root is not there", () => issuing.pem + other.pem, ["CN=Other"]],
  ["a server's certificate", () => leaf.pem + root.pem, ["CN=Proxy"]],
  ["a damaged certificate before a root", () => root.pem.replace("MII", "AAA") + other.pem, ["CN=Other"]],
  ["words that are no UTF-8", () => Buffer.from([0xe9, 0x0a]).toString("latin1") + root.pem, ["CN=Proxy"]],
  ["a short certificate", () => SHORT + other.pem, ["CN=Short", "CN=Other"]],
  ["OpenSSL's own form", () => trusted(root.pem, [], []), ["CN=Proxy"]],
  ["one that is good for servers", () => trusted(root.pem, [MAIL, SERVERS], [MAIL]), ["CN=Proxy"]],
  ["one that is good for all", () => trusted(root.pem, [ANY], []), ["CN=Proxy"]],
  ["one that is good for mail", () => trusted(root.pem, [MAIL], []) + other.pem, ["CN=Other"]],
  ["one that is rejected for servers", () => trusted(root.pem, [], [SERVERS]) + other.pem, ["CN=Other"]],
  ["one that is rejected for all", () => trusted(root.pem, [SERVERS], [ANY]) + other.pem, ["CN=Other"]],
  ["one whose list is cut off", () => cutOff(trusted(root.pem, [], [SERVERS])) + other.pem, ["CN=Other"]],
  ["what a rejected root issued", () => issuing.pem + trusted(root.pem, [], [SERVERS]), []],
  ["nothing", () => "", []],
])("of %s", async (_, text, expected) => {
  writeFileSync(file, text(), "latin1");
  expect(await subjects({ SSL_CERT_FILE: file })).toEqual(expected);
});

test.skipIf(readdirSync("/usr/share/ca-certificates").length === 0)(
  "the system's distributed roots are public",
  async () => {
    const all = readdirSync(DISTRIBUTED).map((name) => readFileSync(path.join(DISTRIBUTED, name), "utf8"));
    writeFileSync(file, all.join("\n"));
    expect(all.length).toBeGreaterThan(100);
    expect(await subjects({ SSL_CERT_FILE: file })).toEqual([]);
  },
);

test("folders count by the names that OpenSSL looks for", async () => {
  const folder = path.join(path.dirname(file), "hashed");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "proxy.pem"), root.pem);
  writeFileSync(path.join(folder, "other.pem"), other.pem);
  symlinkSync("proxy.pem", path.join(folder, "0a1b2c3d.0"));
  expect(await subjects({ SSL_CERT_DIR: `/nowhere:${folder}` })).toEqual(["CN=Proxy"]);
  expect(await subjects({ REQUESTS_CA_BUNDLE: folder })).toEqual(["CN=Proxy"]);
});

test.each(["/nowhere/roots.pem", "/dev/zero", ""])("%j is nothing", async (value) => {
  expect(await subjects({ CURL_CA_BUNDLE: value })).toEqual([]);
});

test("a root comes as it is to be written", async () => {
  writeFileSync(file, root.pem);
  const [found] = await privateRoots({ SSL_CERT_FILE: file });
  expect(found?.pem).toBe(new X509Certificate(root.pem).toString());
});
