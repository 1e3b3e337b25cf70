import { describe, expect, test } from "vitest";
import type { Effect, FaultMatch } from "../../emulator/faults.ts";
import { formFields } from "../../emulator/http.ts";
import { attackedInTable, expectRepelled } from "./hostile.ts";
import { answer, changed, connectedHosts, expectFailure, openAzScene, requestsTo, TOKEN } from "./support.ts";

const MANAGEMENT = "management.local.azurestack.external";
const ADFS = "adfs.local.azurestack.external";
const OWN = `https://${ADFS}/adfs/oauth2/token/`;
const ENTRA = "https://login.microsoftonline.com/6f3c7c6e-5b0e-4f0a-9c0d-3d1f0e8a2b11/oauth2/v2.0/token";
const CONFIGURATION: FaultMatch = { path: /openid-configuration$/ };

const configuration = (tokenEndpoint: string, issuer = tokenEndpoint) => ({
  issuer,
  authorization_endpoint: `https://${ADFS}/adfs/oauth2/authorize/`,
  token_endpoint: tokenEndpoint,
  jwks_uri: `https://${ADFS}/adfs/discovery/keys`,
});
const naming = (...configurationOf: Parameters<typeof configuration>) =>
  answer(200, JSON.stringify(configuration(...configurationOf)));
const naming2 = (loginEndpoint: string) => (document: unknown) => {
  const { authentication, ...rest } = document as { readonly authentication: object };
  return { ...rest, authentication: { ...authentication, loginEndpoint } };
};

