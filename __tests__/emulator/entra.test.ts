import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { document, secretForm, send, stampOf, tokenUrl } from "./support.ts";

const HOST = "https://login.microsoftonline.com";

/** `[status, error, code]` and the description of a refusal. */
async function refused(stamp: Stamp, changes: Record<string, string | undefined>, url = tokenUrl(stamp)) {
  const response = await send(stamp, "POST", url, { form: secretForm(stamp, changes) });
  const { error, error_codes: codes, error_description: description } = document(response);
  return { verdict: [response.status, error, codes], description };
}

describe("tokens from Entra", () => {
  test("v2: a secret and a scope make a v1 token for Resource Manager", async () => {
    const stamp = await stampOf();
    const response = await send(stamp, "POST", tokenUrl(stamp), { form: secretForm(stamp) });
    const answer = document(response);
    expect(response.status).toBe(200);
    expect(answer).toMatchObject({ token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599 });
    const token = String(answer["access_token"]);
    const { objectId, clientId } = stamp.application;
    expect(decodeJwt(token)).toMatchObject({
      aud: stamp.audiences.user,
      iss: `https://sts.windows.net/${stamp.tenant.id}/`,
      appid: clientId,
      appidacr: "1",
      oid: objectId,
      sub: objectId,
      tid: stamp.tenant.id,
      ver: "1.0",
    });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: "RS256", kid: stamp.signingKey.kid });
  });

  test("v1: a resource makes one, and the numbers are strings", async () => {
    const stamp = await stampOf();
    const form = secretForm(stamp, { scope: undefined, resource: stamp.audiences.admin });
    const answer = document(await send(stamp, "POST", tokenUrl(stamp, "v1"), { form }));
    expect(answer).toMatchObject({ expires_in: "3599", resource: stamp.audiences.admin });
    expect(decodeJwt(String(answer["access_token"])).aud).toBe(stamp.audiences.admin);
  });

  test("the tenant goes by GUID or by domain", async () => {
    const stamp = await stampOf();
    const url = tokenUrl(stamp, "v2", "contoso.onmicrosoft.com");
    expect((await send(stamp, "POST", url, { form: secretForm(stamp) })).status).toBe(200);
  });

  test("scopes of OpenID Connect may stand beside the resource's, as the SDK samples send them", async () => {
    const stamp = await stampOf();
    const scope = `openid profile offline_access ${stamp.audiences.user}/.default`;
    expect((await send(stamp, "POST", tokenUrl(stamp), { form: secretForm(stamp, { scope }) })).status).toBe(200);
  });
});

