import { describe, expect, test } from "vitest";
import { thumbprints } from "../../emulator/certificates.ts";
import type { Stamp } from "../../emulator/stamp/state.ts";
import {
  ADFS_TOKEN,
  assertion,
  assertionForm,
  certificate,
  document,
  type Note,
  send,
  stampOf,
  stranger,
  tokenUrl,
} from "./support.ts";

const HOUR = 3600;

async function present(stamp: Stamp, note: Note, audience = tokenUrl(stamp), url = audience) {
  const jwt = await assertion(stamp, audience, note);
  const response = await send(stamp, "POST", url, { form: assertionForm(stamp, jwt) });
  const { error_codes: codes, error_description: description = "" } = document(response);
  return { status: response.status, codes, description: String(description) };
}

describe("client assertions at Entra", () => {
  test.each(["RS256", "PS256"] as const)("%s is taken", async (algorithm) => {
    expect(await present(await stampOf(), { algorithm })).toMatchObject({ status: 200 });
  });

  test("PS256 may name its certificate by SHA-1, RS256 by SHA-256, and the thumbprint may be padded as by MSAL for Python", async () => {
    const stamp = await stampOf();
    const { x5t, x5tS256 } = thumbprints((await certificate).certPem);
    for (const header of [{ x5t }, { "x5t#S256": x5tS256 }, { x5t: `${x5t}=` }]) {
      for (const algorithm of ["RS256", "PS256"] as const) {
        expect(await present(stamp, { algorithm, header })).toMatchObject({ status: 200 });
      }
    }
  });

  test("a certificate that is not registered", async () => {
    const stamp = await stampOf();
    const signer = await stranger;
    const answer = await present(stamp, { signer });
    expect(answer).toMatchObject({ status: 401, codes: [700027] });
    const hex = Buffer.from(thumbprints(signer.certPem).x5t, "base64url").toString("hex").toUpperCase();
    expect(answer.description).toContain(
      `[Reason - The key was not found., Thumbprint of key used by client: '${hex}'`,
    );
  });

  test("no thumbprint in the header", async () => {
    expect(await present(await stampOf(), { header: {} })).toMatchObject({ status: 401, codes: [700027] });
  });

  test("the thumbprint of a registered certificate, signed with another key", async () => {
    const { x5t } = thumbprints((await certificate).certPem);
    const answer = await present(await stampOf(), { signer: await stranger, header: { x5t } });
    expect(answer).toMatchObject({ status: 401, codes: [700027] });
    expect(answer.description).toContain("[Reason - The signature is not valid.,");
  });

  test("claims that were changed after signing", async () => {
    const stamp = await stampOf();
    const [header, , signature] = (await assertion(stamp, tokenUrl(stamp))).split(".");
    const [, claims] = (await assertion(stamp, tokenUrl(stamp), { claims: { exp: 9_999_999_999 } })).split(".");
    const form = assertionForm(stamp, `${header}.${claims}.${signature}`);
    expect(document(await send(stamp, "POST", tokenUrl(stamp), { form }))["error_codes"]).toEqual([700027]);
  });

  test.each(["RS384"] as const)("%s", async (algorithm) => {
    const { x5t } = thumbprints((await certificate).certPem);
    expect(await present(await stampOf(), { algorithm, header: { x5t } })).toMatchObject({
      status: 400,
      codes: [50027],
    });
  });

  test("an unsigned one", async () => {
    const stamp = await stampOf();
    const [, claims] = (await assertion(stamp, tokenUrl(stamp))).split(".");
    const header = Buffer.from('{"alg":"none"}').toString("base64url");
    const form = assertionForm(stamp, `${header}.${claims}.`);
    expect((await send(stamp, "POST", tokenUrl(stamp), { form })).status).toBe(400);
  });

  test("what is no JWT at all", async () => {
    const stamp = await stampOf();
    for (const jwt of ["x", "a.b.c"]) {
      const response = await send(stamp, "POST", tokenUrl(stamp), { form: assertionForm(stamp, jwt) });
      expect(document(response)["error_codes"]).toEqual([50027]);
    }
  });

  test.each([
    ["expired", { exp: -1 }],
    ["not yet valid", { nbf: HOUR, exp: 2 * HOUR }],
  ])("%s", async (_, offsets) => {
    const stamp = await stampOf();
    const now = Math.floor(stamp.options.now() / 1000);
    const claims = Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, now + offset]));
    const answer = await present(stamp, { claims });
    expect(answer).toMatchObject({ status: 401, codes: [700024] });
    expect(answer.description).toMatch(
      /Current time: \d{4}-\d\d-\d\dT[\d:.]+Z, assertion valid from .*, expiry time of assertion /,
    );
  });

  test("no expiry", async () => {
    expect(await present(await stampOf(), { claims: { exp: undefined } })).toMatchObject({ codes: [700024] });
  });

  test.each([
    ["the issuer for the audience", (stamp: Stamp) => `https://login.microsoftonline.com/${stamp.tenant.id}/v2.0`],
    ["the v1 endpoint at the v2 endpoint", (stamp: Stamp) => tokenUrl(stamp, "v1")],
    ["another tenant's endpoint", () => "https://login.microsoftonline.com/fabrikam.onmicrosoft.com/oauth2/v2.0/token"],
    ["another host's endpoint", (stamp: Stamp) => tokenUrl(stamp).replace("microsoftonline.com", "windows.net")],
  ])("%s", async (_, audience) => {
    const stamp = await stampOf();
    expect(await present(stamp, {}, audience(stamp), tokenUrl(stamp))).toMatchObject({ status: 401, codes: [700023] });
  });

  test("the endpoint by domain is the endpoint, and the v1 endpoint takes its own", async () => {
    const stamp = await stampOf();
    expect(await present(stamp, {}, tokenUrl(stamp, "v2", stamp.tenant.domain), tokenUrl(stamp))).toMatchObject({
      status: 200,
    });
    const jwt = await assertion(stamp, tokenUrl(stamp, "v1"));
    const form = assertionForm(stamp, jwt, { resource: stamp.audiences.user });
    expect((await send(stamp, "POST", tokenUrl(stamp, "v1"), { form })).status).toBe(200);
  });

  test("the v1 endpoint takes its own as ADAL for Go writes it, the v2 endpoint does not", async () => {
    const stamp = await stampOf();
    for (const [version, status] of [["v1", 200] as const, ["v2", 401] as const]) {
      const url = `${tokenUrl(stamp, version)}?api-version=1.0`;
      const wanted = { resource: stamp.audiences.user };
      const form = assertionForm(stamp, await assertion(stamp, url), version === "v1" ? wanted : {});
      expect((await send(stamp, "POST", url, { form })).status).toBe(status);
    }
  });

  test.each(["iss", "sub"])("another %s than the application", async (claim) => {
    const answer = await present(await stampOf(), { claims: { [claim]: "0b1c7a52-5d3e-4b53-8a1b-2f64f5e0f7aa" } });
    expect(answer).toMatchObject({ status: 401, codes: [700021] });
  });

  test("no ID of its own", async () => {
    expect(await present(await stampOf(), { claims: { jti: undefined } })).toMatchObject({
      status: 400,
      codes: [50027],
    });
  });

  test("another assertion type", async () => {
    const stamp = await stampOf();
    const form = assertionForm(stamp, await assertion(stamp, tokenUrl(stamp)), { client_assertion_type: "jwt" });
    expect((await send(stamp, "POST", tokenUrl(stamp), { form })).status).toBe(401);
  });
});

