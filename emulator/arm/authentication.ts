/** Authentication at Resource Manager: which tokens are accepted, and the challenge for all other requests. */
import type { StampRequest, StampResponse } from "../http.ts";
import { loginEndpoint } from "../metadata.ts";
import type { Side } from "../stamp/names.ts";
import type { Stamp } from "../stamp/state.ts";
import { issuerOf } from "../sts/tokens.ts";
import { judgeToken, type TokenVerdict } from "../sts/verdicts.ts";
import { armError } from "./errors.ts";

/** The refusal, or undefined if the bearer token is from this stamp, for the audience of this side, and valid now. */
export async function refuseStranger(
  request: StampRequest,
  stamp: Stamp,
  side: Side,
): Promise<StampResponse | undefined> {
  const header = request.headers["authorization"] ?? "";
  if (header === "") {
    const why = "The authentication failed because of missing 'Authorization' header.";
    return challenge(
      stamp,
      "AuthenticationFailed",
      "Authentication failed. The 'Authorization' header is missing.",
      why,
    );
  }
  const [, token = ""] = /^Bearer ([^\s]+)$/i.exec(header) ?? [];
  if (token === "") {
    const message = "Authentication failed. The 'Authorization' header is provided in an invalid format.";
    return challenge(stamp, "AuthenticationFailedInvalidHeader", message, message);
  }
  const verdict = await judgeToken(stamp, token, stamp.audiences[side]);
  return verdict.kind === "valid" ? undefined : refuseToken(stamp, side, verdict);
}

/**
 * The words are Azure's. For those about the audience it is known that a stamp uses them too
 * (MicrosoftDocs/azure-stack-docs#188).
 */
function refuseToken(stamp: Stamp, side: Side, verdict: Exclude<TokenVerdict, { kind: "valid" }>): StampResponse {
  const invalid = "The access token is invalid.";
  switch (verdict.kind) {
    case "expired": {
      const times = `'${clock(verdict.at * 1000)}' is earlier than current UTC time '${clock(stamp.options.now())}'`;
      return challenge(stamp, "ExpiredAuthenticationToken", `The access token expiry UTC time ${times}.`);
    }
    case "audience": {
      const message =
        `The access token has been obtained for wrong audience or resource '${verdict.was}'. ` +
        `It should exactly match with one of the allowed audiences '${stamp.audiences[side]}'.`;
      return challenge(stamp, "InvalidAuthenticationTokenAudience", message);
    }
    case "issuer": {
      const message =
        `The access token is from the wrong issuer '${verdict.was}'. It must match the tenant '${issuerOf(stamp)}' ` +
        `associated with this subscription. Please use the authority (URL) '${authority(stamp)}' to get the token.`;
      return challenge(stamp, "InvalidAuthenticationTokenTenant", message);
    }
    default:
      return challenge(stamp, "InvalidAuthenticationToken", invalid);
  }
}

function challenge(stamp: Stamp, code: string, message: string, why = message): StampResponse {
  const bearer = `Bearer authorization_uri="${authority(stamp)}", error="invalid_token", error_description="${why}"`;
  return armError(401, code, message, { "www-authenticate": bearer });
}

/**
 * `authorization_uri`. Entra: always login.windows.net, whichever login host the metadata name. AD FS: it is known that
 * the tenant is in it; the rest is a guess (the login endpoint, then the tenant).
 */
function authority(stamp: Stamp): string {
  const base = stamp.options.idp === "adfs" ? `${loginEndpoint(stamp)}/` : "https://login.windows.net/";
  return base + stamp.tenant.id;
}

/** `3/19/2023 8:55:46 AM`: .NET's invariant culture. */
function clock(milliseconds: number): string {
  const format = { timeZone: "UTC", dateStyle: "short", timeStyle: "medium" } as const;
  const text = new Intl.DateTimeFormat("en-US", { ...format }).format(new Date(milliseconds));
  const year = new Date(milliseconds).getUTCFullYear();
  return text.replace(/\/\d+,/, `/${year}`).replace(/\u202f/g, " ");
}
