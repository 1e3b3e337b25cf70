import { describe, expect, test } from "vitest";
import { azTraits } from "../../../src/az/find/versions.ts";
import {
  type AzCommand,
  getAccessToken,
  login,
  registerCloud,
  setCloud,
  setSubscription,
} from "../../../src/az/run/commands.ts";
import type { ProvableCredential } from "../../../src/inputs/credential.ts";
import { failureOf } from "../failures.ts";
import {
  ADFS,
  CERTIFICATE_CREDENTIAL,
  CLIENT_ID,
  ENDPOINT,
  identityWith,
  inputsWith,
  OIDC_CREDENTIAL,
  PASSWORD_CREDENTIAL,
  SECRET,
  SECRET_CREDENTIAL,
  stampWith,
  TENANT_ID,
} from "../samples.ts";

const VERSIONS = ["2.29.2", "2.30.0", "2.45.0", "2.65.0", "2.66.0", "2.66.2", "2.67.0", "2.75.0", "2.87.1", undefined];
const PEM = "/tmp/azs-login-1/client.pem";
const PROFILE = "2020-09-01-hybrid";
const by = (credential: ProvableCredential) => ({ credential, allowNoSubscriptions: false });
const certificate = by(CERTIFICATE_CREDENTIAL);
const register = (version: string | undefined, change: Parameters<typeof stampWith>[0] = {}, exists = false) =>
  registerCloud(inputsWith(), stampWith(change), PROFILE, azTraits(version), exists);

describe("a cloud is registered", () => {
  const cloud = {
    profile: PROFILE,
    endpoints: {
      resourceManager: ENDPOINT,
      activeDirectory: "https://login.microsoftonline.com/",
      activeDirectoryResourceId: "https://management.contoso.onmicrosoft.com/33333333-3333-3333-3333-333333333333",
      activeDirectoryGraphResourceId: "https://graph.windows.net/",
      microsoftGraphResourceId: "https://graph.microsoft.com/",
    },
    suffixes: {
      storageEndpoint: "local.azurestack.external",
      keyvaultDns: ".vault.local.azurestack.external",
    },
  };
  const options = ["--name=AzureStackUser", `--profile=${PROFILE}`, "--cloud-config=@-"];
  const endpointsOf = ({ input = "" }: AzCommand) => JSON.parse(input).endpoints;

  test.each(VERSIONS)("with every endpoint, by az %s", (version) => {
    const skip = version === "2.75.0" || version === "2.87.1" ? ["--skip-endpoint-discovery"] : [];
    const { args, input = "" } = register(version);
    expect(args).toEqual(["cloud", "register", ...options, ...skip]);
    expect(JSON.parse(input)).toEqual(cloud);
  });

  test("of an AD FS stamp with its login endpoint letter by letter, and its graph as the one that az asks", () => {
    expect(endpointsOf(register("2.66.2", { ...ADFS, microsoftGraph: "https://graph.local/" }))).toMatchObject({
      activeDirectory: "https://adfs.local.azurestack.external/adfs",
      microsoftGraphResourceId: "https://graph.local/",
    });
  });

  test.each([
    ["https://login.windows.net/", "https://login.microsoftonline.com/"],
    ["https://LOGIN.windows.net", "https://login.microsoftonline.com"],
    [
      "https://login.windows.net.local.azurestack.external/adfs",
      "https://login.windows.net.local.azurestack.external/adfs",
    ],
  ])("with %s by the name that every MSAL knows", (loginEndpoint, registered) => {
    const authority = { ...stampWith().authority, loginEndpoint };
    expect(endpointsOf(register("2.66.2", { authority })).activeDirectory).toBe(registered);
  });

  test("with the gallery and the image aliases when they are known", () => {
    const inputs = inputsWith({ vmImageAliasDoc: "https://contoso.com/image%20aliases.json" });
    const stamp = stampWith({ gallery: "https://gallery/" });
    expect(endpointsOf(registerCloud(inputs, stamp, PROFILE, azTraits("2.66.2"), false))).toMatchObject({
      gallery: "https://gallery/",
      vmImageAliasDoc: "https://contoso.com/image%%20aliases.json",
    });
  });

  test("anew by an update when its name exists, which az refuses to register", () => {
    const { args, input = "" } = register("2.66.2", {}, true);
    expect(args).toEqual(["cloud", "update", ...options]);
    expect(JSON.parse(input)).toEqual(cloud);
  });
});

