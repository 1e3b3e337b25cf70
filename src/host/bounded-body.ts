/** Milliseconds: the limit for one request to a CI, for its answer, and for all tries together. */
export const TIMEOUT_MS = 20_000;

/** The body of an answer, as a stream. */
export interface Body extends AsyncIterable<Buffer> {
  destroy(error?: Error): unknown;
}

/**
 * Reads the body of an answer within limits. The clients' own methods read for as long as something comes.
 *
 * @throws Error if it is longer than `mostBytes`, or does not end in time
 */
export async function bodyOf(body: Body, mostBytes: number): Promise<Buffer> {
  const late = setTimeout(() => body.destroy(new Error("its answer does not end")), TIMEOUT_MS);
  try {
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of body) {
      bytes += piece.length;
      // Leaving the loop closes the connection.
      if (bytes > mostBytes) throw new Error(`its answer is longer than ${mostBytes / 1000} kB`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } finally {
    clearTimeout(late);
  }
}
