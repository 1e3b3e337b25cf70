import { describe, expect, test } from "vitest";
import { INPUT_DEFAULTS, readRaw } from "../../../src/inputs/raw.ts";

/** Reads the inputs on a host that writes down what is asked of it. */
function read(given: Readonly<Record<string, string>>) {
  const calls: (readonly [what: "input" | "mask", text: string])[] = [];
  const raw = readRaw({
    input(name) {
      calls.push(["input", name]);
      return given[name] ?? "";
    },
    mask: (line) => void calls.push(["mask", line]),
  });
  return { raw, calls, masks: calls.filter(([what]) => what === "mask").map(([, text]) => text) };
}

test("an input that is not given has its default", () => {
  expect(read({}).raw).toEqual(INPUT_DEFAULTS);
  expect(read({ isolate: "False" }).raw.isolate).toBe("False");
});

test("nothing is asked of the host but inputs, and masks right behind them", () => {
  const { calls } = read({ "client-secret": "hunter2", password: "correct horse" });
  const kinds = calls.map(([what]) => what);
  expect(kinds.slice(0, kinds.indexOf("mask"))).toHaveLength(Object.keys(INPUT_DEFAULTS).length);
  expect(kinds.slice(kinds.indexOf("mask"))).not.toContain("input");
});

const PEM = ["-----BEGIN PRIVATE KEY-----", "MIIEvQIBADAN", "BgkqhkiG9w0B", "AQ==", "-----END PRIVATE KEY-----"];

describe("masked is", () => {
  test.each(["client-secret", "client-certificate-password", "password", "creds"])("%s", (name) => {
    expect(read({ [name]: "hunter2" }).masks).toEqual(["hunter2"]);
  });

  test.each(["\n", "\r\n"])("a secret of several lines, line by line, with %j", (lineBreak) => {
    const { masks } = read({ "client-secret": ["first line", "", "}", "  second line"].join(lineBreak) });
    expect(masks).toEqual(["first line", "first%20line", "second line", "second%20line"]);
  });

  test("a certificate with its key, line by line", () => {
    expect(read({ "client-certificate": PEM.join("\n") }).masks).toEqual(expect.arrayContaining(PEM));
  });

  test("a certificate with its key on one line", () => {
    const line = `${PEM.join(" ")} ${"A".repeat(200)}`;
    expect(read({ "client-certificate": line }).masks).toContain(line);
  });

  test("base64 of a PFX", () => {
    const base64 = Buffer.alloc(900, 7).toString("base64");
    expect(read({ "client-certificate": base64 }).masks).toContain(base64);
  });
});

describe("not masked is", () => {
  test.each([
    ["the path of a certificate", { "client-certificate": "certificates/client.pfx" }],
    ["what is no secret", { "client-id": "an application", "ca-certificate": PEM.join("\n"), "tenant-id": "a tenant" }],
    ["what is not given", {}],
  ])("%s", (_, given) => {
    expect(read(given).masks).toEqual([]);
  });
});
