import { describe, expect, test } from "vitest";
import type { Emulator, StampOptions } from "../../emulator/server.ts";
import {
  answer,
  changed,
  connectedHosts,
  expectFailure,
  METADATA,
  openTableScene,
  requestsTo,
  spoken,
  TOKEN,
} from "./support.ts";

const MANAGEMENT = "management.local.azurestack.external";
const ADFS = "adfs.local.azurestack.external";
const ALWAYS = Number.POSITIVE_INFINITY;

/** A stamp whose metadata names this authority. */
const naming = (loginEndpoint: string): Partial<StampOptions> => ({
  metadata: (document) => {
    const { authentication, ...rest } = document as { readonly authentication: object };
    return { ...rest, authentication: { ...authentication, loginEndpoint } };
  },
});

describe("an authority that is neither Entra's nor the stamp's gets nothing", () => {
  test.each([
    ["a foreign host", "https://login.attacker.example/"],
    ["a neighbour of the stamp's domain", "https://adfs.evil-local.azurestack.external/adfs"],
    ["the domain itself as a neighbour", "https://evil-local.azurestack.external/adfs"],
    ["the stamp's domain in front", "https://evil-local.azurestack.external.attacker.example/"],
    ["the stamp's host in front", `https://${ADFS}.attacker.example/adfs`],
    ["Entra's host in front", "https://login.microsoftonline.com.attacker.example/"],
    ["Entra's host as a user", "https://login.microsoftonline.com@attacker.example/"],
    ["Entra's host as user and password", "https://login.microsoftonline.com:443@attacker.example/"],
    ["Entra's host at another port", "https://login.microsoftonline.com:8443/"],
    ["Entra's domain, another host", "https://evil.login.microsoftonline.com/"],
    ["a foreign host over http", "http://login.attacker.example/"],
    ["Entra's host with a line break", "https://login.\nmicrosoftonline.com/"],
    // The URL standard reads this as a path on Entra's host. Python's urllib, and so az, reads it as a user on the
    // attacker's.
    ["Entra's host and a backslash", "https://login.microsoftonline.com\\@attacker.example/"],
    ["Entra's host and a backslash without user", "https://login.microsoftonline.com\\.attacker.example/"],
  ])("%s", async (_what, loginEndpoint) => {
    const { emulator, runner, inputs } = await openTableScene(naming(loginEndpoint));
    const result = await runner.main(inputs);
    expect(connectedHosts(emulator)).toEqual([MANAGEMENT]);
    expect(emulator.requests.map(({ path }) => path)).toEqual(["/metadata/endpoints"]);
    const text = await expectFailure(runner, result, "AZS213");
    expect(text).toContain(loginEndpoint);
    expect(spoken(result)).not.toContain(inputs["client-secret"]);
  });

  test("http on an allowed host is refused as http, without suggesting trusted-authorities", async () => {
    const { emulator, runner, inputs } = await openTableScene(naming("http://login.microsoftonline.com/"));
    const result = await runner.main(inputs);
    expect(connectedHosts(emulator)).toEqual([MANAGEMENT]);
    expect(emulator.requests).toHaveLength(1);
    const text = await expectFailure(runner, result, "AZS210");
    expect(text).toContain("an https URL");
    expect(text).not.toContain("trusted-authorities");
  });

  test("an authority with query and fragment is refused before az trips over it", async () => {
    const { emulator, runner, inputs } = await openTableScene(naming("https://login.microsoftonline.com/?x=1#y"));
    const result = await runner.main(inputs);
    expect(requestsTo(emulator, TOKEN)).toEqual([]);
    await expectFailure(runner, result, "AZS2");
  });

  test("if it is listed in trusted-authorities it is asked; a proxy that blocks it is named", async () => {
    const { emulator, runner, inputs } = await openTableScene(naming("https://login.attacker.example/"));
    const listed = changed(inputs, { "trusted-authorities": "login.attacker.example" });
    const result = await runner.main(listed);
    expect(connectedHosts(emulator)).toEqual([MANAGEMENT, "login.attacker.example"]);
    const text = await expectFailure(runner, result, "AZS2");
    expect(text).toContain("login.attacker.example");
    expect(text).toMatch(/proxy/i);
  });

  test("another host in trusted-authorities changes nothing", async () => {
    const { emulator, runner, inputs } = await openTableScene(naming("https://login.attacker.example/"));
    const listed = changed(inputs, { "trusted-authorities": "attacker.example, login.contoso.com" });
    await expectFailure(runner, await runner.main(listed), "AZS213");
    expect(connectedHosts(emulator)).toEqual([MANAGEMENT]);
  });
});

