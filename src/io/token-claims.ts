import { jsonOf } from "./json.ts";

/** Claims of a token, read and not verified: it goes to who verifies it. Empty when it is no JWT. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return Object(jsonOf(Buffer.from(token.split(".", 2)[1] ?? "", "base64url").toString("utf8")) ?? {});
}
