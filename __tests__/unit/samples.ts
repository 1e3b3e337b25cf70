import { rootCertificates } from "node:tls";
import type { Az } from "../../src/az/serving-az.ts";
import { type Root, readRoots } from "../../src/certificates/roots.ts";
import type { Host } from "../../src/host/host.ts";
import type { Identity } from "../../src/identity/identity.ts";
import type { CredentialHost, ProvableCredential } from "../../src/inputs/credential.ts";
import type { Inputs } from "../../src/inputs/inputs.ts";
import type { Life } from "../../src/io/lives.ts";
import type { Results } from "../../src/results/exports.ts";
import type { Stamp } from "../../src/stamp/stamp.ts";

export const SECRET = "-s3cret~@value";
export const CLIENT_ID = "11111111-1111-1111-1111-111111111111";
export const TENANT_ID = "22222222-2222-2222-2222-222222222222";
export const ENDPOINT = "https://management.local.azurestack.external";

export const SECRET_CREDENTIAL: ProvableCredential = { kind: "secret", clientId: CLIENT_ID, secret: SECRET };
export const PASSWORD_CREDENTIAL: ProvableCredential = {
  kind: "password",
  clientId: CLIENT_ID,
  username: "ci@contoso.onmicrosoft.com",
  password: SECRET,
};

export const OIDC_CREDENTIAL: ProvableCredential = {
  kind: "oidc",
  clientId: CLIENT_ID,
  assertion: async () => SECRET,
};

export const DEVICE_CODE: Inputs["credential"] = { kind: "device-code", clientId: CLIENT_ID };

export const CERTIFICATE_CREDENTIAL: ProvableCredential = {
  kind: "certificate",
  clientId: CLIENT_ID,
  password: SECRET,
  certificate: {
    pem: "the PEM",
    privateKey: "the key",
    chain: [],
    thumbprint: "00",
    thumbprintSha256: "00",
    subject: "CN=client",
    notBefore: new Date("2020-01-01"),
    notAfter: new Date("2030-01-01"),
  },
};

export const inputsWith = (change: Partial<Inputs> = {}): Inputs => ({
  endpoint: { url: ENDPOINT, hostname: "management.local.azurestack.external" },
  tenantId: undefined,
  credential: SECRET_CREDENTIAL,
  subscription: undefined,
  allowNoSubscriptions: false,
  profile: "auto",
  roots: [],
  caFingerprint: undefined,
  trustStores: "auto",
  cloudName: "AzureStackUser",
  vmImageAliasDoc: undefined,
  azPath: undefined,
  azVersion: "auto",
  wheels: undefined,
  registerProviders: [],
  exportCredentials: false,
  trustedAuthorities: [],
  sampleConfig: undefined,
  isolate: true,
  warnings: [],
  ...change,
});

/** A host with these inputs. It has no ID tokens unless the change adds them. */
export const inputHost = (
  given: Readonly<Record<string, string>>,
  change: Partial<CredentialHost> = {},
): Pick<Host, "input"> & CredentialHost => ({
  input: async (name) => given[name] ?? "",
  mask: () => undefined,
  ci: "GitHub Actions",
  offersIdTokens: false,
  idToken: () => Promise.reject(new Error("no ID tokens here")),
  ...change,
});

export const stampWith = (change: Partial<Stamp> = {}): Stamp => ({
  endpoint: ENDPOINT,
  authority: {
    identityProvider: "aad",
    party: "entra",
    host: "https://login.microsoftonline.com",
    loginEndpoint: "https://login.microsoftonline.com/",
    established: true,
  },
  tokenEndpoint: `https://login.microsoftonline.com/${TENANT_ID}/oauth2/v2.0/token`,
  tenant: TENANT_ID,
  audience: "https://management.contoso.onmicrosoft.com/33333333-3333-3333-3333-333333333333",
  keyvaultAudience: "https://vault.contoso.onmicrosoft.com/33333333-3333-3333-3333-333333333333",
  graph: "https://graph.windows.net/",
  microsoftGraph: "https://graph.microsoft.com/",
  gallery: undefined,
  portal: undefined,
  location: "local",
  storageSuffix: "local.azurestack.external",
  keyvaultSuffix: ".vault.local.azurestack.external",
  ...change,
});

export const ADFS: Partial<Stamp> = {
  authority: {
    identityProvider: "adfs",
    party: "adfs",
    host: "https://adfs.local.azurestack.external",
    loginEndpoint: "https://adfs.local.azurestack.external/adfs",
    established: false,
  },
  tokenEndpoint: "https://adfs.local.azurestack.external/adfs/oauth2/token/",
};

export const identityWith = (change: Partial<Identity> = {}): Identity => ({
  clientId: CLIENT_ID,
  userName: undefined,
  tokenEnds: new Date("2030-01-01T12:34:56Z"),
  objectId: "44444444-4444-4444-4444-444444444444",
  tenantId: TENANT_ID,
  subscription: {
    id: "55555555-5555-5555-5555-555555555555",
    exactName: "Team A",
    name: "Team A",
    state: "Enabled",
    tenantId: TENANT_ID,
  },
  registerProviders: undefined,
  location: "local",
  profile: "2020-09-01-hybrid",
  resourceGrant: false,
  warnings: [],
  assumed: [],
  ...change,
});

/** An az on the runner. */
export const AZ: Omit<Az, "run"> = {
  path: "/usr/bin/az",
  python: undefined,
  installed: false,
  configFolder: "/tmp/azure",
  variables: {},
  afterwards: {},
  warnings: [],
  pythonVariables: [],
  description: { version: "2.66.2", profiles: ["latest", "2020-09-01-hybrid"], certifi: "/opt/az/cacert.pem" },
};

/** The results of a login whose subscription has a name that the stamp chose. */
export const resultsNamed = (name: string, change: Partial<Results> = {}): Results => ({
  inputs: inputsWith(),
  stamp: stampWith(),
  identity: identityWith({
    subscription: { id: "an ID", exactName: name, name, state: "Enabled", tenantId: undefined },
  }),
  az: AZ,
  bundle: undefined,
  files: undefined,
  renewal: undefined,
  ...change,
});

/** The record of a job of which this machine knows nothing. */
export const LIFE: Life = {
  machine: "a-machine",
  boot: "one",
  processes: "",
  paths: "",
  step: { pid: 4_000_000, start: "1" },
  runner: undefined,
  folder: "/tmp/job",
};

/** For code that must not start a process. */
export const NO_PROCESSES = { run: () => Promise.reject(new Error("no process may be started")) };

/** A root from Node's own list. */
export function publicRoot(subject: RegExp): Root {
  const root = readRoots(rootCertificates.join("\n"), "Node").find((one) => subject.test(one.subject));
  if (root === undefined) throw new Error(`Node has no root ${subject}`);
  return root;
}