describe("a secret logs in by standard input", () => {
  const application = ["login", "--service-principal", `--username=${CLIENT_ID}`, `--tenant=${TENANT_ID}`];
  const person = ["login", "--username=ci@contoso.onmicrosoft.com", `--tenant=${TENANT_ID}`];

  test.each(VERSIONS)("of az %s", (version) => {
    const inputOf = (credential: ProvableCredential) =>
      login(by(credential), identityWith(), azTraits(version), SECRET);
    const name = "login";
    const input = SECRET;
    expect(inputOf(SECRET_CREDENTIAL)).toEqual({ name, args: [...application, "--password=@-"], input });
    expect(inputOf(OIDC_CREDENTIAL)).toEqual({ name, args: [...application, "--federated-token=@-"], input });
    expect(inputOf(PASSWORD_CREDENTIAL)).toEqual({ name, args: [...person, "--password=@-"], input });
  });
});

describe("a certificate logs in", () => {
  const args = (flag: string) => [
    "login",
    "--service-principal",
    `--username=${CLIENT_ID}`,
    `--tenant=${TENANT_ID}`,
    `--${flag}=${PEM}`,
  ];

  test.each<[string | undefined, string]>([
    ["2.29.2", "password"],
    ["2.30.0", "password"],
    ["2.45.0", "password"],
    ["2.65.0", "password"],
    ["2.66.0", "certificate"],
    ["2.66.2", "certificate"],
    ["2.67.0", "certificate"],
    ["2.75.0", "certificate"],
  ])("with az %s as --%s", (version, flag) => {
    const command = login(certificate, identityWith(), azTraits(version), PEM);
    expect(command).toEqual({ name: "login", args: args(flag) });
  });

  test("with an unknown az as newer ones want it, then as older ones do", () => {
    const older: AzCommand = { name: "login", args: args("password") };
    expect(login(certificate, identityWith(), azTraits(undefined), PEM)).toEqual({
      name: "login",
      args: args("certificate"),
      older,
    });
  });
});

test("no subscriptions are allowed on request, also to older versions", () => {
  const inputs = { ...certificate, allowNoSubscriptions: true };
  const { args, older } = login(inputs, identityWith(), azTraits(undefined), PEM);
  expect(args).toContain("--allow-no-subscriptions");
  expect(older?.args).toContain("--allow-no-subscriptions");
});

test("the cloud is set and the subscription chosen by name and ID", () => {
  expect(setCloud("AzureStackUser").args).toEqual(["cloud", "set", "--name=AzureStackUser"]);
  expect(setCloud("AzureStackUser", PROFILE).args).toEqual([
    "cloud",
    "set",
    "--name=AzureStackUser",
    `--profile=${PROFILE}`,
  ]);
  expect(setSubscription("an ID").args).toEqual(["account", "set", "--subscription=an ID"]);
});

describe.each(VERSIONS)("no secret is an argument of az %s", (version) => {
  test.each([SECRET_CREDENTIAL, CERTIFICATE_CREDENTIAL, OIDC_CREDENTIAL, PASSWORD_CREDENTIAL])(
    "with $kind",
    async (credential) => {
      const inputs = inputsWith({ credential });
      const traits = azTraits(version);
      const commands = [
        registerCloud(inputs, stampWith(), PROFILE, traits, false),
        setCloud(inputs.cloudName),
        login(by(credential), identityWith(), traits, PEM),
        setSubscription("an ID"),
      ];
      for (const { args, older } of commands) {
        expect([...args, ...(older?.args ?? [])].join(" ")).not.toMatch(/s3cret|the key|the PEM/);
      }
    },
  );
});

test.each(["@/etc/passwd", "@-"])("a value that az would read a file for, %s, is none", async (value) => {
  const { args } = register("2.66.2", { audience: value, graph: value, gallery: value, storageSuffix: value });
  expect(args).toEqual(register("2.66.2").args);
  const person = by({ kind: "password", clientId: CLIENT_ID, username: value, password: SECRET });
  await failureOf("AZS509", () => login(person, identityWith(), azTraits("2.66.2")));
  await failureOf("AZS509", () => login(by(SECRET_CREDENTIAL), identityWith({ tenantId: value }), azTraits("2.66.2")));
  await failureOf("AZS509", () => setSubscription(value));
  await failureOf("AZS509", () => getAccessToken({ audience: value }));
});

describe("the traits of a version", () => {
  const unknown = { certificateFlag: undefined, skipsDiscovery: false };
  test.each<[string | undefined, ReturnType<typeof azTraits>]>([
    ["2.66.0b1", { certificateFlag: true, skipsDiscovery: false }],
    ["2.74.0", { certificateFlag: true, skipsDiscovery: false }],
    ["2.100.0", { certificateFlag: true, skipsDiscovery: true }],
    ["2.7.0", { certificateFlag: false, skipsDiscovery: false }],
    ["", unknown],
    ["unknown", unknown],
    [undefined, unknown],
  ])("%s", (version, traits) => {
    expect(azTraits(version)).toEqual(traits);
  });
});
