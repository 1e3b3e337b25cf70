/**
 * Resources. A call must be one that the build can answer (a known namespace, type and API version, a registered
 * provider). It is then passed to the code that stores the type. For types that are not stored, lists are empty and
 * names unknown.
 */

import { extension } from "../authorization/extensions.ts";
import * as COMPUTE from "../compute/compute.ts";
import { type StampResponse, segments } from "../http.ts";
import * as NETWORK from "../network/network.ts";
import type { Provider } from "../stamp/builds.ts";
import type { ResourceGroup } from "../stamp/contents.ts";
import * as BLOB_KINDS from "../storage/accounts.ts";
import { armError, methodNotAllowed } from "./errors.ts";
import { withGroup } from "./groups.ts";
import { idOf, kept, listKept } from "./keeping.ts";
import type { Kind, Query } from "./kinds.ts";
import { listResources } from "./lists.ts";
import { part } from "./parts.ts";
import { findProvider, invalidNamespace, refuseType } from "./providers.ts";
import { resourceNotFound, unknownType } from "./refusals.ts";
import { match, type Route, type SubscriptionCall } from "./routes.ts";
import { slowly } from "./slow.ts";
import { list } from "./subscriptions.ts";
import { listVaults, VAULT_TYPE, vault } from "./vaults.ts";

const SUBSCRIPTION = "/subscriptions/{subscription}";
const GROUP = `${SUBSCRIPTION}/resourcegroups/{group}`;
const METHODS = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"];
const KINDS: readonly Kind[] = [...NETWORK.kinds, ...COMPUTE.kinds, ...BLOB_KINDS.kinds];
const QUERIES: readonly Query[] = [...NETWORK.queries, ...COMPUTE.queries, ...BLOB_KINDS.queries];

export const RESOURCE_ROUTES: readonly Route<SubscriptionCall>[] = [
  { method: "GET", pattern: `${SUBSCRIPTION}/resources`, versions: "manager", answer: listResources },
  {
    method: "GET",
    pattern: `${GROUP}/resources`,
    versions: "manager",
    answer: (call) => withGroup(call, () => listResources(call)),
  },
  ...METHODS.flatMap((method): Route<SubscriptionCall>[] => [
    {
      method,
      pattern: `${SUBSCRIPTION}/providers/{namespace}/{type...}`,
      versions: "type",
      answer: (call) => resource(call),
    },
    {
      method,
      pattern: `${GROUP}/providers/{namespace}/{type...}`,
      versions: "type",
      answer: (call) => withGroup(call, (group) => resource(call, group)),
    },
  ]),
];

/** The kind of a type, or undefined if the type is not stored. */
export function kindOf(type: string): Kind | undefined {
  return KINDS.find((kind) => kind.type.toLowerCase() === type.toLowerCase());
}

/**
 * Answers the call of a resource by its ID within another call, as deployments need it.
 *
 * @param version undefined: the newest API version of the type
 */
export function answerResource(
  call: SubscriptionCall,
  method: string,
  id: string,
  version: string | undefined,
  body: Readonly<Record<string, unknown>>,
): StampResponse {
  const parameters = [`${GROUP}/providers/{namespace}/{type...}`, `${SUBSCRIPTION}/providers/{namespace}/{type...}`]
    .map((pattern) => match(pattern, segments(id)))
    .find((found) => found !== undefined);
  if (parameters === undefined) return armError(400, "InvalidTemplate", `'${id}' is no resource.`);
  const provider = findProvider(call.stamp, parameters["namespace"] ?? "");
  const { types } = split(provider ?? { namespace: "", types: [] }, parameters["type"] ?? "", method);
  const type = provider?.types.find(({ name }) => name.toLowerCase() === types.join("/").toLowerCase());
  const query = new URLSearchParams({ "api-version": version ?? type?.apiVersions[0] ?? "" });
  const request = { ...call.request, method, path: id, query, body: JSON.stringify(body) };
  const inner = { ...call, request, parameters };
  return parameters["group"] === undefined ? resource(inner) : withGroup(inner, (group) => resource(inner, group));
}

/** Answers the call of a resource type's collection, or of one resource. The group exists if the path names one. */
function resource(call: SubscriptionCall, group?: ResourceGroup): StampResponse {
  const { namespace = "", type: path = "" } = call.parameters;
  const extended = extension(call, group, [namespace, ...segments(path)]);
  if (extended !== undefined) return extended;
  const provider = findProvider(call.stamp, namespace);
  if (provider === undefined) return invalidNamespace(namespace);
  const query = QUERIES.find((one) => fits(one, call, provider, path));
  if (query !== undefined)
    return refuseType(call, provider, query.type) ?? query.answer(withParameters(call, query, path));
  const { types, names, rest } = split(provider, path, call.request.method);
  const type = types.join("/");
  const refusal = refuseType(call, provider, type);
  if (refusal !== undefined) return refusal;
  const full = `${provider.namespace}/${type}`;
  if (full.toLowerCase() === VAULT_TYPE.toLowerCase()) return vaults(call, group, names, full);
  return keptResource(call, group, full, names, rest);
}

