import { setTimeout as sleep } from "node:timers/promises";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Effect, FaultMatch } from "../../emulator/faults.ts";
import { type Attack, attacked, expectRepelled } from "./hostile.ts";
import { answer, METADATA, SUBSCRIPTIONS, TOKEN } from "./support.ts";

const MB = 1024 * 1024;
const CONFIGURATION: FaultMatch = { path: /openid-configuration$/ };
const CHALLENGE: FaultMatch = { path: /^\/subscriptions\/0{8}-/ };
const LOCATIONS: FaultMatch = { path: /\/locations$/ };
const PROVIDER: FaultMatch = { path: /\/providers\/Microsoft\.Resources$/ };
const ADFS = { idp: "adfs" } as const;

const pour = (text: string, everyMs = 0): Effect => ({ pour: { text, everyMs } });
const bomb = (encoding: "gzip" | "deflate", text: string): Effect => ({
  answer: {
    status: 200,
    headers: { "content-type": "application/json", "content-encoding": encoding },
    bytes: (encoding === "gzip" ? gzipSync : deflateSync)(text),
  },
});
const json = (document: unknown, status = 200) => answer(status, JSON.stringify(document));
const refusal = (description: string) => json({ error: "invalid_client", error_description: description }, 400);
const armError = (message: unknown, code: unknown = "Refused") => json({ error: { code, message } }, 400);
const at = (match: FaultMatch, effect: Effect, stamp: Attack["stamp"] = {}): Attack => ({
  stamp,
  faults: [{ match, effect }],
});
const page = (nextLink: unknown, value: unknown = []): Effect => json({ value, nextLink });
const MANAGEMENT = "https://management.local.azurestack.external";
const nextPages = (value: unknown, lateMs = 0): Effect => ({
  respond: async ({ query }) => {
    await sleep(lateMs);
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        value,
        nextLink: `${MANAGEMENT}/subscriptions?api-version=2016-06-01&page=${Number(query.get("page")) + 1}`,
      }),
    };
  },
});
const subscription = (number: number) => ({
  subscriptionId: `2b6a1e0f-93d4-4a7e-8a55-${String(number).padStart(12, "0")}`,
  displayName: "x".repeat(60),
  state: "Disabled",
});
const authority = (loginEndpoint: string) => (document: unknown) => {
  const { authentication, ...rest } = document as { readonly authentication: object };
  return { ...rest, authentication: { ...authentication, loginEndpoint } };
};
const long = "A".repeat(1_500_000);

type Case = readonly [what: string, attack: Attack, code: string, says: string];