describe("an authority whose own configuration leads elsewhere gets nothing", () => {
  const configuration = (emulator: Emulator, tokenEndpoint: string) =>
    emulator.inject({
      match: { host: ADFS, path: /openid-configuration$/ },
      times: ALWAYS,
      effect: answer(
        200,
        JSON.stringify({
          issuer: `https://${ADFS}/${emulator.tenantId}/`,
          authorization_endpoint: `https://${ADFS}/adfs/oauth2/authorize/`,
          token_endpoint: tokenEndpoint,
          jwks_uri: `https://${ADFS}/adfs/discovery/keys`,
        }),
      ),
    });

  test.each([
    ["secret, foreign host", "https://login.attacker.example/adfs/oauth2/token/", false],
    ["certificate, foreign host", "https://login.attacker.example/adfs/oauth2/token/", true],
    ["secret, http", `http://${ADFS}/adfs/oauth2/token/`, false],
    ["secret, look-alike", `https://${ADFS}.attacker.example/adfs/oauth2/token/`, false],
  ])("%s", async (_what, tokenEndpoint, withCertificate) => {
    const { emulator, runner, inputs } = await openTableScene({ idp: "adfs" });
    configuration(emulator, tokenEndpoint);
    const { keyPem, certPem } = emulator.application.certificates.registered;
    const certificate = { "client-secret": undefined, "client-certificate": keyPem + certPem };
    const result = await runner.main(changed(inputs, withCertificate ? certificate : {}));
    expect(connectedHosts(emulator)).toEqual([MANAGEMENT, ADFS]);
    expect(requestsTo(emulator, TOKEN)).toEqual([]);
    const text = await expectFailure(runner, result, "AZS214");
    expect(text).toContain(new URL(tokenEndpoint).host);
  });
});

describe("a redirect is not followed to another host", () => {
  const elsewhere = (location: string) => answer(307, "", { location });

  test.each([
    ["metadata to another host", METADATA, "https://portal.attacker.example/metadata", "AZS208"],
    ["metadata to http", METADATA, `http://${MANAGEMENT}/metadata/endpoints`, "AZS208"],
    ["the token request", TOKEN, "https://login.attacker.example/token", "AZS2"],
    ["the subscriptions", { path: /^\/subscriptions$/ }, "https://portal.attacker.example/subscriptions", "AZS2"],
  ])("%s", async (_what, match, location, code) => {
    const { emulator, runner, inputs } = await openTableScene();
    emulator.inject({ match, times: ALWAYS, effect: elsewhere(location) });
    const result = await runner.main(inputs);
    expect(emulator.connects.filter((target) => !/^(management\.local|login\.microsoftonline)/.test(target))).toEqual(
      [],
    );
    const text = await expectFailure(runner, result, code);
    expect(text).toMatch(/redirect|30[0-9]/);
  });

  test("a link to a page of subscriptions is not followed there", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    const page = { value: [], nextLink: "https://portal.attacker.example/subscriptions?page=2" };
    emulator.inject({ match: { path: /^\/subscriptions$/ }, times: ALWAYS, effect: answer(200, JSON.stringify(page)) });
    await expectFailure(runner, await runner.main(inputs), "AZS214");
    expect(emulator.connects).not.toContain("portal.attacker.example:443");
  });
});
