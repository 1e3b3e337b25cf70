import { beforeAll, describe, expect, test } from "vitest";
import { judgeRoot, judgeRoots, type Root, readGivenRoots, readRoots } from "../../../src/certificates/roots.ts";
import { bytes, certificate, FROM, inDays, NOW, openssl, refusal, save, text } from "./workshop.ts";

const base64 = (content: string | Buffer): string => Buffer.from(content).toString("base64");
const wrapped = (content: string): string => content.replace(/.{1,76}/g, "$& \r\n");
/** The output of `certutil -encode FILE`. */
const encoded = (content: string): string =>
  `-----BEGIN CERTIFICATE-----\n${base64(content)}\n-----END CERTIFICATE-----\n`;
const both = (): string => `Our root:\n${text("root.pem")}\nand the other\n${text("ec.pem")}`;

beforeAll(() => {
  certificate("root", { section: "root", subject: "/C=US/O=Contoso, Inc/CN=Röot" });
  certificate("ec", { section: "root", key: "ec" });
  certificate("sub", { section: "root", issuer: "root" });
  certificate("server", { issuer: "sub" });
  openssl("x509 -in root.pem -outform DER -out root.der");
});

describe("readRoots reads", () => {
  test.each<[string, () => string | Buffer, number]>([
    ["PEM", () => bytes("root.pem"), 1],
    ["PEM with CRLF", () => text("root.pem").replaceAll("\n", "\r\n"), 1],
    ["PEM with CR", () => text("root.pem").replaceAll("\n", "\r"), 1],
    ["PEM on one line", () => text("root.pem").replaceAll("\n", " "), 1],
    ["PEM with escaped line breaks", () => text("root.pem").replaceAll("\n", "\\n"), 1],
    ["PEM with a byte order mark", () => `\uFEFF${text("root.pem")}`, 1],
    ["PEM in UTF-16", () => Buffer.from(`\uFEFF${text("root.pem")}`, "utf16le"), 1],
    ["PEM in UTF-16 without mark", () => Buffer.from(text("root.pem"), "utf16le"), 1],
    ["an OpenSSL trusted certificate", () => openssl("x509 -in root.pem -trustout -addtrust serverAuth"), 1],
    ["several, with text between", both, 2],
    ["the same twice", () => both() + both(), 2],
    ["DER", () => bytes("root.der"), 1],
    ["base64 of DER", () => base64(bytes("root.der")), 1],
    ["base64 of DER with line breaks", () => wrapped(base64(bytes("root.der"))), 1],
    ["base64 of PEM", () => base64(text("root.pem")), 1],
    ["one by certutil -encode beside another", () => encoded(text("root.pem")) + text("ec.pem"), 2],
    ["base64 of several PEM", () => wrapped(base64(both().replaceAll("\n", "\r\n"))), 2],
  ])("%s", async (_, material, count) => {
    const roots = await readRoots(material(), FROM);
    expect(roots).toHaveLength(count);
    expect(roots[0]?.pem).toBe(text("root.pem"));
    expect(roots[0]?.der).toEqual(bytes("root.der"));
  });

  test("what the header of a certifi entry needs", () => {
    const [root] = readRoots(text("root.pem"), FROM);
    const fingerprint = (digest: string) =>
      openssl(`x509 -in root.pem -noout -fingerprint -${digest}`).split("=")[1]?.trim();
    expect(root).toMatchObject({
      subject: "CN=Röot, O=Contoso\\, Inc, C=US",
      issuer: "CN=Röot, O=Contoso\\, Inc, C=US",
      serial: openssl("x509 -in root.pem -noout -serial").trim().slice("serial=".length),
      fingerprints: { md5: fingerprint("md5"), sha1: fingerprint("sha1"), sha256: fingerprint("sha256") },
      selfSigned: true,
    });
    expect(root?.notAfter).toEqual(new Date(openssl("x509 -in root.pem -noout -enddate").slice("notAfter=".length)));
  });

  test("a chain file, with the self-signed one first", () => {
    const roots = readRoots(text("server.pem") + text("sub.pem") + text("root.pem"), FROM);
    expect(roots.map(({ selfSigned }) => selfSigned)).toEqual([true, false, false]);
    expect(roots.map(({ subject }) => subject)).toEqual([
      roots[2]?.issuer,
      "CN=server, O=Contoso",
      "CN=sub, O=Contoso",
    ]);
  });

  test("a name with a line break without giving it a line of its own", () => {
    certificate("hostile", { section: "root", subject: "/CN=a\n::add-mask::b" });
    expect(readRoots(text("hostile.pem"), FROM)[0]?.subject).toBe("CN=a\\0A::add-mask::b");
  });
});

