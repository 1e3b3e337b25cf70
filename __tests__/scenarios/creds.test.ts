import { describe, expect, test } from "vitest";
import { shareStamp } from "./shared-stamp.ts";
import { changed, expectFailure, expectLogin, openTableScene, spoken } from "./support.ts";

const stamp = shareStamp();
const NO_CREDENTIAL = { endpoint: undefined, "client-id": undefined, "client-secret": undefined };

describe("creds as Azure/login takes it", () => {
  test("logs in by itself", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    const subscription = emulator.subscriptions.find(({ state }) => state === "Enabled");
    const creds = JSON.stringify(
      {
        clientId: emulator.application.clientId,
        clientSecret: emulator.application.secret,
        tenantId: emulator.tenantId,
        subscriptionId: subscription?.id,
        resourceManagerEndpointUrl: `${emulator.endpoint}/`,
        activeDirectoryEndpointUrl: "https://not.read.example",
      },
      null,
      2,
    );
    const step = await runner.main(changed(inputs, { ...NO_CREDENTIAL, creds }));
    await expectLogin(runner, step);
    expect(spoken(step)).not.toContain(emulator.application.secret);
    expect(runner.outputs).toMatchObject({
      "client-id": emulator.application.clientId,
      "subscription-id": subscription?.id,
      "resource-manager-endpoint": emulator.endpoint,
    });
  });

  test("is overridden by the input of the same meaning", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    const creds = JSON.stringify({ clientId: 5, clientSecret: "nor-this-one", tenantId: emulator.tenantId });
    const step = await runner.main(changed(inputs, { creds, "client-secret": "wrong-on-purpose" }));
    const text = await expectFailure(runner, step, "AZS401");
    expect(text).toContain(emulator.application.clientId);
  });

  test("unreadable is one problem: its fields are not reported as missing", async () => {
    const { text } = await stamp.refuses({ ...NO_CREDENTIAL, creds: "{" }, "AZS122");
    expect(text).not.toMatch(/AZS101|AZS110/);
  });

  test("is read as PowerShell writes it, with a line break at the secret's end", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    const { clientId, secret } = emulator.application;
    const creds = `\uFEFF${JSON.stringify({ clientId, clientSecret: `${secret}\r\n`, resourceManagerEndpointUrl: emulator.endpoint })}`;
    await expectLogin(runner, await runner.main(changed(inputs, { ...NO_CREDENTIAL, creds })));
  });

  const SECRET = "hunter2hunter2";
  const broken: readonly (readonly [string, string, string])[] = [
    ["cut off", `{"clientId":"x","clientSecret":"${SECRET}`, "AZS122"],
    ["with single quotes", `{'clientSecret':'${SECRET}'}`, "AZS122"],
    ["a list", `["${SECRET}"]`, "AZS122"],
    ["a text", `"${SECRET}"`, "AZS122"],
    ["the secret itself", SECRET, "AZS122"],
    ["with a number for a text", `{"subscriptionId":5,"clientSecret":"${SECRET}"}`, "AZS123"],
    ["with the secret in another's place", `{"tenantId":"${SECRET} ~"}`, "AZS123"],
    ["with the secret as the subscription", `{"subscriptionId":"${SECRET}"}`, "AZS123"],
    ["with a line break in a text", `{"clientSecret":"${SECRET}\n"}`, "AZS122"],
  ];
  test.each(broken)("%s: nothing of it is shown", async (_what, creds, code) => {
    const { text, log } = await stamp.refuses({ creds }, code);
    expect(text).toContain("creds");
    for (let length = 5; length <= SECRET.length; length++) expect(log).not.toContain(SECRET.slice(0, length));
  });

  test("with an endpoint that is wrong, as if it were the input", async () => {
    const { text } = await stamp.refuses(
      { endpoint: undefined, creds: '{"resourceManagerEndpointUrl":"https://portal.local.azurestack.external"}' },
      "AZS1",
    );
    expect(text).toContain("management.local.azurestack.external");
  });

  test("with a secret beside a certificate: several credentials", async () => {
    const creds = `{"clientSecret":"${SECRET}"}`;
    const { text } = await stamp.refuses(
      { creds, "client-secret": undefined, "client-certificate": "client.pem" },
      "AZS111",
    );
    expect(text).toContain("client-secret, client-certificate");
  });
});

describe("creds as az prints it", () => {
  const secret = "S3cr3t~of~the~application~8Q";

  test.each(["create-for-rbac", "create-for-rbac --sdk-auth"])("%s", async (how) => {
    const { emulator, runner, inputs } = await openTableScene();
    const { clientId, secret: clientSecret } = emulator.application;
    const { tenantId } = emulator;
    const creds = JSON.stringify(
      how === "create-for-rbac"
        ? { appId: clientId, displayName: "azure-cli-2026-11-28", password: clientSecret, tenant: tenantId }
        : {
            clientId,
            clientSecret,
            subscriptionId: emulator.subscriptions.find(({ state }) => state === "Enabled")?.id,
            tenantId,
            activeDirectoryEndpointUrl: "https://login.microsoftonline.com",
            resourceManagerEndpointUrl: "https://management.azure.com/",
            activeDirectoryGraphResourceId: "https://graph.windows.net/",
            sqlManagementEndpointUrl: "https://management.core.windows.net:8443/",
            galleryEndpointUrl: "https://gallery.azure.com/",
            managementEndpointUrl: "https://management.core.windows.net/",
          },
      null,
      2,
    );
    const step = await runner.main(changed(inputs, { "client-id": undefined, "client-secret": undefined, creds }));
    await expectLogin(runner, step);
    expect(spoken(step)).not.toContain(clientSecret);
    expect(runner.outputs).toMatchObject({ "client-id": clientId, "tenant-id": tenantId });
  });

  const GUID = "0f8fad5b-d9cb-469f-a165-70867728950e";
  type Changes = Readonly<Record<string, string | undefined>>;
  type Incomplete = readonly [what: string, creds: object, lacks: string, has: string, changes?: Changes];
  const incomplete: readonly Incomplete[] = [
    ["no secret", { clientId: GUID, tenantId: GUID }, "clientSecret", "tenantId, clientId"],
    ["no secret of az's", { appId: GUID, tenant: GUID }, "password", "tenant, appId"],
    ["a secret that is null", { clientId: GUID, clientSecret: null }, "clientSecret", "clientId"],
    ["no application", { clientSecret: secret, tenantId: GUID }, "clientId", "tenantId, clientSecret"],
    ["az's without application", { password: secret }, "appId", "password"],
    [
      "no endpoint either",
      { clientId: GUID },
      "resourceManagerEndpointUrl, clientSecret",
      "clientId",
      { endpoint: undefined },
    ],
    ["nothing that is known", { [secret]: "x", secret }, "clientId, clientSecret", "none of the fields"],
    ["nothing", {}, "clientId, clientSecret", "none of the fields"],
  ];
  test.each(incomplete.map((row) => [row[0], row] as const))("%s: both are named", async (_, row) => {
    const [, creds, lacks, has, changes = {}] = row;
    const without = { "client-id": undefined, "client-secret": undefined, creds: JSON.stringify(creds), ...changes };
    const { text, log } = await stamp.refuses(without, "AZS130");
    expect(text).toContain(`creds lacks ${lacks}; it has ${has}`);
    expect(text).not.toMatch(/AZS101|AZS109|AZS110/);
    for (const value of [secret, GUID]) expect(log).not.toContain(value);
  });
});
