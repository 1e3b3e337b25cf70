import { describe, expect, test } from "vitest";
import type { Effect, FaultMatch } from "../../emulator/faults.ts";
import { type Attack, attackedInTable, expectRepelled } from "./hostile.ts";
import { answer, changed, expectLogin, openTableScene, SUBSCRIPTIONS, TOKEN } from "./support.ts";

/** Texts that would be executed if a later step pastes them. */
const CODE = [
  "$(id)",
  "`id`",
  "';id;'",
  '";id;"',
  "a b",
  "x\ny",
  "##vso[task.setvariable variable=x]y",
  "%PATH%",
  "-x&id",
];
const MANAGEMENT = "https://management.local.azurestack.external";
const CHALLENGE: FaultMatch = { path: /^\/subscriptions\/0{8}-/ };
const LOCATIONS: FaultMatch = { path: /\/locations$/ };
const PROVIDER: FaultMatch = { path: /\/providers\/Microsoft\.Resources$/ };
const CONFIGURATION: FaultMatch = { path: /openid-configuration$/ };
const ID = "2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c02";
const ADFS = "https://adfs.local.azurestack.external/adfs";

type Document = Readonly<Record<string, unknown>>;
const json = (document: unknown) => answer(200, JSON.stringify(document));
const met = (match: FaultMatch, effect: Effect, stamp: Attack["stamp"] = {}): Attack => ({
  stamp,
  faults: [{ match, effect }],
});
const metadata = (change: (document: Document) => unknown): Attack => ({
  stamp: { metadata: (document) => change(document as Document) },
});
const authentication = (more: Document) =>
  metadata(({ authentication: own, ...rest }) => ({ ...rest, authentication: { ...(own as Document), ...more } }));
const listed = (more: Document) =>
  metadata(({ graphEndpoint, authentication: own }) => [{ graph: graphEndpoint, authentication: own, ...more }]);
const subscription = (more: Document) =>
  met(SUBSCRIPTIONS, json({ value: [{ subscriptionId: ID, displayName: "Team", state: "Enabled", ...more }] }));
const claims = (more: Document) => {
  const payload = Buffer.from(JSON.stringify({ oid: ID, ...more })).toString("base64url");
  return met(TOKEN, json({ access_token: `e30.${payload}.c2ln`, expires_in: 3600, token_type: "Bearer" }));
};

describe("a text that could be code is refused, naming its field", () => {
  type Field = readonly [field: string, attack: (code: string) => Attack];
  const fields: readonly Field[] = [
    [
      "authentication.loginEndpoint",
      (code) => authentication({ loginEndpoint: `https://adfs${code}.local.azurestack.external/adfs` }),
    ],
    ["authentication.loginEndpoint", (code) => authentication({ loginEndpoint: `${ADFS}/${code}` })],
    ["authentication.audiences.0", (code) => authentication({ audiences: [`https://management.x/${code}`] })],
    [
      "authentication.tenant",
      (code) => listed({ authentication: { loginEndpoint: ADFS, audiences: ["https://x/y"], tenant: code } }),
    ],
    ["graphEndpoint", (code) => metadata((document) => ({ ...document, graphEndpoint: `https://graph.x/${code}` }))],
    [
      "galleryEndpoint",
      (code) => metadata((document) => ({ ...document, galleryEndpoint: `https://gallery${code}.x/` })),
    ],
    ["portalEndpoint", (code) => metadata((document) => ({ ...document, portalEndpoint: `https://portal.x/${code}` }))],
    ["suffixes.storage", (code) => listed({ suffixes: { storage: `local${code}.x` } })],
    ["suffixes.keyVaultDns", (code) => listed({ suffixes: { keyVaultDns: `.vault${code}.x` } })],
    ["token.oid", (code) => claims({ oid: code })],
    ["token.oid", (code) => claims({ oid: ID + code })],
    ["token.tid", (code) => claims({ tid: code })],
    ["value.0.subscriptionId", (code) => subscription({ subscriptionId: ID + code })],
    ["value.0.state", (code) => subscription({ state: code })],
    ["value.0.tenantId", (code) => subscription({ tenantId: code })],
    ["value.0.name", (code) => met(LOCATIONS, json({ value: [{ name: code }] }))],
    ["access_token", (code) => met(TOKEN, json({ access_token: `a.${code}.c` }))],
    [
      "token_endpoint",
      (code) => met(CONFIGURATION, json({ token_endpoint: `${ADFS}/oauth2/token/${code}` }), { idp: "adfs" }),
    ],
  ];
  // Each field is tested with some of the texts, and each text with some of the fields.
  const table = fields.map(([field, attack], index) => [field, CODE[index % CODE.length] ?? "", attack] as const);
  const first = fields.map(([field, attack]) => [field, "$(id)", attack] as const);

  test.for([...first, ...table])("%s with %j", async ([field, code, attack]) => {
    const text = await expectRepelled(await attackedInTable(attack(code)), "AZS2");
    expect(text).toMatch(/^AZS2(?:22|13): /);
    if (text.startsWith("AZS222")) expect(text).toContain(field);
  });

  test.for(CODE)("the tenant of the challenge with %j", async (code) => {
    const header = `Bearer authorization_uri="https://login.windows.net/${code.replace("\n", "\u00a0")}.x"`;
    const attack = met(CHALLENGE, answer(401, "{}", { "www-authenticate": header }));
    const text = await expectRepelled(await attackedInTable(attack), "AZS2");
    expect(text).toMatch(/^AZS222: .*authorization_uri|^AZS215: /);
  });
});

