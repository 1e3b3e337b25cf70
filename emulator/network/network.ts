/** Microsoft.Network, as far as a stamp has it and az's common commands use it. */

import { armError } from "../arm/errors.ts";
import { keptOf } from "../arm/kept.ts";
import { at, type Kind, type Properties, type Query } from "../arm/kinds.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { isObject, type StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import { contains, overlap, readPrefix } from "./prefixes.ts";
import { defaultRules, securityGroup } from "./security.ts";

const of = (name: string) => `Microsoft.Network/${name}`;

export const kinds: readonly Kind[] = [
  {
    type: of("virtualNetworks"),
    required: ["properties.addressSpace.addressPrefixes"],
    parts: { subnets: "alone", virtualNetworkPeerings: "within" },
    complete: virtualNetwork,
    view: withUsers,
  },
  {
    type: of("networkSecurityGroups"),
    required: [],
    parts: { securityRules: "alone", defaultSecurityRules: "within" },
    complete: securityGroup,
    view: defaultRules,
    inUse: "NetworkSecurityGroupInUse",
  },
  {
    type: of("routeTables"),
    required: [],
    parts: { routes: "alone" },
    complete: ({ properties }) => ({ ...properties, routes: properties["routes"] ?? [] }),
    inUse: "InUseRouteTableCannotBeDeleted",
  },
  { type: of("publicIPAddresses"), required: [], complete: publicAddress, inUse: "PublicIPAddressCannotBeDeleted" },
  {
    type: of("networkInterfaces"),
    required: ["properties.ipConfigurations"],
    parts: { ipConfigurations: "within" },
    complete: networkInterface,
    view: machineOf,
    inUse: "NicInUse",
  },
  {
    type: of("loadBalancers"),
    required: [],
    parts: {
      frontendIPConfigurations: "within",
      backendAddressPools: "within",
      loadBalancingRules: "within",
      probes: "within",
      inboundNatRules: "within",
    },
    complete: loadBalancer,
    inUse: "LoadBalancerInUse",
  },
];

export const queries: readonly Query[] = [
  {
    method: "GET",
    namespace: "Microsoft.Network",
    pattern: "locations/{location}/usages",
    type: "locations/usages",
    answer: (call) => list(kinds.map(({ type }) => usage(call, type))),
  },
];

function virtualNetwork(
  { properties, id }: Resource,
  call: SubscriptionCall,
  before?: Resource,
): Properties | StampResponse {
  const spaces = strings(at(properties, "addressSpace.addressPrefixes"));
  const bad = spaces.find((one) => readPrefix(one) === undefined);
  if (spaces.length === 0 || bad !== undefined) return invalidPrefix(bad ?? "", id);
  const subnets = named(properties["subnets"]);
  const prefixes: string[] = [];
  for (const { name, properties: own } of subnets) {
    const prefix = String(at(own, "addressPrefix") ?? strings(at(own, "addressPrefixes"))[0] ?? "");
    if (readPrefix(prefix) === undefined) return invalidPrefix(prefix, `${id}/subnets/${name}`);
    if (!spaces.some((space) => contains(space, prefix))) {
      const words = `Subnet '${name}' is not valid because its IP address range is outside the IP address range of virtual network '${id.split("/").at(-1)}'.`;
      return armError(400, "NetcfgInvalidSubnet", words);
    }
    if (prefixes.some((other) => overlap(other, prefix))) {
      return armError(
        400,
        "NetcfgSubnetRangesOverlap",
        `Subnet '${name}' is not valid because its IP address range overlaps with that of an existing subnet.`,
      );
    }
    prefixes.push(prefix);
  }
  return lost(call, before, subnets) ?? { ...properties, subnets, virtualNetworkPeerings: [] };
}

/** The network's next PUT must not omit a subnet that contains a network interface. */
function lost(call: SubscriptionCall, before: Resource | undefined, subnets: readonly { name: string }[]) {
  const gone = named(before?.properties["subnets"]).filter(({ name }) => !subnets.some((one) => one.name === name));
  const used = gone.find(({ name }) => usersOf(call, `${before?.id}/subnets/${name}`).length > 0);
  if (used === undefined) return undefined;
  return armError(400, "InUseSubnetCannotBeDeleted", `Subnet ${used.name} is in use and cannot be deleted.`);
}

