import type { Environment } from "../host/host.ts";
import type { Inputs } from "../inputs/inputs.ts";
import { type HostRule, openChannel } from "../io/http.ts";
import { type Authority, authorityRule, readAuthority } from "./authority.ts";
import { fetchMetadata } from "./metadata.ts";
import { readNames } from "./names.ts";
import { discoverTenant, isGuid } from "./tenant.ts";

/** One Azure Stack Hub as its own answers describe it. */
export interface Stamp {
  /** Azure Resource Manager, without trailing slash. */
  readonly endpoint: string;
  readonly authority: Authority;
  /** Which hosts the credential may be sent to. */
  readonly credentialHosts: HostRule;
  /** GUID or domain in Entra, GUID in AD FS. */
  readonly tenant: string;
  /** What tokens for Azure Resource Manager are issued for, letter by letter. */
  readonly audience: string;
  readonly keyvaultAudience: string;
  /** Resource ID of the graph, letter by letter. */
  readonly graph: string;
  readonly gallery: string | undefined;
  readonly portal: string | undefined;
  readonly location: string;
  readonly storageSuffix: string;
  /** With its leading dot. */
  readonly keyvaultSuffix: string;
}

type Asked = Pick<Inputs, "endpoint" | "tenantId" | "subscription" | "trustedAuthorities">;

/**
 * Asks a stamp who it is. Sends no credential.
 *
 * @throws Failure `AZS2xx`
 */
export async function discoverStamp(inputs: Asked, environment: Environment): Promise<Stamp> {
  const { url: endpoint, hostname } = inputs.endpoint;
  const names = readNames(hostname);
  const rule = authorityRule(names.domain, inputs.trustedAuthorities);
  const { host } = new URL(endpoint);
  const channel = openChannel(environment, { ...rule, allows: (other) => other === host || rule.allows(other) });

  const metadata = await fetchMetadata(endpoint, channel);
  const authority = readAuthority(metadata.loginEndpoint, rule, names.domain, endpoint);
  const stated = metadata.tenant !== undefined && isGuid(metadata.tenant) ? metadata.tenant : undefined;
  return {
    endpoint,
    authority,
    credentialHosts: rule,
    tenant: inputs.tenantId ?? stated ?? (await discoverTenant(endpoint, authority, inputs.subscription, channel)),
    audience: metadata.audience,
    keyvaultAudience: metadata.audience.replace("management", "vault"),
    graph: metadata.graph,
    gallery: metadata.gallery,
    portal: metadata.portal,
    location: names.location,
    storageSuffix: metadata.storageSuffix ?? names.domain,
    keyvaultSuffix: metadata.keyvaultSuffix ? `.${metadata.keyvaultSuffix.replace(/^\./, "")}` : names.keyvaultSuffix,
  };
}
