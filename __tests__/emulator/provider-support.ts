/** A stamp with a group, and calls to its providers with the API versions of the newest profile. */
import type { StampResponse } from "../../emulator/http.ts";
import type { StampOptions } from "../../emulator/stamp/options.ts";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { accessToken, ENABLED, ENDPOINT, send, stampOf } from "./support.ts";

export const SUBSCRIPTION = `/subscriptions/${ENABLED}`;
export const GROUP = `${SUBSCRIPTION}/resourceGroups/Web`;

const VERSIONS: Readonly<Record<string, string>> = {
  "Microsoft.Network": "2018-11-01",
  "Microsoft.Storage": "2019-06-01",
  "Microsoft.Compute": "2020-06-01",
  "Microsoft.Authorization": "2015-07-01",
  "Microsoft.Resources": "2019-10-01",
};

/** @param version if absent, that of the profile 2020-09-01-hybrid */
export type Arm = (method: string, path: string, json?: unknown, version?: string) => Promise<StampResponse>;

export async function groupOf(
  options: Partial<StampOptions> = {},
): Promise<{ readonly stamp: Stamp; readonly arm: Arm }> {
  const stamp = await stampOf(options);
  const token = await accessToken(stamp);
  const arm: Arm = (method, path, json, version = versionOf(path)) => {
    const mark = path.includes("?") ? "&" : "?";
    return send(stamp, method, `${ENDPOINT}${path}${mark}api-version=${version}`, { token, json });
  };
  await arm("PUT", GROUP, { location: "local" }, "2018-02-01");
  return { stamp, arm };
}

function versionOf(path: string): string {
  const namespace = path.split("/providers/").at(-1)?.split("/")[0] ?? "";
  if (/\/(?:disks|snapshots)\b/.test(path)) return "2019-07-01";
  return VERSIONS[namespace] ?? "2019-10-01";
}

export const NETWORK = `${GROUP}/providers/Microsoft.Network`;
export const COMPUTE = `${GROUP}/providers/Microsoft.Compute`;

export function networkOf(prefix = "10.0.0.0/24"): object {
  const subnets = [{ name: "one", properties: { addressPrefix: prefix } }];
  return { location: "local", properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] }, subnets } };
}

/** A network interface in the subnet `one` of the network `net`. */
export function cardOf(subnet = `${NETWORK}/virtualNetworks/net/subnets/one`): object {
  return {
    location: "local",
    properties: { ipConfigurations: [{ name: "ip", properties: { subnet: { id: subnet } } }] },
  };
}

export function machineOf(changes: object = {}): object {
  const imageReference = { publisher: "Canonical", offer: "UbuntuServer", sku: "18.04-LTS", version: "latest" };
  const properties = {
    hardwareProfile: { vmSize: "Standard_D1_v2" },
    storageProfile: { imageReference, osDisk: { createOption: "FromImage" } },
    osProfile: { computerName: "vm", adminUsername: "operator", adminPassword: "Passw0rd!" },
    networkProfile: { networkInterfaces: [{ id: `${NETWORK}/networkInterfaces/card` }] },
    ...changes,
  };
  return { location: "local", properties };
}