describe("readRoots refuses", () => {
  const key = () => text("root.key");
  test.each<[string, string, () => string | Buffer]>([
    ["nothing", "AZS301", () => ""],
    ["text", "AZS301", () => "no certificate at all"],
    ["base64 of text", "AZS301", () => base64("no certificate at all")],
    ["a certificate request", "AZS301", () => text("root.csr")],
    ["a PKCS #7 bundle", "AZS301", () => openssl("crl2pkcs7 -nocrl -certfile root.pem")],
    ["DER cut short", "AZS301", () => bytes("root.der").subarray(0, 400)],
    ["one damaged among several", "AZS302", () => text("ec.pem") + text("root.pem").replace(/\n.{64}\n/, "\n")],
    ["a certificate with its PKCS #8 key", "AZS303", () => text("root.pem") + key()],
    ["base64 of a PEM with a key", "AZS303", () => base64(key() + text("root.pem"))],
    ["an encrypted key", "AZS303", () => openssl("pkcs8 -topk8 -in root.key -passout pass:pass")],
    ["a PKCS #1 key", "AZS303", () => openssl("rsa -traditional -in root.key")],
    ["an EC key", "AZS303", () => openssl("ec -in ec.key")],
    ["a key as DER", "AZS303", () => derOf("pkcs8 -topk8 -nocrypt -in root.key -outform DER -out key.der")],
    ["base64 of an EC key as DER", "AZS303", () => base64(derOf("ec -in ec.key -outform DER -out key.der"))],
    ["a PFX", "AZS303", () => derOf("pkcs12 -export -inkey root.key -in root.pem -passout pass:pass -out key.der")],
  ])("%s: %s", async (_, code, material) => {
    await refusal(code, () => readRoots(material(), FROM), [key(), text("ec.key")]);
  });

  test("naming the damaged one", async () => {
    const material = text("ec.pem") + text("root.pem").replace(/\n.{64}\n/, "\n");
    expect((await refusal("AZS302", () => readRoots(material, FROM))).problem).toContain("certificate 2 of 2");
  });

  function derOf(command: string): Buffer {
    openssl(command);
    return bytes("key.der");
  }
});

describe("judgeRoot", () => {
  const read = (name: string): Root => readRoots(text(name), FROM)[0] as Root;
  beforeAll(() => {
    for (const section of ["no_ski", "no_aki", "cannot_sign"]) certificate(section, { section });
    certificate("weak", { section: "root", key: "rsa:1024", digest: "md5" });
    certificate("sha1", { section: "root", digest: "sha1" });
    certificate("ec_sha1", { section: "root", key: "ec", digest: "sha1" });
    openssl("x509 -req -in root.csr -signkey root.key -days 365 -out version1.pem");
    save("old.pem", text("sha1.pem"));
  });

  test.each<[string, string, Date, RegExp[]]>([
    ["a good root", "root.pem", NOW, []],
    ["a good EC root", "ec.pem", NOW, []],
    ["31 days left", "root.pem", inDays(334), []],
    ["29 days left", "root.pem", inDays(336), [/expires on \d{4}-\d\d-\d\d:/]],
    ["MD5, 1024 bits", "weak.pem", NOW, [/signed with MD5/, /RSA key of 1024 bits/]],
    ["SHA-1", "sha1.pem", NOW, [/signed with SHA-1/]],
    ["SHA-1 with ECDSA", "ec_sha1.pem", NOW, [/signed with SHA-1/]],
    ["no key identifiers", "no_ski.pem", NOW, [/no Subject Key Identifier and no Authority Key Identifier: az 2\.77/]],
    ["no Authority Key Identifier", "no_aki.pem", NOW, [/has no Authority Key Identifier: az 2\.77/]],
    [
      "an intermediate without its root",
      "sub.pem",
      NOW,
      [/is an intermediate CA: .*"CN=Röot, O=Contoso\\, Inc, C=US"/],
    ],
  ])("%s", (_, name, now, expected) => {
    const { warnings } = judgeRoot(read(name), FROM, now);
    expect(warnings).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) {
      expect(warnings[index]).toMatch(pattern);
      expect(warnings[index]).toContain(`"${read(name).subject}" in ${FROM}`);
    }
  });

  test("an intermediate beside its root needs no warning", () => {
    const all = readRoots(text("sub.pem") + text("root.pem"), FROM);
    expect(all.flatMap((root) => judgeRoot(root, FROM, NOW, all).warnings)).toEqual([]);
  });

  test.each<[string, string, string, Date]>([
    ["a server certificate", "AZS304", "server.pem", NOW],
    ["a CA that may not sign", "AZS304", "cannot_sign.pem", NOW],
    ["version 1", "AZS304", "version1.pem", NOW],
    ["an expired root", "AZS305", "root.pem", inDays(366)],
    ["a root of the future", "AZS306", "root.pem", inDays(-1)],
  ])("refuses %s: %s", async (_, code, name, now) => {
    const { problem } = await refusal(code, () => judgeRoot(read(name), FROM, now));
    expect(problem).toContain(read(name).subject);
  });
});

