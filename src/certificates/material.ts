import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { certificateFailures } from "../errors/certificates.ts";
import { pemBlocks, type RawBlock } from "./pem.ts";

/** One block of PEM text (RFC 7468), also of the older kind with `Proc-Type` headers (RFC 1421). */
export interface PemBlock {
  readonly label: string;
  readonly kind: BlockKind;
  readonly encrypted: boolean;
  /** the block in canonical form: 64 columns, LF, trailing newline */
  readonly pem: string;
  readonly der: Buffer;
}

/**
 * The type of a block, determined by its content if its label is unreliable: `certutil -encode` labels any file
 * `CERTIFICATE`.
 */
export type BlockKind = "certificate" | "key" | "pfx" | "pkcs7" | "other";

/** What an input turned out to be: PEM blocks, one DER value, or neither. */
export interface Material {
  readonly blocks: readonly PemBlock[];
  readonly der?: Buffer;
}

/** A system's list has 150 public roots and a few private ones. */
export const MOST_CERTIFICATES = 500;

const encryptionHeaders = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Z0-9-]+,[0-9A-Fa-f]+)\s/;
const base64Text = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * Decodes what users put into a secret or a file: PEM text with any line endings (also flattened to one line, with
 * literal `\n`, with a byte order mark, or in UTF-16 of either byte order, as Windows PowerShell writes it), base64 of
 * PEM or DER with any white space, or DER bytes; and any of these wrapped by `certutil -encode`. The result for
 * anything else has neither blocks nor DER.
 *
 * @param from the input and, for a file, its path, for error texts
 * @throws Failure `AZS350` if there are more than `MOST_CERTIFICATES` blocks
 */
export function decodeMaterial(material: Buffer | string, from: string): Material {
  const bytes = typeof material === "string" ? Buffer.from(material) : material;
  const direct = withoutArmor(decodeBytes(bytes, from), from);
  if (direct !== undefined) return direct;
  const compact = toText(bytes).replace(/\s+/g, "");
  const inner = base64Text.test(compact) ? decodeBytes(Buffer.from(compact, "base64"), from) : undefined;
  return withoutArmor(inner, from) ?? { blocks: [] };
}

/** Unwraps a PEM file that `certutil -encode` has wrapped. */
function withoutArmor(material: Material | undefined, from: string): Material | undefined {
  const [only, ...more] = material?.blocks ?? [];
  if (only?.kind !== "certificate" || more.length > 0 || only.der[0] === SEQUENCE) return material;
  return decodeBytes(only.der, from) ?? material;
}

/** RFC 7292: a PFX begins with its version, INTEGER 3, and a SEQUENCE; certificates and keys begin differently. */
export function isPfx(der: Buffer): boolean {
  return der.subarray(2, 10).includes(Buffer.from("02010330", "hex"));
}

/** Reads a certificate. Throws if it is damaged; checks its times, which Node parses only when they are read. */
export function parseCertificate(der: Buffer): X509Certificate {
  const certificate = new X509Certificate(der);
  const times = [certificate.validFromDate, certificate.validToDate];
  if (times.some((time) => Number.isNaN(time.getTime()))) throw new Error("its times are none");
  return certificate;
}

/** Whether `parent` issued `child`; false if OpenSSL cannot read the key of `parent`. */
export function isIssuedBy(child: X509Certificate, parent: X509Certificate): boolean {
  const key = publicKeyOf(parent);
  return key !== undefined && child.checkIssued(parent) && child.verify(key);
}

/** The public key; undefined if it is damaged or of an unknown kind, which Node notices only when it is read. */
export function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
}

/** Reads DER of an unencrypted PKCS#8, PKCS#1 or SEC 1 private key; undefined if it is none of them. */
export function bareKey(der: Buffer): KeyObject | undefined {
  for (const type of ["pkcs8", "pkcs1", "sec1"] as const) {
    try {
      return createPrivateKey({ key: der, format: "der", type });
    } catch {}
  }
  return undefined;
}

export function isKeyBlock({ kind }: Pick<PemBlock, "kind">): boolean {
  return kind === "key";
}

