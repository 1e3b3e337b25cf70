/**
 * The host names of a stamp and of the login service in front of it.
 * Source: "Azure Stack Hub datacenter integration: publish endpoints" (the table of DNS names of an integrated system).
 */

export interface StampNames {
  /** `<region>.<fqdn>`: the stamp's own domain, also its storage suffix. */
  readonly domain: string;
  readonly management: string;
  readonly adminManagement: string;
  readonly portal: string;
  readonly adminPortal: string;
  readonly adfs: string;
  readonly graph: string;
  /** Names with any first label: `*.vault`, `*.adminvault`, `*.blob`, `*.queue`, `*.table`. */
  readonly wildcards: readonly string[];
}

/** The names of a stamp with this region and external domain. */
export function stampNames(region: string, fqdn: string): StampNames {
  const domain = `${region}.${fqdn}`.toLowerCase();
  const under = (label: string) => `${label}.${domain}`;
  return {
    domain,
    management: under("management"),
    adminManagement: under("adminmanagement"),
    portal: under("portal"),
    adminPortal: under("adminportal"),
    adfs: under("adfs"),
    graph: under("graph"),
    wildcards: ["vault", "adminvault", "blob", "queue", "table"].map((label) => `*.${label}.${domain}`),
  };
}

/** The names for a certificate of the stamp. */
export function certificateNames(names: StampNames, withAdfs: boolean): readonly string[] {
  const always = [names.management, names.adminManagement, names.portal, names.adminPortal, ...names.wildcards];
  return withAdfs ? [...always, names.adfs, names.graph] : always;
}

/** Whether a host is one of these names. A wildcard matches exactly one label, as in a certificate. */
export function covers(names: readonly string[], host: string): boolean {
  const parent = host.slice(host.indexOf(".") + 1);
  return names.includes(host) || names.includes(`*.${parent}`);
}

/** `https://management.x/` is the Resource Manager of users, `https://adminmanagement.x/` the operator's. */
export type Side = "user" | "admin";

export function sideOf(names: StampNames, host: string): Side | undefined {
  if (host === names.management) return "user";
  return host === names.adminManagement ? "admin" : undefined;
}