/** Subnets list the interfaces that are in them. */
function withUsers({ id, properties }: Resource, call: SubscriptionCall): Properties {
  const subnets = named(properties["subnets"]).map((subnet) => {
    const ipConfigurations = usersOf(call, `${id}/subnets/${subnet.name}`).map((user) => ({ id: user }));
    return {
      ...subnet,
      properties: { ...subnet.properties, ...(ipConfigurations.length > 0 ? { ipConfigurations } : {}) },
    };
  });
  return { subnets };
}

function usersOf({ stamp }: SubscriptionCall, subnet: string): readonly string[] {
  return [...stamp.resources.values()].flatMap(({ id, properties }) =>
    named(properties["ipConfigurations"])
      .filter((one) => String(at(one.properties, "subnet.id")).toLowerCase() === subnet.toLowerCase())
      .map(({ name }) => `${id}/ipConfigurations/${name}`),
  );
}

/**
 * A static address is assigned at once. Here a dynamic one is too, whereas on a stamp it is assigned when an interface
 * uses it.
 */
function publicAddress({ properties }: Resource, call: SubscriptionCall, before?: Resource): Properties {
  const used = keptOf({ ...call, parameters: {} }, of("publicIPAddresses")).length;
  const {
    publicIPAllocationMethod = "Dynamic",
    publicIPAddressVersion = "IPv4",
    idleTimeoutInMinutes = 4,
  } = properties;
  const ipAddress = before?.properties["ipAddress"] ?? `192.168.102.${32 + used}`;
  const settings = at(properties, "dnsSettings.domainNameLabel");
  const { region, fqdn } = call.stamp.options;
  const dnsSettings =
    typeof settings === "string"
      ? { dnsSettings: { domainNameLabel: settings, fqdn: `${settings}.${region}.cloudapp.${fqdn}` } }
      : {};
  return {
    ...properties,
    publicIPAllocationMethod,
    publicIPAddressVersion,
    idleTimeoutInMinutes,
    ipAddress,
    ...dnsSettings,
  };
}

function networkInterface({ properties, id }: Resource, call: SubscriptionCall): Properties | StampResponse {
  const configurations = named(properties["ipConfigurations"]);
  if (configurations.length === 0) {
    return armError(
      400,
      "NetworkInterfaceMustHaveAtLeastOneIpConfiguration",
      `${id} must have at least one IpConfiguration.`,
    );
  }
  const homeless = configurations.find((one) => typeof at(one.properties, "subnet.id") !== "string");
  if (homeless !== undefined) {
    return armError(
      400,
      "SubnetIsRequired",
      `Subnet reference is required for ipconfiguration ${id}/ipConfigurations/${homeless.name}.`,
    );
  }
  const host = keptOf({ ...call, parameters: {} }, of("networkInterfaces")).length + 4;
  const ipConfigurations = configurations.map((one, index) => ({
    ...one,
    properties: {
      privateIPAllocationMethod: "Dynamic",
      privateIPAddress: `10.0.0.${host + index}`,
      privateIPAddressVersion: "IPv4",
      primary: index === 0,
      ...one.properties,
    },
  }));
  const extras = { dnsSettings: { dnsServers: [], appliedDnsServers: [] }, enableIPForwarding: false };
  return { ...extras, ...properties, ipConfigurations };
}

function machineOf({ id }: Resource, { stamp }: SubscriptionCall): Properties {
  const machine = [...stamp.resources.values()].find(({ properties }) => {
    const own = at(properties, "networkProfile.networkInterfaces");
    return Array.isArray(own) && own.some((one) => String(one?.id).toLowerCase() === id.toLowerCase());
  });
  return machine === undefined ? {} : { virtualMachine: { id: machine.id } };
}

function loadBalancer({ properties }: Resource): Properties {
  const lists = ["frontendIPConfigurations", "backendAddressPools", "loadBalancingRules", "probes", "inboundNatRules"];
  const empty = Object.fromEntries(lists.map((list) => [list, []]));
  return { ...empty, ...properties };
}

interface Named {
  readonly name: string;
  readonly properties: Properties;
}

function named(value: unknown): readonly Named[] {
  return (Array.isArray(value) ? value : [])
    .filter(isObject)
    .map(({ name, properties }) => ({ name: String(name), properties: isObject(properties) ? properties : {} }));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function invalidPrefix(prefix: string, id: string): StampResponse {
  return armError(
    400,
    "InvalidAddressPrefixFormat",
    `Address prefix ${prefix} of resource ${id} is not formatted correctly.`,
  );
}

function usage(call: SubscriptionCall, type: string): Record<string, unknown> {
  const value = type.split("/").at(-1) ?? "";
  return { currentValue: keptOf(call, type).length, limit: 50, unit: "Count", name: { value, localizedValue: value } };
}
