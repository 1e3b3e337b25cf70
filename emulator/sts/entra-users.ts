/** Users at Entra: home realm discovery, device codes, and tokens by password, device code or refresh token. */

import { formFields, json, type StampRequest, type StampResponse } from "../http.ts";
import type { UserGrant } from "../stamp/people.ts";
import type { Stamp } from "../stamp/state.ts";
import { flowDocument, startFlow } from "./devices.ts";
import {
  badRequest,
  type EntraFailure,
  invalidClient,
  missingParameter,
  onlyPost,
  unknownApplication,
} from "./entra-errors.ts";
import { mintIdToken, mintToken } from "./tokens.ts";
import { makeRefreshToken, type UserRefusal } from "./users.ts";

/**
 * `GET /common/userrealm/{user}`: whether Entra itself has the user's password. MSAL for Python asks this before it
 * sends one.
 */
export function userRealm(user: string, stamp: Stamp): StampResponse {
  const domain = user.split("@")[1]?.toLowerCase();
  const known = domain === stamp.tenant.domain;
  const managed = {
    account_type: "Managed",
    domain_name: domain,
    cloud_audience_urn: "urn:federation:MicrosoftOnline",
  };
  return json(200, {
    ver: "1.0",
    ...(known ? managed : { account_type: "Unknown" }),
    cloud_instance_name: "microsoftonline.com",
  });
}

/** `POST /{tenant}/oauth2/v2.0/devicecode`. */
export function deviceCode(request: StampRequest, stamp: Stamp): StampResponse | EntraFailure {
  if (request.method !== "POST") return onlyPost(request.method);
  const form = formFields(request);
  if (!form.get("scope")) return missingParameter("scope");
  const flow = startFlow(form, stamp);
  if ("kind" in flow) return refusedUser(flow, form, stamp);
  return json(200, flowDocument(flow, stamp, "https://microsoft.com/devicelogin"));
}

/** The answer to a user's grant for this resource, with all other tokens that MSAL requests together with it. */
export async function userTokens(
  host: string,
  stamp: Stamp,
  grant: UserGrant,
  resource: string,
): Promise<StampResponse> {
  const lifetime = stamp.options.tokenLifetime;
  const clientInfo = JSON.stringify({ uid: grant.user.objectId, utid: stamp.tenant.id });
  return json(200, {
    token_type: "Bearer",
    scope: `${resource}/user_impersonation ${resource}/.default`,
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: await mintToken(stamp, resource, grant),
    refresh_token: makeRefreshToken(grant, stamp),
    id_token: await mintIdToken(stamp, `https://${host}/${stamp.tenant.id}/v2.0`, grant),
    client_info: Buffer.from(clientInfo).toString("base64url"),
  });
}

/** Entra's refusal of a user. */
export function refusedUser(refusal: UserRefusal, form: URLSearchParams, stamp: Stamp): EntraFailure {
  switch (refusal.kind) {
    case "unknown-client":
      return unknownApplication(form.get("client_id") ?? "", stamp.tenant);
    case "confidential-client": {
      const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
      return invalidClient(7000218, text);
    }
    case "unknown-user": {
      const text =
        `The user account {EUII Hidden} does not exist in the ${stamp.tenant.id} directory. ` +
        "To sign into this application, the account must be added to the directory.";
      return badRequest("invalid_grant", 50034, text);
    }
    case "wrong-password":
      return badRequest("invalid_grant", 50126, "Error validating credentials due to invalid username or password.");
    case "second-factor": {
      const text =
        "Due to a configuration change made by your administrator, or because you moved to a new location, you must use " +
        `multi-factor authentication to access '${stamp.audiences.user.split("/").at(-1)}'.`;
      return badRequest("invalid_grant", 50076, text);
    }
    default:
      return refusedCode(refusal.kind);
  }
}

/** The error names are from the documentation of the flow. All codes but the first are uncertain. */
function refusedCode(
  kind: "pending" | "declined" | "expired-code" | "unknown-code" | "unknown-refresh-token",
): EntraFailure {
  switch (kind) {
    case "pending": {
      const text = "OAuth 2.0 device flow error. Authorization is pending. Continue polling.";
      return badRequest("authorization_pending", 70016, text);
    }
    case "declined":
      return badRequest("authorization_declined", 65004, "User declined to consent to access the app.");
    case "expired-code": {
      const text = "The provided value for the input parameter 'device_code' is not valid. Device code has expired.";
      return badRequest("expired_token", 70020, text);
    }
    case "unknown-code":
      return badRequest(
        "bad_verification_code",
        70018,
        "The provided value for the input parameter 'device_code' is not valid.",
      );
    case "unknown-refresh-token":
      return badRequest(
        "invalid_grant",
        70000,
        "The provided value for the input parameter 'refresh_token' is not valid.",
      );
  }
}
