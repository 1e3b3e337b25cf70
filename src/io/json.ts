/** JSON as a value; undefined for what is none, and so no value of JSON either. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What JSON calls an object. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Claims of a token, read and not verified: it goes to who verifies it. Empty when it is no JWT. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return Object(jsonOf(Buffer.from(token.split(".", 2)[1] ?? "", "base64url").toString("utf8")) ?? {});
}
