import { describe, expect, test } from "vitest";
import { shareStamp } from "./shared-stamp.ts";
import { changed, expectFailure, expectLogin, openScene, spoken, withAz } from "./support.ts";

const stamp = shareStamp();
const NO_CREDENTIAL = { endpoint: undefined, "client-id": undefined, "client-secret": undefined };

describe("creds as Azure/login takes it", () => {
  withAz("logs in by itself", async () => {
    const { emulator, runner, inputs } = await openScene();
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
    const { emulator, runner, inputs } = await openScene();
    const creds = JSON.stringify({ clientId: 5, clientSecret: "nor-this-one", tenantId: emulator.tenantId });
    const step = await runner.main(changed(inputs, { creds, "client-secret": "wrong-on-purpose" }));
    const text = await expectFailure(runner, step, "AZS401");
    expect(text).toContain(emulator.application.clientId);
  });

  test("unreadable is one problem: what it may hold is not said to be missing", async () => {
    const { text } = await stamp.refuses({ ...NO_CREDENTIAL, creds: "{" }, "AZS122");
    expect(text).not.toMatch(/AZS101|AZS110/);
  });

  withAz("is read as PowerShell writes it, with a line break at the secret's end", async () => {
    const { emulator, runner, inputs } = await openScene();
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