describe("a value of the wrong type is refused, and the error names only the stamp", () => {
  type Case = readonly [what: string, attack: Attack, code: string, says: string];
  const empty = answer(200, "");
  const table: readonly Case[] = [
    ["an empty token", met(TOKEN, empty), "AZS209", "/token"],
    ["empty subscriptions", met(SUBSCRIPTIONS, empty), "AZS209", "/subscriptions"],
    ["empty locations", met(LOCATIONS, empty), "AZS209", "/locations"],
    ["an empty provider", met(PROVIDER, empty), "AZS209", "Microsoft.Resources"],
    ["an empty configuration", met(CONFIGURATION, empty, { idp: "adfs" }), "AZS211", "no OpenID configuration"],
    ["null for subscriptions", met(SUBSCRIPTIONS, json(null)), "AZS222", "not an object"],
    ["a list for subscriptions", met(SUBSCRIPTIONS, json([])), "AZS222", "not an object"],
    ["no subscriptions", met(SUBSCRIPTIONS, json({ value: null })), "AZS222", "value is not a list"],
    ["subscriptions that are no list", met(SUBSCRIPTIONS, json({ value: {} })), "AZS222", "value is not a list"],
    ["a subscription that is null", met(SUBSCRIPTIONS, json({ value: [null] })), "AZS222", "value.0 is not an object"],
    ["a name that is a number", subscription({ displayName: 5 }), "AZS222", "value.0.displayName"],
    ["a name without end", subscription({ displayName: "x".repeat(100_000) }), "AZS222", "value.0.displayName"],
    ["locations that are a text", met(LOCATIONS, json({ value: "local" })), "AZS222", "value is not a list"],
    ["no types of resources", met(PROVIDER, json({ resourceTypes: null })), "AZS414", "none reported"],
    ["types that are a number", met(PROVIDER, json({ resourceTypes: 5 })), "AZS222", "resourceTypes is not a list"],
    [
      "versions that are an object",
      met(PROVIDER, json({ resourceTypes: [{ apiVersions: {} }] })),
      "AZS222",
      "apiVersions",
    ],
    [
      "versions that are none",
      met(PROVIDER, json({ resourceTypes: [{ apiVersions: [null, 5, "$(id)"] }] })),
      "AZS414",
      "none",
    ],
    ["an error that is a text", met(SUBSCRIPTIONS, answer(400, '{"error":"no"}')), "AZS211", '{"error":"no"}'],
    [
      "an error that poses as the network's",
      met(PROVIDER, answer(400, '{"error":{"code":"PARSE_ERROR","message":"x"}}')),
      "AZS211",
      "answered 400: PARSE_ERROR: x",
    ],
    ["an error of objects", met(TOKEN, answer(400, '{"error":{},"error_description":[]}')), "AZS222", "error is not"],
    ["a token that is a number", met(TOKEN, json({ access_token: 5 })), "AZS222", "access_token"],
    ["a token without end", met(TOKEN, json({ access_token: "x".repeat(100_000) })), "AZS222", "access_token"],
    [
      "a lifetime that is an object",
      met(TOKEN, json({ access_token: "a.b.c", expires_in: {} })),
      "AZS222",
      "expires_in",
    ],
    ["a type that is an object", met(TOKEN, json({ access_token: "a.b.c", token_type: {} })), "AZS222", "token_type"],
    ["a type that needs more", met(TOKEN, json({ access_token: "a.b.c", token_type: "pop" })), "AZS222", "token_type"],
    ["a scope that is a list", met(TOKEN, json({ access_token: "a.b.c", scope: [] })), "AZS222", "scope"],
    ["an ID token of nothing", met(TOKEN, json({ access_token: "a.b.c", id_token: "a.b.c" })), "AZS222", "id_token"],
    [
      "who it is for, as a list",
      met(TOKEN, json({ access_token: "a.b.c", client_info: "W10" })),
      "AZS222",
      "client_info",
    ],
    ["neither token nor error", met(TOKEN, json({})), "AZS408", ""],
    ["audiences that are a text", authentication({ audiences: "https://x" }), "AZS222", "authentication.audiences"],
    [
      "an authentication that is a text",
      metadata((document) => ({ ...document, authentication: "x" })),
      "AZS222",
      "authentication",
    ],
    [
      "a login endpoint that is a number",
      authentication({ loginEndpoint: 5 }),
      "AZS222",
      "authentication.loginEndpoint",
    ],
    [
      "a configuration of numbers",
      met(CONFIGURATION, json({ token_endpoint: 5 }), { idp: "adfs" }),
      "AZS222",
      "token_endpoint",
    ],
  ];

  test.for(table)("%s", async ([, attack, code, says]) => {
    expect(await expectRepelled(await attackedInTable(attack), code)).toContain(says);
  });
});

