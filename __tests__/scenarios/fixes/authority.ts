/** Fixes for refusals of an authority (`AZS40x` to `AZS46x`). */
import { type ClientCertificate, inTurn, makeClientCertificate, thumbprints } from "../../../emulator/certificates.ts";
import type { Fault } from "../../../emulator/faults.ts";
import { credentialInputs, idTokenVariables } from "../../support/credentials.ts";
import { answered } from "../answers/answer.ts";
import { answer, TOKEN, UNKNOWN_ID } from "../support.ts";
import { ALWAYS, AT_AZ, type Changes, type Fix, type Followed, suggested, WRONG_SECRET } from "./fix.ts";
import { naming } from "./network.ts";

/** Affects token requests with such a form. */
const refused = (says: string, form: (fields: URLSearchParams) => boolean, times = ALWAYS): Fault => ({
  match: { ...TOKEN, form },
  times,
  effect: answered(400, { error: "invalid_request", error_description: `${says}\r\nTrace ID: x` }),
});
const has = (field: string, value: string) => (fields: URLSearchParams) => fields.get(field) === value;
const headerOf = (fields: URLSearchParams) =>
  Buffer.from((fields.get("client_assertion") ?? "").split(".", 1)[0] ?? "", "base64url").toString();

const NO_SECRET = { "client-secret": undefined };
const oidc = ({ emulator }: { readonly emulator: Parameters<typeof idTokenVariables>[0] }) =>
  idTokenVariables(emulator);
const pem = ({ keyPem, certPem }: ClientCertificate) => keyPem + certPem;
const certificate = (client: ClientCertificate): Changes => ({ ...NO_SECRET, "client-certificate": pem(client) });

const unregistered = inTurn(() => makeClientCertificate({ subject: "passed" }));
const replacement = inTurn(() => makeClientCertificate({ subject: "made anew" }));

/**
 * The authority refuses assertions that the first certificate signed. The fix makes, registers and passes a new one.
 */
const byNewCertificate = (code: string, says: string, fix: RegExp): Fix => {
  const first: { thumbprint?: string } = {};
  return {
    code,
    name: `a new certificate, since ${says}`,
    inputs: async () => {
      const client = await unregistered();
      first.thumbprint = thumbprints(client.certPem).x5tS256;
      return certificate(client);
    },
    faults: () => [refused(says, (fields) => headerOf(fields).includes(first.thumbprint ?? "?"))],
    follow: async (text, { emulator }) => {
      suggested(text, fix);
      const client = await replacement();
      emulator.application.registerCertificate(client.certPem);
      return { inputs: { "client-certificate": pem(client) } };
    },
    next: AT_AZ,
  };
};

/** The first attempt names another tenant. */
const byTenant = (code: string, says: string, fix: RegExp): Fix => ({
  code,
  name: `another tenant-id, since ${says}`,
  inputs: { "tenant-id": UNKNOWN_ID },
  faults: () => [{ ...refused(says, () => true), match: { ...TOKEN, path: new RegExp(`/${UNKNOWN_ID}/`) } }],
  follow: (text, { emulator }) => ({ inputs: { [suggested(text, fix)]: emulator.tenantId } }),
  next: AT_AZ,
});

/** The first attempt uses another application. */
const byApplication = (code: string, says: string, fix: RegExp): Fix => ({
  code,
  name: `another client-id, since ${says}`,
  inputs: { "client-id": UNKNOWN_ID },
  faults: () => [refused(says, has("client_id", UNKNOWN_ID))],
  follow: (text, { emulator }) => ({ inputs: { [suggested(text, fix)]: emulator.application.clientId } }),
  next: AT_AZ,
});

/** The first attempt uses a password. */
const instead = (code: string, says: string, fix: RegExp): Fix => ({
  code,
  name: `another credential, since ${says}`,
  inputs: async ({ emulator }) => ({ ...NO_SECRET, ...(await credentialInputs("password", emulator)).inputs }),
  faults: () => [refused(says, has("grant_type", "password"))],
  follow: (text, { emulator }): Followed => {
    const secret = { [suggested(text, fix)]: emulator.application.secret };
    return { inputs: { username: undefined, password: undefined, ...secret } };
  },
  next: AT_AZ,
});

const again = (code: string, name: string, faults: Fix["faults"], more: Partial<Fix> = {}): Fix => ({
  code,
  name,
  ...(faults === undefined ? {} : { faults }),
  follow: (text) => {
    suggested(text, /(run the job again)/);
    return {};
  },
  next: AT_AZ,
  ...more,
});

