import { createHttpHeaders, createPipelineRequest, type PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readLocation,
  readProvider,
  readSubscriptions,
  supportedVersions,
} from "../../../src/identity/arm-responses.ts";
import { refusedLogin } from "../../../src/identity/refusals.ts";
import { readLogin } from "../../../src/identity/token.ts";
import { readTokenAnswer } from "../../../src/identity/token-response.ts";
import type { Channel } from "../../../src/io/http.ts";
import { excessOf } from "../../../src/io/json-excess.ts";
import { plainText } from "../../../src/io/plain-text.ts";
import { armMessage, checkAnswer } from "../../../src/io/responses.ts";
import { limitWaiting } from "../../../src/io/retry-after.ts";
import { authorityRule, readAuthority } from "../../../src/stamp/authority.ts";
import { readConfiguration } from "../../../src/stamp/configuration.ts";
import { readMetadata } from "../../../src/stamp/metadata.ts";
import { discoverTenant } from "../../../src/stamp/tenant.ts";
import { CLIENT_ID, SECRET_CREDENTIAL, stampWith, TENANT_ID } from "../samples.ts";
import { expectHarmless, holds, mutated, text } from "./readers.ts";

const DOMAIN = "local.azurestack.external";
const ENDPOINT = `https://management.${DOMAIN}`;
const ADFS = `https://adfs.${DOMAIN}`;
const RULE = authorityRule(DOMAIN, []);

function answered(status: number, body: string, headers: Record<string, string> = {}): PipelineResponse {
  const request = createPipelineRequest({ url: `${ENDPOINT}/subscriptions` });
  return { request, status, bodyAsText: body, headers: createHttpHeaders(headers) };
}

/** A channel on which every answer is the same. */
const channelOf = (response: PipelineResponse) => ({ get: async () => response }) as unknown as Channel;

const status = fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503);
/** Answers in JSON, and answers that are not JSON. */
const body = (value: unknown) =>
  fc.oneof({ weight: 5, arbitrary: mutated(value).map((one) => JSON.stringify(one) ?? "") }, text);

describe("metadata", () => {
  const AUTHENTICATION = { loginEndpoint: `${ADFS}/adfs`, audiences: [`${ENDPOINT}/x`], tenant: TENANT_ID };
  const ENTRY = {
    portal: `https://portal.${DOMAIN}`,
    graph: `https://graph.${DOMAIN}`,
    gallery: `https://gallery.${DOMAIN}`,
    resourceManager: ENDPOINT,
    authentication: AUTHENTICATION,
    suffixes: { storage: DOMAIN, keyVaultDns: `vault.${DOMAIN}` },
  };
  const OBJECT = { ...ENTRY, graphEndpoint: ENTRY.graph, galleryEndpoint: ENTRY.gallery, portalEndpoint: ENTRY.portal };

  test.each([["of the object", OBJECT] as const, ["of the array", [ENTRY]] as const])("%s", async (_, document) => {
    await holds(
      mutated(document),
      (value) => readMetadata(value, `${ENDPOINT}/metadata`),
      ({ loginEndpoint: _1, ...read }) => expectHarmless(read),
    );
  });

  test("names an authority of its form", async () => {
    const address = fc.oneof(fc.constantFrom(`${ADFS}/adfs`, "https://login.microsoftonline.com/"), text);
    await holds(
      fc.tuple(address, text).map(([one, more]) => one + more),
      (loginEndpoint) => readAuthority(loginEndpoint, RULE, DOMAIN, ENDPOINT),
      expectHarmless,
    );
  });
});

test("an AD FS's configuration", async () => {
  const document = { issuer: `${ADFS}/adfs/${TENANT_ID}`, token_endpoint: `${ADFS}/adfs/oauth2/token` };
  const authority = {
    identityProvider: "adfs",
    party: "adfs",
    host: ADFS,
    loginEndpoint: `${ADFS}/adfs`,
    established: false,
  } as const;
  await holds(
    fc.tuple(status, body(document)),
    ([code, answer]) => readConfiguration(authority, RULE, channelOf(answered(code, answer))),
    ({ tokenEndpoint }) => {
      expect(new URL(tokenEndpoint).host).toBe(`adfs.${DOMAIN}`);
      expectHarmless(tokenEndpoint);
    },
  );
});

test("a challenge", async () => {
  const uri = fc.oneof(
    text,
    fc.tuple(fc.constant("https://login.windows.net/"), text).map((parts) => parts.join("")),
  );
  const challenge = fc.tuple(text, uri).map(([more, one]) => `Bearer ${more} authorization_uri="${one}", x="${more}"`);
  // Only characters that Node allows in a header.
  const header = fc.oneof(challenge, text).map((one) => one.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ""));
  await holds(
    header,
    (one) => discoverTenant(ENDPOINT, undefined, undefined, channelOf(answered(401, "", { "www-authenticate": one }))),
    (tenant) => expect(tenant).toMatch(/^[a-z0-9.-]{1,253}$/i),
  );
});

