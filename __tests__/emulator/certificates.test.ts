import { createPrivateKey, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import forge from "node-forge";
import { expect, test } from "vitest";
import { makeClientCertificate, makeIntermediate, makeLeaf, makeRoot } from "../../emulator/certificates.ts";

test("a root: RSA 2048, SHA-256, a CA that may sign certificates, with both key identifiers", async () => {
  const { pem, keyPem } = await makeRoot({ subject: "Contoso Root" });
  const root = new X509Certificate(pem);
  expect(root.subject).toBe("CN=Contoso Root");
  expect(root.ca).toBe(true);
  expect(root.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(root.verify(root.publicKey)).toBe(true);
  expect(root.checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
  const parsed = forge.pki.certificateFromPem(pem);
  expect(parsed.siginfo.algorithmOid).toBe(forge.pki.oids["sha256WithRSAEncryption"]);
  expect(parsed.getExtension("keyUsage")).toMatchObject({ critical: true, keyCertSign: true });
  const identifier = parsed.generateSubjectKeyIdentifier().toHex();
  expect(parsed.getExtension("subjectKeyIdentifier")).toMatchObject({ subjectKeyIdentifier: identifier });
  expect(parsed.getExtension("authorityKeyIdentifier")).toBeDefined();
});

test("a root that is weak, expired, no CA, and has no identifiers", async () => {
  const notBefore = new Date("2020-01-01T00:00:00Z");
  const { pem } = await makeRoot({ bits: 1024, hash: "sha1", days: 30, notBefore, ca: false, keyIdentifiers: false });
  const root = new X509Certificate(pem);
  expect(root.ca).toBe(false);
  expect(root.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
  expect(root.validToDate.toISOString()).toBe("2020-01-31T00:00:00.000Z");
  const parsed = forge.pki.certificateFromPem(pem);
  expect(parsed.siginfo.algorithmOid).toBe(forge.pki.oids["sha1WithRSAEncryption"]);
  expect(parsed.getExtension("subjectKeyIdentifier")).toBeNull();
  expect(parsed.getExtension("authorityKeyIdentifier")).toBeNull();
});

test("a leaf is its root's, for its names", async () => {
  const root = await makeRoot();
  const leaf = new X509Certificate((await makeLeaf(root, ["a.example", "*.b.example"])).pem);
  expect(leaf.checkIssued(new X509Certificate(root.pem))).toBe(true);
  expect(leaf.verify(new X509Certificate(root.pem).publicKey)).toBe(true);
  expect(leaf.checkHost("a.example")).toBe("a.example");
  expect(leaf.checkHost("x.b.example")).toBe("*.b.example");
  expect(leaf.checkHost("b.example")).toBeUndefined();
  expect(leaf.ca).toBe(false);
});

test("an intermediate is a CA of its root, and issues leaves", async () => {
  const root = await makeRoot();
  const intermediate = await makeIntermediate(root);
  const leaf = new X509Certificate((await makeLeaf(intermediate, ["a.example"])).pem);
  const [above, top] = [new X509Certificate(intermediate.pem), new X509Certificate(root.pem)];
  expect([above.ca, above.subject, above.issuer]).toEqual([true, "CN=AzureStackIssuingCA", top.subject]);
  expect([above.checkIssued(top), above.verify(top.publicKey)]).toEqual([true, true]);
  expect([leaf.checkIssued(above), leaf.verify(above.publicKey)]).toEqual([true, true]);
  expect(above.checkPrivateKey(createPrivateKey(intermediate.keyPem))).toBe(true);
  expect(leaf.checkIssued(top)).toBe(false);
});

test("a client certificate, its key, and a PFX of both in 3DES", async () => {
  const { certPem, keyPem, pfx3des } = await makeClientCertificate();
  expect(new X509Certificate(certPem).checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
  const asn1 = forge.asn1.fromDer(pfx3des("pass word").toString("binary"));
  const pfx = forge.pkcs12.pkcs12FromAsn1(asn1, "pass word");
  const bags = pfx.getBags({ bagType: forge.pki.oids["certBag"] ?? "" });
  const [bag] = bags[forge.pki.oids["certBag"] ?? ""] ?? [];
  expect(bag?.cert?.serialNumber).toBe(forge.pki.certificateFromPem(certPem).serialNumber);
  expect(() => forge.pkcs12.pkcs12FromAsn1(asn1, "wrong")).toThrow();
});

test("what Windows writes is what OpenSSL 3 refuses without its legacy provider", async () => {
  const { pfx3des } = await makeClientCertificate();
  expect(() => createSecureContext({ pfx: pfx3des("x"), passphrase: "x" })).not.toThrow(/mac verify failure/);
});
