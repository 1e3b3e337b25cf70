import { X509Certificate } from "node:crypto";
import { certificateFailures } from "../errors/certificates.ts";
import { few, isIssuedBy } from "./material.ts";
import { patience } from "./patience.ts";
import type { Root } from "./roots.ts";

/**
 * Keeps of the given certificates those that a fingerprint vouches for: the root that has it, and the intermediates
 * that this root has signed, directly or through another one.
 *
 * Drops the others. The fingerprint protects against a file that was changed in transit: if other roots in the file
 * were trusted, too, an attacker would only have to add one.
 *
 * @param fingerprint SHA-256, in the format of `Root`
 * @param from the input, for error texts
 * @returns the root first; `dropped` in the order given
 * @throws Failure `AZS307` if no certificate has it, `AZS308` if the certificate that has it is no root, `AZS352`
 */
export function pinnedRoots(
  given: readonly Root[],
  fingerprint: string,
  from: string,
): { readonly kept: readonly Root[]; readonly dropped: readonly Root[] } {
  const root = given.find(({ fingerprints }) => fingerprints.sha256 === fingerprint);
  if (root === undefined) {
    const found = given.filter(({ selfSigned }) => selfSigned).map(named);
    throw certificateFailures.pinNotGiven({ fingerprint, from, found: few(found) || "no root" });
  }
  if (!root.selfSigned) throw notOfRoot(root, from, given);
  const checkTime = patience(from);
  const kept = new Set([root]);
  const all = given.map((one) => ({ one, certificate: new X509Certificate(one.der) }));
  // The loop also visits what it adds.
  for (const issuer of kept) {
    const parent = new X509Certificate(issuer.der);
    for (const { one, certificate } of all.filter(({ one: { issuer: name } }) => name === issuer.subject)) {
      checkTime();
      if (!kept.has(one) && isIssuedBy(certificate, parent)) kept.add(one);
    }
  }
  return { kept: [...kept], dropped: given.filter((one) => !kept.has(one)) };
}

/**
 * Finds the root with a fingerprint in the chain that a host presents.
 *
 * @param chain the server's certificate first; read from an unverified connection
 * @param from the host, for error texts
 * @throws Failure `AZS308` if the fingerprint is that of a certificate below the root, `AZS309` if the host does not
 *   present its root, `AZS322` if its root is another one
 */
export function pinnedRootOfChain(chain: readonly Root[], fingerprint: string, from: string): Root {
  const found = chain.find(({ fingerprints }) => fingerprints.sha256 === fingerprint);
  if (found?.selfSigned) return found;
  if (found !== undefined) throw notOfRoot(found, from, chain);
  const top = chain.at(-1);
  if (top?.selfSigned) throw certificateFailures.pinDiffers({ from, fingerprint, presented: named(top) });
  throw certificateFailures.rootNotPresented({ from, fingerprint, missing: top?.issuer ?? "unknown" });
}

function notOfRoot(found: Root, from: string, all: readonly Root[]): Error {
  const { subject, issuer, fingerprints } = found;
  const roots = all.filter(({ selfSigned }) => selfSigned).map(named);
  const root = roots.length === 0 ? `not there; "${subject}" was issued by "${issuer}"` : few(roots);
  return certificateFailures.pinNotOfRoot({ from, fingerprint: fingerprints.sha256, subject, root });
}

function named({ subject, fingerprints }: Root): string {
  return `"${subject}" with ${fingerprints.sha256}`;
}