describe("tokens", () => {
  const claims = { oid: CLIENT_ID, tid: TENANT_ID, upn: "user@local", unique_name: "local\\user", exp: 1 };
  const token = mutated(claims).map((one) => `x.${Buffer.from(JSON.stringify(one) ?? "").toString("base64url")}.x`);

  test("are read", async () => {
    await holds(
      fc.oneof({ weight: 4, arbitrary: token }, text),
      (one) => readLogin({ token: one, expiresOnTimestamp: 0 }, false, stampWith()),
      ({ token: _, ...login }) => expectHarmless(login),
    );
  });

  test("come in an answer", async () => {
    const answer = {
      access_token: "x.e30.x",
      expires_in: "3600",
      error: "invalid_client",
      error_description: "AADSTS7000215: x",
      token_type: "Bearer",
      id_token: "x.e30.x",
      client_info: "e30",
    };
    await holds(body(answer), (one) => readTokenAnswer(one, { url: ADFS, party: "adfs" }));
  });

  test("are refused", async () => {
    const message = fc
      .array(fc.oneof(text, fc.constantFrom("AADSTS7000215: ", "MSIS9605: ", "\\r\\n", " Trace ID: ")))
      .map((all) => all.join(""));
    await holds(message, (one) => {
      throw refusedLogin(new Error(one), SECRET_CREDENTIAL, stampWith());
    });
  });
});

describe("Azure Resource Manager", () => {
  const subscription = { subscriptionId: CLIENT_ID, displayName: "first", state: "Enabled", tenantId: TENANT_ID };
  const error = { error: { code: "AuthorizationFailed", message: "no" } };
  const orError = (value: unknown) => fc.tuple(status, fc.oneof({ weight: 3, arbitrary: body(value) }, body(error)));

  test("lists subscriptions", async () => {
    await holds(
      orError({ value: [subscription, subscription], nextLink: `${ENDPOINT}/next` }),
      ([code, one]) => readSubscriptions(answered(code, one), ENDPOINT),
      ({ subscriptions }) => expectHarmless(subscriptions.map(({ exactName: _, ...rest }) => rest)),
    );
  });

  test("names a location", async () => {
    await holds(
      orError({ value: [{ name: "local" }] }),
      ([code, one]) => readLocation(answered(code, one), ENDPOINT),
      expectHarmless,
    );
  });

  test("describes a provider", async () => {
    const provider = {
      registrationState: "Registered",
      resourceTypes: [{ resourceType: "resourceGroups", apiVersions: ["2019-10-01"] }],
    };
    await holds(
      orError(provider),
      ([code, one]) => {
        try {
          return readProvider(answered(code, one), ENDPOINT);
        } catch (refusal) {
          // The stamp's own error, which the caller reads.
          if (!(refusal instanceof RestError)) throw refusal;
          return { versions: supportedVersions(refusal) };
        }
      },
      expectHarmless,
    );
  });

  test("says why it refuses", async () => {
    await holds(body(error), armMessage, (one) => expect(one.length).toBeLessThan(1000));
  });
});

test("any answer", async () => {
  const headers = fc.record({ "content-type": fc.constantFrom("application/json", "text/html", "") });
  await holds(fc.tuple(status, body({}), headers), ([code, one, more]) =>
    checkAnswer(answered(code, one, more), "arm"),
  );
});

test("waiting times", async () => {
  const value = fc.oneof(
    text,
    fc.double().map(String),
    fc.constantFrom("0x1000", "1e9", "-1", "Infinity", "9".repeat(400)),
  );
  const names = ["retry-after", "retry-after-ms", "x-ms-retry-after-ms"] as const;
  const headers = fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
  await holds(
    headers,
    (given) => {
      const response = answered(503, "", {});
      for (const [name, one] of Object.entries(given)) response.headers.set(name, one ?? "");
      limitWaiting(response);
      return response.headers.toJSON();
    },
    // The SDK reads the first two in milliseconds, and the third in seconds or as a date.
    (left) => {
      for (const name of ["retry-after-ms", "x-ms-retry-after-ms"])
        expect(Number(left[name] ?? 0)).toBeLessThanOrEqual(60_000);
      expect(Number(left["retry-after"] ?? 0)).toBeLessThanOrEqual(60);
    },
  );
});

test("JSON of any depth", async () => {
  const deep = fc
    .tuple(fc.constantFrom("[", '{"a":', "[[{"), fc.nat({ max: 200_000 }))
    .map(([sign, count]) => sign.repeat(count));
  await holds(fc.oneof(deep, text), excessOf, undefined, 50);
});

test("names", async () => {
  await holds(text, plainText, expectHarmless);
});

test("the check of forms finds what it is for", async () => {
  const wrong = holds(text, (one) => one, expectHarmless);
  await expect(wrong).rejects.toThrow();
  const thrown = holds(text, () => {
    throw new TypeError("no Failure");
  });
  await expect(thrown).rejects.toThrow("no Failure");
});
