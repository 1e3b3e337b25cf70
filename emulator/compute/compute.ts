/** Microsoft.Compute: disks and similar types; machines and the marketplace are in other files of this folder. */

import { armError } from "../arm/errors.ts";
import { at, type Kind, type Properties, type Query } from "../arm/kinds.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { operationsOf } from "../arm/slow.ts";
import type { StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import { GALLERY_QUERIES } from "./gallery.ts";
import { EXTENSIONS, MACHINES } from "./machines.ts";
import { SIZE_QUERIES } from "./sizes.ts";

const SOURCES = ["Empty", "Copy", "Import", "FromImage", "Upload"];

/** Disks and snapshots are created with status 200 or 202; the SDKs do not accept 201. */
export const kinds: readonly Kind[] = [
  { type: "Microsoft.Compute/availabilitySets", required: [], complete: availabilitySet, inUse: "OperationNotAllowed" },
  {
    type: "Microsoft.Compute/disks",
    required: ["properties.creationData.createOption"],
    created: 200,
    complete: disk,
    inUse: "OperationNotAllowed",
  },
  {
    type: "Microsoft.Compute/snapshots",
    created: 200,
    required: ["properties.creationData.createOption"],
    complete: disk,
  },
  { type: "Microsoft.Compute/images", required: [], complete: image },
  MACHINES,
  EXTENSIONS,
];

export const queries: readonly Query[] = [...GALLERY_QUERIES, ...SIZE_QUERIES, operationsOf("Microsoft.Compute")];

function availabilitySet(draft: Resource): Properties {
  draft.envelope = { sku: { name: "Classic" }, ...draft.envelope };
  return { platformFaultDomainCount: 2, platformUpdateDomainCount: 5, virtualMachines: [], ...draft.properties };
}

function disk(draft: Resource, { stamp }: SubscriptionCall, before?: Resource): Properties | StampResponse {
  const { properties } = draft;
  const option = String(at(properties, "creationData.createOption"));
  const source = SOURCES.find((one) => one.toLowerCase() === option.toLowerCase());
  if (source === undefined) return armError(400, "InvalidParameter", "The value of parameter createOption is invalid.");
  const size = properties["diskSizeGB"];
  if (source === "Empty" && typeof size !== "number") {
    return armError(400, "InvalidParameter", "Required parameter 'disk.diskSizeGB' is missing (null).");
  }
  draft.envelope = { sku: { name: "Standard_LRS", tier: "Standard" }, ...draft.envelope };
  const timeCreated = before?.properties["timeCreated"] ?? new Date(stamp.options.now()).toISOString();
  return { diskState: "Unattached", diskSizeGB: 31, timeCreated, ...properties };
}

function image({ properties }: Resource): Properties | StampResponse {
  const from = at(properties, "sourceVirtualMachine.id") ?? at(properties, "storageProfile.osDisk");
  if (from !== undefined) return properties;
  return armError(400, "InvalidParameter", "Required parameter 'storageProfile' is missing (null).");
}
