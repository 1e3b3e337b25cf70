import { stampFailures } from "../errors/stamp.ts";
import type { HostRule } from "../io/http.ts";
import { isBelow } from "./names.ts";

/** Hosts of Microsoft Entra ID that MSAL libraries take as known (MSAL Python and MSAL.js, `authority` modules). */
const ENTRA_HOSTS: readonly string[] = [
  "login.microsoftonline.com",
  "login.microsoft.com",
  "login.windows.net",
  "sts.windows.net",
  "login.microsoftonline.us",
  "login-us.microsoftonline.com",
  "login.usgovcloudapi.net",
  "login.chinacloudapi.cn",
  "login.partner.microsoftonline.cn",
  "login.microsoftonline.de",
];

/**
 * Who may be sent a credential.
 *
 * Metadata is data from the network: without this rule a wrong or hijacked endpoint could name any host as its
 * authority and be handed the credential.
 *
 * @param domain the stamp's `<region>.<fqdn>`
 * @param trusted further hosts, with port if they have one, from `trusted-authorities`
 */
export function authorityRule(domain: string, trusted: readonly string[]): HostRule {
  return {
    allows: (host) => trusted.includes(host) || ENTRA_HOSTS.includes(host) || isBelow(withoutPort(host), domain),
    named: ["Microsoft Entra's hosts", `hosts below ${domain}`, ...trusted].join(", "),
  };
}

/** An identity provider's kind and address. */
export interface Authority {
  readonly identityProvider: "aad" | "adfs";
  /** Origin, what the SDKs call authority host. */
  readonly host: string;
  /** The metadata's own spelling, what az registers. */
  readonly loginEndpoint: string;
}

/**
 * Reads the authority that the metadata names and checks that credentials may be sent there.
 *
 * @throws Failure `AZS213` for a host that is not allowed, `AZS210` for what is no https URL
 */
export function readAuthority(loginEndpoint: string, rule: HostRule, domain: string, url: string): Authority {
  // URL's parser drops line breaks and tabs, but the text as it is goes to az and into the log.
  const login = /\s/.test(loginEndpoint) ? null : URL.parse(loginEndpoint);
  if (login?.protocol !== "https:") {
    throw stampFailures.metadataIncomplete({ url, missing: "an https URL as authentication.loginEndpoint" });
  }
  if (login.username !== "" || login.password !== "" || !rule.allows(login.host)) {
    throw stampFailures.foreignAuthority({ authority: loginEndpoint, domain });
  }
  // MSAL tells AD FS by the first segment of the path (MSAL Python, authority.py).
  const identityProvider = login.pathname.split("/")[1]?.toLowerCase() === "adfs" ? "adfs" : "aad";
  return { identityProvider, host: login.origin, loginEndpoint };
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}
