/** Key vaults, as a stamp stores them. */
import type { Side } from "./names.ts";

export const PERMISSION_KINDS = ["keys", "secrets", "certificates", "storage"] as const;
export type PermissionKind = (typeof PERMISSION_KINDS)[number];

/** What one identity may do. `all` means every permission of its kind. */
export interface AccessPolicy {
  readonly tenantId: string;
  readonly objectId: string;
  readonly permissions: Readonly<Partial<Record<PermissionKind, readonly string[]>>>;
}

export interface VaultProperties {
  readonly sku: { readonly family: "A"; readonly name: "standard" };
  readonly tenantId: string;
  readonly accessPolicies: readonly AccessPolicy[];
  /** `enabledFor…` and similar. */
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
