/** Parses JSON; undefined, which is no JSON value, if the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object in JSON's sense. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Claims of a token, not verified: its receiver does that. Empty if it is no JWT. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return Object(jsonOf(Buffer.from(token.split(".", 2)[1] ?? "", "base64url").toString("utf8")) ?? {});
}
