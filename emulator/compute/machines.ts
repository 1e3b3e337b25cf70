/**
 * Virtual machines. They have a size and an image that the stamp has, interfaces that exist, and a disk that is created
 * with them.
 */

import { randomUUID } from "node:crypto";
import { armError } from "../arm/errors.ts";
import { at, type Kind, type Properties } from "../arm/kinds.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { empty, isObject, json, type StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import { findImage, imageNotFound } from "./gallery.ts";
import { isSize, sizes } from "./sizes.ts";

const TYPE = "Microsoft.Compute/virtualMachines";
const ACTIONS = { start: "running", restart: "running", poweroff: "stopped", deallocate: "deallocated" };

export const MACHINES: Kind = {
  type: TYPE,
  slow: true,
  required: [
    "properties.hardwareProfile.vmSize",
    "properties.storageProfile",
    "properties.networkProfile.networkInterfaces",
  ],
  complete: machine,
  view: ({ properties }, { request }) =>
    request.query.get("$expand") === "instanceView" ? {} : { instanceView: properties["instanceView"] && undefined },
  actions: {
    ...Object.fromEntries(Object.entries(ACTIONS).map(([name, state]) => [name, (one: Resource) => turn(one, state)])),
    redeploy: () => empty(200),
    generalize: () => empty(200),
  },
  reads: {
    instanceview: ({ properties }) => json(200, properties["instanceView"]),
    vmsizes: () => list(sizes()),
  },
};

export const EXTENSIONS: Kind = {
  type: `${TYPE}/extensions`,
  slow: true,
  required: ["properties.publisher", "properties.type", "properties.typeHandlerVersion"],
  // Protected settings are never returned.
  view: () => ({ protectedSettings: undefined }),
};

function machine(draft: Resource, call: SubscriptionCall, before?: Resource): Properties | StampResponse {
  const { properties } = draft;
  const size = String(at(properties, "hardwareProfile.vmSize"));
  if (!isSize(size)) {
    return armError(400, "InvalidParameter", `The value ${size} provided for the VM size is not valid.`);
  }
  const reference = at(properties, "storageProfile.imageReference");
  if (isObject(reference) && reference["id"] === undefined) {
    const [publisher, offer, sku, version] = ["publisher", "offer", "sku", "version"].map((name) =>
      String(reference[name]),
    );
    const found = findImage(publisher ?? "", offer ?? "", sku ?? "", version ?? "");
    if (found === undefined) return imageNotFound([publisher, offer, sku, version].join(":"));
  }
  const attached = at(properties, "storageProfile.osDisk.createOption");
  const profile = at(properties, "osProfile");
  if (before === undefined && String(attached).toLowerCase() === "fromimage" && !isObject(profile)) {
    return armError(400, "InvalidParameter", "Required parameter 'osProfile' is missing (null).");
  }
  return { ...properties, ...withDisk(draft, call, before), ...running(before), ...withoutPassword(profile) };
}

/** The disk of the operating system. It is created with the machine and remains when the machine is deleted. */
function withDisk(draft: Resource, { stamp }: SubscriptionCall, before?: Resource): Properties {
  const storage = at(draft.properties, "storageProfile");
  const disk = at(storage, "osDisk");
  if (!isObject(storage) || !isObject(disk) || before !== undefined) return { storageProfile: storage };
  if (typeof at(disk, "managedDisk.id") === "string" || disk["vhd"] !== undefined) return { storageProfile: storage };
  const name =
    typeof disk["name"] === "string" ? disk["name"] : `${draft.name}_OsDisk_1_${randomUUID().replaceAll("-", "")}`;
  const id = draft.id.replace(/\/virtualMachines\/[^/]+$/i, `/disks/${name}`);
  stamp.resources.set(id.toLowerCase(), {
    ...draft,
    ...{ id, name, type: "Microsoft.Compute/disks" },
    envelope: { location: draft.envelope["location"], sku: { name: "Standard_LRS", tier: "Standard" } },
    properties: {
      diskSizeGB: 31,
      diskState: "Attached",
      creationData: { createOption: "FromImage" },
      provisioningState: "Succeeded",
    },
  });
  const managedDisk = {
    storageAccountType: "Standard_LRS",
    ...(isObject(disk["managedDisk"]) ? disk["managedDisk"] : {}),
    id,
  };
  const osType = at(storage, "imageReference.publisher") === "MicrosoftWindowsServer" ? "Windows" : "Linux";
  return { storageProfile: { dataDisks: [], ...storage, osDisk: { osType, ...disk, name, managedDisk } } };
}

function running(before?: Resource): Properties {
  const { vmId = randomUUID(), instanceView = powered("running") } = before?.properties ?? {};
  return { vmId, instanceView };
}

function withoutPassword(profile: unknown): Properties {
  if (!isObject(profile)) return {};
  const { adminPassword: _, ...osProfile } = profile;
  return { osProfile: { secrets: [], allowExtensionOperations: true, ...osProfile } };
}

function turn(resource: Resource, state: string): StampResponse {
  resource.properties = { ...resource.properties, instanceView: powered(state) };
  return empty(200);
}

function powered(state: string): Properties {
  const level = "Info";
  return {
    statuses: [
      { code: "ProvisioningState/succeeded", level, displayStatus: "Provisioning succeeded" },
      { code: `PowerState/${state}`, level, displayStatus: `VM ${state}` },
    ],
  };
}
