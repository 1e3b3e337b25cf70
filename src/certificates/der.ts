/** The bytes are not DER (X.690), or have more values than the caller allows. */
export class NotDer extends Error {}

export interface Value {
  readonly tag: number;
  readonly content: Buffer;
  /** Offset of its end in the bytes that were read. */
  readonly end: number;
}

/**
 * Reads a sequence of values.
 *
 * @param only reads this many values, and ignores what follows them
 * @param most refuses more values than this
 * @throws NotDer
 */
export function valuesIn(
  bytes: Buffer,
  { only = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY } = {},
): readonly Value[] {
  const values: Value[] = [];
  for (let at = 0; at < bytes.length && values.length < only; ) {
    const [tag = 0, first = 0x80] = bytes.subarray(at, at + 2);
    const octets = first < 0x80 ? 0 : first & 0x7f;
    const start = at + 2 + octets;
    // 0x80 is the indefinite length of BER.
    if (first === 0x80 || octets > 4 || start > bytes.length || values.length === most) throw new NotDer();
    const end = start + (octets === 0 ? first : bytes.readUIntBE(at + 2, octets));
    if (end > bytes.length) throw new NotDer();
    values.push({ tag, content: bytes.subarray(start, end), end });
    at = end;
  }
  return values;
}
