import { describe, expect, test } from "vitest";
import {
  authorityCodesOf,
  CODES,
  CODES_BY_CREDENTIAL,
  GENERAL,
  type Refusal,
  refusals,
} from "../../../src/errors/authority-codes.ts";
import { refusedLogin } from "../../../src/identity/refusals.ts";
import { CERTIFICATE_CREDENTIAL, DEVICE_CODE, PASSWORD_CREDENTIAL, SECRET_CREDENTIAL, stampWith } from "../samples.ts";

const table = (Object.entries(CODES) as [Refusal, readonly string[]][]).flatMap(([refusal, codes]) =>
  codes.map((code) => ({ code, azs: refusals[refusal].code })),
);
const all = [...table.map(({ code }) => code), ...CODES_BY_CREDENTIAL.flatMap(({ codes }) => codes)];

describe("the table of codes", () => {
  test("has each code once, and only codes", () => {
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
    expect(all.filter((code) => !/^(?:AADSTS\d{5,7}|MSIS\d{4})$/.test(code))).toEqual([]);
  });

  test("knows the general ones, but for the refresh token's", () => {
    expect(GENERAL.filter((code) => !all.includes(code))).toEqual(["AADSTS70000"]);
  });

  test.each(table)("makes $azs of $code, and documents it there", ({ code, azs }) => {
    const failure = refusedLogin(new Error(`${code}: As you see.`), SECRET_CREDENTIAL, stampWith());
    expect(failure.code).toBe(azs);
    expect(failure.problem).toContain(`The authority says: ${code}: As you see.`);
    expect(authorityCodesOf(azs)).toContain(code);
  });

  test.each(CODES_BY_CREDENTIAL.flatMap(({ codes, byKind }) => codes.map((code) => ({ code, byKind }))))(
    "makes of $code what the credential says",
    ({ code, byKind }) => {
      for (const credential of [SECRET_CREDENTIAL, CERTIFICATE_CREDENTIAL, PASSWORD_CREDENTIAL, DEVICE_CODE]) {
        const meant = byKind[credential.kind] ?? "refused";
        const failure = refusedLogin(new Error(`${code}: As you see.`), credential, stampWith());
        expect(failure.code).toBe(refusals[meant].code);
      }
    },
  );

  test.each([
    ["AZS405", "AADSTS700027"],
    ["AZS454", "AADSTS700027"],
    ["AZS464", "AADSTS50076"],
  ])("documents at %s what leads there by credential or reason: %s", (azs, code) => {
    expect(authorityCodesOf(azs)).toContain(code);
  });
  test("has none for an error that no authority leads to", () => {
    expect(authorityCodesOf("AZS101")).toEqual([]);
    expect(authorityCodesOf("AZS410")).toEqual([]);
  });
});

describe("of one code with several reasons the reason counts, for a certificate", () => {
  const key =
    "Thumbprint of key used by client: 'AB12', Found key 'Start=01/28/2018 16:00:00, End=01/28/2019 16:00:00'";
  test.each([
    ["The key used is expired.", "AZS454"],
    ["The key used is not yet valid.", "AZS455"],
    ["The provided signature value did not match the expected signature value.", "AZS456"],
    ["Key was found, but use of the key to verify the signature failed.", "AZS456"],
    ["The key was not found.", "AZS405"],
    ["Something new.", "AZS405"],
  ])("%s", (reason, azs) => {
    const error = new Error(
      `AADSTS700027: Client assertion contains an invalid signature. [Reason - ${reason}, ${key}]`,
    );
    const { code, problem } = refusedLogin(error, CERTIFICATE_CREDENTIAL, stampWith());
    expect(code).toBe(azs);
    expect(problem).toContain("thumbprint AB12, valid from 2018-01-28 16:00:00 to 2019-01-28 16:00:00");
    expect(problem).toContain("Passed: thumbprint 00, valid from 2020-01-01 00:00:00 to 2030-01-01 00:00:00");
    expect(refusedLogin(error, SECRET_CREDENTIAL, stampWith()).code).toBe("AZS405");
  });
});

test.each([
  [" secret ", "white space"],
  ["secret\t", "white space"],
  ['"secret"', "quotes"],
  ["'secret'", "quotes"],
  ["\u201csecret\u201d", "quotes"],
  ["0f8fad5b-d9cb-469f-a165-70867728950e", "secret's ID"],
])("a secret that was refused and looks like a slip gets a hint: %j", (secret, hint) => {
  const error = new Error("AADSTS7000215: Invalid client secret provided.");
  const { fix } = refusedLogin(error, { ...SECRET_CREDENTIAL, secret } as typeof SECRET_CREDENTIAL, stampWith());
  expect(fix).toContain(hint);
  expect(refusedLogin(error, SECRET_CREDENTIAL, stampWith()).fix).not.toContain(hint === "secret's ID" ? "GUID" : hint);
});
