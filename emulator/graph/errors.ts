/** Microsoft Graph's refusals, in the words that its documentation and users quote. */
import { randomUUID } from "node:crypto";
import { json, type StampResponse } from "../http.ts";

/** Graph's own application ID, which its challenge names. */
const GRAPH = "00000003-0000-0000-c000-000000000000";

export function graphError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): StampResponse {
  const id = randomUUID();
  const innerError = { "request-id": id, "client-request-id": id };
  return json(status, { error: { code, message, innerError } }, { "request-id": id, ...headers });
}

export function refuseToken(message: string): StampResponse {
  const authority = "https://login.microsoftonline.com/common/oauth2/authorize";
  const challenge = `Bearer realm="", authorization_uri="${authority}", client_id="${GRAPH}"`;
  return graphError(401, "InvalidAuthenticationToken", message, { "www-authenticate": challenge });
}

export function insufficientPrivileges(): StampResponse {
  return graphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

export function badRequest(message: string): StampResponse {
  return graphError(400, "BadRequest", message);
}

export function noSuchSegment(name: string): StampResponse {
  return badRequest(`Resource not found for the segment '${name}'.`);
}

export function objectNotFound(id: string): StampResponse {
  const words = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return graphError(404, "Request_ResourceNotFound", words);
}

export function unsupportedQuery(): StampResponse {
  return graphError(400, "Request_UnsupportedQuery", "Unsupported or invalid query filter clause specified.");
}
