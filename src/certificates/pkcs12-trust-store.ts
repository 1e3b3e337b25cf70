import { createHmac, hash, randomBytes } from "node:crypto";

/** A certificate that readers of the store trust. */
export interface TrustedEntry {
  /** Unique in the store, regardless of case. */
  readonly alias: string;
  /** X.509, DER */
  readonly der: Buffer;
}

/** The password of every new trust store of Java; it protects nothing, since the content is public. */
export const TRUST_STORE_PASSWORD = "changeit";

/**
 * Makes a PKCS#12 (RFC 7292) whose certificates Java trusts: each has Oracle's attribute that JDK 8 and later look for
 * (`TrustedKeyUsage_OID` of `sun.security.pkcs12.PKCS12KeyStore`), with any usage.
 *
 * Nothing in it is encrypted, and the key of its MAC is derived in one round: certificates and password are public. JDK
 * 8 and later accept that, with or without the password. The MAC uses SHA-1, the only one that JDK 8 supports before
 * 8u301. forge could build this, too, but loading it would cost each login 50 ms.
 */
export function makeTrustStore(entries: readonly TrustedEntry[]): Buffer {
  const certificates = sequence(dataOf(sequence(...entries.map(bagOf))));
  const salt = randomBytes(20);
  const mac = createHmac("sha1", macKey(salt)).update(certificates, "latin1").digest();
  const algorithm = sequence(OID.sha1, value(NULL));
  const macData = sequence(sequence(algorithm, value(OCTET_STRING, der(mac))), value(OCTET_STRING, der(salt)));
  return Buffer.from(sequence(value(INTEGER, "\x03"), dataOf(certificates), macData), "latin1");
}

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const NULL = 0x05;
const OBJECT_IDENTIFIER = 0x06;
const BMP_STRING = 0x1e;
const SEQUENCE = 0x30;
const SET = 0x31;
/** `[0]`, explicit. */
const FIRST = 0xa0;

/** Bytes as characters of a string, as in forge: strings are joined faster than buffers. */
type Der = string;

function der(bytes: Buffer): Der {
  return bytes.toString("latin1");
}

function value(tag: number, ...contents: readonly Der[]): Der {
  const content = contents.join("");
  return String.fromCharCode(tag, ...lengthOctets(content.length)) + content;
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  return [0x80 | octets.length, ...octets];
}

const sequence = (...contents: readonly Der[]): Der => value(SEQUENCE, ...contents);
const identifier = (hex: string): Der => value(OBJECT_IDENTIFIER, der(Buffer.from(hex, "hex")));

const OID = {
  /** 1.2.840.113549.1.7.1 */
  data: identifier("2a864886f70d010701"),
  /** 1.2.840.113549.1.12.10.1.3 */
  certBag: identifier("2a864886f70d010c0a0103"),
  /** 1.2.840.113549.1.9.22.1 */
  x509Certificate: identifier("2a864886f70d01091601"),
  /** 1.2.840.113549.1.9.20 */
  friendlyName: identifier("2a864886f70d010914"),
  /** 2.16.840.1.113894.746875.1.1 */
  trustedKeyUsage: identifier("6086480186f966adca7b0101"),
  /** 2.5.29.37.0 */
  anyExtendedKeyUsage: identifier("551d2500"),
  /** 1.3.14.3.2.26 */
  sha1: identifier("2b0e03021a"),
} as const;

const TRUSTED = sequence(OID.trustedKeyUsage, value(SET, OID.anyExtendedKeyUsage));

/** A ContentInfo of the type data. */
function dataOf(content: Der): Der {
  return sequence(OID.data, value(FIRST, value(OCTET_STRING, content)));
}

function bagOf({ alias, der: certificate }: TrustedEntry): Der {
  const bag = sequence(OID.x509Certificate, value(FIRST, value(OCTET_STRING, der(certificate))));
  const name = sequence(OID.friendlyName, value(SET, value(BMP_STRING, der(inBmp(alias)))));
  return sequence(OID.certBag, value(FIRST, bag), value(SET, TRUSTED, name));
}

function inBmp(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

/** Block size of SHA-1, in bytes. */
const BLOCK = 64;
/** The purpose of the derived key: a MAC (RFC 7292, B.3). */
const FOR_MAC = 3;

/** Key derivation of RFC 7292, B.2, with one round (the default), for a key as long as the digest. */
function macKey(salt: Buffer): Buffer {
  const filled = (text: Buffer) => Buffer.alloc(Math.ceil(text.length / BLOCK) * BLOCK, text);
  const input = [Buffer.alloc(BLOCK, FOR_MAC), filled(salt), filled(inBmp(`${TRUST_STORE_PASSWORD}\0`))];
  return hash("sha1", Buffer.concat(input), "buffer");
}
