import { describe, expect, test } from "vitest";
import { failure } from "../../src/errors/failure.ts";
import { inputFailures } from "../../src/errors/inputs.ts";
import { isFingerprint, isPlain, shown } from "../../src/errors/shown.ts";

const SECRET = "k3V8Q~1ZxR.mP0wYt7LbN_4aSdFgHjKlQwErTyUi";

test("no name in an error is longer than anybody reads", () => {
  const made = failure("AZS999", "Test", ({ answer }: { answer: string }) => ({
    problem: `it says ${answer}`,
    fix: "-",
  }));
  const { message } = made({ answer: `first ${"word ".repeat(1_000_000)} last` });
  expect(message.length).toBeLessThan(2000);
  expect(message).toMatch(/it says first word .* characters left out.* last Fix: -$/);
});

describe("a value of a user is shown", () => {
  test.each([
    "yes",
    "2021-01-01-hybrid",
    "contoso onmicrosoft com",
    "http://contoso.com/aliases.json",
    "A0:".repeat(32),
  ])("as it is: %s", (value) => {
    expect(inputFailures.malformed({ input: "cloud-name", value, form: "a name" }).problem).toContain(`"${value}"`);
  });

  test.each([SECRET, SECRET.toLowerCase(), "a ".repeat(200)])("by its head: %s", (value) => {
    expect(shown(value)).toBe(`${value.slice(0, 8)}… (${value.length} characters)`);
  });
});

describe("plain is", () => {
  test.each([
    "management.local.azurestack.external",
    "Production Europe (Team 42)",
    "/home/runner/work/_temp/azs-login-3d5e1f0a-7b2c-4e8d-9f10-1a2b3c4d5e6f/ca.pem",
    "api://AzureADTokenExchange",
    "AzureStackSelfSignedRootCert",
  ])("%s", (text) => {
    expect(isPlain(text)).toBe(true);
  });

  test.each([SECRET, SECRET.toLowerCase(), "MIIKEQIBAzCCCdcGCSqGSIb3", "0123456789abcdef0123", "x".repeat(30)])(
    "not %s",
    (text) => {
      expect(isPlain(text)).toBe(false);
    },
  );
});

test.each([
  [`${"A0:".repeat(31)}A0`, true],
  ["a0".repeat(20), true],
  [`sha256:${"a0".repeat(32)}`, true],
  ["a0".repeat(16), false],
  [SECRET, false],
])("%s is a fingerprint: %j", (text, is) => {
  expect(isFingerprint(text)).toBe(is);
});
