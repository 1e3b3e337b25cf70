import { createPrivateKey, X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type ClientCertificate, readClientCertificate } from "../../../src/certificates/client-certificate.ts";
import { bytes, certificate, FROM, inDays, NOW, openssl, refusal, text } from "./workshop.ts";

const read = (material: Buffer | string, password?: string, now = NOW): Promise<ClientCertificate> =>
  readClientCertificate(material, password, FROM, now);
const base64 = (content: string | Buffer): string => Buffer.from(content).toString("base64");
const both = (): string => text("client.key") + text("client.pem");
const withKey = (command: string): string => openssl(command) + text("client.pem");

beforeAll(() => {
  certificate("root", { section: "root", key: "ec" });
  certificate("sub", { section: "root", issuer: "root" });
  certificate("client", { issuer: "sub", subject: "/C=US/O=Contoso/CN=Ünïcode" });
  certificate("other");
  certificate("ec", { key: "ec" });
  certificate("pss", { key: "rsa-pss" });
});

describe("readClientCertificate reads", () => {
  const old = "rsa -traditional -in client.key -passout pass:päss";
  test.each<[string, () => string | Buffer, string | undefined]>([
    ["key, certificate", () => both(), undefined],
    ["certificate, key", () => text("client.pem") + text("client.key"), undefined],
    ["a file with CRLF", () => Buffer.from(both().replaceAll("\n", "\r\n")), undefined],
    ["UTF-16", () => Buffer.from(`\uFEFF${both()}`, "utf16le"), undefined],
    ["base64 of PEM with line breaks", () => base64(both()).replace(/.{76}/g, "$&\r\n"), undefined],
    ["a PKCS #1 key", () => withKey("rsa -traditional -in client.key"), undefined],
    ["an encrypted PKCS #8 key", () => withKey("pkcs8 -topk8 -in client.key -passout pass:päss"), "päss"],
    ["PKCS #8 with 3DES", () => withKey("pkcs8 -topk8 -v1 PBE-SHA1-3DES -in client.key -passout pass:päss"), "päss"],
    ["Proc-Type with AES", () => withKey(`${old} -aes256`), "päss"],
    ["Proc-Type with 3DES and CRLF", () => withKey(`${old} -des3`).replaceAll("\n", "\r\n"), "päss"],
    ["Proc-Type on one line", () => withKey(`${old} -aes256`).replaceAll("\n", " "), "päss"],
    ["a password nobody needs", () => both(), "päss"],
  ])("%s", async (_, material, password) => {
    const client = await read(material(), password);
    const key = createPrivateKey(text("client.key")).export({ type: "pkcs8", format: "pem" });
    expect(client.pem).toBe(key + text("client.pem"));
    expect(client.privateKey).toBe(key);
  });

  test("what the portal and the assertion need", async () => {
    const leaf = new X509Certificate(text("client.pem"));
    expect(await read(both())).toMatchObject({
      thumbprint: leaf.fingerprint.replaceAll(":", ""),
      thumbprintSha256: leaf.fingerprint256.replaceAll(":", ""),
      subject: "CN=Ünïcode, O=Contoso, C=US",
      notAfter: leaf.validToDate,
    });
  });

  test("a chain in any order, without strangers and doubles", async () => {
    const names = ["root.pem", "other.pem", "sub.pem", "client.pem", "root.pem", "client.key"];
    const { chain, pem, privateKey } = await read(names.map(text).join("some text\n"));
    expect(chain).toEqual(["client.pem", "sub.pem", "root.pem"].map(text));
    expect(pem).toBe(privateKey + chain.join(""));
  });

  test("of two certificates with the same key the one that lasts longest", async () => {
    certificate("twice");
    const older = text("twice.pem");
    certificate("twice", { reuse: true, days: 500 });
    const { chain } = await read(older + text("twice.key") + text("twice.pem"));
    expect(chain).toEqual([text("twice.pem")]);
  });

  test("PEM that az and @azure/identity take: its certificates as their patterns find them", async () => {
    const { pem } = await read(`Bag Attributes\n    friendlyName: Ünï\n${both()}${text("sub.pem")}`);
    const identity = /(-+BEGIN CERTIFICATE-+)(\n\r?|\r\n?)([A-Za-z0-9+/\n\r]+=*)(\n\r?|\r\n?)(-+END CERTIFICATE-+)/g;
    expect([...pem.matchAll(identity)]).toHaveLength(2);
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n[\w+/=\n -]+\n-----END CERTIFICATE-----\n$/);
  });
});

