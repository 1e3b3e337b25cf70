/**
 * Microsoft Graph v1.0, as far as az needs it to show who has a role: users, service principals, objects by ID. A stamp
 * with AD FS has a graph of its own. What that graph answers to v1.0 is not published; here it answers the same.
 */
import type { JWTPayload } from "jose";
import { isObject, json, jsonObject, type StampRequest, type StampResponse, segments } from "../http.ts";
import type { Stamp } from "../stamp/state.ts";
import { judgeToken } from "../sts/verdicts.ts";
import { type DirectoryObject, directoryObjects, findObject, type ObjectKind } from "./directory.ts";
import {
  badRequest,
  graphError,
  insufficientPrivileges,
  noSuchSegment,
  objectNotFound,
  refuseToken,
  unsupportedQuery,
} from "./errors.ts";
import { readFilter } from "./filters.ts";
import { graphAudiences } from "./hosts.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ALL_KINDS: readonly ObjectKind[] = ["user", "servicePrincipal", "application"];
/** The limit of Graph for one request. */
const MOST_IDS = 1000;

interface Collection {
  readonly kinds: readonly ObjectKind[];
  /** Properties that a filter may name. */
  readonly fields: readonly string[];
}

const COLLECTIONS: Readonly<Record<string, Collection>> = {
  users: { kinds: ["user"], fields: ["id", "userPrincipalName", "displayName", "mail"] },
  serviceprincipals: {
    kinds: ["servicePrincipal"],
    fields: ["id", "appId", "displayName", "servicePrincipalNames", "appOwnerOrganizationId"],
  },
  applications: { kinds: ["application"], fields: ["id", "appId", "displayName", "identifierUris"] },
  groups: { kinds: [], fields: ["id", "displayName", "mailNickname"] },
};

/**
 * Answers a request to the graph's host. Checks in this order: token, version, permission, path; only then the data.
 */
export async function graph(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  const header = request.headers["authorization"] ?? "";
  const [, token = ""] = /^Bearer ([^\s]+)$/i.exec(header) ?? [];
  if (token === "") return refuseToken("Access token is empty.");
  const verdict = await judgeToken(stamp, token, graphAudiences(stamp));
  if (verdict.kind !== "valid") return refuseToken(REFUSALS[verdict.kind]);
  const [version = "", ...path] = segments(request.path);
  if (version.toLowerCase() !== "v1.0") return badRequest(`Invalid version: ${version}`);
  if (!stamp.options.readsDirectory) return insufficientPrivileges();
  return route(request, stamp, path, verdict.claims);
}

/** Graph's words for invalid tokens. The words for a bad signature are made up. */
const REFUSALS = {
  malformed: "IDX14100: JWT is not well formed, there are no dots (.).",
  untrusted: "Access token validation failure. Invalid signature.",
  early: "Lifetime validation failed, the token is not yet valid.",
  expired: "Lifetime validation failed, the token is expired.",
  audience: "Access token validation failure. Invalid audience.",
  issuer: "Access token validation failure. Invalid issuer.",
} as const;

function route(request: StampRequest, stamp: Stamp, path: readonly string[], caller: JWTPayload): StampResponse {
  const [first = "", name, ...more] = path;
  const { method } = request;
  const segment = first.toLowerCase();
  if (more.length > 0) return noSuchSegment(more[0] ?? "");
  if (segment === "me" && name === undefined) return me(stamp, caller);
  if (segment === "directoryobjects" && name?.toLowerCase() === "getbyids") return getByIds(request, stamp);
  if (segment === "directoryobjects" && name !== undefined) return show(stamp, name, ALL_KINDS);
  const collection = COLLECTIONS[segment];
  if (collection === undefined) return noSuchSegment(first);
  // The application may read the directory but not change it.
  if (method !== "GET") return insufficientPrivileges();
  return name === undefined ? listObjects(request, stamp, first, collection) : show(stamp, name, collection.kinds);
}

function listObjects(request: StampRequest, stamp: Stamp, name: string, { kinds, fields }: Collection): StampResponse {
  const fits = readFilter(request.query.get("$filter") ?? "", fields);
  if (fits === undefined) return unsupportedQuery();
  const found = directoryObjects(stamp).filter(({ kind, properties }) => kinds.includes(kind) && fits(properties));
  const context = `https://${request.host}/v1.0/$metadata#${name}`;
  return json(200, { "@odata.context": context, value: found.map(({ properties }) => properties) });
}

/** Finds an object by ID, and users also by name. */
function show(stamp: Stamp, name: string, kinds: readonly ObjectKind[]): StampResponse {
  const wanted = name.toLowerCase();
  const found = directoryObjects(stamp).find(
    ({ id, kind, properties }) =>
      kinds.includes(kind) && (id === wanted || (kind === "user" && properties["userPrincipalName"] === wanted)),
  );
  return found === undefined ? objectNotFound(name) : json(200, found.properties);
}

function me(stamp: Stamp, { oid, upn }: JWTPayload): StampResponse {
  if (upn === undefined) return badRequest("/me request is only valid with delegated authentication flow.");
  const found = findObject(stamp, String(oid));
  return found === undefined ? objectNotFound(String(oid)) : json(200, found.properties);
}

function getByIds(request: StampRequest, stamp: Stamp): StampResponse {
  if (request.method !== "POST")
    return graphError(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
  const body = jsonObject(request);
  const ids: unknown = body?.["ids"];
  const types: unknown = body?.["types"] ?? ALL_KINDS;
  if (!isObject(body) || !Array.isArray(ids) || !Array.isArray(types)) {
    return graphError(400, "Request_BadRequest", "Property ids in payload has a value that does not match schema.");
  }
  if (ids.length > MOST_IDS)
    return graphError(400, "Request_BadRequest", `Too many ids; at most ${MOST_IDS} are allowed.`);
  const wrong: unknown = ids.find((id) => typeof id !== "string" || !GUID.test(id));
  if (wrong !== undefined) return graphError(400, "Request_BadRequest", `Invalid GUID:${wrong}`);
  const found = ids.flatMap((id) => findObject(stamp, String(id)) ?? []).filter(({ kind }) => types.includes(kind));
  return json(200, { value: [...new Set(found)].map(typed) });
}

/** In lists of objects of several kinds, each object states its kind. */
function typed({ kind, properties }: DirectoryObject): object {
  return { "@odata.type": `#microsoft.graph.${kind}`, ...properties };
}
