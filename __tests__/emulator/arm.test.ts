import { beforeEach, describe, expect, test } from "vitest";
import type { Build } from "../../emulator/stamp/builds.ts";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { accessToken, DISABLED, document, ENABLED, ENDPOINT, refusal, send, stampOf } from "./support.ts";

/** A caller with a token. Paths are below the endpoint; `version` is appended as `api-version`. */
async function callerOf(stamp: Stamp) {
  const token = await accessToken(stamp);
  return (method: string, path: string, version: string, json?: unknown) =>
    send(stamp, method, `${ENDPOINT}${path}${version === "" ? "" : `?api-version=${version}`}`, { token, json });
}

let stamp: Stamp;
let call: Awaited<ReturnType<typeof callerOf>>;
beforeEach(async () => {
  stamp = await stampOf();
  call = await callerOf(stamp);
});

describe("tenants, subscriptions, locations", () => {
  test("subscriptions: one disabled, one enabled", async () => {
    expect(document(await call("GET", "/subscriptions", "2016-06-01"))).toMatchObject({
      value: [
        { subscriptionId: DISABLED, id: `/subscriptions/${DISABLED}`, state: "Disabled", tenantId: stamp.tenant.id },
        {
          subscriptionId: ENABLED,
          displayName: "Default Tenant Subscription",
          state: "Enabled",
          subscriptionPolicies: {},
        },
      ],
    });
    expect(document(await call("GET", "/tenants", "2016-06-01"))).toMatchObject({
      value: [{ tenantId: stamp.tenant.id }],
    });
    const locations = await call("GET", `/subscriptions/${ENABLED}/locations`, "2016-06-01");
    expect(document(locations)).toMatchObject({ value: [{ name: "local" }] });
    const one = await call("GET", `/subscriptions/${ENABLED.toUpperCase()}`, "2016-06-01");
    expect(document(one)).toMatchObject({ subscriptionId: ENABLED });
  });

  test("none, or others", async () => {
    const none = await callerOf(await stampOf({ subscriptions: "none" }));
    expect(document(await none("GET", "/subscriptions", "2016-06-01"))).toEqual({ value: [] });
    const id = "00000000-0000-4000-8000-000000000001";
    const own = await callerOf(await stampOf({ subscriptions: [{ id, name: "Mine", state: "Warned" }] }));
    expect(document(await own("GET", "/subscriptions", "2016-06-01"))).toMatchObject({ value: [{ state: "Warned" }] });
  });

  test.each([
    ["an unknown subscription", "0b1c7a52-5d3e-4b53-8a1b-2f64f5e0f7aa", [404, "SubscriptionNotFound"]],
    ["what is no subscription ID", "mine", [400, "InvalidSubscriptionId"]],
  ])("%s", async (_, id, expected) => {
    for (const path of ["", "/locations", "/resourcegroups", "/providers"]) {
      const version = path.startsWith("/re") || path.startsWith("/pr") ? "2018-02-01" : "2016-06-01";
      expect(refusal(await call("GET", `/subscriptions/${id}${path}`, version))).toEqual(expected);
    }
  });

  test.each(["Disabled", "Warned", "PastDue", "Deleted"] as const)(
    "a subscription that is %s can be read, not written",
    async (state) => {
      const id = "00000000-0000-4000-8000-000000000001";
      const other = await callerOf(await stampOf({ subscriptions: [{ id, name: "Mine", state }] }));
      const group = `/subscriptions/${id}/resourcegroups/g`;
      expect((await other("GET", `/subscriptions/${id}/resourcegroups`, "2018-02-01")).status).toBe(200);
      for (const [method, path] of [
        ["PUT", group],
        ["DELETE", group],
        ["PATCH", group],
      ] as const) {
        expect(refusal(await other(method, path, "2018-02-01", { location: "local" }))).toEqual([
          409,
          "ReadOnlyDisabledSubscription",
        ]);
      }
      const register = await other("POST", `/subscriptions/${id}/providers/Microsoft.KeyVault/register`, "2018-02-01");
      expect(register.status).toBe(409);
    },
  );
});