export const AUTHORITY: readonly Fix[] = [
  {
    code: "AZS401",
    name: "a wrong secret",
    inputs: { "client-secret": WRONG_SECRET },
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /value, not its ID, as (client-secret)/)]: emulator.application.secret },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS402",
    name: "an expired secret",
    inputs: ({ emulator }) => ({ "client-secret": emulator.application.expiredSecret }),
    follow: (text, { emulator }) => {
      emulator.application.registerSecret("a new secret of the application");
      return { inputs: { [suggested(text, /pass it as (client-secret)/)]: "a new secret of the application" } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS403",
    name: "an unknown application",
    inputs: { "client-id": UNKNOWN_ID },
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /check (client-id)/)]: emulator.application.clientId },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS403",
    name: "an unknown application at an AD FS",
    stamp: { idp: "adfs" },
    inputs: { "client-id": UNKNOWN_ID },
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /check (client-id)/)]: emulator.application.clientId },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS404",
    name: "an unknown tenant",
    inputs: { "tenant-id": UNKNOWN_ID },
    follow: (text) => ({ inputs: { [suggested(text, /correct (tenant-id), or leave it out/)]: undefined } }),
    next: AT_AZ,
  },
  uploaded(),
  {
    code: "AZS405",
    name: "a certificate that is not registered, another passed",
    stamp: { idp: "adfs" },
    inputs: async () => certificate(await unregistered()),
    follow: (text, { emulator }) => {
      const input = suggested(text, /pass the one that is registered as (client-certificate)/);
      return { inputs: { [input]: pem(emulator.application.certificates.registered) } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS406",
    name: "a subject that the application does not trust",
    stamp: { idTokenSubject: "repo:contoso/infrastructure:pull_request" },
    inputs: NO_SECRET,
    environment: oidc,
    follow: async (text, { emulator }) => {
      suggested(text, /(federated credential's issuer, subject and audience)/);
      const { idTokens } = emulator;
      emulator.application.registerFederation({ ...idTokens.federation, subject: idTokens.subject });
      return {};
    },
    next: AT_AZ,
  },
  {
    code: "AZS407",
    name: "another client-id at an AD FS that refuses scopes",
    stamp: { idp: "adfs", acceptsDefaultScope: false },
    inputs: { "client-id": UNKNOWN_ID },
    faults: () => [
      refused("MSIS9605: The client is not allowed to access the requested resource.", has("client_id", UNKNOWN_ID)),
    ],
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /check (client-id)/)]: emulator.application.clientId },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS121",
    name: "a job without the permission",
    inputs: { ...NO_SECRET, "auth-type": "oidc" },
    follow: (text, scene) => {
      suggested(text, /(permissions: \{ id-token: write)/);
      return { environment: oidc(scene) };
    },
    next: AT_AZ,
  },
  byTenant("AZS409", "AADSTS500011: The resource principal named x was not found.", /check that (tenant-id) is/),
  {
    code: "AZS415",
    name: "a clock that is an hour off",
    ...clocks(),
    inputs: ({ emulator }) => certificate(emulator.application.certificates.registered),
    next: AT_AZ,
  },
  again(
    "AZS416",
    "an endpoint for ID tokens that refuses once",
    () => [{ match: { path: /\/idtoken\// }, effect: answer(403, "{}") }],
    { inputs: NO_SECRET, environment: oidc },
  ),
  {
    code: "AZS417",
    name: "an AD FS, which takes no ID tokens",
    stamp: { idp: "adfs" },
    inputs: NO_SECRET,
    environment: oidc,
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /use (client-certificate)/)]: pem(emulator.application.certificates.registered) },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS418",
    name: "a wrong password",
    inputs: ({ emulator }) => ({ ...NO_SECRET, username: emulator.users.plain.name, password: "another" }),
    follow: (text, { emulator }) => {
      suggested(text, /(check username \(user@domain\) and password)/);
      return { inputs: { password: emulator.users.plain.password } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS419",
    name: "a user who needs a second factor",
    inputs: ({ emulator: { users } }) => ({
      ...NO_SECRET,
      username: users.guarded.name,
      password: users.guarded.password,
    }),
    follow: (text, { emulator }) => {
      const secret = { [suggested(text, /use (client-secret)/)]: emulator.application.secret };
      return { inputs: { username: undefined, password: undefined, ...secret } };
    },
    next: AT_AZ,
  },
  {
    code: "AZS423",
    name: "an authority of Entra's kind on a host of the stamp",
    stamp: naming("https://login.local.azurestack.external/"),
    inputs: NO_SECRET,
    environment: oidc,
    follow: (text) => ({
      inputs: { [suggested(text, /add its host to (trusted-authorities)/)]: "login.local.azurestack.external" },
    }),
    next: "AZS226",
  },
  byTenant("AZS440", "AADSTS7000229: The client application is missing service principal.", /correct (tenant-id)/),
  byTenant(
    "AZS443",
    "AADSTS900382: Confidential Client is not supported in Cross Cloud request.",
    /client-id and (tenant-id) to those/,
  ),
  {
    code: "AZS448",
    name: "a password that has expired",
    inputs: ({ emulator }) => ({ ...NO_SECRET, username: emulator.users.plain.name, password: "the old one" }),
    faults: () => [refused("AADSTS50055: The password is expired.", has("password", "the old one"))],
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /set the new one as (password)/)]: emulator.users.plain.password },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS449",
    name: "a user of another directory",
    inputs: ({ emulator }) => ({
      ...NO_SECRET,
      username: "ci@fabrikam.com",
      password: emulator.users.plain.password,
    }),
    faults: () => [refused("AADSTS50020: User account does not exist in tenant.", has("username", "ci@fabrikam.com"))],
    follow: (text, { emulator }) => ({ inputs: { [suggested(text, /check (username)/)]: emulator.users.plain.name } }),
    next: AT_AZ,
  },
  {
    code: "AZS452",
    name: "a tenant that takes no ID token of this issuer",
    inputs: NO_SECRET,
    environment: oidc,
    faults: () => [
      refused("AADSTS700222: AAD-issued tokens may not be used.", (fields) => headerOf(fields).includes('"kid"')),
    ],
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /use (client-certificate)/)]: pem(emulator.application.certificates.registered) },
    }),
    next: AT_AZ,
  },
  {
    code: "AZS453",
    name: "an assertion for another application",
    inputs: ({ emulator }) => ({
      ...certificate(emulator.application.certificates.registered),
      "client-id": UNKNOWN_ID,
    }),
    faults: () => [
      refused("AADSTS700021: Client assertion application identifier doesn't match.", has("client_id", UNKNOWN_ID)),
    ],
    follow: (text, { emulator }) => ({
      inputs: { [suggested(text, /check tenant-id and (client-id)/)]: emulator.application.clientId },
    }),
    next: AT_AZ,
  },
  byNewCertificate(
    "AZS454",
    "AADSTS700027: Invalid. [Reason - The key used is expired., Thumbprint x]",
    /(make a new certificate, register it)/,
  ),
  byNewCertificate(
    "AZS455",
    "AADSTS700027: Invalid. [Reason - The key used is not yet valid., Thumbprint x]",
    /(pass a certificate that is valid today and registered)/,
  ),
  byNewCertificate(
    "AZS458",
    "AADSTS50032: RSA key size 1024 is less than the minimum.",
    /(RSA key of 2048 bits or more, register it)/,
  ),
  byApplication("AZS459", "AADSTS700025: Client is public.", /set (client-id) to it/),
  byApplication("AZS466", "AADSTS90014: The required field 'x' is missing.", /check that (client-id), tenant-id/),
  again("AZS460", "a fault of Entra's", () => [refused("AADSTS90033: A transient error has occurred.", () => true, 1)]),
  instead(
    "AZS461",
    "AADSTS70003: The app requested an unsupported grant type 'password'.",
    /use another credential \((client-secret)/,
  ),
];

/** The stamp's clock is an hour ahead of the runner's until one of them is corrected. */
function clocks(): Pick<Fix, "stamp" | "follow"> {
  let off = 3_600_000;
  return {
    stamp: { now: () => Date.now() + off },
    follow: (text) => {
      suggested(text, /(set the runner's clock)/);
      off = 0;
      return {};
    },
  };
}

function uploaded(): Fix {
  const passed: { client?: ClientCertificate } = {};
  return {
    code: "AZS405",
    name: "a certificate that is not registered, uploaded",
    inputs: async () => {
      passed.client = await unregistered();
      return certificate(passed.client);
    },
    follow: (text, { emulator }) => {
      suggested(text, /(upload the certificate)/);
      emulator.application.registerCertificate(passed.client?.certPem ?? "");
      return {};
    },
    next: AT_AZ,
  };
}