describe("judgeRoots", () => {
  const given = (...names: string[]) =>
    names.flatMap((name) => readRoots(text(name), FROM).map((root) => ({ root, from: FROM })));
  const LATER = inDays(400);
  beforeAll(() => {
    certificate("lasting", { section: "root", days: 900 });
    certificate("lasting_sub", { section: "root", issuer: "lasting", days: 900 });
  });

  test("leaves out what must not be trusted where a root may be, in one warning", () => {
    const { roots, warnings, refused } = judgeRoots(given("root.pem", "server.pem", "lasting.pem"), LATER);
    expect(roots.map(({ pem }) => pem)).toEqual([text("lasting.pem")]);
    expect(refused).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^Not trusted: .*CN=Röot.* expired on .*; .*CN=server.* no CA certificate\.$/);
  });

  test.each([
    ["all of them have expired", ["root.pem", "sub.pem"], ["AZS305", "AZS305"]],
    ["an intermediate is all that is left", ["root.pem", "lasting_sub.pem"], ["AZS305"]],
    ["a server's certificate is all there is", ["server.pem"], ["AZS304"]],
  ])("refuses where %s", (_, names, codes) => {
    const { roots, warnings, refused } = judgeRoots(given(...names), LATER);
    expect([roots, warnings]).toEqual([[], []]);
    expect(refused.map(({ code }) => code)).toEqual(codes);
  });
});

describe("readGivenRoots reads PKCS #7", () => {
  const p7b = (form: string) => {
    save("both.pem", both());
    openssl(`crl2pkcs7 -nocrl -certfile both.pem -outform ${form} -out both.p7b`);
    return bytes("both.p7b");
  };
  test.each<[string, () => string | Buffer]>([
    ["in DER", () => p7b("DER")],
    ["in PEM", () => p7b("PEM")],
    ["in PEM with the label of certificates", () => p7b("PEM").toString().replaceAll("PKCS7", "CERTIFICATE")],
    ["in PEM with the old label", () => p7b("PEM").toString().replaceAll("PKCS7", "PKCS #7 SIGNED DATA")],
    ["in base64", () => p7b("DER").toString("base64")],
  ])("%s, also with EC keys", async (_, material) => {
    const roots = await readGivenRoots(material(), FROM);
    expect(roots.map(({ pem }) => pem).toSorted()).toEqual([text("root.pem"), text("ec.pem")].toSorted());
  });

  test.each<[string, string, () => string | Buffer]>([
    ["AZS301", "cut short", () => p7b("DER").subarray(0, 400)],
    ["AZS303", "beside a key", () => p7b("PEM").toString() + text("root.key")],
    ["AZS353", "in many files that are too large together", () => p7b("PEM").toString().repeat(450)],
    ["AZS353", "that is too large", () => Buffer.concat([p7b("DER"), Buffer.alloc(500_001)])],
  ])("not %s: %s", async (code, _, material) => {
    await refusal(code, () => readGivenRoots(material(), FROM), [text("root.key")]);
  });
});
