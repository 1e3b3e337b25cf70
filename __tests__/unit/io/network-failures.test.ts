import { expect, test } from "vitest";
import { networkFailure } from "../../../src/io/network-failures.ts";

const URL_ASKED = new URL("https://management.local.azurestack.external/metadata/endpoints");

test("what is no failure of a network is unexpected, with its words and the host", async () => {
  const error = new RangeError("nothing of the kind");
  const failure = await networkFailure(error, URL_ASKED, { party: "arm", tunnel: undefined });
  expect(failure.code).toBe("AZS901");
  expect(failure.problem).toContain("nothing of the kind (request to management.local.azurestack.external)");
  expect(failure.cause).toBe(error);
});

test.each([
  ["HPE_HEADER_OVERFLOW", "AZS220", "larger than the 16 kB"],
  ["HPE_INVALID_CONSTANT", "AZS221", "not HTTP (HPE_INVALID_CONSTANT)"],
  ["PARSE_ERROR", "AZS209", "not valid JSON"],
  ["ERR_INVALID_URL", "AZS208", "a redirect to no URL"],
  ["CERT_CHAIN_TOO_LONG", "AZS206", "its chain is too long"],
  ["ERROR_IN_CERT_NOT_BEFORE_FIELD", "AZS206", "ERROR_IN_CERT_NOT_BEFORE_FIELD"],
  ["UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY", "AZS206", "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY"],
  ["ECONNRESET", "AZS204", "ECONNRESET"],
])("%s is %s", async (code, expected, says) => {
  const error = Object.assign(new Error("no"), { code });
  const failure = await networkFailure(error, URL_ASKED, { party: "arm", tunnel: undefined });
  expect(failure.code).toBe(expected);
  expect(failure.problem).toContain(says);
});
