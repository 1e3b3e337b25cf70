import { beforeEach, describe, expect, test } from "vitest";
import { type Arm, cardOf, GROUP, groupOf, NETWORK, networkOf, SUBSCRIPTION } from "./provider-support.ts";
import { document, refusal } from "./support.ts";

let arm: Arm;
beforeEach(async () => {
  ({ arm } = await groupOf());
});

const NET = `${NETWORK}/virtualNetworks/net`;

describe("networks", () => {
  test("made, found without case, listed, deleted with the group", async () => {
    expect((await arm("PUT", NET, networkOf())).status).toBe(201);
    expect((await arm("PUT", NET, networkOf())).status).toBe(200);
    const shown = document(await arm("GET", NET.toUpperCase(), undefined, "2018-11-01"));
    expect(shown).toMatchObject({ id: NET, properties: { subnets: [{ id: `${NET}/subnets/one` }] } });
    const all = document(await arm("GET", `${SUBSCRIPTION}/providers/Microsoft.Network/virtualNetworks`));
    expect(all).toMatchObject({ value: [{ name: "net" }] });
    expect(document(await arm("GET", `${GROUP}/resources`, undefined, "2019-10-01"))).toMatchObject({
      value: [{ name: "net" }],
    });
    const { headers } = await arm("DELETE", GROUP, undefined, "2018-02-01");
    const poll = new URL(headers["location"] ?? "").pathname;
    for (const status of [202, 200]) expect((await arm("GET", poll, undefined, "2018-02-01")).status).toBe(status);
    await arm("PUT", GROUP, { location: "local" }, "2018-02-01");
    expect(refusal(await arm("GET", NET))).toEqual([404, "ResourceNotFound"]);
  });

  test("subnets have paths of their own", async () => {
    await arm("PUT", NET, networkOf());
    expect((await arm("PUT", `${NET}/subnets/two`, { properties: { addressPrefix: "10.0.1.0/24" } })).status).toBe(201);
    expect(document(await arm("GET", NET))).toMatchObject({
      properties: { subnets: [{ name: "one" }, { name: "two" }] },
    });
    expect((await arm("DELETE", `${NET}/subnets/two`)).status).toBe(200);
    expect((await arm("DELETE", `${NET}/subnets/two`)).status).toBe(204);
    expect(refusal(await arm("GET", `${NET}/subnets/two`))).toEqual([404, "NotFound"]);
  });

  test.each<[string, string, object, readonly [number, string]]>([
    ["no address space", "virtualNetworks/x", { location: "local", properties: {} }, [400, "InvalidParameter"]],
    ["no location", "virtualNetworks/x", { properties: {} }, [400, "LocationRequired"]],
    ["another location", "virtualNetworks/x", { location: "mars" }, [400, "LocationNotAvailableForResourceType"]],
    ["a subnet outside", "virtualNetworks/x", networkOf("10.9.0.0/24"), [400, "NetcfgInvalidSubnet"]],
    ["a subnet around", "virtualNetworks/x", networkOf("10.0.0.0/8"), [400, "NetcfgInvalidSubnet"]],
    ["no prefix", "virtualNetworks/x", networkOf("10.0.0.0"), [400, "InvalidAddressPrefixFormat"]],
    ["a bad name", "virtualNetworks/-x", networkOf(), [400, "InvalidResourceName"]],
    ["a lost network", "virtualNetworks/lost/subnets/s", { properties: {} }, [404, "ResourceNotFound"]],
    [
      "a card in no subnet",
      "networkInterfaces/c",
      { location: "local", properties: { ipConfigurations: [{ name: "a" }] } },
      [400, "SubnetIsRequired"],
    ],
    ["a card in a lost subnet", "networkInterfaces/c", cardOf(), [400, "InvalidResourceReference"]],
  ])("refused: %s", async (_, path, body, expected) => {
    expect(refusal(await arm("PUT", `${NETWORK}/${path}`, body))).toEqual(expected);
  });

  test("two subnets may not overlap", async () => {
    await arm("PUT", NET, networkOf());
    const body = { properties: { addressPrefix: "10.0.0.128/25" } };
    expect(refusal(await arm("PUT", `${NET}/subnets/two`, body))).toEqual([400, "NetcfgSubnetRangesOverlap"]);
  });

  test("what is used stays", async () => {
    await arm("PUT", NET, networkOf());
    const address = `${NETWORK}/publicIPAddresses/address`;
    await arm("PUT", address, { location: "local" });
    const card = cardOf() as { properties: { ipConfigurations: { properties: object }[] } };
    Object.assign(card.properties.ipConfigurations[0]?.properties ?? {}, { publicIPAddress: { id: address } });
    expect((await arm("PUT", `${NETWORK}/networkInterfaces/card`, card)).status).toBe(201);
    expect(refusal(await arm("DELETE", address))).toEqual([400, "PublicIPAddressCannotBeDeleted"]);
    expect(refusal(await arm("DELETE", `${NET}/subnets/one`))).toEqual([400, "InUseSubnetCannotBeDeleted"]);
    expect((await arm("DELETE", `${NETWORK}/networkInterfaces/card`)).status).toBe(200);
    expect((await arm("DELETE", address)).status).toBe(200);
  });
});

describe("security rules", () => {
  const WALL = `${NETWORK}/networkSecurityGroups/wall`;
  const rule = (changes: object = {}) => ({
    properties: { protocol: "Tcp", access: "Allow", direction: "Inbound", priority: 100, ...changes },
  });

  test("kept one by one, beside the default ones", async () => {
    await arm("PUT", WALL, { location: "local" });
    expect((await arm("PUT", `${WALL}/securityRules/ssh`, rule())).status).toBe(201);
    const { properties } = document(await arm("GET", WALL)) as { properties: Record<string, unknown[]> };
    expect([properties["securityRules"]?.length, properties["defaultSecurityRules"]?.length]).toEqual([1, 6]);
  });

  test.each<[object, string]>([
    [{ priority: 99 }, "SecurityRuleInvalidPriority"],
    [{ access: undefined }, "MissingJsonProperty"],
    [{}, "SecurityRuleConflict"],
  ])("refused: %j is %s", async (changes, code) => {
    await arm("PUT", WALL, { location: "local" });
    await arm("PUT", `${WALL}/securityRules/first`, rule());
    expect(refusal(await arm("PUT", `${WALL}/securityRules/other`, rule(changes)))).toEqual([400, code]);
  });
});

test.each(["2022-07-01", "2020-06-01", "2015-06-16"])("API version %s is no profile's", async (version) => {
  expect(refusal(await arm("GET", NET, undefined, version))).toEqual([400, "NoRegisteredProviderFound"]);
});
