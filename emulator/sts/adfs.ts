/**
 * AD FS of a stamp. It has one tenant, and its authority is `https://<adfs>/adfs`: the path segment "adfs" is in the
 * place of Entra's tenant.
 */

import { formFields, json, type StampRequest, type StampResponse } from "../http.ts";
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";
import { adfsConfiguration } from "./adfs-documents.ts";
import { adfsError, refusedClient, refusedUser, unsupportedGrant, wrongResource } from "./adfs-errors.ts";
import type { AssertionRules } from "./assertions.ts";
import { authenticateClient } from "./clients.ts";
import { flowDocument, startFlow } from "./devices.ts";
import { knownResource, readScope } from "./resources.ts";
import { mintIdToken, mintToken } from "./tokens.ts";
import { judgeUser } from "./user-grants.ts";
import { makeRefreshToken } from "./users.ts";

/** Answers a request to the AD FS host. Paths are compared without case, and a trailing slash is ignored. */
export async function adfs(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  switch (request.path.toLowerCase().replace(/\/$/, "")) {
    case "/adfs/.well-known/openid-configuration":
      return adfsConfiguration(stamp);
    case "/adfs/discovery/keys":
      return json(200, stamp.signingKey.keySet);
    case "/adfs/oauth2/token":
      return token(request, stamp);
    case "/adfs/oauth2/devicecode":
      return deviceCode(request, stamp);
    default:
      return notFound();
  }
}

async function token(request: StampRequest, stamp: Stamp): Promise<StampResponse> {
  // What AD FS answers to a GET here is not known. Its HTTP listener answers unknown requests with an empty 404.
  if (request.method !== "POST") return notFound();
  const form = formFields(request);
  const grantType = form.get("grant_type") ?? "";
  if (grantType === "client_credentials") return applicationToken(form, stamp);
  const grant = judgeUser(form, stamp);
  if (grant === undefined) return unsupportedGrant();
  return grant.kind === "granted" ? userTokens(form, stamp, grant) : refusedUser(grant);
}

async function applicationToken(form: URLSearchParams, stamp: Stamp): Promise<StampResponse> {
  const grant = await authenticateClient(form, stamp, assertionRules(stamp));
  if (grant.kind !== "granted") return refusedClient(grant);
  const resource = requestedResource(form.get("resource") ?? "", form.get("scope") ?? "", stamp);
  if (typeof resource !== "string") return resource;
  return json(200, { access_token: await mintToken(stamp, resource, grant), ...bearer(stamp) }, NO_STORE);
}

async function userTokens(form: URLSearchParams, stamp: Stamp, grant: UserGrant): Promise<StampResponse> {
  const resource = requestedResource(form.get("resource") ?? "", grant.scope, stamp);
  if (typeof resource !== "string") return resource;
  const tokens = {
    access_token: await mintToken(stamp, resource, grant),
    refresh_token: makeRefreshToken(grant, stamp),
    id_token: await mintIdToken(stamp, `https://${stamp.names.adfs}/adfs`, grant),
    scope: grant.scope,
  };
  return json(200, { ...tokens, ...bearer(stamp) }, NO_STORE);
}

function deviceCode(request: StampRequest, stamp: Stamp): StampResponse {
  if (request.method !== "POST") return notFound();
  const flow = startFlow(formFields(request), stamp);
  if ("kind" in flow) return refusedUser(flow);
  return json(200, flowDocument(flow, stamp, `https://${stamp.names.adfs}/adfs/oauth2/deviceauth`), NO_STORE);
}

/**
 * Two parameters can name the resource: `resource` (ADAL, and az before 2.30) or a `.default` scope (MSAL). Some stamps
 * refuse the scope with MSIS9605 (azure-cli#20177), whose text is copied here; AD FS sends it with `access_denied` in
 * other cases.
 */
function requestedResource(resource: string, scope: string, stamp: Stamp): string | StampResponse {
  const reading = readScope(scope);
  const inScope = reading.kind === "resource" && stamp.options.acceptsDefaultScope ? reading.resource : "";
  const wanted = resource || inScope;
  // If neither names one, AD FS issues a token for its own userinfo endpoint, which is useless here. Its answer to
  // other kinds of scope is not known. Both are refused here like a resource that the client may not access.
  if (wanted === "") {
    return adfsError("access_denied", 9605, "The client is not allowed to access the requested resource.");
  }
  return knownResource(stamp, wanted) ?? wrongResource();
}

/**
 * RS256 and `x5t` only: AD FS supports neither PS256 nor `x5t#S256`, which is why MSAL for Python and for .NET fall
 * back for it (AzureAD/microsoft-authentication-library-for-js#6773, -for-python#867). MSAL for Node does not fall
 * back, so ClientCertificateCredential of @azure/identity is refused here. The audience is the token endpoint, with the
 * trailing slash as in the discovery document, or without it as ADAL sent it. The issuer is refused as audience
 * (AzureAD/microsoft-authentication-library-for-dotnet#1708). ADAL for Go appends `?api-version=1.0`, and a stamp
 * accepts it: with a certificate, Terraform gets two tokens before the third is refused
 * (hashicorp/terraform-provider-azurestack#226).
 */
function assertionRules(stamp: Stamp): AssertionRules {
  const endpoint = `https://${stamp.names.adfs}/adfs/oauth2/token`;
  return {
    audiences: [endpoint, `${endpoint}/`, `${endpoint}?api-version=1.0`],
    algorithms: ["RS256"],
    sha256Thumbprint: false,
    federation: false,
    now: stamp.options.now(),
  };
}

const NO_STORE = { "cache-control": "no-store", pragma: "no-cache" };

function bearer(stamp: Stamp) {
  return { token_type: "bearer", expires_in: stamp.options.tokenLifetime };
}

function notFound(): StampResponse {
  return { status: 404, headers: { "content-type": "text/html; charset=us-ascii" }, body: "" };
}