describe.concurrent("endless redirects and pages", () => {
  const wait = (headers: Readonly<Record<string, string>>, status = 503) => answer(status, "{}", headers);
  const slow: readonly Case[] = [
    [
      "an upgrade",
      at(METADATA, { raw: "HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\nx" }),
      "AZS203",
      "",
    ],
    ["an answer that comes drop by drop", at(METADATA, pour(" ", 500)), "AZS203", "within 20 seconds"],
    ["a minute before each try", at(METADATA, wait({ "retry-after": "50" })), "AZS217", "management.local"],
    ["a little late, each time", at(SUBSCRIPTIONS, nextPages([], 10_000)), "AZS217", "management.local"],
  ];

  test.for(slow)("%s", { timeout: 150_000 }, async ([, attack, code, says], { onTestFinished }) => {
    expect(await expectRepelled(await attacked(attack, onTestFinished), code)).toContain(says);
  });

  const quick: readonly Case[] = [
    [
      "a page that names itself is the last",
      at(SUBSCRIPTIONS, page(`${MANAGEMENT}/subscriptions?api-version=2016-06-01`)),
      "AZS410",
      "none at all",
    ],
    ["always another page", at(SUBSCRIPTIONS, nextPages([])), "AZS223", "50 pages"],
    [
      "pages full of subscriptions",
      at(SUBSCRIPTIONS, nextPages(Array.from({ length: 4000 }, (_, i) => subscription(i)))),
      "AZS223",
      "10000 subscriptions",
    ],
    ["a page that is a number", at(SUBSCRIPTIONS, page(5)), "AZS222", "nextLink"],
    [
      "a page with a user",
      at(SUBSCRIPTIONS, page(`${MANAGEMENT}@attacker.example/subscriptions`)),
      "AZS214",
      "attacker.example",
    ],
    [
      "11,000 subscriptions at once",
      at(SUBSCRIPTIONS, json({ value: Array.from({ length: 11_000 }, () => ({})) })),
      "AZS222",
      "a list of at most 10000",
    ],
    [
      "60,000 locations",
      at(LOCATIONS, json({ value: Array.from({ length: 60_000 }, () => ({ name: "x" })) })),
      "AZS222",
      "a list of at most 5000",
    ],
    [
      "a redirect to itself",
      at(METADATA, answer(307, "", { location: "/metadata/endpoints" })),
      "AZS208",
      "one after the other",
    ],
    [
      "a redirect to no URL",
      at(METADATA, answer(307, "", { location: "https://[" })),
      "AZS208",
      "a redirect to no URL",
    ],
    [
      "a redirect of the token request",
      at(TOKEN, answer(307, "", { location: "/x/oauth2/v2.0/token" })),
      "AZS208",
      "a redirect",
    ],
    ["retry-after-ms", at(METADATA, wait({ "retry-after-ms": "9999999" })), "AZS212", "503"],
    ["x-ms-retry-after-ms", at(METADATA, wait({ "x-ms-retry-after-ms": "9999999" })), "AZS212", "503"],
    ["Retry-After in hexadecimal", at(METADATA, wait({ "retry-after": "0x1000" })), "AZS212", "503"],
    ["Retry-After with an exponent", at(TOKEN, wait({ "retry-after": "1e9" }, 429)), "AZS212", "429"],
    [
      "Retry-After as a date",
      at(SUBSCRIPTIONS, wait({ "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" })),
      "AZS212",
      "503",
    ],
    ["Retry-After below zero", at(METADATA, wait({ "retry-after": "-5" }, 429)), "AZS212", "429"],
    ["Retry-After without end", at(METADATA, wait({ "retry-after": "9".repeat(400) })), "AZS212", "503"],
    [
      "two of them, one in order",
      at(METADATA, wait({ "retry-after-ms": "0", "retry-after": "3600" })),
      "AZS212",
      "503",
    ],
  ];

  test.for(quick)("%s", async ([, attack, code, says], { onTestFinished }) => {
    const scene = await attacked(attack, onTestFinished);
    expect(await expectRepelled(scene, code)).toContain(says);
    expect(scene.result.milliseconds).toBeLessThan(45_000);
  });
});

