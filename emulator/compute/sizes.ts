/** Some of the sizes of virtual machines that the documentation lists for stamps. */

import type { Query } from "../arm/kinds.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";

const SIZES: Readonly<Record<string, readonly [cores: number, memory: number, disks: number]>> = {
  Basic_A1: [1, 1792, 2],
  Standard_A1: [1, 1792, 2],
  Standard_A2_v2: [2, 4096, 4],
  Standard_D1_v2: [1, 3584, 4],
  Standard_D2_v2: [2, 7168, 8],
  Standard_DS1_v2: [1, 3584, 4],
  Standard_DS2_v2: [2, 7168, 8],
  Standard_F2s_v2: [2, 4096, 4],
};

const answer = (method: "locations/vmSizes" | "locations/usages" | "skus", pattern: string, make: Query["answer"]) => ({
  ...{ method: "GET", namespace: "Microsoft.Compute", pattern, type: method, answer: make },
});

export const SIZE_QUERIES: readonly Query[] = [
  answer("locations/vmSizes", "locations/{location}/vmSizes", () => list(sizes())),
  answer("locations/usages", "locations/{location}/usages", () => {
    const name = { value: "cores", localizedValue: "Total Regional vCPUs" };
    return list([{ unit: "Count", currentValue: 0, limit: 100, name }]);
  }),
  answer("skus", "skus", (call) => list(skus(call))),
];

export function isSize(name: string): boolean {
  return Object.keys(SIZES).some((one) => one.toLowerCase() === name.toLowerCase());
}

export function sizes(): readonly Record<string, unknown>[] {
  return Object.entries(SIZES).map(([name, [numberOfCores, memoryInMB, maxDataDiskCount]]) => ({
    ...{ name, numberOfCores, memoryInMB, maxDataDiskCount, osDiskSizeInMB: 1047552, resourceDiskSizeInMB: 20480 },
  }));
}

function skus({ stamp }: SubscriptionCall): readonly Record<string, unknown>[] {
  const { region } = stamp.options;
  const common = { resourceType: "virtualMachines", locations: [region], restrictions: [], capabilities: [] };
  const locationInfo = [{ location: region, zones: [] }];
  return Object.keys(SIZES).map((name) => ({
    ...common,
    name,
    tier: "Standard",
    size: name.split("_")[1],
    locationInfo,
  }));
}
