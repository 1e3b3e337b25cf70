import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { certificateFailures } from "../errors/certificates.ts";
import { decodeMaterial, isCertificateBlock, isKeyBlock, type PemBlock } from "./material.ts";
import { judgeRoots, type Root, readRoots } from "./roots.ts";

/**
 * Reads the CA certificates from the file in which the Linux agent of a VM (WALinuxAgent) keeps what the platform gave
 * the VM: PEM as `openssl pkcs12 -nodes` writes it. On a stamp the stamp's CA is among it. There are also certificates
 * of the VM, from a vault or for the settings of extensions, with their private keys: they are passed over, and so is a
 * CA whose key is in the file, since the stamp gives its own key to nobody.
 *
 * @param from as for `readRoots`
 * @returns those that may be trusted, with warnings for them and one for those that may not
 * @throws Failure `AZS350`; `AZS302` when a certificate is damaged; `AZS326` when no CA is there; when none of those that are may
 *   be trusted, the reason of the first
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

/** The file is the agent's: a key that this OpenSSL cannot read is nobody's concern here. */
function readKey({ pem }: PemBlock): readonly KeyObject[] {
  try {
    return [createPrivateKey(pem)];
  } catch {
    return [];
  }
}
