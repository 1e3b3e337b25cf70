import type { Party } from "../errors/party.ts";
import { stampFailures } from "../errors/stamp.ts";
import { httpsUrl, needed, object, readAnswer } from "../io/forms.ts";
import type { HostRule } from "../io/http.ts";
import { quoted } from "../io/quoting.ts";
import { isBelow } from "./stamp-names.ts";

/** Hosts of Microsoft Entra ID that MSAL libraries know (MSAL Python and MSAL.js, `authority` modules). */
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

export interface AuthorityRule extends HostRule {
  /** Whether Microsoft or the user vouches for a host, not only the stamp. */
  readonly isEstablished: (host: string) => boolean;
  /** Whether the user vouches for it. */
  readonly isListed: (host: string) => boolean;
  readonly isEntra: (host: string) => boolean;
}

/**
 * The rule which hosts may be sent a credential.
 *
 * Metadata is untrusted data from the network: without this rule, a wrong or hijacked endpoint could name any host as
 * its authority and get the credential.
 *
 * @param domain the stamp's `<region>.<fqdn>`
 * @param trusted further hosts, with port if they have one, from `trusted-authorities`
 */
export function authorityRule(domain: string, trusted: readonly string[]): AuthorityRule {
  const isListed = (host: string) => trusted.includes(host);
  const isEntra = (host: string) => ENTRA_HOSTS.includes(host);
  const isEstablished = (host: string) => isListed(host) || isEntra(host);
  return {
    isListed,
    isEntra,
    isEstablished,
    allows: (host) => isEstablished(host) || isBelow(withoutPort(host), domain),
    partyOf: (host): Party => {
      if (isEntra(host)) return "entra";
      return isListed(host) && !isBelow(withoutPort(host), domain) ? "authority" : "adfs";
    },
    named: ["Microsoft Entra's hosts", `hosts below ${domain}`, ...trusted].join(", "),
  };
}

/** An identity provider's kind and address. */
export interface Authority {
  readonly identityProvider: "aad" | "adfs";
  /** Origin, which the SDKs call the authority host. */
  readonly host: string;
  /** As spelled in the metadata. */
  readonly loginEndpoint: string;
  /** Who answers there. */
  readonly party: Party;
  /** True for a known Entra host or one of `trusted-authorities`; false for a host of the stamp. */
  readonly established: boolean;
}

/**
 * Reads the authority from the metadata and checks that credentials may be sent there.
 *
 * @throws Failure `AZS213` for a host that is not allowed, `AZS210` if it is no https URL, `AZS222` if it contains
 *   unusual characters, `AZS224` for an AD FS on a host of Entra
 */
export function readAuthority(loginEndpoint: string, rule: AuthorityRule, domain: string, url: string): Authority {
  const login = URL.parse(loginEndpoint);
  // az gets the text unchanged. A backslash counts as a slash here, but az's parser takes it for part of the user info.
  const odd = /[\s\\]/.test(loginEndpoint) || login?.username !== "" || login.password !== "";
  if (login !== null && (odd || !rule.allows(login.host))) {
    throw stampFailures.foreignAuthority({ authority: shown(loginEndpoint), domain });
  }
  if (login?.protocol !== "https:" || login.search !== "" || login.hash !== "") {
    const missing = "an https URL without query and fragment as authentication.loginEndpoint";
    throw stampFailures.metadataIncomplete({ url, missing });
  }
  readAnswer(Plain, { authentication: { loginEndpoint } }, { url, party: "arm" });
  // MSAL recognizes AD FS by the first segment of the path (MSAL Python, authority.py).
  const identityProvider = login.pathname.split("/")[1]?.toLowerCase() === "adfs" ? "adfs" : "aad";
  if (identityProvider === "adfs" && rule.isEntra(login.host)) {
    throw stampFailures.foreignTokenEndpoint({ authority: loginEndpoint, endpoint: login.origin });
  }
  const party = identityProvider === "adfs" ? "adfs" : rule.partyOf(login.host);
  return { identityProvider, host: login.origin, loginEndpoint, party, established: rule.isEstablished(login.host) };
}

/** Unaltered, so that the user can search for it, unless it is far too long. */
function shown(loginEndpoint: string): string {
  return loginEndpoint.length > 300 ? quoted(loginEndpoint) : loginEndpoint;
}

const Plain = object({ authentication: object({ loginEndpoint: needed(httpsUrl) }) });

/**
 * The login endpoint that requests go to. MSAL treats login.windows.net as an alias and uses login.microsoftonline.com;
 * MSAL for Python uses both. With this name there is one authority for all clients.
 */
export function networkEndpoint({ loginEndpoint }: Authority): string {
  return loginEndpoint.replace(/^https:\/\/login\.windows\.net(?=\/|$)/i, "https://login.microsoftonline.com");
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}
