/** Which handler answers for which host of the emulator. */
import { resourceManager } from "./arm.ts";
import { graph } from "./graph/graph.ts";
import { graphHost } from "./graph/hosts.ts";
import type { StampRequest, StampResponse } from "./http.ts";
import { dataPlane } from "./keyvault/data-plane.ts";
import { vaultSide } from "./keyvault/vaults.ts";
import { certificateNames, covers, sideOf } from "./stamp/names.ts";
import type { Stamp } from "./stamp/state.ts";
import { blobService } from "./storage/data-plane.ts";
import { isServiceHost } from "./storage/services.ts";
import { adfs } from "./sts/adfs.ts";
import { entra } from "./sts/entra.ts";

export interface ServedNames {
  readonly stamp: readonly string[];
  /** The Entra hosts; none on an AD FS stamp. */
  readonly entra: readonly string[];
  /** The hosts of Microsoft Graph in the Entra cloud; a stamp with AD FS has a graph of its own. */
  readonly graph: readonly string[];
}

/**
 * The names that exist. login.microsoftonline.com exists beside any other login host, because MSAL asks it about hosts
 * that it does not know, and prefers it to login.windows.net.
 */
export function servedNames(stamp: Stamp): ServedNames {
  const { names, options } = stamp;
  const federated = options.idp === "adfs";
  return {
    stamp: certificateNames(names, federated),
    entra: federated ? [] : [...new Set([options.loginHost, "login.microsoftonline.com"])],
    graph: federated ? [] : [graphHost(stamp)],
  };
}

/**
 * Whether a name can be resolved. The names of vaults and storage accounts exist as long as the vault or account does;
 * the certificate does not list them.
 */
export function serves(stamp: Stamp, host: string): boolean {
  const names = servedNames(stamp);
  if (!covers([...names.stamp, ...names.entra, ...names.graph], host)) return false;
  if (isServiceHost(stamp, host)) return stamp.blobServices.has(host.replace(/\.(?:queue|table)\./, ".blob."));
  return vaultSide(stamp, host) === undefined || stamp.vaults.has(host);
}

/** The stamp's answer. */
export async function handle(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  const { host } = request;
  if (host === graphHost(stamp)) return graph(request, stamp);
  if (servedNames(stamp).entra.includes(host)) return entra(request, stamp);
  // http.sys, which serves every name of a stamp, answers this for a name that it does not know.
  if (!serves(stamp, host)) return page(400, "Bad Request - Invalid Hostname");
  const side = sideOf(stamp.names, host);
  if (side !== undefined) return resourceManager(request, stamp, side);
  if (host === stamp.names.adfs) return adfs(request, stamp);
  const vault = stamp.vaults.get(host);
  if (vault !== undefined) return dataPlane(request, stamp, vault);
  const blobs = stamp.blobServices.get(host);
  if (blobs !== undefined) return blobService(request, stamp, blobs);
  // Portals, and queues and tables of storage accounts, have names and certificates here, but nothing answers for them.
  return page(404, "Not Found");
}

function page(status: number, title: string): StampResponse {
  return { status, headers: { "content-type": "text/html; charset=us-ascii" }, body: `<h2>${title}</h2>` };
}
