import { createPrivateKey, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { beforeAll, describe, expect, test } from "vitest";
import { type ClientCertificate, readClientCertificate, toPfx } from "../../../src/certificates/client-certificate.ts";
import { bytes, certificate, FROM, NOW, openssl, refusal, save, text } from "./workshop.ts";

const read = (material: Buffer | string, password?: string): Promise<ClientCertificate> =>
  readClientCertificate(material, password, FROM, NOW);
const PASSWORD = "pässwörd€";

/** A PFX made by OpenSSL, from the client's key and certificate and its chain in the wrong order. */
function pfx(options: string, password = PASSWORD, name = "client"): Buffer {
  save("chain.pem", text("root.pem") + text("sub.pem"));
  const make = `pkcs12 -export -inkey ${name}.key -in ${name}.pem -certfile chain.pem -out made.pfx ${options}`;
  openssl(`${make.trim()} -passout`, `pass:${password}`);
  return bytes("made.pfx");
}

beforeAll(() => {
  // An EC root: node-forge can neither read its certificate nor write one that it signed without changing it.
  certificate("root", { section: "root", key: "ec" });
  certificate("sub", { section: "root", issuer: "root" });
  certificate("client", { issuer: "sub" });
  certificate("direct", { issuer: "root" });
  certificate("ec", { key: "ec" });
});

describe("a PFX is read", () => {
  const triple = "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1";
  test.each<[string, () => Buffer | string, string | undefined]>([
    ["AES-256 with SHA-256, as OpenSSL 3 and Windows make it", () => pfx(""), PASSWORD],
    ["SHA-512 MAC, AES-128", () => pfx("-macalg sha512 -keypbe aes-128-cbc -certpbe aes-128-cbc"), PASSWORD],
    ["3DES with SHA-1", () => pfx(triple), PASSWORD],
    ["RC2-40", () => pfx("-legacy"), PASSWORD],
    ["a MAC alone", () => pfx("-keypbe NONE -certpbe NONE"), PASSWORD],
    ["no MAC", () => pfx("-nomac"), PASSWORD],
    ["an empty password, AES", () => pfx("", ""), undefined],
    ["an empty password, 3DES", () => pfx(triple, ""), ""],
    ["base64 with white space", () => ` ${pfx("").toString("base64").replace(/.{76}/g, "$&\r\n\t")}\n`, PASSWORD],
    ["base64 in a file", () => Buffer.from(pfx("").toString("base64")), PASSWORD],
    ["BER of indefinite length", () => indefinite(pfx("")), PASSWORD],
  ])("%s", async (_, material, password) => {
    const client = await read(material(), password);
    expect(client.chain).toEqual(["client.pem", "sub.pem", "root.pem"].map(text));
    expect(createPrivateKey(client.privateKey).equals(createPrivateKey(text("client.key")))).toBe(true);
  });

  test("without a password at all, which is not the empty one", async () => {
    const key = forge.pki.privateKeyFromPem(text("client.key"));
    const made = forge.pkcs12.toPkcs12Asn1(key, forge.pki.certificateFromPem(text("client.pem")), null);
    const client = await read(Buffer.from(forge.asn1.toDer(made).getBytes(), "latin1"));
    expect(client.chain).toEqual([text("client.pem")]);
  });

  test("leaving forge as it was", async () => {
    const before = { ...forge.pki, ...forge.pkcs5 };
    await toPfx(await read(pfx(""), PASSWORD), "");
    await read(pfx(""), "wrong").catch(() => undefined);
    expect({ ...forge.pki, ...forge.pkcs5 }).toEqual(before);
  });

  test("keeping the DER of a certificate that an EC CA signed", async () => {
    const { thumbprint } = await read(pfx("", PASSWORD, "direct"), PASSWORD);
    expect(thumbprint).toBe(new X509Certificate(text("direct.pem")).fingerprint.replaceAll(":", ""));
  });

  function indefinite(der: Buffer): Buffer {
    return Buffer.concat([Buffer.from("3080", "hex"), der.subarray(4), Buffer.from("0000", "hex")]);
  }
});

describe("a PFX is refused", () => {
  const rc4 = "-legacy -keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-128";
  // OpenSSL 3.0's command line can make neither PBMAC1 nor a SHA-3 MAC. So this replaces the identifier of SHA-256 with
  // that of SHA3-256.
  const sha3 = (): Buffer => {
    const made = pfx("");
    made[made.lastIndexOf(Buffer.from("608648016503040201", "hex")) + 8] = 8;
    return made;
  };
  test.each<[string, string, () => Buffer, string?]>([
    ["of other content", "AZS311", () => Buffer.from("3081050201033000", "hex"), PASSWORD],
    ["cut short", "AZS311", () => pfx("").subarray(0, 1500), PASSWORD],
    ["without its key", "AZS312", () => pfx("-nokeys"), PASSWORD],
    ["without its certificate", "AZS313", () => pfxWithoutCertificate(), PASSWORD],
    ["with two keys", "AZS315", () => pfxOfKeys("client", "direct")],
    ["no password given", "AZS316", () => pfx("")],
    ["an empty password given", "AZS316", () => pfx(""), ""],
    ["a wrong password", "AZS317", () => pfx(""), "wrong-word"],
    ["RC4", "AZS318", () => pfx(rc4), PASSWORD],
    ["a MAC of another digest", "AZS318", sha3, PASSWORD],
    ["an EC key", "AZS319", () => pfx("", PASSWORD, "ec"), PASSWORD],
  ])("%s: %s", async (_, code, material, password) => {
    await refusal(code, () => read(material(), password), [text("client.key"), text("ec.key"), PASSWORD, "wrong-word"]);
  });

  test("every wrong password as such, also without a MAC and when its padding looks right", async () => {
    const made = pfx("-nomac -iter 1");
    for (let attempt = 0; attempt < 600; attempt++) await refusal("AZS317", () => read(made, `word ${attempt}`));
  });

  function pfxOfKeys(...names: string[]): Buffer {
    const made = names.map((name) => {
      const key = forge.pki.privateKeyFromPem(text(`${name}.key`));
      return forge.pkcs12.toPkcs12Asn1(key, [], null, { useMac: false, generateLocalKeyId: false });
    });
    const safes = made.map((container) => content(container).value as string);
    const all = safes.flatMap((safe) => forge.asn1.fromDer(safe).value as forge.asn1.Asn1[]);
    const [container] = made as [forge.asn1.Asn1];
    const { UNIVERSAL } = forge.asn1.Class;
    const joined = forge.asn1.create(UNIVERSAL, forge.asn1.Type.SEQUENCE, true, all);
    content(container).value = forge.asn1.toDer(joined).getBytes();
    return Buffer.from(forge.asn1.toDer(container).getBytes(), "latin1");
  }

  /** PFX, authSafe, its content: the OCTET STRING. */
  function content(container: forge.asn1.Asn1): forge.asn1.Asn1 {
    return [1, 1, 0].reduce((node, index) => (node.value as forge.asn1.Asn1[])[index] as forge.asn1.Asn1, container);
  }

  function pfxWithoutCertificate(): Buffer {
    openssl("pkcs12 -export -nocerts -inkey client.key -out made.pfx -passout", `pass:${PASSWORD}`);
    return bytes("made.pfx");
  }
});

describe("toPfx makes what Go's decoders read", () => {
  const oid = (name: string): string => forge.asn1.oidToDer(name).toHex();

  test.each(["", "word", PASSWORD])("with password %j: 3DES, a SHA-1 MAC, the leaf alone", async (password) => {
    const client = await read(text("direct.key") + text("direct.pem") + text("root.pem"));
    const made = await toPfx(client, password);
    save("out.pfx", made);
    openssl("pkcs12 -in out.pfx -nodes -out out.pem -passin", `pass:${password}`);
    const leafAlone = { pem: client.privateKey + client.chain[0], chain: client.chain.slice(0, 1) };
    expect(await read(text("out.pem"))).toEqual({ ...client, ...leafAlone });
    expect(await read(made, password)).toEqual({ ...client, ...leafAlone });

    const content = made.toString("hex");
    expect(content).toContain(oid("1.2.840.113549.1.12.1.3")); // pbeWithSHAAnd3-KeyTripleDES-CBC
    expect(content).not.toContain(oid("1.2.840.113549.1.5.13")); // PBES2
    expect(content).toContain(`300906052b0e03021a0500`); // the MAC's AlgorithmIdentifier: SHA-1
    const safe = forge.asn1.fromDer(made.toString("latin1"));
    expect(forge.pkcs12.pkcs12FromAsn1(safe, password).safeContents).toHaveLength(2); // Go wants exactly two
  });
});
