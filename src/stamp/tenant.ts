import { networkFailures } from "../errors/network.ts";
import { stampFailures } from "../errors/stamp.ts";
import { guid, hostName, httpsUrl } from "../io/forms.ts";
import type { Channel } from "../io/http.ts";
import { addressOf } from "../io/quoting.ts";

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

/** The tenant that an answer names: a GUID or a domain. */
type Discovered = string | undefined;

export function isGuid(text: string): boolean {
  return guid.fits(text);
}

/**
 * Finds the tenant that a stamp belongs to, without credentials.
 *
 * AD FS has one tenant, the last segment of the issuer in its OpenID configuration (module Azs.Tools.Admin,
 * `AzureStack.Identity.psm1`). Azure Resource Manager names the tenant in the challenge of a request without token
 * (Azure Resource Manager documentation, "authenticate requests").
 *
 * @param issuer of the AD FS, if the authority is one
 * @param subscription ID of a subscription of that tenant, if known
 * @throws Failure `AZS215` if nothing names it, `AZS222` if the challenge is no URL
 */
export async function discoverTenant(
  endpoint: string,
  issuer: string | undefined,
  subscription: string | undefined,
  channel: Channel,
): Promise<string> {
  const tenant = GUID.exec(issuer ?? "")?.[0] ?? (await fromChallenge(endpoint, subscription, channel));
  if (tenant === undefined) throw stampFailures.noTenant({ host: new URL(endpoint).host });
  return tenant;
}

async function fromChallenge(
  endpoint: string,
  subscription: string | undefined,
  channel: Channel,
): Promise<Discovered> {
  const id = subscription !== undefined && isGuid(subscription) ? subscription : NO_SUBSCRIPTION;
  const url = `${endpoint}/subscriptions/${id}?api-version=2016-06-01`;
  const { headers } = await channel.get(url);
  const uri = /authorization_uri="?([^",]+)"?/i.exec(headers.get("www-authenticate") ?? "")?.[1];
  if (uri === undefined) return undefined;
  if (!httpsUrl.fits(uri)) {
    const field = "authorization_uri of WWW-Authenticate, which names the tenant,";
    throw networkFailures.malformed({ party: "arm", url: addressOf(url), field, form: httpsUrl.named });
  }
  const segments = new URL(uri).pathname.split("/");
  return segments.find(isGuid) ?? segments.find((segment) => segment.includes(".") && hostName.fits(segment));
}
