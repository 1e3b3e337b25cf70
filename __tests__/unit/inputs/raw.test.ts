import { describe, expect, test } from "vitest";
import { Problems } from "../../../src/inputs/problems.ts";
import { INPUT_DEFAULTS, readRaw } from "../../../src/inputs/raw.ts";

/** Reads the inputs on a host that writes down what is asked of it. */
async function read(given: Readonly<Record<string, string>>) {
  const calls: (readonly [what: "input" | "verbatim" | "mask", text: string])[] = [];
  const raw = await readRaw(
    {
      async input(name, options) {
        calls.push([options?.verbatim ? "verbatim" : "input", name]);
        return given[name] ?? "";
      },
      mask: (line) => void calls.push(["mask", line]),
    },
    new Problems(),
  );
  return { raw, calls, masks: calls.filter(([what]) => what === "mask").map(([, text]) => text) };
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
    ["of white space is none", " \n ", ""],
  ])("%s", async (_, given, secret) => {
    const { raw, masks } = await read({ "client-secret": given });
    expect(raw["client-secret"]).toBe(secret);
    for (const line of secret.split("\n").map((one) => one.trim())) if (line !== "") expect(masks).toContain(line);
  });
});

const PEM = ["-----BEGIN PRIVATE KEY-----", "MIIEvQIBADAN", "BgkqhkiG9w0B", "AQ==", "-----END PRIVATE KEY-----"];

describe("masked is", () => {
  test.each(SECRETS)("%s", async (name) => {
    expect((await read({ [name]: "hunter2" })).masks).toEqual(["hunter2"]);
  });

  test.each(["\n", "\r\n"])("a secret of several lines, line by line, with %j", async (lineBreak) => {
    const { masks } = await read({ "client-secret": ["first line", "", "}", "  second line"].join(lineBreak) });
    expect(masks).toEqual(["first line", "first%20line", "second line", "second%20line"]);
  });

  test("a certificate with its key, line by line", async () => {
    expect((await read({ "client-certificate": PEM.join("\n") })).masks).toEqual(expect.arrayContaining(PEM));
  });

  test("a certificate with its key on one line", async () => {
    const line = `${PEM.join(" ")} ${"A".repeat(200)}`;
    expect((await read({ "client-certificate": line })).masks).toContain(line);
  });

  test("base64 of a PFX", async () => {
    const base64 = Buffer.alloc(900, 7).toString("base64");
    expect((await read({ "client-certificate": base64 })).masks).toContain(base64);
  });
});

describe("not masked is", () => {
  test.each([
    ["the path of a certificate", { "client-certificate": "certificates/client.pfx" }],
    ["what is no secret", { "client-id": "an application", "ca-certificate": PEM.join("\n"), "tenant-id": "a tenant" }],
    ["what is not given", {}],
  ])("%s", async (_, given) => {
    expect((await read(given)).masks).toEqual([]);
  });
});