describe("the name of a subscription is free text", () => {
  const login = async (name: string, whenFinished: (end: () => Promise<void>) => void) => {
    const scene = await openTableScene({ subscriptions: [{ id: ID, name, state: "Enabled" }] }, {}, whenFinished);
    const result = await scene.runner.main(changed(scene.inputs, { "subscription-id": name }));
    await expectLogin(scene.runner, result);
    const { outputs, exported } = scene.runner;
    return { name: outputs["subscription-name"], everything: JSON.stringify([outputs, exported]) };
  };

  test("that is found by its exact spelling, and exported without what could be code", async ({ onTestFinished }) => {
    const name = "Team $(id);`id` 'x' \"y\" | ##vso[task.complete]\u202e é";
    const found = await login(name, onTestFinished);
    expect(found.name).toBe("Team __id___id_ _x_ _y_ _ __vso_task.complete__ é");
    expect(found.everything).not.toMatch(/\$\(|`|;|'x'|##vso|\u202e/);
  });

  test("whose usual characters stay", async ({ onTestFinished }) => {
    const name = "Müller, Söhne (Test) - Dev/Test 2.0";
    expect((await login(name, onTestFinished)).name).toBe(name);
  });
});

test("locations are not required: the endpoint names one", async () => {
  const scene = await attackedInTable(met(LOCATIONS, json({ value: null })));
  // The step continues until az, which does not run here.
  await expectRepelled(scene, "AZS50");
  expect(
    scene.emulator.requests.some(({ host, path }) => `https://${host}` === MANAGEMENT && LOCATIONS.path?.test(path)),
  ).toBe(true);
});
