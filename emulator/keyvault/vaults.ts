/** Key vaults as a stamp keeps them: by host name, since a vault's name is its DNS name and so unique on the stamp. */
import type { Side } from "../names.ts";
import type { Stamp } from "../state.ts";

export const PERMISSION_KINDS = ["keys", "secrets", "certificates", "storage"] as const;
export type PermissionKind = (typeof PERMISSION_KINDS)[number];

/** What one identity may do. `all` stands for every permission of its kind. */
export interface AccessPolicy {
  readonly tenantId: string;
  readonly objectId: string;
  readonly permissions: Readonly<Partial<Record<PermissionKind, readonly string[]>>>;
}

export interface VaultProperties {
  readonly sku: { readonly family: "A"; readonly name: "standard" };
  readonly tenantId: string;
  readonly accessPolicies: readonly AccessPolicy[];
  /** `enabledFor…` and the like. */
  readonly flags: Readonly<Record<string, boolean>>;
}

/** Times are seconds since 1970. */
export interface SecretVersion {
  readonly version: string;
  readonly value: string;
  readonly contentType: string | undefined;
  readonly tags: Readonly<Record<string, unknown>> | undefined;
  readonly attributes: SecretAttributes;
}

export interface SecretAttributes {
  readonly enabled: boolean;
  readonly nbf?: number;
  readonly exp?: number;
  readonly created: number;
  readonly updated: number;
}

/** The versions of one secret, oldest first; never empty. */
export interface Secret {
  readonly name: string;
  versions: readonly [SecretVersion, ...SecretVersion[]];
}

export interface Vault {
  readonly name: string;
  readonly host: string;
  readonly side: Side;
  /** ID of the subscription, lower case. */
  readonly subscription: string;
  /** Name of the resource group, lower case. */
  readonly group: string;
  readonly location: string;
  tags: Readonly<Record<string, unknown>>;
  properties: VaultProperties;
  /** By lower-case name. */
  readonly secrets: Map<string, Secret>;
}

/**
 * `<vault>.vault.<region>.<fqdn>`, or `.adminvault.` for those that were made through the operator's Resource Manager.
 */
export function vaultHost(stamp: Stamp, side: Side, name: string): string {
  return `${name}.${side === "admin" ? "adminvault" : "vault"}.${stamp.names.domain}`.toLowerCase();
}

/** Which side's vaults a host below the stamp's domain belongs to, or undefined when it is no vault's. */
export function vaultSide(stamp: Stamp, host: string): Side | undefined {
  const parent = host.slice(host.indexOf(".") + 1);
  if (parent === `vault.${stamp.names.domain}`) return "user";
  return parent === `adminvault.${stamp.names.domain}` ? "admin" : undefined;
}

/**
 * What a token for Key Vault must be issued for: Resource Manager's audience with `management` replaced by `vault`
 * (Azure-Samples/Hybrid-KeyVault-Python-Manage-Secrets-Cert-Based-Service-Principal; azure-cli#30352 shows a stamp's
 * own challenge).
 */
export function vaultAudience(stamp: Stamp, side: Side): string {
  return stamp.audiences[side].replace("management", "vault");
}

/** Deletes the vaults of a group with all that is in them: stamps know no soft delete (azure-cli#27967). */
export function deleteVaultsOf(stamp: Stamp, subscription: string, group: string): void {
  for (const vault of stamp.vaults.values()) {
    if (vault.subscription === subscription.toLowerCase() && vault.group === group.toLowerCase()) {
      stamp.vaults.delete(vault.host);
    }
  }
}
