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

/** A root that is trusted, whoever's it is. */
export type PlainRoot = Pick<Root, "pem" | "der" | "subject">;

/** Each names a file, or folders, with what its readers trust. */
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
/** With these, Node takes more than its own roots. */
const OF_NODE = ["NODE_USE_SYSTEM_CA", "NODE_OPTIONS"];

/** What systems were delivered with, and no administrator writes to: Debian and Alpine, Fedora, SUSE. */
const DISTRIBUTED = systemPlaces(
  "/usr/share/ca-certificates/mozilla",
  "/usr/share/pki/ca-trust-source/ca-bundle.trust.p11-kit",
  "/usr/share/pki/trust/ca-bundle.trust.p11-kit",
);

/**
 * The private roots that the runner's variables name: what one of its programs trusts beside public roots, such as a
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
 * The private roots in a PEM text. Public is what stands in a public list: only so does a list that was kept short stay
 * short of public roots when it gets these. An intermediate counts only where a private root signed it, since Go and
 * GnuTLS take whatever they are given for a root.
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
 * The certificates of a PEM text, each once, as they were signed: behind OpenSSL's `TRUSTED CERTIFICATE` something
 * comes. Those that cannot be read are left out, and those that are not to vouch for servers.
 *
 * @param isLeftOut told the DER of each
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

/** Roots, and what they and those below them issued. */
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
