import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { answerIdToken, createIssuer, type IdTokenIssuer } from "../../emulator/id-tokens.ts";
import { TRUSTED_SUBJECT } from "../../emulator/stamp/options.ts";
import { registerFederation, type Stamp } from "../../emulator/stamp/state.ts";
import { ADFS_TOKEN, assertion, assertionForm, document, requestOf, send, stampOf, tokenUrl } from "./support.ts";

const AUDIENCE = "api://AzureADTokenExchange";

async function stampWith(issuer: IdTokenIssuer, options = {}): Promise<Stamp> {
  const stamp = await stampOf(options);
  registerFederation(stamp, issuer.federation);
  return stamp;
}

function request(issuer: IdTokenIssuer, audience: string, headers: Record<string, string>, method = "GET") {
  const url = `http://127.0.0.1${issuer.requestPath}&audience=${encodeURIComponent(audience)}`;
  return requestOf(method, url, { headers });
}

async function idToken(issuer: IdTokenIssuer, audience = AUDIENCE, now = Date.now()): Promise<string> {
  const headers = { authorization: `Bearer ${issuer.requestToken}` };
  return String(document(await answerIdToken(request(issuer, audience, headers), issuer, now))["value"]);
}

async function exchange(stamp: Stamp, jwt: string, url = tokenUrl(stamp)) {
  const response = await send(stamp, "POST", url, { form: assertionForm(stamp, jwt) });
  const { error_codes: codes, error_description: description, access_token: token } = document(response);
  return { verdict: [response.status, codes], description, token: String(token) };
}

describe("the runner's ID tokens", () => {
  test("are for the audience asked for", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    expect(decodeJwt(await idToken(issuer, "api://else"))).toMatchObject({
      iss: "https://token.actions.githubusercontent.com",
      sub: TRUSTED_SUBJECT,
      aud: "api://else",
    });
  });

  test("are given to the job alone, at the URL of the job alone", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    const good = { authorization: `Bearer ${issuer.requestToken}` };
    expect((await answerIdToken(request(issuer, "a", {}), issuer, 0)).status).toBe(401);
    expect((await answerIdToken(request(issuer, "a", { authorization: "Bearer x" }), issuer, 0)).status).toBe(401);
    expect((await answerIdToken(request(issuer, "a", good, "POST"), issuer, 0)).status).toBe(401);
    const elsewhere = requestOf("GET", "http://127.0.0.1/idtoken?api-version=2.0", { headers: good });
    expect((await answerIdToken(elsewhere, issuer, 0)).status).toBe(404);
  });
});

describe("federated credentials at Entra", () => {
  test("the trusted subject gets a token", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    const stamp = await stampWith(issuer);
    const { verdict, token } = await exchange(stamp, await idToken(issuer));
    expect(verdict[0]).toBe(200);
    expect(decodeJwt(token)).toMatchObject({ appidacr: "2", oid: stamp.application.objectId });
  });

  test("another subject, also one in other letters", async () => {
    for (const subject of ["repo:contoso/other:ref:refs/heads/main", TRUSTED_SUBJECT.toUpperCase()]) {
      const issuer = await createIssuer(subject);
      const { verdict, description } = await exchange(await stampWith(issuer), await idToken(issuer));
      expect(verdict).toEqual([401, [700213]]);
      expect(description).toContain(
        `No matching federated identity record found for presented assertion subject '${subject}'.`,
      );
    }
  });

  test("another audience", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    const { verdict } = await exchange(await stampWith(issuer), await idToken(issuer, "https://github.com/contoso"));
    expect(verdict).toEqual([401, [700212]]);
  });

  test("another issuer", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    const { verdict } = await exchange(await stampOf(), await idToken(issuer));
    expect(verdict).toEqual([401, [700211]]);
    const stamp = await stampWith(issuer);
    const claims = { iss: "https://token.example.org", sub: TRUSTED_SUBJECT };
    const foreign = await exchange(stamp, await assertion(stamp, AUDIENCE, { claims }));
    expect(foreign.verdict).toEqual([401, [700211]]);
  });

  test("the trusted issuer's name with another's key", async () => {
    const trusted = await createIssuer(TRUSTED_SUBJECT);
    const { verdict } = await exchange(await stampWith(trusted), await idToken(await createIssuer(TRUSTED_SUBJECT)));
    expect(verdict).toEqual([401, [700027]]);
  });

  test("a token of an hour ago", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    const { verdict } = await exchange(
      await stampWith(issuer),
      await idToken(issuer, AUDIENCE, Date.now() - 3_600_000),
    );
    expect(verdict).toEqual([401, [700024]]);
  });

  test("AD FS has none", async () => {
    const issuer = await createIssuer(TRUSTED_SUBJECT);
    const stamp = await stampWith(issuer, { idp: "adfs" });
    const { description } = await exchange(stamp, await idToken(issuer), ADFS_TOKEN);
    expect(description).toContain("MSIS9622");
  });
});
