/** Microsoft.Storage: accounts and their keys in Resource Manager. */

import { armError, invalidContent } from "../arm/errors.ts";
import { keptOf } from "../arm/kept.ts";
import { at, type Kind, type Properties, type Query } from "../arm/kinds.ts";
import type { SubscriptionCall } from "../arm/routes.ts";
import { list } from "../arm/subscriptions.ts";
import { json, jsonObject, type StampResponse } from "../http.ts";
import type { Resource } from "../stamp/contents.ts";
import { makeKey, makeService, serviceHost } from "./services.ts";

const TYPE = "Microsoft.Storage/storageAccounts";
const NAME = /^[a-z0-9]{3,24}$/;
/** A stamp has locally redundant storage only (azure-stack-docs, "Storage differences and considerations"). */
const SKUS = ["Standard_LRS", "Premium_LRS"];
const SERVICES = ["blob", "queue", "table"];

export const kinds: readonly Kind[] = [
  {
    type: TYPE,
    // Azure answers 202, or 200 if the account is created at once; the SDKs do not accept 201.
    created: 200,
    required: ["sku.name"],
    complete: account,
    removed: ({ name }, { stamp }) => stamp.blobServices.delete(serviceHost(stamp, name)),
    actions: { listkeys: listKeys, regeneratekey: regenerateKey },
  },
];

export const queries: readonly Query[] = [
  {
    method: "POST",
    namespace: "Microsoft.Storage",
    pattern: "checkNameAvailability",
    type: "checkNameAvailability",
    answer: checkName,
  },
  ...["usages", "locations/{location}/usages"].map((pattern) => ({
    method: "GET",
    namespace: "Microsoft.Storage",
    pattern,
    type: pattern.replace("{location}/", ""),
    answer: (call: SubscriptionCall) => {
      const name = { value: "StorageAccounts", localizedValue: "Storage Accounts" };
      return list([{ unit: "Count", currentValue: keptOf(call, TYPE).length, limit: 20, name }]);
    },
  })),
];

function account(draft: Resource, call: SubscriptionCall, before: Resource | undefined): Properties | StampResponse {
  const { stamp } = call;
  const { name } = draft;
  if (!NAME.test(name)) return armError(400, "AccountNameInvalid", invalidName(name));
  const host = serviceHost(stamp, name);
  if (before === undefined && stamp.blobServices.has(host)) {
    return armError(409, "StorageAccountAlreadyTaken", `The storage account named ${name} is already taken.`);
  }
  const sku = String(at(draft.envelope, "sku.name"));
  if (!SKUS.includes(sku)) {
    return armError(400, "InvalidValuesForRequestParameters", "Values for request parameters are invalid: sku.name.");
  }
  draft.envelope = { kind: "Storage", ...draft.envelope, sku: { name: sku, tier: sku.split("_")[0] } };
  if (!stamp.blobServices.has(host)) stamp.blobServices.set(host, makeService(name));
  const endpoints = SERVICES.map((service): [string, string] => [
    service,
    `https://${serviceHost(stamp, name, service)}/`,
  ]);
  return {
    supportsHttpsTrafficOnly: true,
    ...draft.properties,
    primaryEndpoints: Object.fromEntries(endpoints),
    primaryLocation: stamp.options.region,
    statusOfPrimary: "available",
    creationTime: before?.properties["creationTime"] ?? new Date(stamp.options.now()).toISOString(),
    encryption: { keySource: "Microsoft.Storage", services: { blob: { enabled: true, keyType: "Account" } } },
  };
}

function listKeys({ name }: Resource, { stamp }: SubscriptionCall): StampResponse {
  const keys = Object.entries(stamp.blobServices.get(serviceHost(stamp, name))?.keys ?? {});
  return json(200, { keys: keys.map(([keyName, value]) => ({ keyName, value, permissions: "FULL" })) });
}

function regenerateKey(resource: Resource, call: SubscriptionCall): StampResponse {
  const { keyName } = jsonObject(call.request) ?? {};
  const service = call.stamp.blobServices.get(serviceHost(call.stamp, resource.name));
  if (service === undefined || (keyName !== "key1" && keyName !== "key2")) {
    return invalidContent("The 'keyName' property is not key1 or key2.");
  }
  service.keys[keyName] = makeKey();
  return listKeys(resource, call);
}

function checkName({ request, stamp }: SubscriptionCall): StampResponse {
  const { name, type } = jsonObject(request) ?? {};
  if (typeof name !== "string" || type !== TYPE) return invalidContent("The 'name' or 'type' property is missing.");
  if (!NAME.test(name))
    return json(200, { nameAvailable: false, reason: "AccountNameInvalid", message: invalidName(name) });
  if (!stamp.blobServices.has(serviceHost(stamp, name))) return json(200, { nameAvailable: true });
  const message = `The storage account named ${name} is already taken.`;
  return json(200, { nameAvailable: false, reason: "AlreadyExists", message });
}

function invalidName(name: string): string {
  return (
    `${name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length ` +
    "and use numbers and lower-case letters only."
  );
}