describe("API versions", () => {
  const RESOURCES: ReadonlyArray<readonly [Build, string, boolean]> = [
    ["1808", "2018-02-01", true],
    ["1808", "2018-05-01", false],
    ["1808", "2019-10-01", false],
    ["2008", "2018-05-01", true],
    ["2008", "2018-09-01", true],
    ["2008", "2019-05-01", false],
    ["2008", "2019-05-10", false],
    ["2008", "2019-10-01", false],
    ["2311", "2019-10-01", true],
    ["2311", "2015-11-01", true],
    ["2311", "2021-04-01", false],
    ["2311", "2022-09-01", false],
  ];

  test.each(RESOURCES)("a %s and Resource Manager %s: %s", async (build, version, known) => {
    const caller = await callerOf(await stampOf({ build }));
    for (const path of ["/resourcegroups", "/providers", "/resources"]) {
      const response = await caller("GET", `/subscriptions/${ENABLED}${path}`, version);
      if (known) expect(response.status).toBe(200);
      else expect(refusal(response)).toEqual([400, "InvalidApiVersionParameter"]);
    }
  });

  test("the refusal lists what the build knows, as stamps print it", async () => {
    const caller = await callerOf(await stampOf({ build: "2008" }));
    const response = await caller("GET", `/subscriptions/${ENABLED}/resourcegroups`, "2019-05-01");
    expect(document(response)).toEqual({
      error: {
        code: "InvalidApiVersionParameter",
        message:
          "The api-version '2019-05-01' is invalid. The supported versions are '2018-09-01,2018-08-01,2018-07-01," +
          "2018-06-01,2018-05-01,2018-02-01,2018-01-01,2017-12-01,2017-08-01,2017-06-01,2017-05-10,2017-05-01,2017-03-01," +
          "2016-09-01,2016-07-01,2016-06-01,2016-02-01,2015-11-01,2015-01-01,2014-04-01-preview,2014-04-01,2014-01-01," +
          "2013-03-01,2014-02-26,2014-04'.",
      },
    });
  });

  test.each(["2018-06-01", "2019-11-01", "2022-12-01"])(
    "subscriptions in %s are refused by every build",
    async (version) => {
      for (const build of ["1808", "2008", "2311"] as const) {
        const caller = await callerOf(await stampOf({ build }));
        for (const path of [
          "/tenants",
          "/subscriptions",
          `/subscriptions/${ENABLED}`,
          `/subscriptions/${ENABLED}/locations`,
        ]) {
          expect(refusal(await caller("GET", path, version))).toEqual([400, "InvalidApiVersionParameter"]);
        }
      }
    },
  );

  test("none is a missing parameter", async () => {
    for (const path of [
      "/subscriptions",
      `/subscriptions/${ENABLED}/resourcegroups`,
      `/subscriptions/${ENABLED}/providers/Microsoft.Compute/disks`,
    ]) {
      expect(refusal(await call("GET", path, ""))).toEqual([400, "MissingApiVersionParameter"]);
    }
  });

  const TYPES: ReadonlyArray<readonly [Build, string, string, boolean]> = [
    ["1808", "Microsoft.Compute/virtualMachines", "2017-03-30", true],
    ["1808", "Microsoft.Compute/virtualMachines", "2017-12-01", false],
    ["2008", "Microsoft.Compute/virtualMachines", "2017-12-01", true],
    ["2008", "Microsoft.Compute/virtualMachines", "2020-06-01", false],
    ["2311", "Microsoft.Compute/virtualMachines", "2020-06-01", true],
    ["1808", "Microsoft.Storage/storageAccounts", "2017-10-01", false],
    ["2008", "Microsoft.Storage/storageAccounts", "2017-10-01", true],
    ["2311", "Microsoft.Storage/storageAccounts", "2019-06-01", true],
    ["2311", "Microsoft.Network/virtualNetworks", "2018-11-01", true],
    ["2008", "Microsoft.Network/virtualNetworks", "2018-11-01", false],
    ["2311", "Microsoft.Compute/virtualMachines", "2021-04-01", false],
  ];

  test.each(TYPES)("a %s and %s %s: %s", async (build, type, version, known) => {
    const caller = await callerOf(await stampOf({ build }));
    const response = await caller("GET", `/subscriptions/${ENABLED}/providers/${type}`, version);
    if (known) expect(document(response)).toEqual({ value: [] });
    else expect(refusal(response)).toEqual([400, "NoRegisteredProviderFound"]);
  });

  test("the refusal of a type names the place, the type and what there is", async () => {
    const caller = await callerOf(await stampOf({ build: "1808" }));
    const response = await caller(
      "GET",
      `/subscriptions/${ENABLED}/providers/microsoft.storage/storageaccounts`,
      "2019-06-01",
    );
    expect(response.body).toContain(
      "No registered resource provider found for location 'local' and API version '2019-06-01' for type 'storageAccounts'. " +
        "The supported api-versions are '2016-01-01'. The supported locations are 'local'.",
    );
  });
});

