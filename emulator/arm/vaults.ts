/**
 * Vaults as resources of Resource Manager. Calls that arrive here have passed the checks that apply to every resource
 * type.
 */

import { empty, isObject, json, jsonObject, type StampResponse } from "../http.ts";
import { changeProperties, readProperties } from "../keyvault/properties.ts";
import { vaultHost } from "../keyvault/vaults.ts";
import type { ResourceGroup } from "../stamp/contents.ts";
import type { Vault, VaultProperties } from "../stamp/vault.ts";
import { armError, invalidContent, locationRequired, methodNotAllowed } from "./errors.ts";
import { beingDeleted, findGroup, sameLocation } from "./groups.ts";
import { wrongLocation } from "./refusals.ts";
import type { SubscriptionCall } from "./routes.ts";
import { list } from "./subscriptions.ts";

export const VAULT_TYPE = "Microsoft.KeyVault/vaults";

/** The vaults of the call's subscription and side, or of its group when it names one. */
export function vaultsOf({ stamp, side, subscription, parameters }: SubscriptionCall): readonly Vault[] {
  const group = parameters["group"]?.toLowerCase();
  return [...stamp.vaults.values()].filter(
    (vault) =>
      vault.side === side &&
      vault.subscription === subscription.id.toLowerCase() &&
      (group === undefined || vault.group === group),
  );
}

/** A vault as lists of all resource types show it. */
export function vaultResource(call: SubscriptionCall, vault: Vault): Record<string, unknown> {
  const { name, location, tags } = vault;
  const group = findGroup(call.subscription, vault.group)?.name ?? vault.group;
  const id = `/subscriptions/${call.subscription.id}/resourceGroups/${group}/providers/${VAULT_TYPE}/${name}`;
  return { id, name, type: VAULT_TYPE, location, tags };
}

/** Answers the call of the collection, if no vault is named. */
export function listVaults(call: SubscriptionCall): StampResponse {
  return list(vaultsOf(call).map((vault) => view(call, vault)));
}

/** One vault; undefined if it does not exist although the method requires it. */
export function vault(call: SubscriptionCall, group: ResourceGroup, name: string): StampResponse | undefined {
  const { request } = call;
  const found = vaultsOf(call).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  switch (request.method) {
    case "PUT":
      return putVault(call, group, name, found);
    case "DELETE":
      // Deleting a vault that does not exist is not an error: ARM answers 204.
      if (found === undefined) return empty(204);
      call.stamp.vaults.delete(found.host);
      return empty(200);
    case "GET":
      return found === undefined ? undefined : json(200, view(call, found));
    case "HEAD":
      return found === undefined ? undefined : empty(204);
    case "PATCH":
      return found === undefined ? undefined : patchVault(call, found);
    default:
      return methodNotAllowed(request.method);
  }
}

/**
 * Azure says `RegisteringDns` in the answer to the first PUT, and `Succeeded` later. Whether the registration takes
 * time on a stamp too is not known; here a vault can be used at once.
 */
function putVault(
  call: SubscriptionCall,
  group: ResourceGroup,
  name: string,
  before: Vault | undefined,
): StampResponse {
  const { request, stamp, side, subscription } = call;
  if (group.state === "Deleting") return beingDeleted(group);
  const body = jsonObject(request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const { location, tags = {}, properties: given } = body;
  if (typeof location !== "string" || location === "") return locationRequired();
  if (!isObject(tags)) return invalidContent("The 'tags' property is not an object.");
  const { region } = stamp.options;
  if (!sameLocation(location, region)) return wrongLocation(location, region, VAULT_TYPE);
  if (!validName(name)) return invalidName(name);
  const properties = readProperties(given);
  if (typeof properties === "string") return refused(properties);
  const host = vaultHost(stamp, side, name);
  if (before === undefined && stamp.vaults.has(host)) return nameTaken(name);
  const made: Vault = {
    name: before?.name ?? name,
    host,
    side,
    subscription: subscription.id.toLowerCase(),
    group: group.name.toLowerCase(),
    location: region,
    tags,
    properties,
    secrets: before?.secrets ?? new Map(),
  };
  stamp.vaults.set(host, made);
  return json(before === undefined ? 201 : 200, view(call, made));
}

function patchVault(call: SubscriptionCall, vault: Vault): StampResponse {
  const body = jsonObject(call.request);
  if (body === undefined) return invalidContent("The request body is not a JSON object.");
  const { tags = vault.tags, properties: given = {} } = body;
  if (!isObject(tags)) return invalidContent("The 'tags' property is not an object.");
  const properties: VaultProperties | string = changeProperties(vault.properties, given);
  if (typeof properties === "string") return refused(properties);
  Object.assign(vault, { tags, properties });
  return json(200, view(call, vault));
}

function view(call: SubscriptionCall, vault: Vault): Record<string, unknown> {
  const { flags, ...properties } = vault.properties;
  const vaultUri = `https://${vault.host}/`;
  return {
    ...vaultResource(call, vault),
    properties: { ...properties, ...flags, vaultUri, provisioningState: "Succeeded" },
  };
}

/** 3 to 24 letters, digits and hyphens; a letter first, a letter or digit last, no two hyphens in a row. */
function validName(name: string): boolean {
  return /^[a-z][a-z0-9-]{1,22}[a-z0-9]$/i.test(name) && !name.includes("--");
}

/** Azure printed this: hashicorp/terraform-provider-azurerm and others quote it. */
function invalidName(name: string): StampResponse {
  const words =
    `The vault name '${name}' is invalid. A vault's name must be between 3-24 alphanumeric characters. The name must ` +
    "begin with a letter, end with a letter or digit, and not contain consecutive hyphens.";
  return fromProvider(400, "VaultNameNotValid", words);
}

/** Azure printed this, followed by more about soft delete (Azure/ARO-Landing-Zone-Accelerator#28). */
function nameTaken(name: string): StampResponse {
  const words =
    `The vault name '${name}' is already in use. Vault names are globaly unique so it is possible that the name is ` +
    "already taken.";
  return fromProvider(409, "VaultAlreadyExists", words);
}

function refused(words: string): StampResponse {
  return fromProvider(400, "BadRequest", words);
}

function fromProvider(status: number, code: string, words: string): StampResponse {
  return armError(status, code, words, { "x-ms-failure-cause": "service" });
}
