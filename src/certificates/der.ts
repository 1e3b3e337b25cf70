/** Not DER (X.690), or more of it than the caller wants to know. */
export class NotDer extends Error {}

export interface Value {
  readonly tag: number;
  readonly content: Buffer;
  /** Where it ends in the bytes that were read. */
  readonly end: number;
}

/**
 * The values that follow each other.
 *
 * @param only so many, and whatever comes behind them
 * @param most more than so many are refused
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
    // 0x80 is a length that only the end of the value tells (BER).
    if (first === 0x80 || octets > 4 || start > bytes.length || values.length === most) throw new NotDer();
    const end = start + (octets === 0 ? first : bytes.readUIntBE(at + 2, octets));
    if (end > bytes.length) throw new NotDer();
    values.push({ tag, content: bytes.subarray(start, end), end });
    at = end;
  }
  return values;
}
