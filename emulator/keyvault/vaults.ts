/** A stamp's key vaults, by host name: a vault's name is its DNS name and so unique on the stamp. */
import type { Side } from "../stamp/names.ts";
import type { Stamp } from "../stamp/state.ts";

/**
 * `<vault>.vault.<region>.<fqdn>`, or `.adminvault.` for those that were made through the operator's Resource Manager.
 */
export function vaultHost(stamp: Stamp, side: Side, name: string): string {
  return `${name}.${side === "admin" ? "adminvault" : "vault"}.${stamp.names.domain}`.toLowerCase();
}

/** The side whose vaults have this host name, or undefined if it is not the name of a vault. */
export function vaultSide(stamp: Stamp, host: string): Side | undefined {
  const parent = host.slice(host.indexOf(".") + 1);
  if (parent === `vault.${stamp.names.domain}`) return "user";
  return parent === `adminvault.${stamp.names.domain}` ? "admin" : undefined;
}

/**
 * The audience of tokens for Key Vault: Resource Manager's audience with `management` replaced by `vault`
 * (Azure-Samples/Hybrid-KeyVault-Python-Manage-Secrets-Cert-Based-Service-Principal; azure-cli#30352 shows a stamp's
 * own challenge).
 */
export function vaultAudience(stamp: Stamp, side: Side): string {
  return stamp.audiences[side].replace("management", "vault");
}

/** Deletes the vaults of a group and their content: stamps have no soft delete (azure-cli#27967). */
export function deleteVaultsOf(stamp: Stamp, subscription: string, group: string): void {
  for (const vault of stamp.vaults.values()) {
    if (vault.subscription === subscription.toLowerCase() && vault.group === group.toLowerCase()) {
      stamp.vaults.delete(vault.host);
    }
  }
}
