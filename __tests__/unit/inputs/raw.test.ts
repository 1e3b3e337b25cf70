import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { INPUT_DEFAULTS } from "../../../src/inputs/input-names.ts";
import { Problems } from "../../../src/inputs/problems.ts";
import { readRaw } from "../../../src/inputs/raw.ts";
import { publicRoot } from "../samples.ts";

/** Reads the inputs on a host that records all calls. */
async function read(given: Readonly<Record<string, string>>) {
  const calls: (readonly [what: "input" | "verbatim" | "mask" | "doubtful", text: string])[] = [];
  const raw = await readRaw(
    {
      async input(name, options) {
        calls.push([options?.verbatim ? "verbatim" : "input", name]);
        return given[name] ?? "";
      },
      mask: (text, grade) => void calls.push([grade === "doubtful" ? grade : "mask", text]),
    },
    new Problems(),
  );
  const texts = (kind: string) => calls.filter(([what]) => what === kind).map(([, text]) => text);
  return { raw, calls, masks: texts("mask"), doubtful: texts("doubtful") };
}
const SECRETS = ["client-secret", "client-certificate-password", "password", "creds"] as const;

test("an input that is not given has its default", async () => {
  expect((await read({})).raw).toEqual(INPUT_DEFAULTS);
  expect((await read({ isolate: "False" })).raw.isolate).toBe("False");
});

test("each input is asked for once, and the secret ones as they are", async () => {
  const { calls } = await read({});
  expect(calls.map(([, name]) => name)).toEqual(Object.keys(INPUT_DEFAULTS));
  expect(calls.flatMap(([what, name]) => (what === "verbatim" ? [name] : []))).toEqual(SECRETS);
});

test.each(SECRETS)("%s is masked before anything else is asked of the host", async (name) => {
  const { calls } = await read({ [name]: "hunter2", "client-id": "an application" });
  const asked = calls.findIndex(([, text]) => text === name);
  expect(calls[asked + 1]).toEqual(["mask", "hunter2"]);
});

describe("a secret", () => {
  test.each([
    ["keeps its spaces", " hunter2 ", " hunter2 "],
    ["loses the line break of an editor", "hunter2\r\n\n", "hunter2"],
    ["keeps its inner line breaks", "one line\ntwo line\n", "one line\ntwo line"],
  ])("%s", async (_, given, secret) => {
    const { raw, masks } = await read({ "client-secret": given });
    expect(raw["client-secret"]).toBe(secret);
    expect(masks).toEqual([secret]);
  });

  test("of white space is none", async () => {
    const { raw, masks } = await read({ "client-secret": " \n " });
    expect([raw["client-secret"], masks]).toEqual(["", []]);
  });
});

const PEM = ["-----BEGIN PRIVATE KEY-----", "MIIEvQIBADAN", "BgkqhkiG9w0B", "AQ==", "-----END PRIVATE KEY-----"].join(
  "\n",
);
const PFX = randomBytes(900).toString("base64");
const ENTRA = "k3V8Q~1ZxR.mP0wYt7LbN_4aSdFgHjKlQwErTyUi";
const ID = "3d5e1f0a-7b2c-4e8d-9f10-1a2b3c4d5e6f";

describe("masked is", () => {
  test.each(SECRETS)("%s", async (name) => {
    expect((await read({ [name]: "hunter2" })).masks).toEqual(["hunter2"]);
  });

  test.each(["client-certificate", "ca-certificate"])("in %s, what is neither a path nor public", async (input) => {
    for (const value of [PEM, `${PEM.replaceAll("\n", " ")} ${"A".repeat(200)}`, PFX, ENTRA, `${PFX.slice(0, 90)}…`])
      expect((await read({ [input]: value })).masks).toEqual([value]);
  });

  test.each(["client-certificate", "ca-certificate"])("in %s, base64 with something around it", async (input) => {
    expect((await read({ [input]: `"${PFX}"` })).masks).toEqual([`"${PFX}"`, PFX]);
  });

  test.each<[string, string, readonly string[]]>([
    ["its secret alone", `{"clientId":"${ID}","clientSecret":"hunter2","tenantId":"${ID}"}`, ["hunter2"]],
    ["the password of az's own JSON", `{"appId":"${ID}","displayName":"ci","password":"hunter2"}`, ["hunter2"]],
    ["a secret within", `{"a":[{"clientSecret":"hunter2"}]}`, ["hunter2"]],
    ["all of it when it is no JSON", `{"clientSecret":"hunter2"`, [`{"clientSecret":"hunter2"`]],
  ])("of creds %s", async (_, creds, masks) => {
    expect((await read({ creds })).masks).toEqual(masks);
  });

  test.each(["endpoint", "az-wheels", "vm-image-alias-doc"])("the password in the URL of %s", async (input) => {
    expect((await read({ [input]: "https://ci:a%40b@contoso.com/" })).masks).toEqual([
      "ci:a%40b",
      "a%40b",
      "ci:a@b",
      "a@b",
    ]);
  });
});

describe("a value that looks like a credential is doubtful in an input for something else", () => {
  test.each([
    ["client-id", ENTRA],
    ["tenant-id", ENTRA.replaceAll(/[~._]/g, "").toLowerCase()],
    ["client-id", "correct-horse-battery"],
    ["tenant-id", "Pa5s-XohImNooBHF"],
    ["username", "correct horse battery"],
    ["cloud-name", ENTRA],
    ["az-path", PFX],
    ["az-path", ENTRA],
    ["az-wheels", ENTRA],
    ["sample-config", ENTRA],
    ["username", ENTRA],
    ["ca-fingerprint", "0123456789abcdef0123456789abcdef"],
  ])("%s: %s", async (input, value) => {
    expect(await read({ [input]: value })).toMatchObject({ doubtful: [value], masks: [] });
  });

  test("in creds, in another field's place", async () => {
    expect(await read({ creds: `{"tenantId":"${ENTRA}"}` })).toMatchObject({ doubtful: [ENTRA], masks: [] });
  });

  test("and what stands behind a host", async () => {
    const url = "https://contoso.com/aliases.json?sig=k3V8Q1ZxRmP0wYt7LbN4aSd";
    expect((await read({ "vm-image-alias-doc": url })).doubtful).toEqual([url.slice("https://contoso.com".length)]);
  });
});

describe("neither masked nor doubtful is", () => {
  test.each([
    [
      "the path of a certificate",
      { "client-certificate": "certificates/client.pfx", "ca-certificate": "a.pem, b.pem" },
    ],
    ["a public root", { "ca-certificate": publicRoot(/^CN=ISRG Root X1,/).pem }],
    ["an ID", { "client-id": ID, "tenant-id": ID, "subscription-id": ID, audience: `api://${ID}` }],
    [
      "a host",
      { endpoint: "https://management.a1b2c3d4e5.x9y8z7w6v5.contoso.net", "tenant-id": "contoso.onmicrosoft.com" },
    ],
    ["a name", { "subscription-id": "Production Europe (Team 42), billing", "cloud-name": "AzureStackUser2" }],
    ["a person", { username: "svc-deployment01@corp.contoso.com" }],
    ["a fingerprint", { "ca-fingerprint": `${"A0:".repeat(31)}A0` }],
    ["a program that is there", { "az-path": process.execPath }],
    ["what is not given", {}],
  ])("%s", async (_, given) => {
    expect(await read(given)).toMatchObject({ masks: [], doubtful: [] });
  });
});
