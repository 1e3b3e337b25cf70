/**
 * How Key Vault's resource provider reads a vault's `properties`. Names and values are those of the 2016-10-01 and
 * 2019-09-01 specifications. The sentences marked "printed" are Azure's; a stamp's are not published.
 */

import { isObject } from "../http.ts";
import { type AccessPolicy, PERMISSION_KINDS, type PermissionKind, type VaultProperties } from "../stamp/vault.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FLAGS = [
  ...["enabledForDeployment", "enabledForDiskEncryption", "enabledForTemplateDeployment"],
  ...["enableSoftDelete", "enablePurgeProtection"],
];
/** Also the answer to `tenantId: "adfs"`, a tenant that is valid in token requests only. Printed: azure-cli#8840. */
const BAD_JSON = "Bad JSON content found in the request.";

/** All possible permissions, in lower case. */
const PERMISSIONS: Readonly<Record<PermissionKind, readonly string[]>> = {
  keys: [
    ...["all", "encrypt", "decrypt", "wrapkey", "unwrapkey", "sign", "verify", "get", "list", "create", "update"],
    ...["import", "delete", "backup", "restore", "recover", "purge"],
  ],
  secrets: ["all", "get", "list", "set", "delete", "backup", "restore", "recover", "purge"],
  certificates: [
    ...["all", "get", "list", "delete", "create", "import", "update", "managecontacts", "getissuers", "listissuers"],
    ...["setissuers", "deleteissuers", "manageissuers", "recover", "purge", "backup", "restore"],
  ],
  storage: [
    ...["all", "get", "list", "delete", "set", "update", "regeneratekey", "recover", "purge", "backup", "restore"],
    ...["setsas", "listsas", "getsas", "deletesas"],
  ],
};

/** The properties of a new vault, or the sentence that refuses them. Unknown properties are ignored, as Azure does. */
export function readProperties(given: unknown): VaultProperties | string {
  if (!isObject(given)) return missing("properties");
  const { sku, tenantId, accessPolicies } = given;
  if (sku === undefined) return missing("sku");
  // A stamp has no HSM, which `premium` is for. What a stamp answers to `premium` is not known.
  if (!isObject(sku) || sku["family"] !== "A" || String(sku["name"]).toLowerCase() !== "standard") return BAD_JSON;
  if (tenantId === undefined) return missing("tenantId");
  if (typeof tenantId !== "string" || !GUID.test(tenantId)) return BAD_JSON;
  if (accessPolicies === undefined) return missing("accessPolicies");
  const policies = readPolicies(accessPolicies);
  if (typeof policies === "string") return policies;
  const flags = FLAGS.flatMap((name) =>
    given[name] === undefined || given[name] === null ? [] : [[name, given[name]]],
  );
  if (flags.some(([, value]) => typeof value !== "boolean")) return BAD_JSON;
  return {
    sku: { family: "A", name: "standard" },
    tenantId,
    accessPolicies: policies,
    flags: Object.fromEntries(flags),
  };
}

/** The properties changed by a PATCH, or the sentence that refuses the change. */
export function changeProperties(before: VaultProperties, given: unknown): VaultProperties | string {
  const { flags, ...named } = before;
  return isObject(given) ? readProperties({ ...flags, ...named, ...given }) : BAD_JSON;
}

function readPolicies(given: unknown): readonly AccessPolicy[] | string {
  if (!Array.isArray(given)) return BAD_JSON;
  const policies = given.map(readPolicy);
  return policies.every((policy) => policy !== undefined) ? policies : BAD_JSON;
}

function readPolicy(given: unknown): AccessPolicy | undefined {
  if (!isObject(given)) return undefined;
  const { tenantId, objectId, permissions } = given;
  // The specification allows any text as an object ID, but the IDs of directory objects are GUIDs.
  if (typeof tenantId !== "string" || typeof objectId !== "string") return undefined;
  if (!GUID.test(tenantId) || !GUID.test(objectId) || !isObject(permissions)) return undefined;
  const read: Partial<Record<PermissionKind, readonly string[]>> = {};
  for (const kind of PERMISSION_KINDS) {
    const names = permissions[kind] ?? [];
    if (!Array.isArray(names) || !names.every((name) => PERMISSIONS[kind].includes(String(name).toLowerCase()))) {
      return undefined;
    }
    if (permissions[kind] !== undefined && permissions[kind] !== null) read[kind] = names.map(String);
  }
  return { tenantId, objectId, permissions: read };
}

/** Printed for `accessPolicies`: azure-sdk-for-net#28677. */
function missing(name: string): string {
  return `The parameter ${name} is not specified.`;
}