function keptResource(
  call: SubscriptionCall,
  group: ResourceGroup | undefined,
  type: string,
  names: readonly string[],
  rest: readonly string[],
): StampResponse {
  const { method } = call.request;
  const kind = kindOf(type);
  const whole = type.split("/").length - 1 === names.length;
  if (kind === undefined) return partOrNothing(call, group, type, names);
  if (!whole) {
    if (method !== "GET") return methodNotAllowed(method);
    return listKept(call, kind, ownerOf(call, group, type, names));
  }
  if (group === undefined) {
    return method === "GET" ? resourceNotFound(`${type}/${names.join("/")}`, undefined) : methodNotAllowed(method);
  }
  if (rest.length === 0) return kept(call, kind, group, names);
  const found = call.stamp.resources.get(idOf(call, group, kind.type, names).toLowerCase());
  if (found === undefined) return resourceNotFound(`${kind.type}/${names.join("/")}`, group.name);
  const table = method === "POST" ? kind.actions : kind.reads;
  const answer = table?.[rest.join("/").toLowerCase()]?.(found, call);
  if (answer !== undefined) return kind.slow === undefined ? answer : slowly(call, answer, found);
  return unknownType(kind.type, rest.join("/"), call.request.query.get("api-version") ?? "");
}

function ownerOf(call: SubscriptionCall, group: ResourceGroup | undefined, type: string, names: readonly string[]) {
  if (group === undefined || names.length === 0) return undefined;
  const id = idOf(
    call,
    group,
    type
      .split("/")
      .slice(0, names.length + 1)
      .join("/"),
    names,
  );
  return call.stamp.resources.get(id.toLowerCase());
}

/** Answers the call of a part of a stored resource, or of a type that is not stored. */
function partOrNothing(
  call: SubscriptionCall,
  group: ResourceGroup | undefined,
  type: string,
  names: readonly string[],
): StampResponse {
  const { method } = call.request;
  const [namespace, first = "", ...more] = type.split("/");
  const kind = kindOf(`${namespace}/${first}`);
  const which = Object.keys(kind?.parts ?? {}).find((one) => one.toLowerCase() === more.join("/").toLowerCase());
  if (kind !== undefined && which !== undefined && group !== undefined) {
    const owner = ownerOf(call, group, kind.type, names.slice(0, 1));
    if (owner === undefined) return resourceNotFound(`${kind.type}/${names[0]}`, group.name);
    return part(call, kind, owner, which, names[1] ?? "");
  }
  if (method === "GET" && names.length < type.split("/").length - 1) return list([]);
  if (method === "GET" || method === "HEAD") return resourceNotFound(`${type}/${names.join("/")}`, group?.name);
  return armError(501, "NotImplemented", `The emulator keeps no such resources: ${method} of ${type} is not there.`);
}

function vaults(call: SubscriptionCall, group: ResourceGroup | undefined, names: readonly string[], type: string) {
  const [name = ""] = names;
  if (call.request.method === "GET" && name === "") return listVaults(call);
  const answer = group !== undefined && name !== "" ? vault(call, group, name) : undefined;
  return answer ?? resourceNotFound(`${type}/${name}`, group?.name);
}

function fits(
  { namespace, pattern, method }: Query,
  call: SubscriptionCall,
  provider: Provider,
  path: string,
): boolean {
  return (
    namespace === provider.namespace && method === call.request.method && match(pattern, segments(path)) !== undefined
  );
}

function withParameters(call: SubscriptionCall, { pattern }: Query, path: string): SubscriptionCall {
  return { ...call, parameters: { ...call.parameters, ...match(pattern, segments(path)) } };
}

/**
 * Types and names alternate: `virtualNetworks/x/subnets/y`. What follows a name and is not a type (an action of a POST,
 * `instanceView`) is the rest.
 */
function split(provider: Provider, path: string, method: string) {
  const parts = segments(path);
  const known = (types: readonly string[]) =>
    provider.types.some(({ name }) => name.toLowerCase() === types.join("/").toLowerCase());
  const every = (parity: number, list: readonly string[]) => list.filter((_, index) => index % 2 === parity);
  const odd = parts.length % 2 === 1 && parts.length > 1;
  const isRest = odd && (method === "POST" || (!known(every(0, parts)) && known(every(0, parts.slice(0, -1)))));
  const whole = isRest ? parts.slice(0, -1) : parts;
  return { types: every(0, whole), names: every(1, whole), rest: isRest ? parts.slice(-1) : [] };
}