export function isCertificateBlock({ kind }: Pick<PemBlock, "kind">): boolean {
  return kind === "certificate";
}

/** @param label of a block of PEM */
export function isCertificateLabel({ label }: Pick<RawBlock, "label">): boolean {
  return CERTIFICATE_LABELS.includes(label);
}

/** A certificate as a block of PEM. */
export function certificateBlock(der: Buffer): PemBlock {
  return toBlock({ label: "CERTIFICATE", body: der.toString("base64") });
}

/** The labels that OpenSSL accepts for certificates, and the labels of containers with certificates. */
const CERTIFICATE_LABELS = ["CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE"];
const CONTAINER_LABELS = ["PKCS7", "PKCS #7 SIGNED DATA", "CMS", "PKCS12"];

const INTEGER = 0x02;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;

/** A PFX or an unencrypted key begins with its version, a ContentInfo of PKCS #7 (RFC 2315) with its type. */
function kindOf(label: string, der: Buffer): BlockKind {
  if (label.endsWith("PRIVATE KEY")) return "key";
  const isCertificate = isCertificateLabel({ label });
  if (!isCertificate && !CONTAINER_LABELS.includes(label)) return "other";
  const inner = firstTag(der);
  if (inner === OBJECT_IDENTIFIER) return "pkcs7";
  if (inner === INTEGER) return isPfx(der) ? "pfx" : "key";
  return isCertificate ? "certificate" : "other";
}

function firstTag(der: Buffer): number | undefined {
  const length = der[1] ?? 0;
  return der[0] === SEQUENCE ? der[length > 0x80 ? 2 + (length & 0x7f) : 2] : undefined;
}

/** Formats a name as Windows, the portal and RFC 4514 do: most specific part first, on one line. */
export function oneLine(name: X509Certificate["subject"]): string {
  return name.split("\n").reverse().join(", ");
}

/** @throws Failure `AZS350` */
export function checkNumber(certificates: readonly unknown[], from: string): void {
  if (certificates.length > MOST_CERTIFICATES) {
    throw certificateFailures.tooMany({ from, most: String(MOST_CERTIFICATES) });
  }
}

const MOST_NAMED = 5;

/** Names for an error: the first few, and how many more there are. */
export function few(names: readonly string[], separator = ", "): string {
  const more = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(separator) + (more > 0 ? ` and ${more} more` : "");
}

export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function decodeBytes(bytes: Buffer, from: string): Material | undefined {
  // No text begins like this: above 127 bytes the length octet is no ASCII, and in a shorter key an INTEGER follows.
  if (bytes[0] === SEQUENCE && ((bytes[1] ?? 0) >= 0x80 || bytes[2] === INTEGER)) {
    const container = firstTag(bytes) === OBJECT_IDENTIFIER;
    return container
      ? { blocks: [toBlock({ label: "PKCS7", body: bytes.toString("base64") })] }
      : { blocks: [], der: bytes };
  }
  const found = pemBlocks(toText(bytes), MOST_CERTIFICATES);
  checkNumber(found, from);
  return found.length > 0 ? { blocks: found.map(toBlock) } : undefined;
}

function toText(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\\r|\\n/g, "\n");
}

/** Determined by the byte order mark, else by the position of the zero bytes in ASCII letters. */
function encodingOf([first, second]: Buffer): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return "utf-16le";
  return (first === 0xfe && second === 0xff) || first === 0 ? "utf-16be" : "utf-8";
}

function toBlock({ label, body }: RawBlock): PemBlock {
  const headers = encryptionHeaders.exec(body);
  const der = Buffer.from(headers === null ? body : body.slice(headers[0].length), "base64");
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  const preamble = headers === null ? [] : ["Proc-Type: 4,ENCRYPTED", `DEK-Info: ${headers[1]}`, ""];
  const pem = [`-----BEGIN ${label}-----`, ...preamble, ...lines, `-----END ${label}-----`, ""].join("\n");
  return { label, kind: kindOf(label, der), encrypted: headers !== null || label.startsWith("ENCRYPTED "), pem, der };
}
