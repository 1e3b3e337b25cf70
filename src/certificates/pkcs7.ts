import { certificateFailures } from "../errors/certificates.ts";
import { MOST_FORGE_BYTES, replaced, toAsn1, toDer } from "./forge.ts";
import { certificateBlock, checkNumber, type Material, type PemBlock } from "./material.ts";

/**
 * Replaces PKCS #7 files (RFC 2315, `.p7b`; DER or PEM, also BER) with the certificates in them.
 *
 * @param unreadable makes the error for a file that is damaged or has no certificates
 * @throws Failure `AZS353`, `AZS350`, or that error
 */
export async function withoutPkcs7(
  material: Material,
  from: string,
  unreadable: (cause?: unknown) => Error,
): Promise<Material> {
  const containers = material.blocks.filter(({ kind }) => kind === "pkcs7");
  if (containers.length === 0) return material;
  const size = containers.reduce((sum, { der }) => sum + der.length, 0);
  if (size > MOST_FORGE_BYTES) throw certificateFailures.pfxTooLarge({ from, most: `${MOST_FORGE_BYTES / 1000} kB` });
  const blocks: PemBlock[] = [];
  for (const block of material.blocks) {
    if (block.kind !== "pkcs7") blocks.push(block);
    else blocks.push(...(await certificatesIn(block.der, unreadable)).map(certificateBlock));
  }
  checkNumber(blocks, from);
  return { ...material, blocks };
}

async function certificatesIn(der: Buffer, unreadable: (cause?: unknown) => Error): Promise<readonly Buffer[]> {
  const { default: forge } = await import("node-forge");
  try {
    // Left as ASN.1, since forge cannot parse certificates with EC keys; node:crypto can.
    const message = replaced(forge.pki, { certificateFromAsn1: (value: unknown) => value }, () =>
      forge.pkcs7.messageFromAsn1(toAsn1(forge, der)),
    );
    const { certificates } = message as unknown as { readonly certificates?: readonly Parameters<typeof toDer>[1][] };
    if (certificates === undefined || certificates.length === 0) throw new Error("no certificates in it");
    return certificates.map((certificate) => toDer(forge, certificate));
  } catch (cause) {
    throw unreadable(cause);
  }
}
