import { Failure } from "../errors/failure.ts";
import { stampFailures } from "../errors/stamp.ts";
import type { Channel } from "../io/http.ts";
import type { Authority } from "./authority.ts";

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

/** What an answer says about the tenant: a GUID, or a domain where a stamp names one. */
type Discovered = string | undefined;

export function isGuid(text: string): boolean {
  return new RegExp(`^${GUID.source}$`, "i").test(text);
}

/**
 * Finds the tenant that a stamp belongs to, without credentials.
 *
 * AD FS has one tenant, the last segment of the issuer in its OpenID configuration (module Azs.Tools.Admin,
 * `AzureStack.Identity.psm1`). Azure Resource Manager names the tenant in the challenge of a request without token
 * (Azure Resource Manager documentation, "authenticate requests").
 *
 * @param subscription ID of a subscription of that tenant, if known
 * @throws Failure `AZS215` when nothing names it
 */
export async function discoverTenant(
  endpoint: string,
  authority: Authority,
  subscription: string | undefined,
  channel: Channel,
): Promise<string> {
  const configured = authority.identityProvider === "adfs" ? await fromConfiguration(authority, channel) : undefined;
  const tenant = configured ?? (await fromChallenge(endpoint, subscription, channel));
  if (tenant === undefined) throw stampFailures.noTenant({ host: new URL(endpoint).host });
  return tenant;
}

async function fromConfiguration({ loginEndpoint }: Authority, channel: Channel): Promise<Discovered> {
  const url = `${loginEndpoint.replace(/\/+$/, "")}/.well-known/openid-configuration`;
  try {
    const { status, bodyAsText } = await channel.get(url);
    if (status !== 200) return undefined;
    const { issuer } = JSON.parse(bodyAsText ?? "") as { issuer?: unknown };
    return typeof issuer === "string" ? GUID.exec(issuer)?.[0] : undefined;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return undefined;
  }
}

async function fromChallenge(
  endpoint: string,
  subscription: string | undefined,
  channel: Channel,
): Promise<Discovered> {
  const id = subscription !== undefined && isGuid(subscription) ? subscription : NO_SUBSCRIPTION;
  const { headers } = await channel.get(`${endpoint}/subscriptions/${id}?api-version=2016-06-01`);
  const uri = /authorization_uri="?([^",]+)"?/i.exec(headers.get("www-authenticate") ?? "")?.[1];
  const segments =
    URL.parse(uri ?? "")
      ?.pathname.split("/")
      .filter(Boolean) ?? [];
  const guid = segments.find((segment) => isGuid(segment));
  return guid ?? segments.find((segment) => segment.includes("."));
}
