/**
 * Refusals of Entra. The sentences are those that it prints, taken from issue threads in which users posted them. If no
 * such post was found, the comment beside the sentence says so.
 */
import { randomUUID } from "node:crypto";
import { json, type StampResponse } from "../http.ts";
import type { Tenant } from "../stamp/state.ts";

export interface EntraFailure {
  readonly status: 400 | 401;
  readonly error: string;
  readonly code: number;
  readonly text: string;
}

/** Entra's error document. `now` is in milliseconds. The correlation ID is the request's, if it sent one. */
export function entraError(failure: EntraFailure, host: string, now: number, correlation?: string): StampResponse {
  const trace = randomUUID();
  const correlationId = correlation ?? randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const trailer = ` Trace ID: ${trace} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return json(
    failure.status,
    {
      error: failure.error,
      error_description: `AADSTS${failure.code}: ${failure.text}${trailer}`,
      error_codes: [failure.code],
      timestamp,
      trace_id: trace,
      correlation_id: correlationId,
      error_uri: `https://${host}/error?code=${failure.code}`,
    },
    { "cache-control": "no-store, no-cache", pragma: "no-cache", "x-ms-request-id": trace },
  );
}

export function unknownTenant(tenant: string): EntraFailure {
  const text =
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct ` +
    "cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.";
  return badRequest("invalid_request", 90002, text);
}

export function missingParameter(name: string): EntraFailure {
  return badRequest("invalid_request", 900144, `The request body must contain the following parameter: '${name}'.`);
}

export function unsupportedGrant(grant: string): EntraFailure {
  return badRequest("unsupported_grant_type", 70003, `The app requested an unsupported grant type '${grant}'.`);
}

export function onlyPost(method: string): EntraFailure {
  const text = `The endpoint only accepts POST, OPTIONS requests. Received a ${method} request.`;
  return badRequest("invalid_request", 900561, text);
}

export function unknownResource(resource: string, tenant: Tenant): EntraFailure {
  const text =
    `The resource principal named ${resource} was not found in the tenant named ${tenant.displayName}. This can happen ` +
    "if the application has not been installed by the administrator of the tenant or consented to by any user in the " +
    "tenant. You might have sent your authentication request to the wrong tenant.";
  return badRequest("invalid_resource", 500011, text);
}

export function invalidScope(scope: string): EntraFailure {
  const text =
    "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' " +
    `is not valid. The scope ${scope} is not valid.`;
  return badRequest("invalid_scope", 70011, text);
}

export function scopeWithoutDefault(scope: string): EntraFailure {
  const text =
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with ` +
    "/.default suffixed to the resource identifier (application ID URI).";
  return badRequest("invalid_scope", 1002012, text);
}

/** The refusal of an application that the tenant does not have. */
export function unknownApplication(clientId: string, tenant: Tenant): EntraFailure {
  const text =
    `Application with identifier '${clientId}' was not found in the directory '${tenant.displayName}'. This can happen ` +
    "if the application has not been installed by the administrator of the tenant or consented to by any user in the " +
    "tenant. You may have sent your authentication request to the wrong tenant.";
  return badRequest("unauthorized_client", 700016, text);
}

export function badRequest(error: string, code: number, text: string): EntraFailure {
  return { status: 400, error, code, text };
}

export function invalidClient(code: number, text: string): EntraFailure {
  return { status: 401, error: "invalid_client", code, text };
}
