/**
 * Microsoft Graph, as far as az asks it about who has a role: on graph.microsoft.com beside Entra, and on an AD FS
 * stamp's own graph, of which no document says which of these calls it answers.
 */
import { isObject, json, jsonObject, type StampRequest, type StampResponse, segments } from "../http.ts";
import { graphEndpoint } from "../metadata.ts";
import type { Stamp } from "../state.ts";
import { judgeToken } from "../sts/verdicts.ts";
import { directory, type Principal } from "./directory.ts";
import { graphHost } from "./hosts.ts";

const COLLECTIONS: Readonly<Record<string, Principal["type"] | "group">> = {
  serviceprincipals: "servicePrincipal",
  applications: "application",
  users: "user",
  groups: "group",
};

export async function graph(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  const refusal = await refuseStranger(request, stamp);
  if (refusal !== undefined) return refusal;
  const [version = "", collection = "", id = "", ...more] = segments(request.path);
  if (version !== "v1.0" && version !== "beta") return notFound("BadRequest", `Invalid version: ${version}`, 400);
  if (!stamp.options.readsDirectory) {
    return notFound("Authorization_RequestDenied", "Insufficient privileges to complete the operation.", 403);
  }
  if (request.method === "POST" && collection === "directoryObjects" && id === "getByIds") return byIds(request, stamp);
  const type = COLLECTIONS[collection.toLowerCase()];
  if (type === undefined || more.length > 0 || request.method !== "GET") {
    return notFound("Request_ResourceNotFound", `Resource not found for the segment '${collection}'.`, 404);
  }
  const all = directory(stamp).filter((one) => one.type === type);
  return id === "" ? filtered(request, all) : single(all, id);
}

async function refuseStranger(request: StampRequest, stamp: Stamp): Promise<StampResponse | undefined> {
  const [, token = ""] = /^Bearer ([^\s]+)$/i.exec(request.headers["authorization"] ?? "") ?? [];
  if (token === "") return notFound("InvalidAuthenticationToken", "Access token is empty.", 401);
  const base = stamp.options.idp === "adfs" ? graphEndpoint(stamp) : `https://${graphHost(stamp)}/`;
  const verdicts = await Promise.all([base, base.slice(0, -1)].map((audience) => judgeToken(stamp, token, audience)));
  if (verdicts.some(({ kind }) => kind === "valid")) return undefined;
  return notFound("InvalidAuthenticationToken", "Access token validation failure. Invalid audience.", 401);
}

function byIds(request: StampRequest, stamp: Stamp): StampResponse {
  const { ids } = jsonObject(request) ?? {};
  if (!Array.isArray(ids)) return notFound("Request_BadRequest", "The ids of getByIds are missing.", 400);
  return json(200, {
    value: directory(stamp)
      .filter(({ id }) => ids.includes(id))
      .map(typed),
  });
}

/** Comparisons for equality, `startswith` and `any(c:c eq …)`, joined by `or` and `and`. */
function filtered(request: StampRequest, all: readonly Principal[]): StampResponse {
  const filter = request.query.get("$filter") ?? "";
  if (filter === "") return json(200, { value: all.map(typed) });
  const alternatives = filter.split(/ or /i).map((one) => one.split(/ and /i).map(readTerm));
  if (alternatives.flat().includes(undefined))
    return notFound("Request_UnsupportedQuery", `Unsupported query: ${filter}`, 400);
  const fits = (one: Principal) => alternatives.some((terms) => terms.every((term) => term?.(typed(one))));
  return json(200, { value: all.filter(fits).map(typed) });
}

function readTerm(term: string): ((document: Record<string, unknown>) => boolean) | undefined {
  const same = (one: unknown, other: string) => String(one).toLowerCase() === other.toLowerCase();
  const equal = /^\s*\(?(\w+) eq '([^']*)'\)?\s*$/.exec(term);
  if (equal !== null) return (document) => same(document[equal[1] ?? ""], equal[2] ?? "");
  const any = /^\s*(\w+)\/any\((\w+):\2 eq '([^']*)'\)\s*$/.exec(term);
  if (any !== null) {
    return (document) => [document[any[1] ?? ""]].flat().some((one) => same(one, any[3] ?? ""));
  }
  const starts = /^\s*startswith\((\w+),\s*'([^']*)'\)\s*$/i.exec(term);
  if (starts === null) return undefined;
  return (document) =>
    String(document[starts[1] ?? ""])
      .toLowerCase()
      .startsWith((starts[2] ?? "").toLowerCase());
}

function single(all: readonly Principal[], id: string): StampResponse {
  const found = all.find((one) => one.id === id || one.document["userPrincipalName"] === id);
  if (found !== undefined && isObject(found.document)) return json(200, typed(found));
  const words = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return notFound("Request_ResourceNotFound", words, 404);
}

function typed({ type, id, document }: Principal): Record<string, unknown> {
  return { "@odata.type": `#microsoft.graph.${type}`, id, ...document };
}

function notFound(code: string, message: string, status: number): StampResponse {
  return json(status, { error: { code, message } });
}