describe("client assertions at AD FS", () => {
  const failed = { status: 400, description: expect.stringMatching(/^MSIS9622: Client authentication failed\./) };

  test.each([ADFS_TOKEN, `${ADFS_TOKEN}/`, `${ADFS_TOKEN}?api-version=1.0`])(
    "RS256 with a SHA-1 thumbprint is taken for %s",
    async (audience) => {
      expect(await present(await stampOf({ idp: "adfs" }), {}, audience)).toMatchObject({ status: 200 });
    },
  );

  test("neither PS256 nor a SHA-256 thumbprint is", async () => {
    const stamp = await stampOf({ idp: "adfs" });
    const { x5t, x5tS256 } = thumbprints((await certificate).certPem);
    expect(await present(stamp, { algorithm: "PS256" })).toMatchObject(failed);
    expect(await present(stamp, { algorithm: "PS256", header: { x5t } })).toMatchObject(failed);
    expect(await present(stamp, { header: { "x5t#S256": x5tS256 } })).toMatchObject(failed);
  });

  test.each([
    ["the issuer for the audience", {}, "https://adfs.local.azurestack.external/adfs"],
    ["the endpoint in another version", {}, `${ADFS_TOKEN}?api-version=2.0`],
    ["another client's", { claims: { sub: "somebody" } }, ADFS_TOKEN],
    ["an expired one", { claims: { exp: 1 } }, ADFS_TOKEN],
    ["one without an ID", { claims: { jti: undefined } }, ADFS_TOKEN],
  ])("%s is refused with the one sentence that AD FS has", async (_, note, audience) => {
    expect(await present(await stampOf({ idp: "adfs" }), note, audience, ADFS_TOKEN)).toMatchObject(failed);
  });

  test("a stranger's is refused", async () => {
    expect(await present(await stampOf({ idp: "adfs" }), { signer: await stranger })).toMatchObject(failed);
  });
});
