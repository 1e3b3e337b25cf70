import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { certificateFailures } from "../errors/certificates.ts";
import { checkEncryptedKey } from "./derivation.ts";
import {
  bareKey,
  checkNumber,
  decodeMaterial,
  few,
  isCertificateBlock,
  isIssuedBy,
  isKeyBlock,
  isoDay,
  isPfx,
  oneLine,
  type PemBlock,
  parseCertificate,
} from "./material.ts";
import { patience } from "./patience.ts";
import { type PfxContents, readPfx, writePfx } from "./pfx.ts";
import { withoutPkcs7 } from "./pkcs7.ts";

/** A certificate credential of an application. */
export interface ClientCertificate {
  /** unencrypted PKCS#8 private key, then the leaf, then the rest of the chain; LF */
  readonly pem: string;
  /** PKCS#8 PEM */
  readonly privateKey: string;
  /** PEM, the leaf first, each followed by its issuer; certificates that are not of this chain are left out */
  readonly chain: readonly string[];
  /** SHA-1 of the leaf's DER, upper-case hex, as the portal shows it */
  readonly thumbprint: string;
  /** SHA-256 of the leaf's DER, upper-case hex */
  readonly thumbprintSha256: string;
  /** on one line, most specific part first */
  readonly subject: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * OpenSSL verifies with no longer key (OPENSSL_RSA_MAX_MODULUS_BITS), and signing with it takes a quarter of a second.
 */
const MOST_BITS = 16_384;

interface Parts {
  readonly keys: readonly KeyObject[];
  readonly certificates: readonly X509Certificate[];
}

/**
 * Reads a client certificate with its private key: PEM text (in any order; PKCS#1 or PKCS#8, encrypted or not), a PFX,
 * or base64 of one of them; the certificates may also be PKCS #7, and key and certificates may be in several files.
 *
 * `pem` of the result is what `az login` and `ClientCertificateCredential` of @azure/identity read: both want the key
 * unencrypted, and both hash the first certificate.
 *
 * @param materials the input's text, or each file's bytes
 * @param password of the key or PFX; ignored if the PEM key is not encrypted; empty counts as undefined
 * @param from the input and, for a file, its path, for error texts
 * @throws Failure `AZS310` to `AZS321`, `AZS350` to `AZS354`
 */
export async function readClientCertificate(
  materials: Buffer | string | readonly (Buffer | string)[],
  password: string | undefined,
  from: string,
  now: Date,
): Promise<ClientCertificate> {
  const all = [materials].flat() as readonly (Buffer | string)[];
  const parts = await Promise.all(all.map((material) => readParts(material, password, from)));
  const keys = parts.flatMap((part) => part.keys);
  const certificates = parts.flatMap((part) => part.certificates);
  const [key, ...more] = keys;
  if (more.length > 0) throw certificateFailures.clientSeveralKeys({ from, count: String(keys.length) });
  if (key === undefined && certificates.length === 0) throw certificateFailures.clientUnreadable({ from });
  if (key === undefined) throw certificateFailures.clientWithoutKey({ from });
  if (certificates.length === 0) throw certificateFailures.clientWithoutCertificate({ from });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits > MOST_BITS) throw certificateFailures.keyTooLong({ from, bits: String(bits), most: String(MOST_BITS) });
  if (key.asymmetricKeyType !== "rsa") {
    throw certificateFailures.clientNotRsa({
      from,
      type: (key.asymmetricKeyType ?? "of an unknown type").toUpperCase(),
    });
  }
  const leaf = chooseLeaf(key, certificates, from);
  checkValidity(leaf, from, now);
  return toClientCertificate(key, leaf, orderChain(leaf, certificates, from));
}

/**
 * Makes a PFX of key and leaf, for Terraform; see `writePfx` for why it uses 3DES and leaves out the chain.
 *
 * @param password may be empty; Go's decoders want it within the Basic Multilingual Plane (no emoji)
 */
export async function toPfx(certificate: ClientCertificate, password: string): Promise<Buffer> {
  const key = createPrivateKey(certificate.privateKey).export({ type: "pkcs8", format: "der" });
  return writePfx(key, new X509Certificate(certificate.chain[0] ?? "").raw, password);
}

async function readParts(material: Buffer | string, password: string | undefined, from: string): Promise<Parts> {
  const { blocks, der } = await withoutPkcs7(decodeMaterial(material, from), from, (cause) =>
    certificateFailures.clientDamaged({ from, part: "the PKCS #7 file" }, cause),
  );
  const pfx = der ?? blocks.find(({ kind }) => kind === "pfx")?.der;
  if (pfx === undefined) return readPem(blocks, password, from);
  if (!isPfx(pfx)) return readBare(pfx, from);
  const contents = await readPfx(pfx, password, from);
  const keys = contents.keys.map((key) => bareKey(key));
  if (keys.includes(undefined)) throw certificateFailures.clientDamaged({ from, part: "the private key" });
  return {
    keys: keys.filter((key) => key !== undefined),
    certificates: certificatesOf(contents, from).map((certificate) => toCertificate(certificate, from)),
  };
}

