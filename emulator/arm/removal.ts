/** What is deleted together with a resource group. */
import type { Stamp } from "../stamp/state.ts";
import { serviceHost } from "../storage/services.ts";

/** Deletes everything below a scope: resources, blob services, deployments and extensions. */
export function deleteResourcesOf(stamp: Stamp, scope: string): void {
  const below = (id: string) => id.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
  for (const { id, type, name } of stamp.resources.values()) {
    if (!below(id)) continue;
    stamp.resources.delete(id.toLowerCase());
    if (type === "Microsoft.Storage/storageAccounts") stamp.blobServices.delete(serviceHost(stamp, name));
  }
  for (const id of stamp.assignments.keys()) if (below(id)) stamp.assignments.delete(id);
  for (const id of stamp.deployments.keys()) if (below(id)) stamp.deployments.delete(id);
}
