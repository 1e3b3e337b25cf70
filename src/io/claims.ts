/** Claims of a token, read and not verified: it goes to who verifies it. Empty when it is no JWT. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));
  } catch {
    return {};
  }
}
