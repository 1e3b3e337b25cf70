import { X509Certificate } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Authority, makeIntermediate, makeLeaf, makeRoot } from "../../../emulator/certificates.ts";
import { privateRoots } from "../../../src/trust/private-roots.ts";
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