/** A token endpoint that accepts everything, and records what was signed for it. */
function greedy(assertions: Record<string, unknown>[]): Effect {
  return {
    respond: (request) => {
      const [, payload = ""] = (formFields(request).get("client_assertion") ?? "").split(".");
      if (payload !== "") assertions.push(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
      const body = JSON.stringify({ error: "invalid_client", error_description: "MSIS9605: no scopes here." });
      return { status: 400, headers: { "content-type": "application/json" }, body };
    },
  };
}

const CREDENTIALS = ["certificate", "secret", "password"] as const;
type Scene = Awaited<ReturnType<typeof attackedInTable>>;

function inputsFor(kind: (typeof CREDENTIALS)[number], more: Readonly<Record<string, string>> = {}) {
  return ({ emulator }: Pick<Scene, "emulator">) => {
    const { keyPem, certPem } = emulator.application.certificates.registered;
    const { name: username, password } = emulator.users.plain;
    const credentials = {
      certificate: { "client-secret": undefined, "client-certificate": keyPem + certPem },
      secret: {},
      password: { "client-secret": undefined, username, password },
    };
    return { ...credentials[kind], ...more };
  };
}

describe("an AD FS that names the token endpoint of another authority gets nothing", () => {
  const table = [
    ["Entra's", ENTRA, "AZS224"],
    ["Entra's in capitals", ENTRA.toUpperCase().replace("HTTPS", "https"), "AZS224"],
    ["Entra's older host", "https://login.windows.net/common/oauth2/token", "AZS224"],
    ["Entra's of a government", "https://login.microsoftonline.us/common/oauth2/v2.0/token", "AZS224"],
    ["a neighbour below the stamp's domain", "https://other.local.azurestack.external/adfs/oauth2/token/", "AZS224"],
    ["the stamp's Resource Manager", `https://${MANAGEMENT}/adfs/oauth2/token/`, "AZS224"],
    ["its own host at another port", `https://${ADFS}:8443/adfs/oauth2/token/`, "AZS224"],
    ["a foreign host", "https://login.attacker.example/token", "AZS214"],
    [
      "its own host as a user of Entra's",
      `https://${ADFS}@login.microsoftonline.com/common/oauth2/v2.0/token`,
      "AZS224",
    ],
    ["its own host, Entra as a user", `https://login.microsoftonline.com@${ADFS}/adfs/oauth2/token/`, "AZS222"],
    ["its own host with a query", `${OWN}?x=${ENTRA}`, "AZS222"],
    ["its own host with a fragment", `${OWN}#${ENTRA}`, "AZS222"],
    ["http", OWN.replace("https", "http"), "AZS214"],
    ["no URL", "login.microsoftonline.com", "AZS222"],
  ] as const;

  test.for(table)("%s", async ([, tokenEndpoint, code]) => {
    const faults = [{ match: CONFIGURATION, effect: naming(tokenEndpoint) }];
    const scene = await attackedInTable({ stamp: { idp: "adfs" }, faults, inputs: inputsFor("certificate") });
    await expectRepelled(scene, code);
    expect(requestsTo(scene.emulator, TOKEN)).toEqual([]);
    expect(connectedHosts(scene.emulator)).toEqual([MANAGEMENT, ADFS]);
  });

  test.for(CREDENTIALS)("nor with a %s, or with Entra's host in trusted-authorities", async (kind) => {
    const inputs = inputsFor(kind, { "trusted-authorities": "login.microsoftonline.com" });
    const faults = [{ match: CONFIGURATION, effect: naming(ENTRA) }];
    const scene = await attackedInTable({ stamp: { idp: "adfs" }, faults, inputs });
    expect(await expectRepelled(scene, "AZS224")).toContain(ENTRA);
    expect(requestsTo(scene.emulator, TOKEN)).toEqual([]);
  });

  test("an AD FS that is on Entra's host according to the metadata gets nothing", async () => {
    const stamp = { metadata: naming2("https://login.microsoftonline.com/adfs") };
    const scene = await attackedInTable({ stamp, inputs: inputsFor("certificate") });
    await expectRepelled(scene, "AZS224");
    expect(connectedHosts(scene.emulator)).toEqual([MANAGEMENT]);
  });
});

describe("an assertion is signed only for the endpoint to which it is sent", () => {
  /** Returns the first answer once, then the other. */
  const turning = (...endpoints: readonly string[]): Effect => {
    let turn = 0;
    return {
      respond: () => ({
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(
          configuration(endpoints[Math.min(turn++, endpoints.length - 1)] ?? "", `https://${ADFS}/adfs`),
        ),
      }),
    };
  };

  test("even if the AD FS would name another endpoint at a second request", async () => {
    const signed: Record<string, unknown>[] = [];
    const faults = [
      { match: CONFIGURATION, effect: turning(OWN, ENTRA) },
      { match: TOKEN, effect: greedy(signed) },
    ];
    const scene = await attackedInTable({ stamp: { idp: "adfs" }, faults, inputs: inputsFor("certificate") });
    await expectRepelled(scene, "AZS407");
    expect(requestsTo(scene.emulator, CONFIGURATION)).toHaveLength(1);
    // Once by MSAL, and once by the grant for a resource.
    expect(signed.map(({ aud }) => aud)).toEqual([OWN, OWN]);
    expect(connectedHosts(scene.emulator)).toEqual([MANAGEMENT, ADFS]);
    const now = Date.now() / 1000;
    for (const { exp, nbf } of signed) {
      expect(Number(exp) - now).toBeLessThanOrEqual(300);
      expect(Number(exp) - Number(nbf)).toBeLessThanOrEqual(600);
    }
  });

  test("by an authority of the stamp's own that poses as Entra", async () => {
    const signed: Record<string, unknown>[] = [];
    const faults = [
      { match: CONFIGURATION, effect: naming(ENTRA) },
      { match: TOKEN, effect: greedy(signed) },
    ];
    const stamp = { metadata: naming2(`https://${ADFS}/`) };
    const scene = await attackedInTable({ stamp: { idp: "adfs", ...stamp }, faults, inputs: inputsFor("certificate") });
    await expectRepelled(scene, "AZS4");
    expect(requestsTo(scene.emulator, CONFIGURATION)).toEqual([]);
    expect(signed.map(({ aud }) => aud)).toEqual(
      expect.arrayContaining([`https://${ADFS}/${scene.emulator.tenantId}/oauth2/v2.0/token`]),
    );
    expect(new Set(signed.map(({ aud }) => new URL(String(aud)).host))).toEqual(new Set([ADFS]));
    expect(connectedHosts(scene.emulator)).toEqual([MANAGEMENT, ADFS]);
  });

  test("also behind a redirect, which leads to no other host", async () => {
    const faults = [{ match: TOKEN, effect: answer(307, "", { location: ENTRA }) }];
    const scene = await attackedInTable({ stamp: { idp: "adfs" }, faults, inputs: inputsFor("certificate") });
    await expectRepelled(scene, "AZS208");
    expect(connectedHosts(scene.emulator)).toEqual([MANAGEMENT, ADFS]);
  });

  // MSAL for Python posts to the endpoint for which it has signed (application.py, authority.py); ADAL does not ask
  // anybody for the endpoint.
  test("by az, too, which asks again: what it signs for Entra goes to Entra", async ({ onTestFinished }) => {
    const stamp = { idp: "adfs" } as const;
    const { emulator, runner, inputs } = await openAzScene(stamp, {}, onTestFinished);
    emulator.inject({ match: CONFIGURATION, times: Number.POSITIVE_INFINITY, after: 1, effect: naming(ENTRA) });
    const result = await runner.main(changed(inputs, inputsFor("certificate")({ emulator })));
    await expectFailure(runner, result, "AZS5");
    // The step's own request.
    expect(requestsTo(emulator, TOKEN)).toHaveLength(1);
    expect(emulator.connects).toContain("login.microsoftonline.com:443");
  });
});
