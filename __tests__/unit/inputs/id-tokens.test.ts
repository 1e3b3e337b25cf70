import { describe, expect, test } from "vitest";
import { cachedIdToken } from "../../../src/inputs/cached-id-token.ts";
import { failureOf } from "../failures.ts";

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
const endingIn = (seconds: number) => jwt({ exp: Math.floor(Date.now() / 1000) + seconds, jti: crypto.randomUUID() });

/** A CI that returns these tokens in turn. */
function host(...tokens: readonly (string | Error)[]) {
  const left = [...tokens];
  const audiences: string[] = [];
  const masked: string[] = [];
  return {
    audiences,
    masked,
    ci: "GitHub Actions" as const,
    mask: (line: string) => void masked.push(line),
    async idToken(audience: string) {
      audiences.push(audience);
      const next = left.shift();
      if (typeof next === "string") return next;
      throw next ?? new Error("asked too often");
    },
  };
}

describe("an ID token", () => {
  test.each([
    ["that lives long", endingIn(300)],
    ["that does not say how long it lives", jwt({})],
    ["that is no JWT", "opaque"],
  ])("%s is asked for once, and masked", async (_what, token) => {
    const ci = host(token);
    const ask = cachedIdToken(ci, "api://x");
    expect([await ask(), await ask()]).toEqual([token, token]);
    expect(ci.audiences).toEqual(["api://x"]);
    expect(ci.masked).toContain(token);
  });

  test("about to end is replaced by a new one", async () => {
    const [old, fresh] = [endingIn(59), endingIn(300)];
    const ci = host(old, fresh);
    const ask = cachedIdToken(ci, "api://x");
    expect([await ask(), await ask(), await ask()]).toEqual([old, fresh, fresh]);
    expect(ci.masked).toEqual(expect.arrayContaining([old, fresh]));
  });

  test("that the CI does not give is a failure with its words", async () => {
    const { problem } = await failureOf("AZS416", cachedIdToken(host(new Error("status 500")), "api://x"));
    expect(problem).toContain("status 500.");
  });
});
