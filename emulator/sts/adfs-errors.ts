/**
 * Refusals of AD FS. The status is always 400, even where Entra answers 401, and the text is short: the reason is in
 * the server's event log. The sentences of MSIS9602, 9605, 9607, 9622 and 9659 are AD FS's own, as users posted them.
 */
import { json, type StampResponse } from "../http.ts";
import type { Refusal } from "./clients.ts";
import type { UserRefusal } from "./users.ts";

export function adfsError(error: string, code: number, text: string): StampResponse {
  const headers = { "cache-control": "no-store", pragma: "no-cache" };
  return json(400, { error, error_description: `MSIS${code}: ${text}` }, headers);
}

export function wrongResource(): StampResponse {
  const text =
    "The received 'resource' parameter is invalid. The authorization server can not find a registered resource with " +
    "the specified identifier.";
  return adfsError("invalid_resource", 9602, text);
}

/** The list is the one in the discovery document. The exact wording of the sentence is not known. */
export function unsupportedGrant(): StampResponse {
  const text =
    "The authorization server does not support the requested 'grant_type'. The authorization server only supports " +
    "'authorization_code', 'refresh_token', 'client_credentials', 'password' or 'device_code'.";
  return adfsError("unsupported_grant_type", 9611, text);
}

/** The refusal of an application's credential. AD FS does not say whether a secret was wrong or has expired. */
export function refusedClient(refusal: Refusal): StampResponse {
  return refusal.kind === "unknown-application" ? unknownClient() : failedAuthentication();
}

/**
 * The refusal of a user. For the device flow only the error names are known (RFC 8628): its codes and sentences here
 * are made up, and so are those for an unknown grant.
 */
export function refusedUser(refusal: UserRefusal): StampResponse {
  switch (refusal.kind) {
    case "unknown-client":
      return unknownClient();
    case "confidential-client":
      return failedAuthentication();
    case "pending":
      return adfsError("authorization_pending", 9684, "The authorization request is still pending.");
    case "declined":
      return adfsError("access_denied", 9685, "The end user denied the authorization request.");
    case "expired-code":
      return adfsError("expired_token", 9686, "The 'device_code' has expired.");
    case "unknown-code":
    case "unknown-refresh-token":
      return adfsError("invalid_grant", 9683, "The received grant is invalid or was issued to another client.");
    default:
      return adfsError("invalid_grant", 9659, "Invalid 'username' or 'password'.");
  }
}

function unknownClient(): StampResponse {
  const text =
    "The 'client_id' parameter in the request is invalid. No registered client is found with this identifier.";
  return adfsError("invalid_client", 9607, text);
}

function failedAuthentication(): StampResponse {
  const text =
    "Client authentication failed. Please verify the credential provided for client authentication is valid.";
  return adfsError("invalid_client", 9622, text);
}
