import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { ADFS_TOKEN, document, secretForm, send, stampOf } from "./support.ts";

const CONFIGURATION = "https://adfs.local.azurestack.external/adfs/.well-known/openid-configuration";

async function ask(stamp: Stamp, changes: Record<string, string | undefined> = {}) {
  const response = await send(stamp, "POST", ADFS_TOKEN, { form: secretForm(stamp, changes) });
  const { error, error_description: description = "", access_token: token = "" } = document(response);
  return { verdict: [response.status, error], description: String(description), token: String(token) };
}

describe("AD FS", () => {
  test("a secret makes a token, for a scope or for a resource", async () => {
    const stamp = await stampOf({ idp: "adfs" });
    for (const wish of [{}, { scope: undefined, resource: stamp.audiences.user }]) {
      const { token } = await ask(stamp, wish);
      expect(decodeJwt(token)).toMatchObject({
        aud: stamp.audiences.user,
        iss: "http://adfs.local.azurestack.external/adfs/services/trust",
        appid: stamp.application.clientId,
        oid: stamp.application.objectId,
        tid: "98b8267d-e97f-426e-8b3f-7956511fd63f",
        apptype: "Confidential",
      });
    }
  });

  test("some stamps refuse the scope and take the resource", async () => {
    const stamp = await stampOf({ idp: "adfs", acceptsDefaultScope: false });
    const refused = await ask(stamp);
    expect(refused.verdict).toEqual([400, "access_denied"]);
    expect(refused.description).toBe("MSIS9605: The client is not allowed to access the requested resource.");
    const taken = await ask(stamp, { scope: undefined, resource: stamp.audiences.user });
    expect(taken.verdict[0]).toBe(200);
  });

  test.each([
    ["a wrong secret", { client_secret: "wrong" }, "invalid_client", "MSIS9622"],
    ["no credential", { client_secret: undefined }, "invalid_client", "MSIS9622"],
    ["an unknown client", { client_id: "somebody" }, "invalid_client", "MSIS9607"],
    ["another grant", { grant_type: "magic" }, "unsupported_grant_type", "MSIS9611"],
    ["an unknown resource", { scope: "https://example.org/.default" }, "invalid_resource", "MSIS9602"],
    ["no resource", { scope: "openid" }, "access_denied", "MSIS9605"],
    ["a scope that is not .default", { scope: "https://example.org/read" }, "access_denied", "MSIS9605"],
  ])("refuses %s", async (_, changes, error, code) => {
    const { verdict, description } = await ask(await stampOf({ idp: "adfs" }), changes);
    expect(verdict).toEqual([400, error]);
    expect(description.startsWith(`${code}: `)).toBe(true);
  });

  test("refuses an expired secret like a wrong one", async () => {
    const stamp = await stampOf({ idp: "adfs" });
    const [, expired] = stamp.application.secrets;
    expect((await ask(stamp, { client_secret: expired?.value ?? "" })).description).toContain("MSIS9622");
  });

  test("the discovery document is AD FS's, and its issuer names the tenant unless told otherwise", async () => {
    const stamp = await stampOf({ idp: "adfs" });
    expect(document(await send(stamp, "GET", CONFIGURATION))).toMatchObject({
      issuer: "https://adfs.local.azurestack.external/98b8267d-e97f-426e-8b3f-7956511fd63f/",
      token_endpoint: `${ADFS_TOKEN}/`,
      access_token_issuer: "http://adfs.local.azurestack.external/adfs/services/trust",
      device_authorization_endpoint: "https://adfs.local.azurestack.external/adfs/oauth2/devicecode",
      token_endpoint_auth_signing_alg_values_supported: ["RS256"],
    });
    const plain = await stampOf({ idp: "adfs", adfsIssuerNamesTenant: false });
    const { issuer } = document(await send(plain, "GET", CONFIGURATION));
    expect(issuer).toBe("https://adfs.local.azurestack.external/adfs");
  });

  test("keys are published; other paths, other methods and Entra stamps have nothing there", async () => {
    const stamp = await stampOf({ idp: "adfs" });
    const keys = await send(stamp, "GET", "https://adfs.local.azurestack.external/adfs/discovery/keys");
    expect(document(keys)).toMatchObject({ keys: [{ kid: stamp.signingKey.kid }] });
    expect((await send(stamp, "GET", ADFS_TOKEN)).status).toBe(404);
    expect((await send(stamp, "GET", "https://adfs.local.azurestack.external/adfs/ls")).status).toBe(404);
    const tenantPath = "https://adfs.local.azurestack.external/98b8267d-e97f-426e-8b3f-7956511fd63f/oauth2/token";
    expect((await send(stamp, "POST", tenantPath, { form: secretForm(stamp) })).status).toBe(404);
    expect((await send(await stampOf(), "GET", CONFIGURATION)).status).toBe(400);
  });
});