describe.concurrent("an answer without bounds", () => {
  const table: readonly Case[] = [
    ["metadata that never end", at(METADATA, pour(" ".repeat(65_536))), "AZS218", "more than 2 MB"],
    ["a token that never ends", at(TOKEN, pour("x".repeat(65_536))), "AZS218", "/token"],
    ["subscriptions that never end", at(SUBSCRIPTIONS, pour('{"value":['.padEnd(65_536))), "AZS218", "/subscriptions"],
    ["locations that never end", at(LOCATIONS, pour(" ".repeat(65_536))), "AZS218", "/locations"],
    ["a provider that never ends", at(PROVIDER, pour(" ".repeat(65_536))), "AZS218", "Microsoft.Resources"],
    ["a challenge that never ends", at(CHALLENGE, pour(" ".repeat(65_536))), "AZS218", "/subscriptions/0000"],
    ["a configuration that never ends", at(CONFIGURATION, pour(" ".repeat(65_536)), ADFS), "AZS218", "openid-config"],
    ["400 MB in 400 kB of gzip", at(METADATA, bomb("gzip", " ".repeat(400 * MB))), "AZS218", "/metadata/endpoints"],
    ["the same in deflate", at(SUBSCRIPTIONS, bomb("deflate", " ".repeat(300 * MB))), "AZS218", "/subscriptions"],
    ["gzip that is none", at(METADATA, answer(200, "{}", { "content-encoding": "gzip" })), "AZS209", "not valid JSON"],
    ["50 MB of error text", at(TOKEN, refusal("x".repeat(50 * MB))), "AZS218", "/token"],
    ["50 MB with 503", at(METADATA, answer(503, "x".repeat(50 * MB))), "AZS218", "/metadata"],
    ["5 MB of brackets", at(METADATA, answer(200, "[".repeat(5 * MB))), "AZS218", "/metadata"],
    ["1.9 MB of brackets", at(METADATA, answer(200, "[".repeat(1.9 * MB))), "AZS219", "more than 64 levels"],
    ["brackets for a token", at(TOKEN, answer(400, '{"error":'.repeat(200_000))), "AZS219", "/token"],
    [
      "brackets in a token",
      at(TOKEN, json({ access_token: `a.${Buffer.from("[".repeat(5000)).toString("base64url")}.c` })),
      "AZS413",
      "does not accept the token",
    ],
    ["a million empty lists", at(METADATA, answer(200, `[${"[],".repeat(600_000)}[]]`)), "AZS219", "200000 values"],
    [
      "a million fields",
      at(METADATA, json(Object.fromEntries(Array.from({ length: 150_000 }, (_, i) => [`f${i}`, 0])))),
      "AZS210",
      "",
    ],
    ["20 kB of headers", at(METADATA, answer(200, "{}", { "x-more": "y".repeat(20_000) })), "AZS220", "16 kB"],
    [
      "early hints without end",
      at(METADATA, { raw: "HTTP/1.1 103 Early Hints\r\nx: y\r\n\r\n".repeat(200_000) }),
      "AZS2",
      "",
    ],
    [
      "a length of a terabyte",
      at(METADATA, { raw: "HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n{}" }),
      "AZS218",
      "",
    ],
    [
      "gzip of nothing, again and again",
      at(METADATA, {
        answer: {
          status: 200,
          headers: { "content-encoding": "gzip" },
          bytes: Buffer.concat(Array<Buffer>(200_000).fill(gzipSync(""))),
        },
      }),
      "AZS209",
      "",
    ],
    ["no HTTP", at(METADATA, { raw: "SSH-2.0-OpenSSH_9.2\r\n" }), "AZS221", "HPE_"],
    ["a status of its own", at(METADATA, { raw: "HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n" }), "AZS212", "999"],
    [
      "chunks that are none",
      at(METADATA, { raw: "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n" }),
      "AZS2",
      "",
    ],
  ];

  test.for(table)("%s", async ([, attack, code, says], { onTestFinished }) => {
    expect(await expectRepelled(await attacked(attack, onTestFinished), code)).toContain(says);
  });
});

describe.concurrent("an endless text is shortened", () => {
  const table: readonly Case[] = [
    ["of a refused login", at(TOKEN, refusal(`AADSTS7000215: ${long}`)), "AZS401", "AADSTS7000215: AAAA"],
    ["of a refused login, in front of its code", at(TOKEN, refusal(`${long} AADSTS7000215`)), "AZS408", "AAAA"],
    ["of blanks only", at(TOKEN, refusal(`AADSTS7000215: x${" ".repeat(1_500_000)}y`)), "AZS401", "AADSTS7000215: x"],
    ["of codes only", at(TOKEN, refusal("AADSTS1".repeat(200_000)), ADFS), "AZS408", "AADSTS1"],
    ["of HTML that opens and never closes", at(METADATA, answer(404, "<".repeat(1_500_000))), "AZS208", "an HTML page"],
    ["of HTML with 503", at(METADATA, answer(503, "<".repeat(1_500_000))), "AZS212", "<<<"],
    ["of Resource Manager", at(SUBSCRIPTIONS, armError(long)), "AZS211", "Refused: AAAA"],
    ["as the code of Resource Manager", at(SUBSCRIPTIONS, armError("no.", long)), "AZS211", "AAAA"],
    [
      "of supported versions",
      at(PROVIDER, armError(`The supported versions are '${"2014-04-01,".repeat(100_000)}'`)),
      "AZS414",
      "2014-04-01",
    ],
    [
      "of supported versions that never close",
      at(PROVIDER, armError("supported versions are '".repeat(60_000))),
      "AZS414",
      "none reported",
    ],
    [
      "of a place to go next",
      at(SUBSCRIPTIONS, page(`${MANAGEMENT}/${long}`)),
      "AZS222",
      "nextLink is not an https URL",
    ],
    [
      "of an authority",
      { stamp: { metadata: authority(`https://${"a".repeat(1_500_000)}.attacker.example/`) } },
      "AZS213",
      "aaaa",
    ],
  ];

  test.for(table)("%s", async ([, attack, code, says], { onTestFinished }) => {
    expect(await expectRepelled(await attacked(attack, onTestFinished), code)).toContain(says);
  });
});
