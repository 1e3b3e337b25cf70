import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isCertificateLabel, parseCertificate } from "../certificates/material.ts";
import { pemBlocks } from "../certificates/pem.ts";
import type { Root } from "../certificates/roots.ts";
import { makeTrustStore } from "../certificates/trust-store.ts";
import { createPrivateFile } from "../io/files.ts";
import type { Bundle } from "./bundle.ts";
import { nameFor } from "./store.ts";

/**
 * Writes the trust store for Java: the certificates of the bundle that `REQUESTS_CA_BUNDLE` names, as PKCS#12. Java reads
 * one only when it is told to, on its command line or by `JAVA_TOOL_OPTIONS`: so it is an output, and no variable.
 *
 * @param after what comes first on a disk that is nearly full: az that finds it full ends without a word
 */
export async function writeJavaTrustStore(
  bundle: Pick<Bundle, "path" | "javaTrustStore"> | undefined,
  roots: readonly Root[],
  after: Promise<unknown> = Promise.resolve(),
): Promise<void> {
  if (bundle === undefined) return;
  const stampRoots = new Set(roots.map(({ der }) => fingerprintOf(der)));
  const entries = readableIn(await readFile(bundle.path, "utf8")).map(([fingerprint, der]) => ({
    alias: stampRoots.has(fingerprint) ? nameFor(fingerprint) : fingerprint,
    der,
  }));
  const store = makeTrustStore(entries);
  await after;
  await createPrivateFile(bundle.javaTrustStore, store);
}

/**
 * Each certificate of a PEM text once, by its fingerprint. A damaged one, and one in a form of OpenSSL's own, would keep
 * Java from reading any.
 */
function readableIn(text: string): readonly (readonly [fingerprint: string, der: Buffer])[] {
  const found = new Map<string, Buffer>();
  for (const { body } of pemBlocks(text, Number.POSITIVE_INFINITY).filter(isCertificateLabel)) {
    const der = readable(Buffer.from(body, "base64"));
    if (der !== undefined) found.set(fingerprintOf(der), der);
  }
  return [...found];
}

/** A certificate as it was signed: in a `TRUSTED CERTIFICATE` something comes behind it. */
function readable(der: Buffer): Buffer | undefined {
  try {
    return parseCertificate(der).raw;
  } catch {
    return undefined;
  }
}

function fingerprintOf(der: Buffer): string {
  return hash("sha256", der);
}