describe("readClientCertificate refuses", () => {
  const key = () => text("client.key");
  const damaged = (content: string) => content.replace(/\n.{64}\n/, "\n");
  const des =
    "pkcs8 -topk8 -v1 PBE-MD5-DES -provider legacy -provider default -in client.key -passout pass:secret-word";
  const encrypted = "pkcs8 -topk8 -in client.key -passout pass:secret-word";
  test.each<[string, string, () => string | Buffer, string?]>([
    ["nothing", "AZS310", () => ""],
    ["text", "AZS310", () => "neither key nor certificate"],
    ["other PEM", "AZS310", () => text("client.csr")],
    ["other DER", "AZS310", () => bytes("client.csr.der")],
    ["a damaged certificate", "AZS311", () => key() + damaged(text("client.pem"))],
    ["a damaged key", "AZS311", () => damaged(key()) + text("client.pem")],
    ["an OpenSSH key", "AZS311", () => both().replaceAll(" PRIVATE", " OPENSSH PRIVATE")],
    ["a certificate alone", "AZS312", () => text("client.pem") + text("sub.pem")],
    ["base64 of a .cer alone", "AZS312", () => base64(new X509Certificate(text("client.pem")).raw)],
    ["a key alone", "AZS313", () => key()],
    ["a key alone as DER", "AZS313", () => createPrivateKey(key()).export({ type: "pkcs1", format: "der" })],
    ["a key of another certificate", "AZS314", () => key() + text("other.pem") + text("ec.pem")],
    ["two keys", "AZS315", () => both() + text("other.key")],
    ["two keys, one of them encrypted", "AZS315", () => withKey(encrypted) + text("other.key")],
    ["an encrypted key without password", "AZS316", () => withKey(encrypted)],
    ["an encrypted key with an empty password", "AZS316", () => withKey(encrypted), ""],
    [
      "Proc-Type without password",
      "AZS316",
      () => withKey("rsa -traditional -aes256 -in client.key -passout pass:word"),
    ],
    ["a wrong password", "AZS317", () => withKey(encrypted), "another-word"],
    ["a cipher OpenSSL has dropped", "AZS318", () => withKey(des), "secret-word"],
    ["an EC key", "AZS319", () => text("ec.key") + text("ec.pem")],
    ["an RSA-PSS key", "AZS319", () => text("pss.key") + text("pss.pem")],
  ])("%s: %s", async (_, code, material, password) => {
    openssl("req -in client.csr -outform DER -out client.csr.der");
    const keys = [key(), text("other.key"), text("ec.key"), text("pss.key")];
    await refusal(code, () => read(material(), password), [...keys, "secret-word", "another-word"]);
  });

  test("every wrong password as such, also when its padding looks right", { timeout: 60_000 }, async () => {
    const material = withKey("rsa -traditional -aes256 -in client.key -passout pass:secret-word");
    for (let attempt = 0; attempt < 600; attempt++) await refusal("AZS317", () => read(material, `word ${attempt}`));
  });

  test.each([
    ["AZS320", inDays(366)],
    ["AZS321", inDays(-1)],
  ])("a certificate out of its time: %s", async (code, now) => {
    const { problem } = await refusal(code, () => read(both(), undefined, now), [key()]);
    expect(problem).toContain("CN=Ünïcode, O=Contoso, C=US");
  });
});
