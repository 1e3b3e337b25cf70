import { exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { issuerOf } from "../../emulator/sts/tokens.ts";
import { ADMIN_ENDPOINT, accessToken, ENABLED, ENDPOINT, type Init, refusal, send, stampOf } from "./support.ts";

const LIST = `${ENDPOINT}/subscriptions?api-version=2016-06-01`;

async function knock(stamp: Stamp, init: Init, url = LIST) {
  const response = await send(stamp, "GET", url, init);
  return { response, refusal: refusal(response), challenge: response.headers["www-authenticate"] };
}

/** A token signed with the stamp's own key that is valid except for these claims. */
async function forged(
  stamp: Stamp,
  claims: Record<string, unknown>,
  key = stamp.signingKey.privateKey,
): Promise<string> {
  const now = Math.floor(stamp.options.now() / 1000);
  const good = {
    aud: stamp.audiences.user,
    iss: issuerOf(stamp),
    tid: stamp.tenant.id,
    oid: "x",
    nbf: now,
    exp: now + 60,
  };
  const payload = Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined));
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: stamp.signingKey.kid }).sign(key);
}

describe("Resource Manager's door", () => {
  test("a token of this stamp, for this side, opens it", async () => {
    const stamp = await stampOf();
    expect((await knock(stamp, { token: await accessToken(stamp) })).response.status).toBe(200);
    const admin = await accessToken(stamp, stamp.audiences.admin);
    const url = LIST.replace(ENDPOINT, ADMIN_ENDPOINT);
    expect((await knock(stamp, { token: admin }, url)).response.status).toBe(200);
    expect((await knock(stamp, { token: await forged(stamp, {}) })).response.status).toBe(200);
  });

  test("nobody: 401 with the tenant in the challenge, at every path", async () => {
    const stamp = await stampOf({ loginHost: "login.example.net" });
    const paths = [
      "/subscriptions",
      `/subscriptions/${ENABLED}?api-version=2016-06-01`,
      "/subscriptions/x",
      "/nowhere",
      "/",
    ];
    for (const path of paths) {
      const { refusal, challenge } = await knock(stamp, {}, ENDPOINT + path);
      expect(refusal).toEqual([401, "AuthenticationFailed"]);
      expect(challenge).toBe(
        `Bearer authorization_uri="https://login.windows.net/${stamp.tenant.id}", error="invalid_token", ` +
          `error_description="The authentication failed because of missing 'Authorization' header."`,
      );
    }
  });

  test("AD FS: the challenge names its tenant as well", async () => {
    const stamp = await stampOf({ idp: "adfs" });
    const { challenge } = await knock(stamp, {});
    expect(challenge).toContain(`authorization_uri="https://adfs.local.azurestack.external/adfs/${stamp.tenant.id}"`);
  });

  test.each(["Basic YTpi", "Bearer", "Bearer a b", "token"])("%s is no bearer token", async (authorization) => {
    const { refusal } = await knock(await stampOf(), { headers: { authorization } });
    expect(refusal).toEqual([401, "AuthenticationFailedInvalidHeader"]);
  });

  test("what is no JWT, and what is unsigned", async () => {
    const stamp = await stampOf();
    const [, claims] = (await accessToken(stamp)).split(".");
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    for (const token of ["x", `${none}.${claims}.`]) {
      expect((await knock(stamp, { token })).refusal).toEqual([401, "InvalidAuthenticationToken"]);
    }
  });

  test("a token of another stamp, and one signed with another key", async () => {
    const stamp = await stampOf();
    const other = await accessToken(await stampOf());
    expect((await knock(stamp, { token: other })).refusal).toEqual([401, "InvalidAuthenticationToken"]);
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const token = await forged(stamp, {}, await importPKCS8(await exportPKCS8(privateKey), "RS256"));
    expect((await knock(stamp, { token })).refusal).toEqual([401, "InvalidAuthenticationToken"]);
  });

  test.each([
    ["of the other side", (stamp: Stamp) => stamp.audiences.admin],
    ["of the vault", (stamp: Stamp) => stamp.audiences.user.replace("management", "vault")],
    ["with a slash too many", (stamp: Stamp) => `${stamp.audiences.user}/`],
    ["of the graph", () => "https://graph.windows.net/"],
  ])("an audience %s", async (_, audience) => {
    const stamp = await stampOf();
    const { refusal, response } = await knock(stamp, { token: await forged(stamp, { aud: audience(stamp) }) });
    expect(refusal).toEqual([401, "InvalidAuthenticationTokenAudience"]);
    expect(response.body).toContain(`for wrong audience or resource '${audience(stamp)}'`);
    expect(response.body).toContain(`one of the allowed audiences '${stamp.audiences.user}'`);
  });

  test("a token that has expired, in the words of Azure", async () => {
    let now = Date.UTC(2026, 2, 19, 8, 0, 0);
    const stamp = await stampOf({ now: () => now });
    const token = await accessToken(stamp);
    now = Date.UTC(2026, 2, 19, 20, 5, 57);
    const { refusal, response } = await knock(stamp, { token });
    expect(refusal).toEqual([401, "ExpiredAuthenticationToken"]);
    expect(response.body).toContain(
      "expiry UTC time '3/19/2026 8:59:59 AM' is earlier than current UTC time '3/19/2026 8:05:57 PM'",
    );
  });

  test.each([
    ["not yet valid", { nbf: 9_999_999_998, exp: 9_999_999_999 }, "InvalidAuthenticationToken"],
    ["without an expiry", { exp: undefined }, "InvalidAuthenticationToken"],
    ["without an object ID", { oid: undefined }, "InvalidAuthenticationToken"],
    ["of another issuer", { iss: "https://sts.windows.net/x/" }, "InvalidAuthenticationTokenTenant"],
    ["of another tenant", { tid: "x" }, "InvalidAuthenticationTokenTenant"],
  ])("a token %s", async (_, claims, code) => {
    const stamp = await stampOf();
    const { refusal } = await knock(stamp, { token: await forged(stamp, claims) });
    expect(refusal).toEqual([401, code]);
  });

  test("every answer carries its IDs, and hands on the caller's", async () => {
    const stamp = await stampOf();
    const correlation = "0b1c7a52-5d3e-4b53-8a1b-2f64f5e0f7aa";
    const { response } = await knock(stamp, { headers: { "x-ms-correlation-request-id": correlation } });
    expect(response.headers).toMatchObject({
      "x-ms-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      "x-ms-correlation-request-id": correlation,
      "x-ms-routing-request-id": expect.stringMatching(/^LOCAL:\d{8}T\d{6}Z:/),
    });
  });
});
