import { expect, test } from "vitest";
import { readLogin } from "../../../src/identity/token.ts";
import { stampWith } from "../samples.ts";

const ID = "3d5e1f0a-7b2c-4e8d-9f10-1a2b3c4d5e6f";

function loginWith(claims: object) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "none" })}.${part(claims)}.x`;
  return readLogin({ token, expiresOnTimestamp: 0 }, false, stampWith());
}

test("an ID that Entra states", () => {
  expect(loginWith({ oid: ID, tid: ID, upn: "a@contoso.com" })).toMatchObject({
    objectId: ID,
    tenantId: ID,
    userName: "a@contoso.com",
  });
});

// AD FS sends such a claim if two of its rules give the same claim. The login is valid nevertheless.
test.each([[[ID, ID]], [[]], [5], [null], [{ a: ID }]])("a claim that is no text is none: %j", (claim) => {
  expect(loginWith({ oid: claim, tid: claim, upn: claim })).toMatchObject({
    objectId: "",
    tenantId: undefined,
    userName: undefined,
  });
});

test.each(["oid", "tid"])("a claim %s that could be code is refused", (name) => {
  expect(() => loginWith({ [name]: `${ID}$(id)` })).toThrow(expect.objectContaining({ code: "AZS222" }));
});
