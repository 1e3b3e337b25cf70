import { beforeEach, describe, expect, test } from "vitest";
import type { StampResponse } from "../../emulator/http.ts";
import { GROUP, type Manager, managerOf, VAULTS, vaultOf } from "./keyvault-support.ts";
import { ADMIN_ENDPOINT, accessToken, document, ENABLED, refusal, send } from "./support.ts";

let manager: Manager;
beforeEach(async () => {
  manager = await managerOf();
});

const SUBSCRIPTION = `/subscriptions/${ENABLED}`;
const names = (response: StampResponse) => {
  const { value } = document(response);
  return Array.isArray(value) ? value.map((one: { name: string }) => one.name) : value;
};

describe("vaults", () => {
  test("made, found without case, made again, changed, deleted", async () => {
    const { arm, stamp } = manager;
    const made = await arm("PUT", `${VAULTS}/Kv-One`, { ...vaultOf(stamp), tags: { a: "1" } });
    expect([made.status, document(made)]).toEqual([
      201,
      {
        id: `${VAULTS}/Kv-One`,
        name: "Kv-One",
        type: "Microsoft.KeyVault/vaults",
        location: "local",
        tags: { a: "1" },
        properties: {
          ...vaultOf(stamp).properties,
          vaultUri: "https://kv-one.vault.local.azurestack.external/",
          provisioningState: "Succeeded",
        },
      },
    ]);
    expect(document(await arm("GET", `${VAULTS}/KV-ONE`))).toEqual(document(made));
    expect((await arm("HEAD", `${VAULTS}/kv-one`)).status).toBe(204);
    const again = await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp, ["get"], { enabledForDeployment: true }));
    expect([again.status, document(again)]).toMatchObject([
      200,
      { name: "Kv-One", tags: {}, properties: { enabledForDeployment: true } },
    ]);
    const change = { tags: { b: "2" }, properties: { accessPolicies: [] } };
    expect(document(await arm("PATCH", `${VAULTS}/kv-one`, change))).toMatchObject({
      tags: { b: "2" },
      properties: { accessPolicies: [], enabledForDeployment: true },
    });
    expect((await arm("DELETE", `${VAULTS}/KV-one`)).status).toBe(200);
    expect((await arm("DELETE", `${VAULTS}/kv-one`)).status).toBe(204);
    expect(refusal(await arm("GET", `${VAULTS}/kv-one`))).toEqual([404, "ResourceNotFound"]);
    expect(refusal(await arm("PATCH", `${VAULTS}/kv-one`, {}))).toEqual([404, "ResourceNotFound"]);
  });

  test("listed by group, by subscription, and among all resources", async () => {
    const { arm, stamp } = manager;
    await arm("PUT", `${SUBSCRIPTION}/resourceGroups/Other`, { location: "local" }, "2018-02-01");
    await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp));
    await arm("PUT", `${VAULTS.replace("Web", "other")}/kv-two`, vaultOf(stamp));
    expect(names(await arm("GET", VAULTS))).toEqual(["kv-one"]);
    expect(names(await arm("GET", `${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults`))).toEqual([
      "kv-one",
      "kv-two",
    ]);
    const resources = (filter: string) =>
      arm("GET", `${SUBSCRIPTION}/resources?$filter=${encodeURIComponent(filter)}`, undefined, "2015-11-01");
    const all = await resources("resourceType eq 'Microsoft.KeyVault/vaults'");
    expect(document(all)).toMatchObject({
      value: [{ id: `${VAULTS}/kv-one` }, { id: `${VAULTS.replace("Web", "Other")}/kv-two`, location: "local" }],
    });
    expect(all.body).not.toContain("vaultUri");
    expect(names(await resources("resourceType eq 'microsoft.keyvault/VAULTS' and name eq 'kv-two'"))).toEqual([
      "kv-two",
    ]);
    expect(names(await resources("resourceType eq 'Microsoft.Compute/disks'"))).toEqual([]);
    expect(refusal(await resources("location ne 'local'"))).toEqual([400, "InvalidFilterInQueryString"]);
    expect(names(await arm("GET", `${GROUP}/resources`, undefined, "2018-02-01"))).toEqual(["kv-one"]);
  });

  test("of the operator's Resource Manager have names of their own", async () => {
    const { stamp, arm } = manager;
    const token = await accessToken(stamp, stamp.audiences.admin);
    const url = `${ADMIN_ENDPOINT}${VAULTS}/kv-one?api-version=2016-10-01`;
    const made = await send(stamp, "PUT", url, { token, json: vaultOf(stamp) });
    expect(document(made)).toMatchObject({
      properties: { vaultUri: "https://kv-one.adminvault.local.azurestack.external/" },
    });
    expect(refusal(await arm("GET", `${VAULTS}/kv-one`))).toEqual([404, "ResourceNotFound"]);
    expect((await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp))).status).toBe(201);
  });

  test("go with their group", async () => {
    const { arm, stamp } = manager;
    await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp));
    const { location = "" } = (await arm("DELETE", GROUP, undefined, "2018-02-01")).headers;
    expect(refusal(await arm("PUT", `${VAULTS}/kv-two`, vaultOf(stamp)))).toEqual([409, "ResourceGroupBeingDeleted"]);
    const token = await accessToken(stamp);
    while ((await send(stamp, "GET", location, { token })).status !== 200);
    await arm("PUT", GROUP, { location: "local" }, "2018-02-01");
    expect(names(await arm("GET", VAULTS))).toEqual([]);
    expect((await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp))).status).toBe(201);
  });
});

