import { hash, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { certificateFailures } from "../errors/certificates.ts";
import { Failure } from "../errors/failure.ts";
import {
  bareKey,
  decodeMaterial,
  few,
  isCertificateBlock,
  isIssuedBy,
  isoDay,
  isPfx,
  type Material,
  oneLine,
  parseCertificate,
  publicKeyOf,
} from "./material.ts";
import { patience } from "./patience.ts";
import { withoutPkcs7 } from "./pkcs7.ts";

/** A certificate that the user wants to be trusted. */
export interface Root {
  /** canonical PEM: 64 columns, LF, trailing newline */
  readonly pem: string;
  readonly der: Buffer;
  /** on one line, most specific part first: `CN=…, O=…` */
  readonly subject: string;
  readonly issuer: string;
  /** upper-case hex */
  readonly serial: string;
  readonly notAfter: Date;
  /** of the DER, formatted as in certifi's entries: upper-case hex with colons */
  readonly fingerprints: { readonly md5: string; readonly sha1: string; readonly sha256: string };
  /** false: an intermediate (or a certificate that is no CA at all, which `judgeRoot` refuses) */
  readonly selfSigned: boolean;
}

const days30 = 30 * 24 * 60 * 60 * 1000;

// Node exposes neither the key identifiers nor, before 24.9, the signature algorithm (runners ship 24.5 and later), and
// loading node-forge takes longer than the rest of this folder. Searching for the DER of the object identifier is good
// enough for a warning: it misleads only if a certificate has the same bytes elsewhere.
const keyIdentifiers: readonly (readonly [name: string, oid: string])[] = [
  ["Subject Key Identifier", "0603551d0e"],
  ["Authority Key Identifier", "0603551d23"],
];
const weakSignatures: readonly (readonly [name: string, oid: string])[] = [
  ["MD5", "06092a864886f70d010104"], // md5WithRSAEncryption
  ["SHA-1", "06092a864886f70d010105"], // sha1WithRSAEncryption
  ["SHA-1", "06052b0e03021d"], // sha1WithRSASignature, which makecert writes
  ["SHA-1", "06072a8648ce3d0401"], // ecdsa-with-SHA1
];

/**
 * Reads the CA certificates of an input: PEM text with one or many, base64 of PEM or DER, or DER bytes.
 *
 * Takes all certificates of a chain file, self-signed ones first: intermediates are kept, because they help with a
 * stamp that does not send its own, and trusting them adds nothing to trusting their root.
 *
 * @param material the input's text, or the file's bytes
 * @param from the input and, for a file, its path, for error texts
 * @returns each certificate once
 * @throws Failure if there is no certificate, if one is damaged, if there is a private key (PEM, DER or PFX), or if
 *   there are too many
 */
export function readRoots(material: Buffer | string, from: string): Root[] {
  return rootsOf(decodeMaterial(material, from), from);
}

/** Like `readRoots`, for users' files: also reads PKCS #7 (`.p7b`), in which Windows exports chains. */
export async function readGivenRoots(material: Buffer | string, from: string): Promise<Root[]> {
  const unreadable = (cause?: unknown) => certificateFailures.caUnreadable({ from }, cause);
  return rootsOf(await withoutPkcs7(decodeMaterial(material, from), from, unreadable), from);
}

function rootsOf({ blocks, der }: Material, from: string): Root[] {
  if (der !== undefined) return [readDer(der, from)];
  if (blocks.some(({ kind }) => kind === "key" || kind === "pfx")) throw certificateFailures.caPrivateKey({ from });
  const certificates = blocks.filter(isCertificateBlock);
  if (certificates.length === 0) throw certificateFailures.caUnreadable({ from });
  const checkTime = patience(from);
  const roots = certificates.map((block, index) => {
    checkTime();
    const position = `${index + 1} of ${certificates.length}`;
    return attempt(block.der, (cause) => certificateFailures.caDamaged({ from, position }, cause));
  });
  const unique = [...new Map(roots.map((root) => [root.fingerprints.sha256, root])).values()];
  return unique.sort((a, b) => Number(b.selfSigned) - Number(a.selfSigned));
}

/**
 * Decides whether a certificate may be trusted as a CA of the stamp.
 *
 * Refuses a self-signed certificate of X.509 version 1 as no CA: an old root cannot be told from a server certificate
 * made with `openssl x509 -req`, whose key could then sign for any host; az 2.77 and later refuse it, too.
 *
 * @param from as for `readRoots`
 * @param all the result of `readRoots`: an intermediate whose issuer is among them needs no warning
 * @returns warnings about what the user should know but need not act on now
 * @throws Failure if the certificate is no CA, has expired or is not valid yet
 */
export function judgeRoot(root: Root, from: string, now: Date, all: readonly Root[] = [root]): { warnings: string[] } {
  const { subject, issuer } = root;
  const certificate = new X509Certificate(root.der);
  if (!certificate.ca) throw certificateFailures.caNotAuthority({ from, subject, issuer });
  if (root.notAfter < now) {
    throw certificateFailures.caExpired({ from, subject, notAfter: isoDay(root.notAfter) });
  }
  if (certificate.validFromDate > now) {
    const notBefore = certificate.validFromDate.toISOString();
    throw certificateFailures.caNotYetValid({ from, subject, notBefore, now: now.toISOString() });
  }
  const concerns = [...concernsOfUse(root, now, all), ...concernsOfMake(root.der, certificate)];
  if (concerns.length > 0 && isPublic(root)) return { warnings: [] };
  return { warnings: concerns.map((concern) => `The CA certificate "${subject}" in ${from} ${concern}`) };
}

/** A certificate of an input, and where it came from: the input and, for a file, its path. */
export interface GivenRoot {
  readonly root: Root;
  readonly from: string;
}

/**
 * Judges the certificates of an input together. If at least one root may be trusted, those that must not be are left
 * out: people pass whole lists and chains, with an old root or the server's own certificate among them.
 *
 * @returns the certificates to trust, with warnings, one of them about what was left out; or, if no root may be
 *   trusted, why each certificate is refused
 */
export function judgeRoots(
  given: readonly GivenRoot[],
  now: Date,
): { readonly roots: readonly Root[]; readonly warnings: readonly string[]; readonly refused: readonly Failure[] } {
  const all = given.map(({ root }) => root);
  const roots: Root[] = [];
  const warnings: string[] = [];
  const refused: Failure[] = [];
  for (const { root, from } of given) {
    try {
      warnings.push(...judgeRoot(root, from, now, all).warnings);
      roots.push(root);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused.push(error);
    }
  }
  if (refused.length === 0) return { roots, warnings, refused };
  if (!roots.some(({ selfSigned }) => selfSigned)) return { roots: [], warnings: [], refused };
  const problems = refused.map(({ problem }) => problem.replace(/\.$/, ""));
  return { roots, warnings: [`Not trusted: ${few(problems, "; ")}.`, ...warnings], refused: [] };
}

/** Public roots need no warning: the maintainers of the public lists know what is wrong with them. */
function isPublic({ pem }: Root): boolean {
  publicRoots ??= new Set(rootCertificates.map(withoutSpace));
  return publicRoots.has(withoutSpace(pem));
}

let publicRoots: ReadonlySet<string> | undefined;

/** Makes PEM comparable: Node's list has lines of another length. */
function withoutSpace(pem: string): string {
  return pem.replaceAll(/\s+/g, "");
}

function concernsOfUse(root: Root, now: Date, all: readonly Root[]): string[] {
  const concerns: string[] = [];
  if (root.notAfter.getTime() - now.getTime() <= days30) {
    concerns.push(`expires on ${isoDay(root.notAfter)}: ask the operator of the stamp for the next root.`);
  }
  if (!root.selfSigned && !all.some((other) => other.subject === root.issuer)) {
    concerns.push(
      `is an intermediate CA: most tools trust it only together with its root, "${root.issuer}"; add that root.`,
    );
  }
  return concerns;
}

function concernsOfMake(der: Buffer, certificate: X509Certificate): string[] {
  const concerns: string[] = [];
  const weak = weakSignatures.find(([, oid]) => der.includes(Buffer.from(oid, "hex")));
  if (weak !== undefined) concerns.push(`is signed with ${weak[0]}: have it replaced with one that uses SHA-256.`);
  const { modulusLength } = publicKeyOf(certificate)?.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined && modulusLength < 2048) {
    concerns.push(`has an RSA key of ${modulusLength} bits: have it replaced with one of 2048 bits or more.`);
  }
  const lacking = keyIdentifiers.filter(([, oid]) => !der.includes(Buffer.from(oid, "hex"))).map(([name]) => name);
  if (lacking.length > 0) {
    // https://github.com/Azure/azure-cli/issues/32108: Python 3.13 verifies with VERIFY_X509_STRICT
    const tools = "az 2.77 and later, and other tools on Python 3.13, may refuse the stamp's certificates";
    const advice = 'with "Missing Authority Key Identifier"; if they do, use older tools or have the root replaced.';
    concerns.push(`has no ${lacking.join(" and no ")}: ${tools} ${advice}`);
  }
  return concerns;
}

function readDer(der: Buffer, from: string): Root {
  if (isPfx(der) || bareKey(der) !== undefined) throw certificateFailures.caPrivateKey({ from });
  return attempt(der, (cause) => certificateFailures.caUnreadable({ from }, cause));
}

function attempt(der: Buffer, refusal: (cause: unknown) => Error): Root {
  try {
    return toRoot(parseCertificate(der));
  } catch (cause) {
    throw refusal(cause);
  }
}

function toRoot(certificate: X509Certificate): Root {
  return {
    pem: certificate.toString(),
    der: certificate.raw,
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serial: certificate.serialNumber,
    notAfter: certificate.validToDate,
    fingerprints: {
      md5: hash("md5", certificate.raw)
        .toUpperCase()
        .replace(/..(?=.)/g, "$&:"),
      sha1: certificate.fingerprint,
      sha256: certificate.fingerprint256,
    },
    selfSigned: isIssuedBy(certificate, certificate),
  };
}