function certificatesOf({ certificates }: PfxContents, from: string): readonly Buffer[] {
  checkNumber(certificates, from);
  return certificates;
}

function readBare(der: Buffer, from: string): Parts {
  const key = bareKey(der);
  if (key !== undefined) return { keys: [key], certificates: [] };
  try {
    return { keys: [], certificates: [parseCertificate(der)] };
  } catch (cause) {
    throw certificateFailures.clientUnreadable({ from }, cause);
  }
}

function readPem(blocks: readonly PemBlock[], password: string | undefined, from: string): Parts {
  const keys = blocks.filter(isKeyBlock);
  if (keys.length > 1) throw certificateFailures.clientSeveralKeys({ from, count: String(keys.length) });
  return {
    certificates: blocks.filter(isCertificateBlock).map((block) => toCertificate(block.der, from)),
    keys: keys.map((block) => toKey(block, password, from)),
  };
}

function toCertificate(der: Buffer, from: string): X509Certificate {
  try {
    return parseCertificate(der);
  } catch (cause) {
    throw certificateFailures.clientDamaged({ from, part: "a certificate" }, cause);
  }
}

function toKey(block: PemBlock, password: string | undefined, from: string): KeyObject {
  if (block.encrypted && !password) throw certificateFailures.clientPasswordMissing({ from });
  if (block.label.startsWith("ENCRYPTED ")) checkEncryptedKey(block.der, from);
  try {
    if (!block.label.endsWith("PRIVATE KEY")) return bareKey(block.der) ?? createPrivateKey(block.pem);
    return createPrivateKey(block.encrypted && password ? { key: block.pem, passphrase: password } : block.pem);
  } catch (cause) {
    if (!block.encrypted) throw certificateFailures.clientDamaged({ from, part: "the private key" }, cause);
    // This code means a cipher or digest that OpenSSL 3 has dropped (DES, RC2, MD5). A wrong password gives "bad
    // decrypt" or, about once in 256 times, when the padding happens to look right, "unsupported" without EVP.
    const dropped = (cause as NodeJS.ErrnoException).code === "ERR_OSSL_EVP_UNSUPPORTED";
    throw certificateFailures[dropped ? "clientUnsupported" : "clientPasswordWrong"]({ from }, cause);
  }
}

/** The certificate of the key; if there are several, after a renewal with the same key, the one that expires last. */
function chooseLeaf(key: KeyObject, certificates: readonly X509Certificate[], from: string): X509Certificate {
  const [leaf] = certificates
    .filter((certificate) => certificate.checkPrivateKey(key))
    .sort((a, b) => b.validToDate.getTime() - a.validToDate.getTime());
  if (leaf !== undefined) return leaf;
  const subjects = certificates.map((certificate) => `"${oneLine(certificate.subject)}"`);
  throw certificateFailures.clientKeyMismatch({ from, subject: few(subjects) });
}

function checkValidity(leaf: X509Certificate, from: string, now: Date): void {
  const subject = oneLine(leaf.subject);
  if (leaf.validToDate < now) {
    throw certificateFailures.clientExpired({ from, subject, notAfter: isoDay(leaf.validToDate) });
  }
  if (leaf.validFromDate > now) {
    const notBefore = leaf.validFromDate.toISOString();
    throw certificateFailures.clientNotYetValid({ from, subject, notBefore, now: now.toISOString() });
  }
}

function orderChain(leaf: X509Certificate, certificates: readonly X509Certificate[], from: string): X509Certificate[] {
  const chain = [leaf];
  const checkTime = patience(from);
  for (const last of chain) {
    if (last.checkIssued(last)) break; // or an older certificate with the same name and key would pass for the issuer
    const others = certificates.filter((other) => !chain.some((known) => known.raw.equals(other.raw)));
    const issuer = others.find((other) => {
      checkTime();
      return isIssuedBy(last, other);
    });
    if (issuer !== undefined) chain.push(issuer); // the loop continues with it
  }
  return chain;
}

function toClientCertificate(
  key: KeyObject,
  leaf: X509Certificate,
  chain: readonly X509Certificate[],
): ClientCertificate {
  const privateKey = key.export({ type: "pkcs8", format: "pem" }).toString();
  const certificates = chain.map((certificate) => certificate.toString());
  return {
    pem: [privateKey, ...certificates].join(""),
    privateKey,
    chain: certificates,
    thumbprint: leaf.fingerprint.replaceAll(":", ""),
    thumbprintSha256: leaf.fingerprint256.replaceAll(":", ""),
    subject: oneLine(leaf.subject),
    notBefore: leaf.validFromDate,
    notAfter: leaf.validToDate,
  };
}
