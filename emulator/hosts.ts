/** Which host of the emulator answers with what. */
import { resourceManager } from "./arm.ts";
import type { StampRequest, StampResponse } from "./http.ts";
import { certificateNames, covers, sideOf } from "./names.ts";
import type { Stamp } from "./state.ts";
import { adfs } from "./sts/adfs.ts";
import { entra } from "./sts/entra.ts";
import { vault } from "./vault.ts";

export interface ServedNames {
  readonly stamp: readonly string[];
  /** The Entra hosts; none on an AD FS stamp. */
  readonly entra: readonly string[];
}

/**
 * The names that exist. login.microsoftonline.com always does beside another login host: MSAL asks it about hosts that
 * it does not know, and prefers it to login.windows.net.
 */
export function servedNames({ names, options }: Stamp): ServedNames {
  const federated = options.idp === "adfs";
  return {
    stamp: certificateNames(names, federated),
    entra: federated ? [] : [...new Set([options.loginHost, "login.microsoftonline.com"])],
  };
}

/** The stamp's answer. */
export async function handle(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  const { host } = request;
  const served = servedNames(stamp);
  if (served.entra.includes(host)) return entra(request, stamp);
  // http.sys, which serves every name of a stamp, says this of a name that it does not have.
  if (!covers(served.stamp, host)) return page(400, "Bad Request - Invalid Hostname");
  const side = sideOf(stamp.names, host);
  if (side !== undefined) return resourceManager(request, stamp, side);
  if (host === stamp.names.adfs) return adfs(request, stamp);
  if (host.includes(".vault.") || host.includes(".adminvault.")) return vault(request, stamp);
  // Portals, the graph and storage accounts have names and certificates here, and nothing behind them.
  return page(404, "Not Found");
}

function page(status: number, title: string): StampResponse {
  return { status, headers: { "content-type": "text/html; charset=us-ascii" }, body: `<h2>${title}</h2>` };
}
