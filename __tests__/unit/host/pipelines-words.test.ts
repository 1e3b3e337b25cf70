import { describe, expect, test } from "vitest";
import { inCamelCase, oneLine, respeller } from "../../../src/host/pipelines-spelling.ts";
import { INPUT_NAMES } from "../../../src/inputs/input-names.ts";

const respelled = respeller(INPUT_NAMES);

test.each([
  ["client-id", "clientId"],
  ["client-certificate-password", "clientCertificatePassword"],
  ["endpoint", "endpoint"],
])("%s is %s in camel case", (name, camel) => {
  expect(inCamelCase(name)).toBe(camel);
});

describe("a text names inputs as the task does", () => {
  test.each([
    [
      "set client-secret or client-certificate beside client-id",
      "set clientSecret or clientCertificate beside clientId",
    ],
    ["client-certificate-password is given", "clientCertificatePassword is given"],
    ["remove client-certificate-password.", "remove clientCertificatePassword."],
    ["set az-wheels: a folder", "set azWheels: a folder"],
    ['tenant-id "contoso" is not', 'tenantId "contoso" is not'],
  ])("%s", (text, expected) => {
    expect(respelled(text)).toBe(expected);
  });

  test.each([
    "/home/agent/client-secret.pem",
    "C:\\keys\\client-secret",
    "client-secret/key.pem",
    "my-client-secret",
    "client-secret-2",
    "https://example.com/az-path?x",
    "azs-login",
    'the subscription "my client-id team"',
    "id-token: write",
  ])("but leaves %s as it is", (text) => {
    expect(respelled(text)).toBe(text);
  });
});

describe("no text is a command to the agent", () => {
  test.each([
    "a ##vso[task.setvariable variable=PATH]/evil",
    "##[error]no",
    "##vso[task.prependpath]x",
    "a\n##vso[task.complete result=Succeeded]",
    "a\r##[group]b",
  ])("%j", (text) => {
    expect(oneLine(text)).not.toMatch(/##\w*\[|[\r\n]/);
  });

  test("what is none stays as it is", () => {
    expect(oneLine("issue ##12 [x]")).toBe("issue ##12 [x]");
  });
});
