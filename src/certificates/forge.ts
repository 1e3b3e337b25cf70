import type Forge from "node-forge";

/** forge makes an object of each value, even of one of two bytes. A PFX or PKCS #7 file has a few kilobytes. */
export const MOST_FORGE_BYTES = 500_000;

/** Replaces functions in a namespace of forge while `work`, which must be synchronous, runs. */
export function replaced<T>(namespace: object, functions: Record<string, unknown>, work: () => T): T {
  const originals = Object.fromEntries(Object.entries(namespace).filter(([name]) => name in functions));
  Object.assign(namespace, functions);
  try {
    return work();
  } finally {
    Object.assign(namespace, originals);
  }
}

export function toAsn1(forge: typeof Forge, der: Buffer): Forge.asn1.Asn1 {
  return forge.asn1.fromDer(der.toString("latin1"));
}

export function toDer(forge: typeof Forge, value: Forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(value).getBytes(), "latin1");
}
