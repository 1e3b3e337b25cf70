import { type Network, openChannel } from "../io/http.ts";
import { type Authority, authorityRule, networkEndpoint, readAuthority } from "./authority.ts";
import { readConfiguration } from "./configuration.ts";
import { fetchMetadata } from "./metadata.ts";
import { microsoftGraphOf } from "./microsoft-graph.ts";
import { readNames } from "./stamp-names.ts";
import { discoverTenant, isGuid } from "./tenant.ts";

/** An Azure Stack Hub, as described by its own answers. */
export interface Stamp {
  /** Azure Resource Manager, without trailing slash. */
  readonly endpoint: string;
  readonly authority: Authority;
  /** The only URL that credentials are sent to and that assertions are signed for. */
  readonly tokenEndpoint: string;
  /** GUID or domain in Entra, GUID in AD FS. */
  readonly tenant: string;
  /** The exact audience of tokens for Azure Resource Manager. */
  readonly audience: string;
  readonly keyvaultAudience: string;
  /** The exact resource ID of the graph. */
  readonly graph: string;
  /** Resource ID of Microsoft Graph; with AD FS, the same as `graph`. */
  readonly microsoftGraph: string;
  readonly gallery: string | undefined;
  readonly portal: string | undefined;
  readonly location: string;
  readonly storageSuffix: string;
  /** With its leading dot. */
  readonly keyvaultSuffix: string;
}

/** Which stamp to read, and what is known about it already. */
export interface StampOptions {
  readonly endpoint: { readonly url: string; readonly hostname: string };
  /** GUID or domain; undefined: ask the stamp. */
  readonly tenantId: string | undefined;
  /** ID or name. */
  readonly subscription: string | undefined;
  /** Hosts that credentials may be sent to, besides the known ones. */
  readonly trustedAuthorities: readonly string[];
}

/**
 * Reads a stamp's metadata and finds its tenant and token endpoint. Sends no credential.
 *
 * @throws Failure `AZS2xx`
 */
export async function discoverStamp(options: StampOptions, network: Network): Promise<Stamp> {
  const { url: endpoint, hostname } = options.endpoint;
  const names = readNames(hostname);
  const rule = authorityRule(names.domain, options.trustedAuthorities);
  const { host } = new URL(endpoint);
  const isManager = (other: string) => other === host;
  const channel = openChannel(network, {
    ...rule,
    allows: (other) => isManager(other) || rule.allows(other),
    partyOf: (other) => (isManager(other) ? "arm" : rule.partyOf(other)),
  });

  const metadata = await fetchMetadata(endpoint, channel);
  const authority = readAuthority(metadata.loginEndpoint, rule, names.domain, endpoint);
  const adfs = authority.identityProvider === "adfs" ? await readConfiguration(authority, rule, channel) : undefined;
  const stated = metadata.tenant !== undefined && isGuid(metadata.tenant) ? metadata.tenant : undefined;
  const tenant =
    options.tenantId ?? stated ?? (await discoverTenant(endpoint, adfs?.issuer, options.subscription, channel));
  return {
    endpoint,
    authority,
    tokenEndpoint: adfs?.tokenEndpoint ?? entraTokenEndpoint(authority, tenant),
    tenant,
    audience: metadata.audience,
    keyvaultAudience: metadata.audience.replace("management", "vault"),
    graph: metadata.graph,
    microsoftGraph: microsoftGraphOf(authority, metadata.graph),
    gallery: metadata.gallery,
    portal: metadata.portal,
    location: names.location,
    storageSuffix: metadata.storageSuffix ?? names.domain,
    keyvaultSuffix: metadata.keyvaultSuffix ? `.${metadata.keyvaultSuffix.replace(/^\./, "")}` : names.keyvaultSuffix,
  };
}

/** The same on every Entra (Microsoft identity platform documentation, "OAuth 2.0 client credentials flow"). */
function entraTokenEndpoint(authority: Authority, tenant: string): string {
  return `${new URL(networkEndpoint(authority)).origin}/${tenant}/oauth2/v2.0/token`;
}
