/** Entra's token endpoints, v1 and v2. */
import { formFields, json, type StampRequest, type StampResponse } from "../http.ts";
import type { Stamp } from "../stamp/state.ts";
import type { AssertionRules } from "./assertions.ts";
import { authenticateClient } from "./clients.ts";
import * as refuse from "./entra-errors.ts";
import { refusedClient } from "./entra-refusals.ts";
import { refusedUser, userTokens } from "./entra-users.ts";
import { knownResource, readScope } from "./resources.ts";
import { mintToken } from "./tokens.ts";
import { judgeUser } from "./user-grants.ts";

type Answer = StampResponse | refuse.EntraFailure;

/** `POST /{tenant}/oauth2/token` (v1: `resource=`) and `/{tenant}/oauth2/v2.0/token` (v2: `scope=`). */
export async function entraToken(request: StampRequest, stamp: Stamp, v2: boolean): Promise<Answer> {
  if (request.method !== "POST") return refuse.onlyPost(request.method);
  const form = formFields(request);
  const grantType = form.get("grant_type") ?? "";
  if (grantType === "") return refuse.missingParameter("grant_type");
  if (!form.get("client_id")) return refuse.missingParameter("client_id");
  if (grantType === "client_credentials") return applicationToken(request, form, stamp, v2);
  // Entra's v1 endpoint supports users too, but no current client of a stamp uses that.
  return v2 ? userToken(request, form, stamp) : refuse.unsupportedGrant(grantType);
}

async function applicationToken(
  request: StampRequest,
  form: URLSearchParams,
  stamp: Stamp,
  v2: boolean,
): Promise<Answer> {
  const wanted = v2 ? fromScope(form.get("scope") ?? "") : fromResource(form.get("resource") ?? "");
  if (typeof wanted !== "string") return wanted;
  const { application, tenant, options } = stamp;
  const grant = await authenticateClient(form, stamp, assertionRules(request, stamp, v2));
  if (grant.kind !== "granted") {
    return refusedClient(grant, application, form.get("client_id") ?? "", tenant, options.now());
  }
  const resource = knownResource(stamp, wanted);
  if (resource === undefined) return refuse.unknownResource(wanted, tenant);
  return tokenResponse(await mintToken(stamp, resource, grant), resource, stamp, v2);
}

async function userToken(request: StampRequest, form: URLSearchParams, stamp: Stamp): Promise<Answer> {
  const grant = judgeUser(form, stamp);
  if (grant === undefined) return refuse.unsupportedGrant(form.get("grant_type") ?? "");
  if (grant.kind !== "granted") return refusedUser(grant, form, stamp);
  const wanted = fromScope(grant.scope);
  if (typeof wanted !== "string") return wanted;
  const resource = knownResource(stamp, wanted);
  if (resource === undefined) return refuse.unknownResource(wanted, stamp.tenant);
  return userTokens(request.host, stamp, grant, resource);
}

function fromScope(scope: string): string | refuse.EntraFailure {
  if (scope === "") return refuse.missingParameter("scope");
  const reading = readScope(scope);
  if (reading.kind === "resource") return reading.resource;
  return reading.kind === "not-default" ? refuse.scopeWithoutDefault(reading.scope) : refuse.invalidScope(scope);
}

/** Without `resource` the v1 endpoint may issue a token for the directory's graph, which is useless here. */
function fromResource(resource: string): string | refuse.EntraFailure {
  return resource === "" ? refuse.missingParameter("resource") : resource;
}

/**
 * Entra accepts more audiences than these (the issuer, the other version's endpoint). MSAL, azure-identity and az all
 * send the token endpoint to which they post, so only that is accepted here. The tenant may be named by GUID or by
 * domain. ADAL for Go, with which Terraform's providers sign, posts to the v1 endpoint with `?api-version=1.0`, and its
 * audience contains that.
 */
function assertionRules(request: StampRequest, stamp: Stamp, v2: boolean): AssertionRules {
  const paths = v2 ? ["oauth2/v2.0/token"] : ["oauth2/token", "oauth2/token?api-version=1.0"];
  const { id, domain } = stamp.tenant;
  return {
    audiences: [id, domain].flatMap((tenant) => paths.map((path) => `https://${request.host}/${tenant}/${path}`)),
    algorithms: ["RS256", "PS256"],
    sha256Thumbprint: true,
    federation: true,
    now: stamp.options.now(),
  };
}

function tokenResponse(accessToken: string, resource: string, stamp: Stamp, v2: boolean): StampResponse {
  const lifetime = stamp.options.tokenLifetime;
  const headers = { "cache-control": "no-store, no-cache", pragma: "no-cache" };
  if (v2) {
    const document = {
      token_type: "Bearer",
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: accessToken,
    };
    return json(200, document, headers);
  }
  // The v1 endpoint returns numbers as strings.
  const now = Math.floor(stamp.options.now() / 1000);
  const times = { expires_in: `${lifetime}`, ext_expires_in: `${lifetime}`, expires_on: `${now + lifetime}` };
  const document = { token_type: "Bearer", ...times, not_before: `${now}`, resource, access_token: accessToken };
  return json(200, document, headers);
}
