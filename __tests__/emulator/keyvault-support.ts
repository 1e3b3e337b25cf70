/** A stamp whose subscription has Key Vault and a group, and calls to its vaults. */

import type { StampResponse } from "../../emulator/http.ts";
import type { StampOptions } from "../../emulator/stamp/options.ts";
import type { Stamp } from "../../emulator/stamp/state.ts";
import { accessToken, ENABLED, ENDPOINT, type Init, send, stampOf } from "./support.ts";

export const GROUP = `/subscriptions/${ENABLED}/resourceGroups/Web`;
export const VAULTS = `${GROUP}/providers/Microsoft.KeyVault/vaults`;

export interface Manager {
  readonly stamp: Stamp;
  /** Calls Resource Manager. */
  arm(method: string, path: string, json?: unknown, version?: string): Promise<StampResponse>;
}

/** @param registered whether the subscription has the provider */
export async function managerOf(options: Partial<StampOptions> = {}, registered = true): Promise<Manager> {
  const stamp = await stampOf(options);
  const token = await accessToken(stamp);
  const arm: Manager["arm"] = (method, path, json, version = "2016-10-01") => {
    const mark = path.includes("?") ? "&" : "?";
    return send(stamp, method, `${ENDPOINT}${path}${mark}api-version=${version}`, { token, json });
  };
  const register = `/subscriptions/${ENABLED}/providers/Microsoft.KeyVault`;
  if (registered) {
    await arm("POST", `${register}/register`, undefined, "2018-02-01");
    while (!(await arm("GET", register, undefined, "2018-02-01")).body.includes('"Registered"'));
  }
  await arm("PUT", GROUP, { location: "local" }, "2018-02-01");
  return { stamp, arm };
}

/** A valid document of a vault, with these changes. The application has these permissions on its secrets. */
export function vaultOf(stamp: Stamp, permissions: readonly string[] = ["all"], changes: object = {}) {
  const tenantId = stamp.tenant.id;
  const policy = { tenantId, objectId: stamp.application.objectId, permissions: { secrets: permissions } };
  const properties = { tenantId, sku: { family: "A", name: "standard" }, accessPolicies: [policy], ...changes };
  return { location: "local", properties };
}

export const HOST = "https://kv-one.vault.local.azurestack.external";

/** A vault with this policy for the application, and calls to it. */
export interface Keeper {
  readonly stamp: Stamp;
  readonly audience: string;
  /** Calls the vault's data plane, with a valid token unless `init` has another. */
  kv(method: string, path: string, json?: unknown, init?: Init): Promise<StampResponse>;
}

export async function keeperOf(
  options: Partial<StampOptions> = {},
  permissions: readonly string[] = ["all"],
  changes = {},
): Promise<Keeper> {
  const { stamp, arm } = await managerOf(options);
  await arm("PUT", `${VAULTS}/Kv-One`, vaultOf(stamp, permissions, changes));
  const audience = stamp.audiences.user.replace("management", "vault");
  const token = await accessToken(stamp, audience);
  return {
    stamp,
    audience,
    kv: (method, path, json, init = { token }) => {
      const url = `${HOST}${path}${path.includes("?") ? "&" : "?"}api-version=2016-10-01`;
      return send(stamp, method, url, { json, ...init });
    },
  };
}
