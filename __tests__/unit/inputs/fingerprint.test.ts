import { describe, expect, test } from "vitest";
import { readFingerprint } from "../../../src/inputs/fingerprint.ts";
import { failureOf } from "../failures.ts";

const PAIRS = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase());
const CANONICAL = PAIRS.join(":");

test("nothing is no fingerprint", () => {
  expect(readFingerprint("")).toBeUndefined();
});

describe("a SHA-256 fingerprint is read", () => {
  test.each([
    ["with colons", CANONICAL],
    ["in small letters", CANONICAL.toLowerCase()],
    ["without colons", PAIRS.join("")],
    ["with spaces", PAIRS.join(" ")],
    ["on two lines", `${PAIRS.slice(0, 16).join(" ")}\n${PAIRS.slice(16).join(" ")}`],
    ["behind the mark that Windows copies along", `\u200e${PAIRS.join("").toLowerCase()}`],
  ])("%s", (_, value) => {
    expect(readFingerprint(value)).toBe(CANONICAL);
  });
});

describe("refused is", () => {
  test.each([
    ["AZS124", "AB:CD"],
    ["AZS124", `${CANONICAL},${CANONICAL}`],
    ["AZS124", `SHA256:${PAIRS.join("")}`],
    ["AZS124", PAIRS.join("-")],
    ["AZS125", PAIRS.slice(0, 20).join(":")],
    ["AZS125", `\u200e${PAIRS.slice(0, 20).join("").toLowerCase()}`],
  ])("%s: %j", async (code, value) => {
    const { problem, fix } = await failureOf(code, () => readFingerprint(value));
    expect(problem).toContain(value);
    expect(fix).toContain("openssl x509 -in root.pem -noout -fingerprint -sha256");
  });
});