describe("Entra refuses", () => {
  test("an error has Entra's shape, and the request's correlation ID", async () => {
    const stamp = await stampOf();
    const form = secretForm(stamp, { client_secret: "wrong" });
    const headers = { "client-request-id": "0b1c7a52-5d3e-4b53-8a1b-2f64f5e0f7aa" };
    const answer = document(await send(stamp, "POST", tokenUrl(stamp), { form, headers }));
    expect(Object.keys(answer)).toEqual([
      ...["error", "error_description", "error_codes", "timestamp", "trace_id", "correlation_id", "error_uri"],
    ]);
    expect(answer["correlation_id"]).toBe(headers["client-request-id"]);
    expect(answer["timestamp"]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
    expect(answer["error_uri"]).toBe("https://login.microsoftonline.com/error?code=7000215");
    expect(answer["error_description"]).toMatch(/^AADSTS7000215: .* Trace ID: .* Correlation ID: .* Timestamp: .*Z$/s);
  });

  test.each([
    [
      "a wrong secret",
      { client_secret: "wrong" },
      [401, "invalid_client", [7000215]],
      "Invalid client secret provided.",
    ],
    ["no credential", { client_secret: undefined }, [401, "invalid_client", [7000216]], "is required for the"],
    [
      "an unknown application",
      { client_id: "0b1c7a52-5d3e-4b53-8a1b-2f64f5e0f7aa" },
      [400, "unauthorized_client", [700016]],
      "was not found in the directory 'Contoso'",
    ],
    ["no client ID", { client_id: undefined }, [400, "invalid_request", [900144]], "'client_id'"],
    ["no grant type", { grant_type: undefined }, [400, "invalid_request", [900144]], "'grant_type'"],
    ["no scope", { scope: undefined }, [400, "invalid_request", [900144]], "'scope'"],
    [
      "another grant type",
      { grant_type: "magic" },
      [400, "unsupported_grant_type", [70003]],
      "unsupported grant type 'magic'",
    ],
    [
      "an unknown resource",
      { scope: "https://vault.example.org/.default" },
      [400, "invalid_resource", [500011]],
      "https://vault.example.org was not found in the tenant named Contoso",
    ],
    [
      "a scope that is not .default",
      { scope: "https://x/user_impersonation" },
      [400, "invalid_scope", [1002012]],
      "/.default suffixed",
    ],
    [
      "scopes that name nothing",
      { scope: "openid profile" },
      [400, "invalid_scope", [70011]],
      "The scope openid profile is not valid.",
    ],
    [
      "two resources",
      { scope: "https://a/.default https://b/.default" },
      [400, "invalid_scope", [70011]],
      "is not valid",
    ],
    [
      "a secret and an assertion at once",
      { client_assertion: "x" },
      [400, "invalid_request", [9002313]],
      "malformed or invalid",
    ],
  ])("%s", async (_, changes, verdict, words) => {
    const answer = await refused(await stampOf(), changes);
    expect(answer.verdict).toEqual(verdict);
    expect(answer.description).toContain(words);
  });

  test("a secret that has expired", async () => {
    const stamp = await stampOf();
    const [, expired] = stamp.application.secrets;
    const { verdict } = await refused(stamp, { client_secret: expired?.value ?? "" });
    expect(verdict).toEqual([401, "invalid_client", [7000222]]);
  });

  test("an audience with a slash too many", async () => {
    const stamp = await stampOf();
    const { verdict } = await refused(stamp, { scope: `${stamp.audiences.user}//.default` });
    expect(verdict).toEqual([400, "invalid_resource", [500011]]);
  });

  test("an unknown tenant, at the token endpoint and at discovery", async () => {
    const stamp = await stampOf();
    const { verdict, description } = await refused(stamp, {}, `${HOST}/nowhere.example/oauth2/v2.0/token`);
    expect(verdict).toEqual([400, "invalid_request", [90002]]);
    expect(description).toContain("Tenant 'nowhere.example' not found.");
    const discovery = await send(stamp, "GET", `${HOST}/nowhere.example/v2.0/.well-known/openid-configuration`);
    expect(discovery.status).toBe(400);
  });

  test("a GET, and a body that is no form", async () => {
    const stamp = await stampOf();
    expect(document(await send(stamp, "GET", tokenUrl(stamp)))["error_codes"]).toEqual([900561]);
    const form = secretForm(stamp);
    for (const body of [JSON.stringify(form), new URLSearchParams(form).toString()]) {
      const json = { body, headers: { "content-type": "application/json" } };
      expect(document(await send(stamp, "POST", tokenUrl(stamp), json))["error_codes"]).toEqual([900144]);
    }
  });

  test("anything on a host that is not its own, and everything on an AD FS stamp", async () => {
    const stamp = await stampOf({ loginHost: "login.windows.net" });
    expect((await send(stamp, "POST", tokenUrl(stamp), { form: secretForm(stamp) })).status).toBe(200);
    const other = await stampOf();
    const url = tokenUrl(other).replace("microsoftonline.com", "windows.net");
    expect((await send(other, "POST", url, { form: secretForm(other) })).status).toBe(400);
    const federated = await stampOf({ idp: "adfs" });
    expect((await send(federated, "GET", `${HOST}/common/discovery/instance`)).status).toBe(400);
  });
});

describe("discovery", () => {
  test("the OpenID configuration names the tenant by GUID, on the host that was asked", async () => {
    const stamp = await stampOf({ loginHost: "login.windows.net" });
    const v2 = document(
      await send(
        stamp,
        "GET",
        "https://login.windows.net/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration",
      ),
    );
    expect(v2).toMatchObject({
      issuer: `https://login.windows.net/${stamp.tenant.id}/v2.0`,
      token_endpoint: `https://login.windows.net/${stamp.tenant.id}/oauth2/v2.0/token`,
      jwks_uri: `https://login.windows.net/${stamp.tenant.id}/discovery/v2.0/keys`,
    });
    const v1 = document(await send(stamp, "GET", `${HOST}/${stamp.tenant.id}/.well-known/openid-configuration`));
    expect(v1).toMatchObject({
      issuer: `https://sts.windows.net/${stamp.tenant.id}/`,
      token_endpoint: `${HOST}/${stamp.tenant.id}/oauth2/token`,
    });
    const keys = document(await send(stamp, "GET", String(v1["jwks_uri"])));
    expect(keys).toMatchObject({ keys: [{ kid: stamp.signingKey.kid, kty: "RSA" }] });
  });

  test("instance discovery knows Entra's hosts and no others", async () => {
    const stamp = await stampOf({ loginHost: "login.windows.net" });
    const ask = (authority: string, version = "1.1") => {
      const endpoint = encodeURIComponent(`https://${authority}/contoso.onmicrosoft.com/oauth2/v2.0/authorize`);
      return send(
        stamp,
        "GET",
        `${HOST}/common/discovery/instance?api-version=${version}&authorization_endpoint=${endpoint}`,
      );
    };
    expect(document(await ask("login.windows.net"))).toMatchObject({
      tenant_discovery_endpoint:
        "https://login.windows.net/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration",
      metadata: [{ aliases: expect.arrayContaining(["login.windows.net"]) }],
    });
    expect(document(await ask("login.windows.net", "1.0"))).not.toHaveProperty("metadata");
    const foreign = await ask("login.example.org");
    expect([foreign.status, document(foreign)["error"]]).toEqual([400, "invalid_instance"]);
  });
});
