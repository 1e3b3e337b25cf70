/** The jobs that both hosts run. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { makeRoot } from "../../emulator/certificates.ts";
import type { Inputs } from "../../emulator/runner.ts";
import type { Emulator, StampOptions } from "../../emulator/server.ts";
import { credentialInputs } from "../support/credentials.ts";
import type { Side } from "./hosts.ts";

/** Undefined removes an input. */
export type Changes = Readonly<Record<string, string | undefined>>;

export interface Scenario {
  readonly name: string;
  readonly stamp?: Partial<StampOptions>;
  readonly idTokens?: boolean;
  /** Changes to the inputs that log in with the client secret; the same for both hosts. */
  readonly changes?: (emulator: Emulator) => Changes | Promise<Changes>;
  /** Prepares the machine of each host. */
  readonly prepare?: (side: Side, emulator: Emulator) => Promise<void>;
}

export interface WorkingScenario extends Scenario {
  /** What is readable in GitHub's log but masked on Azure Pipelines. Each row says why. */
  readonly alsoMasked?: (emulator: Emulator) => string;
  /**
   * A later step of this job uses the machine's az. In the other jobs an az that reports success takes its place,
   * because the hosts do not differ in what the step tells an az.
   */
  readonly usesAz?: true;
}

export interface RefusedScenario extends Scenario {
  readonly code: string;
  /** True if the advice differs between the hosts. */
  readonly ownAdvice?: true;
}

const OTHER_ROOT = makeRoot({ subject: "Another Root" });
const NO_SECRET = { "client-secret": undefined } as const;
const IMPERSONAL = { "client-id": undefined, ...NO_SECRET } as const;

const withPfx = async (emulator: Emulator): Promise<Inputs> => (await credentialInputs("pfx", emulator)).inputs;
const withoutSecret = (inputs: Inputs): Changes => ({ ...NO_SECRET, ...inputs });
const personal = ({ users: { plain } }: Emulator): Changes => ({
  ...IMPERSONAL,
  username: plain.name,
  password: plain.password,
});
const stampOf = (idp: "aad" | "adfs") => ({ idp }) as const;

function credsOf({ application, endpoint, tenantId }: Emulator): string {
  const { clientId, secret: clientSecret } = application;
  return JSON.stringify({ clientId, clientSecret, tenantId, resourceManagerEndpointUrl: endpoint });
}

/**
 * These log in. They cover each kind of credential, both identity providers, and each input that affects what is
 * exported. One job combines several of these inputs, because hosts differ in how they export a value, not in which
 * values they export.
 */
export const WORKING: readonly WorkingScenario[] = [
  { name: "Entra, secret", usesAz: true },
  {
    name: "AD FS, secret, with export-credentials; profile, cloud name and subscription that are given",
    stamp: stampOf("adfs"),
    changes: () => ({
      profile: "2019-03-01-hybrid",
      "cloud-name": "Mine",
      "subscription-id": "Default Tenant Subscription",
      "export-credentials": "true",
    }),
  },
  {
    name: "Entra, PFX, with export-credentials",
    changes: async (emulator) => ({ ...withoutSecret(await withPfx(emulator)), "export-credentials": "true" }),
  },
  {
    name: "AD FS, PFX, no isolation, and a file for samples",
    stamp: stampOf("adfs"),
    changes: async (emulator) => ({
      ...withoutSecret(await withPfx(emulator)),
      isolate: "false",
      "sample-config": "azureCertSpConfig.json",
    }),
  },
  {
    name: "an ID token of the job",
    usesAz: true,
    idTokens: true,
    // On Azure Pipelines the connection determines the name of the cloud unless the step does.
    changes: ({ tenantId }) => ({ ...NO_SECRET, "tenant-id": tenantId, "cloud-name": "AzureStack" }),
    // Azure Pipelines needs a connection here, and the agent treats all but a few fields of a connection as secret.
    alsoMasked: ({ application }) => application.clientId,
  },
  { name: "Entra, user name and password", changes: personal },
  {
    name: "AD FS, user name and password, with export-credentials",
    stamp: stampOf("adfs"),
    changes: (emulator) => ({ ...personal(emulator), "export-credentials": "true" }),
    // Part of a credential. On Azure Pipelines it is a secret variable, and so masked.
    alsoMasked: ({ users }) => users.plain.name,
  },
  {
    name: "creds, the root by its fingerprint, and no subscription",
    stamp: { subscriptions: "none" },
    changes: (emulator) => ({
      ...IMPERSONAL,
      endpoint: undefined,
      creds: credsOf(emulator),
      "ca-certificate": undefined,
      "ca-fingerprint": emulator.roots.fingerprint256,
      "allow-no-subscriptions": "true",
    }),
  },
];

/** These fail, each with one error. */
export const REFUSED: readonly RefusedScenario[] = [
  { name: "a wrong secret", code: "AZS401", changes: () => ({ "client-secret": "not-the-secret-of-anybody" }) },
  {
    name: "a secret that has expired",
    code: "AZS402",
    changes: ({ application }) => ({ "client-secret": application.expiredSecret }),
  },
  {
    name: "a root that is not the stamp's",
    code: "AZS205",
    changes: () => ({ "ca-certificate": "other.pem" }),
    prepare: async ({ runner }) => writeFile(path.join(runner.workspace, "other.pem"), (await OTHER_ROOT).pem),
  },
  {
    name: "a fingerprint that is not the root's",
    code: "AZS307",
    changes: () => ({ "ca-fingerprint": "00".repeat(32) }),
  },
  { name: "no credential", code: "AZS110", ownAdvice: true, changes: () => NO_SECRET },
  { name: "two credentials", code: "AZS111", changes: () => ({ username: "somebody", password: "another-password" }) },
  {
    name: "several problems at once",
    code: "AZS100",
    changes: () => ({
      endpoint: "http://portal.local.azurestack.external",
      "client-id": "x y",
      profile: "nonsense",
      isolate: "maybe",
      "trust-stores": "everything",
      "trusted-authorities": "https://x/",
    }),
  },
  { name: "creds that is no JSON", code: "AZS122", changes: () => ({ creds: "{" }) },
  {
    name: "OIDC without ID tokens",
    code: "AZS121",
    ownAdvice: true,
    changes: () => ({ ...NO_SECRET, "auth-type": "oidc" }),
  },
  {
    name: "a file that is not there",
    code: "AZS115",
    changes: () => ({ ...NO_SECRET, "client-certificate": "nowhere.pem" }),
  },
  {
    name: "a stamp of another name",
    code: "AZS226",
    changes: () => ({ endpoint: "https://management.elsewhere.azurestack.external" }),
  },
  { name: "no subscription", code: "AZS410", stamp: { subscriptions: "none" } },
];