describe("providers", () => {
  const path = `/subscriptions/${ENABLED}/providers/Microsoft.KeyVault`;
  const state = async () => document(await call("GET", path, "2019-10-01"))["registrationState"];

  test("registering takes one read, unregistering too", async () => {
    expect(await state()).toBe("NotRegistered");
    const answer = document(await call("POST", `${path}/register`, "2019-10-01"));
    expect(answer["registrationState"]).toBe("Registering");
    expect(await state()).toBe("Registered");
    expect(document(await call("POST", `${path}/register`, "2019-10-01"))["registrationState"]).toBe("Registered");
    expect(document(await call("POST", `${path}/unregister`, "2019-10-01"))["registrationState"]).toBe("Unregistering");
    expect(await state()).toBe("NotRegistered");
  });

  test("resources of a provider that is not registered are refused", async () => {
    const vaults = await call("GET", `${path}/vaults`, "2016-10-01");
    expect(refusal(vaults)).toEqual([409, "MissingSubscriptionRegistration"]);
  });

  test.each(["1808", "2008", "2311"] as const)("a %s reports the API versions it knows", async (build) => {
    const caller = await callerOf(await stampOf({ build }));
    const response = await caller("GET", `/subscriptions/${ENABLED}/providers/microsoft.resources`, "2018-02-01");
    const groups = { resourceType: "resourceGroups", locations: ["local"] };
    const newest = { "1808": "2018-02-01", "2008": "2018-09-01", "2311": "2020-06-01" }[build];
    expect(document(response)).toMatchObject({
      namespace: "Microsoft.Resources",
      resourceTypes: expect.arrayContaining([expect.objectContaining(groups)]),
    });
    expect(JSON.stringify(document(response)["resourceTypes"])).toContain(
      `"resourceGroups","locations":["local"],"apiVersions":["${newest}"`,
    );
  });

  test("the list has them all; an unknown one is none", async () => {
    const all = JSON.stringify(document(await call("GET", `/subscriptions/${ENABLED}/providers`, "2019-10-01")));
    for (const namespace of ["Resources", "Compute", "Network", "Storage", "KeyVault"]) {
      expect(all).toContain(`"namespace":"Microsoft.${namespace}"`);
    }
    for (const [method, action] of [
      ["GET", ""],
      ["POST", "/register"],
    ] as const) {
      const response = await call(method, `/subscriptions/${ENABLED}/providers/Microsoft.Magic${action}`, "2019-10-01");
      expect(refusal(response)).toEqual([404, "InvalidResourceNamespace"]);
    }
  });
});

describe("paths that do not exist", () => {
  test.each(["/", "/nowhere", `/subscriptions/${ENABLED}/nowhere`, "/metadata/identity"])("%s", async (path) => {
    expect(refusal(await call("GET", path, "2016-06-01"))).toEqual([404, "InvalidResourceType"]);
  });

  test("unknown types, names and methods", async () => {
    const compute = `/subscriptions/${ENABLED}/providers/Microsoft.Compute`;
    expect(refusal(await call("GET", `${compute}/magic`, "2020-06-01"))).toEqual([404, "InvalidResourceType"]);
    expect(refusal(await call("GET", `${compute}/disks/d`, "2019-07-01"))).toEqual([404, "ResourceNotFound"]);
    expect(refusal(await call("DELETE", "/subscriptions", "2016-06-01"))).toEqual([405, "HttpMethodNotSupported"]);
    expect((await call("PUT", `${compute}/disks/d`, "2019-07-01", {})).status).toBe(405);
    expect((await call("PUT", `${compute}/virtualMachineScaleSets/s`, "2020-06-01", {})).status).toBe(501);
  });
});
