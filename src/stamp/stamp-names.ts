/** The names in the host name of a stamp's Azure Resource Manager: `<kind>.<region>.<fqdn>`. */
export interface StampNames {
  readonly kind: "user" | "admin";
  /** `<region>.<fqdn>`: every host of the stamp is below it; also the suffix of storage endpoints. */
  readonly domain: string;
  /** Azure location: the region's name. */
  readonly location: string;
  /** With its leading dot, as az wants it. */
  readonly keyvaultSuffix: string;
}

/**
 * Reads the names of a stamp (Azure Stack Hub documentation, "Azure Stack Hub datacenter integration: DNS").
 *
 * @param host host name of the endpoint, lower case, without port
 */
export function readNames(host: string): StampNames {
  const kind = host.startsWith("adminmanagement.") ? "admin" : "user";
  const domain = host.slice(host.indexOf(".") + 1);
  return {
    kind,
    domain,
    location: domain.split(".")[0] ?? "",
    keyvaultSuffix: `${kind === "admin" ? ".adminvault." : ".vault."}${domain}`,
  };
}

/**
 * True if `host` is the domain or below it. Always false for a domain of one label (`com`) and for the rest of an IP
 * address.
 */
export function isBelow(host: string, domain: string): boolean {
  return /\.[^.]*[a-z]/i.test(domain) && (host === domain || host.endsWith(`.${domain}`));
}