describe("a vault is refused", () => {
  test("before the provider is registered", async () => {
    const { arm, stamp } = await managerOf({}, false);
    expect(refusal(await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp)))).toEqual([
      409,
      "MissingSubscriptionRegistration",
    ]);
  });

  test("in a group that is not there", async () => {
    const { arm, stamp } = manager;
    const path = `${VAULTS.replace("Web", "none")}/kv-one`;
    expect(refusal(await arm("PUT", path, vaultOf(stamp)))).toEqual([404, "ResourceGroupNotFound"]);
  });

  test.each([
    ["2018-02-14", "2311"],
    ["2022-07-01", "2311"],
    ["2019-09-01", "2008"],
    ["2019-09-01", "1808"],
  ] as const)("in API version %s by a %s", async (version, build) => {
    const { arm, stamp } = await managerOf({ build });
    const answer = await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp), version);
    expect(refusal(answer)).toEqual([400, "NoRegisteredProviderFound"]);
    expect(answer.body).toContain(build === "2311" ? "'2019-09-01, 2016-10-01'" : "'2016-10-01'");
    expect((await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp))).status).toBe(201);
  });

  test("when its name is another's", async () => {
    const { arm, stamp } = manager;
    await arm("PUT", `${SUBSCRIPTION}/resourceGroups/Other`, { location: "local" }, "2018-02-01");
    await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp));
    const taken = await arm("PUT", `${VAULTS.replace("Web", "Other")}/KV-one`, vaultOf(stamp));
    expect(refusal(taken)).toEqual([409, "VaultAlreadyExists"]);
  });

  test.each(["kv", "a234567890123456789012345", "1kv", "kv-", "k--v", "kv_one"])("named %s", async (name) => {
    const { arm, stamp } = manager;
    expect(refusal(await arm("PUT", `${VAULTS}/${name}`, vaultOf(stamp)))).toEqual([400, "VaultNameNotValid"]);
  });

  test.each(["abc", "a23456789012345678901234", "k-v-1"])("but not when named %s", async (name) => {
    expect((await manager.arm("PUT", `${VAULTS}/${name}`, vaultOf(manager.stamp))).status).toBe(201);
  });

  const policy = { tenantId: ENABLED, objectId: ENABLED, permissions: { secrets: ["get"] } };
  test.each<[string, object, string]>([
    ["no SKU", { sku: undefined }, "The parameter sku is not specified."],
    ["a SKU without a family", { sku: { name: "standard" } }, "Bad JSON content found in the request."],
    ["a premium SKU, which is hardware", { sku: { family: "A", name: "premium" } }, "Bad JSON"],
    ["no tenant", { tenantId: undefined }, "The parameter tenantId is not specified."],
    ["the tenant adfs, which is a word", { tenantId: "adfs" }, "Bad JSON"],
    ["no access policies", { accessPolicies: undefined }, "The parameter accessPolicies is not specified."],
    ["access policies that are none", { accessPolicies: {} }, "Bad JSON"],
    ["a policy without an object", { accessPolicies: [{ ...policy, objectId: undefined }] }, "Bad JSON"],
    ["a policy of the tenant adfs", { accessPolicies: [{ ...policy, tenantId: "adfs" }] }, "Bad JSON"],
    ["a policy without permissions", { accessPolicies: [{ ...policy, permissions: undefined }] }, "Bad JSON"],
    [
      "a permission that there is not",
      { accessPolicies: [{ ...policy, permissions: { secrets: ["read"] } }] },
      "Bad JSON",
    ],
    [
      "a key's permission on secrets",
      { accessPolicies: [{ ...policy, permissions: { secrets: ["sign"] } }] },
      "Bad JSON",
    ],
    ["a flag that is a word", { enabledForDeployment: "yes" }, "Bad JSON"],
  ])("with %s", async (_, changes, words) => {
    const { arm, stamp } = manager;
    const answer = await arm("PUT", `${VAULTS}/kv-one`, vaultOf(stamp, [], changes));
    expect(refusal(answer)).toEqual([400, "BadRequest"]);
    expect(answer.body).toContain(words);
    expect(names(await arm("GET", VAULTS))).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["another location", { location: "westeurope" }, "LocationNotAvailableForResourceType"],
    ["no location", { location: undefined }, "LocationRequired"],
    ["tags that are none", { tags: "a" }, "InvalidRequestContent"],
    ["no properties", { properties: undefined }, "BadRequest"],
  ])("with %s", async (_, changes, code) => {
    const { arm, stamp } = manager;
    const body = { ...vaultOf(stamp), ...(changes as object) };
    expect(refusal(await arm("PUT", `${VAULTS}/kv-one`, body))).toEqual([400, code]);
  });

  test("by other methods, outside a group, and with no body", async () => {
    const { arm } = manager;
    expect(refusal(await arm("POST", `${VAULTS}/kv-one`, {}))).toEqual([405, "HttpMethodNotSupported"]);
    expect(refusal(await arm("PUT", `${VAULTS}/kv-one`))).toEqual([400, "InvalidRequestContent"]);
    const outside = `${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults/kv-one`;
    expect(refusal(await arm("PUT", outside, {}))).toEqual([404, "ResourceNotFound"]);
  });
});
