import { hash, type X509Certificate } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { getCACertificates, rootCertificates } from "node:tls";
import { isCertificateLabel, isIssuedBy, oneLine, parseCertificate } from "../../certificates/material.ts";
import { pemBlocks } from "../../certificates/pem.ts";
import { isForServers } from "../../certificates/purposes.ts";
import type { Root } from "../../certificates/roots.ts";
import type { Environment } from "../../host/host.ts";
import { systemPlaces } from "../../io/system-places.ts";
import { KNOWN_PUBLIC_ROOTS } from "./known-public-roots.ts";
import { joined, readSource } from "./root-sources.ts";

/** A trusted root: the stamp's or the runner's. */
export type PlainRoot = Pick<Root, "pem" | "der" | "subject">;

/** Variables that name a file or folders with trusted roots. */
const NAMING = [
  "REQUESTS_CA_BUNDLE",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "CURL_CA_BUNDLE",
  "GIT_SSL_CAINFO",
  "PERL_LWP_SSL_CA_FILE",
  "HTTPS_CA_FILE",
  "NODE_EXTRA_CA_CERTS",
];
/** Variables that may make Node trust more than its built-in roots. */
const OF_NODE = ["NODE_USE_SYSTEM_CA", "NODE_OPTIONS"];

/** The distributions' own lists of roots, which administrators do not edit: Debian and Alpine, Fedora, SUSE. */
const DISTRIBUTED = systemPlaces(
  "/usr/share/ca-certificates/mozilla",
  "/usr/share/pki/ca-trust-source/ca-bundle.trust.p11-kit",
  "/usr/share/pki/trust/ca-bundle.trust.p11-kit",
);

/**
 * The private roots in the files that the runner's variables name: roots that are in no public list, such as that of a
 * proxy that inspects TLS.
 *
 * @returns each root once
 */
export async function privateRoots(environment: Environment): Promise<readonly PlainRoot[]> {
  const named = NAMING.flatMap((name) => {
    const value = environment[name];
    return value ? [readSource({ name, value }).then(({ text }) => text)] : [];
  });
  const ofNode = OF_NODE.some((name) => environment[name]) ? getCACertificates("default").join("\n") : "";
  return privateIn(joined([...(await Promise.all(named)), ofNode]));
}

/**
 * The private roots in a PEM text. A root in any public list is public: so a list that its owner kept short gets no
 * public roots along with the private ones. An intermediate counts only if a private root signed it, since Go and
 * GnuTLS treat every certificate in such a file as a root.
 *
 * @returns each root once
 */
export async function privateIn(text: string): Promise<readonly PlainRoot[]> {
  if (text === "") return [];
  const isKnown = isIn(new Set(rootCertificates.map((pem) => fingerprintOf(derOf(pem)))));
  const unknown = certificatesIn(text, isKnown);
  if (unknown.length === 0) return [];
  const isDistributed = isIn(await distributed());
  return withIssuers(unknown.filter(({ raw }) => !isDistributed(raw))).map((certificate) => ({
    pem: certificate.toString(),
    der: certificate.raw,
    subject: oneLine(certificate.subject),
  }));
}

/**
 * The certificates of a PEM text, each once, without the trust settings that OpenSSL appends in a `TRUSTED
 * CERTIFICATE`. Leaves out certificates that cannot be parsed or that may not vouch for servers.
 *
 * @param isLeftOut called with the DER of each certificate
 */
export function certificatesIn(
  text: string,
  isLeftOut: (der: Buffer) => boolean = () => false,
): readonly X509Certificate[] {
  const found = new Map<string, X509Certificate>();
  for (const { body } of pemBlocks(text, Number.POSITIVE_INFINITY).filter(isCertificateLabel)) {
    const der = Buffer.from(body, "base64");
    const certificate = isLeftOut(der) || !isForServers(der) ? undefined : readable(der);
    if (certificate !== undefined && !isLeftOut(certificate.raw))
      found.set(fingerprintOf(certificate.raw), certificate);
  }
  return [...found.values()];
}

export function fingerprintOf(der: Buffer): string {
  return hash("sha256", der);
}

function readable(der: Buffer): X509Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch {
    return undefined;
  }
}

/** The self-signed CAs, and the intermediate CAs that chain up to them. */
function withIssuers(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  const authorities = certificates.filter(({ ca }) => ca);
  let taken = authorities.filter((one) => isIssuedBy(one, one));
  for (let before = 0; before < taken.length; ) {
    before = taken.length;
    taken = authorities.filter((one) => taken.includes(one) || taken.some((issuer) => isIssuedBy(one, issuer)));
  }
  return taken;
}

function isIn(list: ReadonlySet<string>): (der: Buffer) => boolean {
  return (der) => {
    const fingerprint = fingerprintOf(der);
    return list.has(fingerprint) || KNOWN_PUBLIC_ROOTS.has(fingerprint.slice(0, 16));
  };
}

async function distributed(): Promise<ReadonlySet<string>> {
  const files = await Promise.all(DISTRIBUTED.map(filesAt));
  const texts = await Promise.all(files.flat().map((value) => readSource({ name: "", value })));
  const bodies = pemBlocks(joined(texts.map(({ text }) => text)), Number.POSITIVE_INFINITY);
  return new Set(bodies.map(({ body }) => fingerprintOf(Buffer.from(body, "base64"))));
}

async function filesAt(place: string): Promise<readonly string[]> {
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => (error.code === "ENOTDIR" ? [""] : []));
  return names.map((name) => path.join(place, name));
}

function derOf(pem: string): Buffer {
  return Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
}
