import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { certificateFailures } from "../errors/certificates.ts";
import { decodeMaterial, isCertificateBlock, isKeyBlock, type PemBlock } from "./material.ts";
import { judgeRoots, type Root, readRoots } from "./roots.ts";

/**
 * Reads the CA certificates from the file in which the Linux agent of a VM (WALinuxAgent) keeps the certificates that
 * the platform gave the VM: PEM as `openssl pkcs12 -nodes` writes it. On a stamp, the stamp's CA is among them. The
 * file also has certificates of the VM, from a vault or for the settings of extensions, with their private keys: those
 * are skipped, and so is a CA whose key is in the file, since a stamp never gives its own key away.
 *
 * @param from as for `readRoots`
 * @returns the CAs that may be trusted, with warnings about them and one about those that may not
 * @throws Failure `AZS350`; `AZS302` if a certificate is damaged; `AZS326` if there is no CA; if none may be trusted,
 *   the reason for the first
 */
export function readAgentRoots(
  content: Buffer | string,
  from: string,
  now: Date,
): { readonly roots: readonly Root[]; readonly warnings: readonly string[] } {
  const { blocks } = decodeMaterial(content, from);
  const texts = blocks.filter(isCertificateBlock).map(({ pem }) => pem);
  const all = texts.length === 0 ? [] : readRoots(texts.join(""), from);
  const keys = blocks.filter(isKeyBlock).flatMap(readKey);
  const authorities = all.filter(({ der }) => isAuthority(new X509Certificate(der), keys));
  if (authorities.length === 0) throw certificateFailures.agentWithoutCa({ from, count: String(all.length) });

  const given = authorities.map((root) => ({ root, from }));
  const { roots, warnings, refused } = judgeRoots(given, now);
  if (refused[0] !== undefined) throw refused[0];
  return { roots, warnings };
}

function isAuthority(certificate: X509Certificate, keys: readonly KeyObject[]): boolean {
  return certificate.ca && !keys.some((key) => certificate.checkPrivateKey(key));
}

/** Ignores a key that this OpenSSL cannot read: the file is the agent's, and such a key does not matter here. */
function readKey({ pem }: PemBlock): readonly KeyObject[] {
  try {
    return [createPrivateKey(pem)];
  } catch {
    return [];
  }
}
