/** Microsoft Entra ID, as far as a login to a stamp uses it. */
import { json, type StampRequest, type StampResponse, segments } from "../http.ts";
import type { Stamp } from "../stamp/state.ts";
import { entraConfiguration, instanceDiscovery } from "./entra-documents.ts";
import { type EntraFailure, entraError, unknownTenant } from "./entra-errors.ts";
import { entraToken } from "./entra-token.ts";
import { deviceCode, userRealm } from "./entra-users.ts";

/** Answers a request to an Entra host. */
export async function entra(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  const [tenant = "", ...rest] = segments(request.path);
  const path = rest.join("/").toLowerCase();
  if (path === "discovery/instance") return instanceDiscovery(request, stamp);
  if (path === "discovery/keys" || path === "discovery/v2.0/keys") return json(200, stamp.signingKey.keySet);
  if (tenant === "common" && path.startsWith("userrealm/")) return userRealm(path.slice("userrealm/".length), stamp);
  const route = ROUTES[path];
  // Entra answers unknown paths with HTML, so a client that expects JSON must handle that.
  if (route === undefined) return { status: 404, headers: { "content-type": "text/html" }, body: "" };
  const answer = isTenant(stamp, tenant) ? await route(request, stamp) : unknownTenant(tenant);
  if ("headers" in answer) return answer;
  return entraError(answer, request.host, stamp.options.now(), correlationOf(request));
}

type Answer = StampResponse | EntraFailure;
type Route = (request: StampRequest, stamp: Stamp) => Answer | Promise<Answer>;

const ROUTES: Readonly<Record<string, Route>> = {
  ".well-known/openid-configuration": ({ host }, stamp) => entraConfiguration(host, stamp, false),
  "v2.0/.well-known/openid-configuration": ({ host }, stamp) => entraConfiguration(host, stamp, true),
  "oauth2/token": (request, stamp) => entraToken(request, stamp, false),
  "oauth2/v2.0/token": (request, stamp) => entraToken(request, stamp, true),
  "oauth2/v2.0/devicecode": deviceCode,
};

/** `common` and `organizations` are not accepted as tenants here: a login to a stamp must name the stamp's tenant. */
function isTenant(stamp: Stamp, name: string): boolean {
  return [stamp.tenant.id, stamp.tenant.domain].includes(name.toLowerCase());
}

function correlationOf(request: StampRequest): string | undefined {
  return request.headers["client-request-id"] ?? request.query.get("client-request-id") ?? undefined;
}
