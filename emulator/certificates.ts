/**
 * X.509 for the emulator and for tests: roots, TLS leaves and client certificates. node:crypto makes the keys, because
 * it is fifty times faster at RSA than node-forge, and it signs. node-forge builds the certificates.
 */
import { createHash, generateKeyPair, randomBytes, randomInt, sign as signBytes, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import forge from "node-forge";

export type Hash = "sha1" | "sha256" | "sha384";

export interface Authority {
  readonly pem: string;
  readonly keyPem: string;
}

export interface RootOptions {
  /** Common name. */
  readonly subject: string;
  /** RSA modulus, bits. */
  readonly bits: number;
  readonly hash: Hash;
  /** Validity in days from `notBefore`; negative for an expired certificate. */
  readonly days: number;
  readonly notBefore: Date;
  /** False: basicConstraints says that the certificate is not a CA. */
  readonly ca: boolean;
  /**
   * Whether the certificate has Subject and Authority Key Identifier (az 2.77 and later refuse a root without them:
   * azure-cli#32108).
   */
  readonly keyIdentifiers: boolean;
}

export interface LeafOptions extends Pick<RootOptions, "bits" | "hash" | "days" | "notBefore"> {
  readonly keyPem: string;
}

export interface ClientCertificate {
  readonly certPem: string;
  /** PKCS #8, not encrypted. */
  readonly keyPem: string;
  /** A PFX as Windows and older OpenSSL write it: 3DES with SHA-1. */
  readonly pfx3des: (password: string) => Buffer;
}

const DAY = 86_400_000;
const HASHES = { sha1: forge.md.sha1, sha256: forge.md.sha256, sha384: forge.md.sha384 } as const;
const generate = promisify(generateKeyPair);

/** Bits of keys that the pool holds. */
const USUAL_BITS = 2048;

/** PKCS #8 PEM of an RSA key that nothing else in this process has. */
export async function makeKey(bits = USUAL_BITS): Promise<string> {
  return (bits === USUAL_BITS ? takeFromPool() : undefined) ?? generateKey(bits);
}

async function generateKey(bits: number): Promise<string> {
  const { privateKey } = await generate("rsa", { modulusLength: bits });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/**
 * Names a file with keys, as JSON. Finding the primes of an RSA key takes up to half a second of processor time, and each
 * stamp needs new keys: a test run makes a pool of them once, and each of its processes uses each key once.
 */
export const KEY_POOL = "AZS_EMULATOR_KEYS";

/** Makes the content of such a file. */
export async function makeKeyPool(size: number): Promise<string> {
  return JSON.stringify(await Promise.all(Array.from({ length: size }, () => generateKey(USUAL_BITS))));
}

let pool: string[] | undefined;

function takeFromPool(): string | undefined {
  const file = process.env[KEY_POOL];
  pool ??= file === undefined ? [] : (JSON.parse(readFileSync(file, "utf8")) as string[]);
  return pool.splice(randomInt(Math.max(pool.length, 1)), 1)[0];
}

/** A self-signed root. */
export function makeRoot(options: Partial<RootOptions> = {}): Promise<Authority> {
  return makeAuthority({ ...rootDefaults(), ...options });
}

/** A CA below a root. */
export function makeIntermediate(issuer: Authority, options: Partial<RootOptions> = {}): Promise<Authority> {
  return makeAuthority({ ...rootDefaults(), subject: "AzureStackIssuingCA", days: 1825, ...options }, issuer);
}

/** @param issuer undefined for a self-signed certificate */
async function makeAuthority(options: RootOptions, issuer?: Authority): Promise<Authority> {
  const { subject, bits, hash, days, notBefore, ca, keyIdentifiers } = options;
  const keyPem = await makeKey(bits);
  const certificate = blank(keyPem, subject, notBefore, days);
  const parent = issuer === undefined ? certificate : forge.pki.certificateFromPem(issuer.pem);
  certificate.setIssuer(parent.subject.attributes);
  certificate.setExtensions([
    { name: "basicConstraints", critical: true, cA: ca },
    { name: "keyUsage", critical: true, keyCertSign: ca, cRLSign: ca, digitalSignature: true },
    ...(keyIdentifiers ? [{ name: "subjectKeyIdentifier" }, authorityKeyIdentifier(parent)] : []),
  ]);
  return { pem: sign(certificate, issuer?.keyPem ?? keyPem, hash), keyPem };
}

/** A TLS server certificate for these names (wildcards allowed), issued by this CA. */
export async function makeLeaf(
  issuer: Authority,
  names: readonly string[],
  options: Partial<LeafOptions> = {},
): Promise<Authority> {
  const { bits, hash, days, notBefore, keyPem: given } = { ...rootDefaults(), days: 90, keyPem: "", ...options };
  const keyPem = given === "" ? await makeKey(bits) : given;
  const root = forge.pki.certificateFromPem(issuer.pem);
  const certificate = blank(keyPem, names[0] ?? "localhost", notBefore, days);
  certificate.setIssuer(root.subject.attributes);
  certificate.setExtensions([
    { name: "basicConstraints", critical: true, cA: false },
    { name: "keyUsage", critical: true, digitalSignature: true, keyEncipherment: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: names.map((value) => ({ type: 2, value })) },
    { name: "subjectKeyIdentifier" },
    authorityKeyIdentifier(root),
  ]);
  return { pem: sign(certificate, issuer.keyPem, hash), keyPem };
}

/** A self-signed certificate that a service principal signs in with. */
export async function makeClientCertificate(options: Partial<RootOptions> = {}): Promise<ClientCertificate> {
  const { subject, bits, hash, days, notBefore } = { ...rootDefaults(), subject: "azs-login-ci", ...options };
  const keyPem = await makeKey(bits);
  const certificate = blank(keyPem, subject, notBefore, days);
  certificate.setIssuer(certificate.subject.attributes);
  certificate.setExtensions([
    { name: "keyUsage", critical: true, digitalSignature: true },
    { name: "extKeyUsage", clientAuth: true },
    { name: "subjectKeyIdentifier" },
  ]);
  const certPem = sign(certificate, keyPem, hash);
  return { certPem, keyPem, pfx3des: (password) => pfx(certPem, keyPem, password) };
}

/**
 * Makes a few and returns them in turn, because RSA keys take time to make. It is for keys that two stamps of a process
 * may share, never for roots: stamps that run at the same time must have different roots.
 */
export function inTurn<T>(make: () => Promise<T>): () => Promise<T> {
  const made: Promise<T>[] = [];
  let next = 0;
  return () => {
    const place = next++ % 2;
    made[place] ??= make();
    return made[place];
  };
}

/** The thumbprints that a client assertion names its certificate by, base64url without padding. */
export function thumbprints(certPem: string): { readonly x5t: string; readonly x5tS256: string } {
  const der = new X509Certificate(certPem).raw;
  return {
    x5t: createHash("sha1").update(der).digest("base64url"),
    x5tS256: createHash("sha256").update(der).digest("base64url"),
  };
}

function rootDefaults(): RootOptions {
  return {
    subject: "AzureStackSelfSignedRootCert",
    bits: 2048,
    hash: "sha256",
    days: 3650,
    // One minute in the past, because the clocks of a client process and of this one may differ slightly.
    notBefore: new Date(Date.now() - 60_000),
    ca: true,
    keyIdentifiers: true,
  };
}

function blank(keyPem: string, commonName: string, notBefore: Date, days: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  const key = forge.pki.privateKeyFromPem(keyPem);
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  // A leading 0 bit keeps the DER integer positive; a leading 1 digit keeps it 16 bytes long.
  certificate.serialNumber = `4${randomBytes(16).toString("hex").slice(1)}`;
  certificate.validity.notBefore = notBefore;
  certificate.validity.notAfter = new Date(notBefore.getTime() + days * DAY);
  certificate.setSubject([{ name: "commonName", value: commonName }]);
  return certificate;
}

function authorityKeyIdentifier(issuer: forge.pki.Certificate): Record<string, unknown> {
  return { name: "authorityKeyIdentifier", keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() };
}

function sign(certificate: forge.pki.Certificate, keyPem: string, hash: Hash): string {
  let signed = "";
  // node-forge uses nothing else of a digest and of a key. It passes all bytes at once. Its own signing is ten times
  // slower.
  const digest = { ...HASHES[hash].create(), update: (bytes: string) => (signed = bytes) };
  const key = { sign: () => signBytes(hash, Buffer.from(signed, "binary"), keyPem).toString("binary") };
  certificate.sign(key as unknown as forge.pki.rsa.PrivateKey, digest as unknown as forge.md.MessageDigest);
  return forge.pki.certificateToPem(certificate).replaceAll("\r\n", "\n");
}

function pfx(certPem: string, keyPem: string, password: string): Buffer {
  const key = forge.pki.privateKeyFromPem(keyPem);
  const certificate = forge.pki.certificateFromPem(certPem);
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificate, password, { algorithm: "3des" });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), "binary");
}
