/** Entra's discovery documents: instance discovery and OpenID configuration, v1 and v2. */
import { json, type StampRequest, type StampResponse } from "../http.ts";
import type { Stamp } from "../stamp/state.ts";
import { entraError } from "./entra-errors.ts";

/** Aliases of the public cloud's login host, as Entra lists them. */
const PUBLIC_ALIASES = ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"];

/**
 * `GET /common/discovery/instance`: whether an authority belongs to Entra. MSAL for Python asks this about hosts that
 * it does not know (login.windows.net), always on login.microsoftonline.com.
 */
export function instanceDiscovery(request: StampRequest, stamp: Stamp): StampResponse {
  const asked = authorizationEndpoint(request.query.get("authorization_endpoint"));
  if (asked === undefined || ![...PUBLIC_ALIASES, stamp.options.loginHost].includes(asked.host)) {
    const text = "Unknown or invalid instance.";
    return entraError({ status: 400, error: "invalid_instance", code: 50049, text }, request.host, stamp.options.now());
  }
  const [, tenant = "common"] = asked.pathname.split("/");
  const v2 = asked.pathname.includes("/oauth2/v2.0/") ? "/v2.0" : "";
  const version = request.query.get("api-version") ?? "1.0";
  const document = {
    tenant_discovery_endpoint: `https://${asked.host}/${tenant}${v2}/.well-known/openid-configuration`,
    "api-version": version,
  };
  return json(200, version === "1.0" ? document : { ...document, metadata: aliases() });
}

/**
 * The OpenID configuration of the tenant. Endpoints contain the tenant's GUID even if the request named the tenant's
 * domain.
 */
export function entraConfiguration(host: string, stamp: Stamp, v2: boolean): StampResponse {
  const base = `https://${host}/${stamp.tenant.id}`;
  const oauth = v2 ? `${base}/oauth2/v2.0` : `${base}/oauth2`;
  return json(200, {
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
    jwks_uri: v2 ? `${base}/discovery/v2.0/keys` : `https://${host}/common/discovery/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: v2 ? `${base}/v2.0` : `https://sts.windows.net/${stamp.tenant.id}/`,
    authorization_endpoint: `${oauth}/authorize`,
    device_authorization_endpoint: `${oauth}/devicecode`,
    end_session_endpoint: `${oauth}/logout`,
    tenant_region_scope: "EU",
    cloud_instance_name: "microsoftonline.com",
    cloud_graph_host_name: "graph.windows.net",
    msgraph_host: "graph.microsoft.com",
    rbac_url: "https://pas.windows.net",
  });
}

function aliases(): readonly unknown[] {
  const [network = ""] = PUBLIC_ALIASES;
  return [{ preferred_network: network, preferred_cache: "login.windows.net", aliases: PUBLIC_ALIASES }];
}

function authorizationEndpoint(value: string | null): URL | undefined {
  const url = value === null ? null : URL.parse(value);
  return url !== null && url.protocol === "https:" ? url : undefined;
}
