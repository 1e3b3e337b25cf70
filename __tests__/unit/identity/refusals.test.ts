import { describe, expect, test } from "vitest";
import { refusedLogin } from "../../../src/identity/refusals.ts";
import {
  ADFS,
  CERTIFICATE_CREDENTIAL,
  CLIENT_ID,
  DEVICE_CODE,
  OIDC_CREDENTIAL,
  PASSWORD_CREDENTIAL,
  SECRET,
  SECRET_CREDENTIAL,
  stampWith,
  TENANT_ID,
} from "../samples.ts";

const ENTRA = stampWith();
const ADFS_STAMP = stampWith(ADFS);
const TRACE = "6f2a3c1e-5b0a-4b9c-9d1e-000000000000";

/** The error that MSAL throws for Entra's answer (msal-common, ResponseHandler.validateTokenResponse). */
function entra(code: number, text: string, error = "invalid_client"): Error {
  const trailer = ` Trace ID: ${TRACE} Correlation ID: ${TRACE} Timestamp: 2026-11-21 03:00:00Z`;
  const description = `AADSTS${code}: ${text}${trailer}`;
  return new Error(
    `${error}: Error(s): ${code} - Timestamp: 2026-11-21 03:00:00Z - Description: ${description} - Correlation ID: ${TRACE} - Trace ID: ${TRACE}`,
  );
}
const adfs = (code: number, text: string, error = "invalid_client"): Error =>
  new Error(
    `${error}: Error(s): Not Available - Timestamp: Not Available - Description: MSIS${code}: ${text} - Correlation ID: Not Available - Trace ID: Not Available`,
  );

describe("Entra's refusal", () => {
  const federated =
    "No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/main'. Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation";
  test.each<[string, number, string, string]>([
    [
      "AZS401",
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${CLIENT_ID}'.`,
      "client-secret",
    ],
    [
      "AZS402",
      7000222,
      `The provided client secret keys for app '${CLIENT_ID}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
      "new secret",
    ],
    [
      "AZS403",
      700016,
      `Application with identifier '${CLIENT_ID}' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
      "client-id",
    ],
    [
      "AZS404",
      90002,
      `Tenant '${TENANT_ID}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
      "tenant-id",
    ],
    [
      "AZS404",
      900023,
      "Specified tenant identifier 'nonsense' is neither a valid DNS name, nor a valid external domain.",
      "tenant-id",
    ],
    [
      "AZS405",
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: 'AB12', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${CLIENT_ID}'.].`,
      "client-certificate",
    ],
    ["AZS406", 70021, federated, "federated credential"],
    ["AZS406", 700213, federated, "federated credential"],
    [
      "AZS409",
      500011,
      "The resource principal named https://management.contoso.onmicrosoft.com/guid was not found in the tenant named Contoso.",
      "tenant-id",
    ],
    ["AZS418", 50034, "The user account does not exist in the directory.", "username"],
    ["AZS418", 50126, "Error validating credentials due to invalid username or password.", "password"],
    // A second factor can be required only of a login with a password.
    ["AZS408", 50076, "You must use multi-factor authentication.", "code"],
    ["AZS444", 53003, "Access has been blocked by Conditional Access policies.", "sign-in logs"],
    ["AZS401", 70002, "Error validating credentials.", "client-secret"],
    ["AZS466", 7000216, "'client_assertion', 'client_secret' or 'request' is required.", "no proxy"],
  ])("becomes %s (AADSTS%i), with its sentence and without its trace", (expected, code, text, fix) => {
    const error = entra(code, text);
    const failure = refusedLogin(error, SECRET_CREDENTIAL, ENTRA);
    expect(failure.code).toBe(expected);
    expect(failure.problem).toContain(`https://login.microsoftonline.com/${TENANT_ID}`);
    expect(failure.problem.endsWith(`\nThe authority says: AADSTS${code}: ${text}`)).toBe(true);
    expect(failure.fix).toContain(fix);
    expect(failure.cause).toBe(error);
    expect(failure.message).not.toContain(TRACE);
    expect(failure.message).not.toContain(SECRET);
  });

  test.each([
    ["on several lines", `invalid_client: AADSTS7000215: Invalid.\r\nTrace ID: ${TRACE}\r\nTimestamp: x`],
    [
      "in MSAL's older form",
      `7000215 - [2026-11-21 03:00:00Z]: AADSTS7000215: Invalid. - Correlation ID: ${TRACE} - Trace ID: ${TRACE}`,
    ],
  ])("is read %s", (_, message) => {
    const failure = refusedLogin(new Error(message), SECRET_CREDENTIAL, ENTRA);
    expect(failure.code).toBe("AZS401");
    expect(failure.problem).toMatch(/The authority says: AADSTS7000215: Invalid\.$/);
  });

  test.each([
    [
      "the inner of two",
      "AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password",
      "AZS418",
    ],
    [
      "the inner of two that are general",
      "AADSTS70002: Error. AADSTS50012: Invalid client secret is provided.",
      "AZS401",
    ],
    ["the known one", "AADSTS700016: Application not found. AADSTS99999: What is that?", "AZS403"],
    ["none where the inner one is not known", "AADSTS70002: Error. AADSTS99999: What is that?", "AZS408"],
    ["one of error_codes", "invalid_client: Error(s): 70002,50057 - Description: AADSTS70002: Error.", "AZS447"],
    ["one that it only mentions, if there is no other", "The login failed with AADSTS50057 (disabled).", "AZS447"],
    ["none that it mentions before its own", "Unlike AADSTS50057, AADSTS7000215: Invalid.", "AZS401"],
  ])("is told by %s", (_, message, expected) => {
    const failure = refusedLogin(new Error(message), SECRET_CREDENTIAL, ENTRA);
    expect(failure.code).toBe(expected);
    if (expected === "AZS408") expect(failure.fix).toContain("https://login.microsoftonline.com/error?code=99999");
  });

  test.each(["none", "AADSTS90000: new", "MSIS9999: new"])("that nobody knows (%s) claims no cause", (said) => {
    const { code, message } = refusedLogin(new Error(said), SECRET_CREDENTIAL, ENTRA);
    expect(code).toBe("AZS408");
    expect(message).not.toMatch(/client-id|tenant-id|client-secret|check/);
  });

  test("is told by its first code, not by those it mentions", () => {
    expect(refusedLogin(entra(700016, "See also AADSTS7000215."), SECRET_CREDENTIAL, ENTRA).code).toBe("AZS403");
  });
});

