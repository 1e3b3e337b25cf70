import { describe, expect, test } from "vitest";
import type { StampOptions, SubscriptionOption } from "../../emulator/server.ts";
import {
  answer,
  changed,
  connectedHosts,
  expectFailure,
  expectLogin,
  expectSilentPost,
  openTableScene,
  spoken,
  UNKNOWN_ID,
} from "./support.ts";

const RETIRED: SubscriptionOption = {
  id: "7f4f1b62-2f0c-4c55-9d35-5c1f6c2a9d01",
  name: "Retired Offer",
  state: "Disabled",
};
const same = (digit: number): SubscriptionOption => ({
  id: `2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c0${digit}`,
  name: "Team",
  state: "Enabled",
});

describe.each(["aad", "adfs"] as const)("%s: no subscription to work with", (idp) => {
  type Case = readonly [string, Partial<StampOptions>, string | undefined, string, readonly string[]];
  const visible = [
    '"Retired Offer" (7f4f1b62-2f0c-4c55-9d35-5c1f6c2a9d01, Disabled)',
    '"Default Tenant Subscription" (2b6a1e0f-93d4-4a7e-8a55-6b3a4f0d7c02, Enabled)',
  ];
  const table: readonly Case[] = [
    ["another ID", {}, UNKNOWN_ID, "AZS411", [`"${UNKNOWN_ID}"`, ...visible]],
    ["another name", {}, "Production", "AZS411", ['"Production"', ...visible]],
    [
      "a name of two in another case",
      { subscriptions: [same(1), same(2)] },
      "team",
      "AZS412",
      [same(1).id, same(2).id],
    ],
    ["an ID where none is visible", { subscriptions: "none" }, UNKNOWN_ID, "AZS411", ["none"]],
    ["none at all", { subscriptions: "none" }, undefined, "AZS410", ["allow-no-subscriptions"]],
    [
      "only a disabled one",
      { subscriptions: [RETIRED] },
      undefined,
      "AZS410",
      ["no enabled subscription", visible[0] ?? ""],
    ],
    ["a name of two", { subscriptions: [same(1), same(2)] }, "Team", "AZS412", [same(1).id, same(2).id]],
  ];

  test.each(table)("%s", async (_what, stamp, subscription, code, says) => {
    const { emulator, runner, inputs } = await openTableScene({ idp, ...stamp });
    const result = await runner.main(changed(inputs, { "subscription-id": subscription }));
    const text = await expectFailure(runner, result, code);
    for (const words of says) expect(text).toContain(words);
    expect(spoken(result)).not.toContain(inputs["client-secret"]);
    expect(emulator.requests.at(-1)).toMatchObject({ path: "/subscriptions", status: 200 });
    await expectSilentPost(runner);
  });
});

describe("the login goes on", () => {
  test("without a subscription, when that is allowed", async () => {
    const { runner, inputs } = await openTableScene({ subscriptions: "none" });
    const result = await runner.main(changed(inputs, { "allow-no-subscriptions": "true" }));
    await expectLogin(runner, result);
    expect(runner.outputs).toMatchObject({
      "subscription-id": "",
      "subscription-name": "",
      profile: "2020-09-01-hybrid",
    });
    expect(result.raw).toMatch(/^::warning::.*profile/m);
  });

  test("with a disabled one that was asked for, and warns", async () => {
    const { runner, inputs } = await openTableScene({ idp: "adfs" });
    const result = await runner.main(changed(inputs, { "subscription-id": RETIRED.name }));
    await expectLogin(runner, result);
    expect(runner.outputs["subscription-id"]).toBe(RETIRED.id);
    expect(result.raw).toMatch(/^::warning::.*"Retired Offer" is Disabled/m);
  });
});

test("a stamp whose API versions fit no profile", async () => {
  const { emulator, runner, inputs } = await openTableScene();
  const body = JSON.stringify({
    namespace: "Microsoft.Resources",
    resourceTypes: [{ resourceType: "resourceGroups", locations: [], apiVersions: ["2014-04-01"] }],
  });
  const match = { path: /\/providers\/Microsoft\.Resources$/ };
  emulator.inject({ match, times: Number.POSITIVE_INFINITY, effect: answer(200, body) });
  const text = await expectFailure(runner, await runner.main(inputs), "AZS414");
  expect(text).toContain("(2014-04-01) fit no hybrid API profile");
});

describe("profile auto is the newest that the build knows", () => {
  test.each([
    ["1807", "2017-03-09-profile"],
    ["1808", "2018-03-01-hybrid"],
    ["2008", "2019-03-01-hybrid"],
    ["2311", "2020-09-01-hybrid"],
  ] as const)("%s: %s", async (build, profile) => {
    const { runner, inputs } = await openTableScene({ build });
    await expectLogin(runner, await runner.main(inputs));
    expect(runner.outputs["profile"]).toBe(profile);
  });
});

describe("the tenant is", () => {
  test("given as a domain; the outputs have its GUID", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    await expectLogin(runner, await runner.main(changed(inputs, { "tenant-id": emulator.tenantDomain })));
    expect(runner.outputs).toMatchObject({
      "tenant-id": emulator.tenantId,
      authority: `https://login.microsoftonline.com/${emulator.tenantId}`,
    });
    expect(emulator.requests.filter(({ path }) => /^\/subscriptions\/0{8}/.test(path))).toEqual([]);
  });

  test("given as a GUID in capitals", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    await expectLogin(runner, await runner.main(changed(inputs, { "tenant-id": emulator.tenantId.toUpperCase() })));
    expect(runner.outputs["tenant-id"]).toBe(emulator.tenantId);
  });

  test("discovered from the challenge where AD FS does not name it", async () => {
    const { emulator, runner, inputs } = await openTableScene({ idp: "adfs", adfsIssuerNamesTenant: false });
    await expectLogin(runner, await runner.main(inputs));
    expect(runner.outputs).toMatchObject({ "tenant-id": emulator.tenantId, "identity-provider": "adfs" });
  });
});

describe("other hosts", () => {
  test("the operator's endpoint", async () => {
    const { emulator, runner, inputs } = await openTableScene();
    await expectLogin(runner, await runner.main(changed(inputs, { endpoint: emulator.adminEndpoint })));
    expect(runner.outputs).toMatchObject({
      "cloud-name": "AzureStackAdmin",
      audience: emulator.adminAudience,
      "portal-endpoint": "https://adminportal.local.azurestack.external",
      "resource-manager-endpoint": "https://adminmanagement.local.azurestack.external",
      "keyvault-suffix": ".adminvault.local.azurestack.external",
      "storage-suffix": "local.azurestack.external",
      location: "local",
    });
    expect(connectedHosts(emulator)).toEqual([
      "adminmanagement.local.azurestack.external",
      "login.microsoftonline.com",
    ]);
  });

  test("login.windows.net as the authority, and no other host is asked", async () => {
    const { emulator, runner, inputs } = await openTableScene({ loginHost: "login.windows.net" });
    await expectLogin(runner, await runner.main(inputs));
    expect(runner.outputs["authority"]).toBe(`https://login.windows.net/${emulator.tenantId}`);
    // The host that MSAL uses for the alias, in Node and in az.
    expect(connectedHosts(emulator)).toEqual(["management.local.azurestack.external", "login.microsoftonline.com"]);
  });
});
