/** Encodes DER by hand, for files that no program writes. */
export type Der = Buffer;

export function tagged(tag: number, ...content: readonly Der[]): Der {
  const body = Buffer.concat(content);
  const length = body.length;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), body]);
  const octets = Buffer.from(
    length.toString(16).padStart(length > 0xffffff ? 8 : length > 0xffff ? 6 : length > 0xff ? 4 : 2, "0"),
    "hex",
  );
  return Buffer.concat([Buffer.from([tag, 0x80 | octets.length]), octets, body]);
}

export const sequence = (...content: readonly Der[]): Der => tagged(0x30, ...content);
export const octets = (...content: readonly Der[]): Der => tagged(0x04, ...content);
export const oid = (hex: string): Der => tagged(0x06, Buffer.from(hex, "hex"));
export const nothing = Buffer.from("0500", "hex");

export function integer(value: bigint | number): Der {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return tagged(0x02, Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex"));
}

const DATA = oid("2a864886f70d010701");
const SALT = octets(Buffer.from("12345678"));
const explicit = (content: Der): Der => tagged(0xa0, content);
const data = (content: Der): Der => sequence(DATA, explicit(octets(content)));

/** A PFX (RFC 7292) with this safe, and a MAC with this many rounds. */
export function pfxOf(safe: Der, macRounds?: bigint | number, digest = "2b0e03021a"): Der {
  const mac =
    macRounds === undefined
      ? []
      : [sequence(sequence(sequence(oid(digest), nothing), octets(Buffer.alloc(20))), SALT, integer(macRounds))];
  return sequence(integer(3), data(sequence(data(safe))), ...mac);
}

/** An encrypted PKCS#8 key (RFC 5958) with this key derivation. */
export function encryptedKey(derivation: Der): Der {
  const cipher = sequence(oid("60864801650304012a"), octets(Buffer.alloc(16)));
  return sequence(sequence(oid("2a864886f70d01050d"), sequence(derivation, cipher)), octets(Buffer.alloc(64)));
}

/** PBKDF2 with HMAC-SHA256 (RFC 8018). */
export function pbkdf2(rounds: bigint | number): Der {
  return sequence(
    oid("2a864886f70d01050c"),
    sequence(SALT, integer(rounds), sequence(oid("2a864886f70d0209"), nothing)),
  );
}

/** RFC 7914. */
export function scrypt(n: number, r: number, p: number): Der {
  return sequence(oid("2b06010401da47040b"), sequence(SALT, integer(n), integer(r), integer(p)));
}

/** A key with PKCS#12's own encryption, 3DES with SHA-1. */
export function pkcs12Key(rounds: bigint | number): Der {
  return sequence(sequence(oid("2a864886f70d010c0103"), sequence(SALT, integer(rounds))), octets(Buffer.alloc(64)));
}

/** The bag in which a PFX stores such a key. */
export function keyBags(...keys: readonly Der[]): Der {
  return sequence(...keys.map((key) => sequence(oid("2a864886f70d010c0a0102"), explicit(key))));
}

export function pem(label: string, der: Der): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
