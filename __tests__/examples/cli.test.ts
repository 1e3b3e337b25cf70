import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Emulator } from "../../emulator/server.ts";
import { type Configuration, type JobRun, runExample } from "./support/examples.ts";
import { place } from "./support/machine.ts";

const CREATED = { method: "PUT", path: /\/resourcegroups\/MyResourceGroup$/i, status: 201 };
const DELETED = { method: "DELETE", path: /\/resourcegroups\/MyResourceGroup$/i, status: 202 };

/** Counts the matching requests to Azure Resource Manager. */
function seen({ emulator }: JobRun, { method, path, status }: typeof CREATED): number {
  return emulator.requests.filter((each) => each.method === method && path.test(each.path) && each.status === status)
    .length;
}

async function pfxOf({ application }: Emulator, password: string): Promise<string> {
  return (await application.certificates.registered.pfx3des(password)).toString("base64");
}

test("cli-entra", async () => {
  const [run] = await runExample("cli-entra", () => ({
    configuration: async ({ endpoint, application, roots }): Promise<Configuration> => ({
      vars: { AZS_ENDPOINT: endpoint, AZS_CLIENT_ID: application.clientId, AZS_CA_CERTIFICATE: roots.pem },
      secrets: { AZS_CLIENT_SECRET: application.secret },
    }),
  }));
  expect(run?.logs["Show the active cloud"]).toMatch(/^True +AzureStackUser +2020-09-01-hybrid$/m);
  expect(run?.logs["Test the connectivity"]).toContain('"provisioningState": "Succeeded"');
  expect(run?.logs["Groups"]).toMatch(/^MyResourceGroup +local +Succeeded$/m);
  expect(run && [seen(run, CREATED), seen(run, DELETED)]).toEqual([1, 1]);
});

test("cli-adfs", async () => {
  const password = `pass-${randomBytes(9).toString("base64url")}`;
  const [run] = await runExample("cli-adfs", () => ({
    stamp: { idp: "adfs" },
    configuration: async (emulator): Promise<Configuration> => ({
      vars: { AZS_ENDPOINT: emulator.endpoint, AZS_CLIENT_ID: emulator.application.clientId },
      secrets: {
        AZS_CLIENT_CERTIFICATE: await pfxOf(emulator, password),
        AZS_CLIENT_CERTIFICATE_PASSWORD: password,
      },
      files: { "root.pem": emulator.roots.pem },
    }),
  }));
  expect(run?.logs["Who is logged in"]).toMatch(/^AzureStackUser +\S+ +Default Tenant Subscription$/m);
  expect(run?.logs["Test the connectivity"]).toContain('"provisioningState": "Succeeded"');
  expect(run?.logs["The same group, directly from Azure Resource Manager"]).toContain(
    '"provisioningState": "Succeeded"',
  );
  expect(run && [seen(run, CREATED), seen(run, DELETED)]).toEqual([1, 1]);
});

test("matrix", async () => {
  const stamps = {
    redmond: { idp: "aad", build: "2311", profile: "2020-09-01-hybrid" },
    orlando: { idp: "adfs", build: "2008", profile: "2019-03-01-hybrid" },
  } as const;
  const runs = await runExample("matrix", (environment) => {
    const { idp, build } = environment === "redmond" ? stamps.redmond : stamps.orlando;
    return {
      stamp: { idp, build, region: environment, fqdn: "azurestack.contoso.com" },
      configuration: async ({ endpoint, application, roots, subscriptions }): Promise<Configuration> => ({
        vars: {
          AZS_ENDPOINT: endpoint,
          AZS_CLIENT_ID: application.clientId,
          AZS_SUBSCRIPTION: subscriptions.find(({ state }) => state === "Enabled")?.name ?? "",
        },
        secrets: {
          AZS_CLIENT_CERTIFICATE:
            application.certificates.registered.keyPem + application.certificates.registered.certPem,
        },
        files: { [`roots/${environment}.pem`]: roots.pem },
      }),
    };
  });
  expect(runs.map(({ environment }) => environment)).toEqual(["redmond", "orlando"]);
  for (const { environment, logs } of runs) {
    const { idp, profile } = environment === "redmond" ? stamps.redmond : stamps.orlando;
    expect(logs["Deploy"]).toContain(`${profile}, ${idp}\n`);
    expect(logs["Deploy"]).toContain(`app-${environment}`);
  }
});

test("self-hosted-asdk", async () => {
  const [run] = await runExample("self-hosted-asdk", () => ({
    configuration: async ({ application, roots }, runner): Promise<Configuration> => {
      await place(runner.home, { "asdk/root.pem": roots.pem });
      return {
        vars: {
          ASDK_CLIENT_ID: application.clientId,
          ASDK_ROOT: `${runner.home}/asdk/root.pem`,
          ASDK_ROOT_SHA256: roots.fingerprint256,
        },
        secrets: { ASDK_CLIENT_SECRET: application.secret },
      };
    },
  }));
  expect(run?.logs["As a tenant"]).toContain("MyResourceGroup");
  expect(run?.logs["As the operator"]).toMatch(/^AzureStackAdmin /m);
  expect(run?.logs["Metadata of the kit, with curl"]).toContain("loginEndpoint");
  expect(run && [seen(run, CREATED), seen(run, DELETED)]).toEqual([1, 1]);
});