describe("the refusal of AD FS", () => {
  const failed =
    "Client authentication failed. Please verify the credential provided for client authentication is valid.";
  const unknown =
    "The 'client_id' parameter in the request is invalid. No registered client is found with this identifier.";
  test.each([
    ["AZS401", "secret", 9622, failed],
    ["AZS405", "certificate", 9622, failed],
    ["AZS401", "secret", 9623, failed],
    ["AZS405", "certificate", 9623, failed],
    ["AZS403", "secret", 9607, unknown],
    ["AZS403", "certificate", 9607, unknown],
    ["AZS407", "secret", 9605, "The client is not allowed to access the requested resource."],
    ["AZS407", "certificate", 9605, "The client is not allowed to access the requested resource."],
    ["AZS418", "secret", 9659, "Invalid 'username' or 'password'."],
    ["AZS453", "oidc", 9622, failed],
  ])("becomes %s with a %s (MSIS%i)", (expected, kind, code, text) => {
    const credential = [SECRET_CREDENTIAL, CERTIFICATE_CREDENTIAL, OIDC_CREDENTIAL].find((one) => one.kind === kind);
    if (credential === undefined) throw new Error(kind);
    const failure = refusedLogin(adfs(code, text), credential, ADFS_STAMP);
    expect(failure.code).toBe(expected);
    expect(failure.problem).toContain("https://adfs.local.azurestack.external/adfs ");
    if (kind !== "oidc") expect(failure.problem).toContain(CLIENT_ID);
    expect(failure.problem.endsWith(`\nThe authority says: MSIS${code}: ${text}`)).toBe(true);
  });
});

test("a person is named by the user name, not by the application", () => {
  const failure = refusedLogin(adfs(9659, "Invalid 'username' or 'password'."), PASSWORD_CREDENTIAL, ADFS_STAMP);
  expect(failure.problem).toContain("the password of ci@contoso.onmicrosoft.com");
});

test("more than a password is AADSTS50076 for a person alone", () => {
  const failure = refusedLogin(entra(50076, "More, please."), PASSWORD_CREDENTIAL, ENTRA);
  expect(failure.code).toBe("AZS419");
  expect(failure.problem).toContain("more of ci@contoso.onmicrosoft.com than a password");
});

describe("a device code that ends", () => {
  test.each([
    ["AZS420", 70016],
    ["AZS420", 70020],
    ["AZS421", 65004],
  ])("becomes %s by AADSTS%i, where az does not tell the reason", (expected, code) => {
    expect(refusedLogin(entra(code, "The end."), DEVICE_CODE, ENTRA).code).toBe(expected);
  });

  test.each([
    ["AZS420", "expired_token"],
    ["AZS420", "authorization_pending"],
    ["AZS421", "authorization_declined"],
    ["AZS421", "access_denied"],
    ["AZS408", "invalid_grant"],
    ["AZS408", ""],
  ])("becomes %s by the reason %j, whatever the words", (expected, reason) => {
    const failure = refusedLogin(new Error("MSIS9999: In some language."), DEVICE_CODE, ADFS_STAMP, reason);
    expect(failure.code).toBe(expected);
  });

  test("for a code that is known is told by it", () => {
    const error = adfs(9605, "The client is not allowed to access the requested resource.");
    expect(refusedLogin(error, DEVICE_CODE, ADFS_STAMP, "access_denied").code).toBe("AZS422");
  });
});

test.each<[string, unknown, string]>([
  ["an answer without a code", new Error("invalid_client"), "invalid_client"],
  ["something that is no error", "text", "text"],
])("%s becomes AZS408 with what it says", (_, error, said) => {
  const failure = refusedLogin(error, SECRET_CREDENTIAL, ENTRA);
  expect(failure.code).toBe("AZS408");
  expect(failure.problem.endsWith(`The authority says: ${said}`)).toBe(true);
});
