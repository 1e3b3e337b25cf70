import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Credential } from "../../src/inputs/credential.ts";
import type { JobFolder } from "../../src/job/job-folder.ts";
import { samplesOf, writeSamples } from "../../src/results/sample-config.ts";
import { failureOf } from "./failures.ts";
import { temporaryFolder } from "./folder.ts";
import {
  CERTIFICATE_CREDENTIAL,
  CLIENT_ID,
  ENDPOINT,
  identityWith,
  LIFE,
  SECRET,
  SECRET_CREDENTIAL,
  TENANT_ID,
} from "./samples.ts";

const FILES = { pem: "/job/client.pem", pfx: "/job/client.pfx" };
const COMMON = {
  clientId: CLIENT_ID,
  objectId: "44444444-4444-4444-4444-444444444444",
  subscriptionId: "55555555-5555-5555-5555-555555555555",
  tenantId: TENANT_ID,
  resourceManagerEndpointUrl: ENDPOINT,
  location: "local",
};

const WITHOUT_PASSWORD = { ...CERTIFICATE_CREDENTIAL, password: undefined } as Credential;

test("azureSecretSpConfig.json", () => {
  const config = samplesOf(SECRET_CREDENTIAL, identityWith(), ENDPOINT, undefined);
  expect(config).toEqual({ ...COMMON, clientSecret: SECRET });
});

test("azureCertSpConfig.json has the PFX and its password", () => {
  const config = samplesOf(CERTIFICATE_CREDENTIAL, identityWith(), ENDPOINT, FILES);
  expect(config).toEqual({ ...COMMON, certPath: FILES.pfx, certPass: SECRET });
});

test("a PFX without a password has an empty one, which .NET's sample must find", () => {
  expect(samplesOf(WITHOUT_PASSWORD, identityWith(), ENDPOINT, FILES)).toMatchObject({ certPass: "" });
});

const journal = (): JobFolder => ({
  folder: temporaryFolder(),
  life: LIFE,
  record: async () => undefined,
  finish: async () => undefined,
  close: async () => undefined,
});

test("names without a value are told; a PFX may have no password", async () => {
  const file = path.join(temporaryFolder(), "config.json");
  const identity = identityWith({ objectId: "", subscription: undefined });
  const config = samplesOf(WITHOUT_PASSWORD, identity, ENDPOINT, FILES);
  const warnings: string[] = [];
  await writeSamples(file, config, journal(), (warning) => void warnings.push(warning));
  expect(warnings).toEqual([expect.stringContaining("no value for objectId, subscriptionId,")]);
});

test("a file that cannot be written says which and why", async () => {
  const file = path.join(temporaryFolder(), "file", "config.json");
  writeFileSync(path.dirname(file), "");
  const { problem } = await failureOf("AZS340", () => writeSamples(file, {}, journal(), () => undefined));
  expect(problem).toContain(file);
  expect(problem).toContain("ENOTDIR");
});
