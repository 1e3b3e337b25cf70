import type { Party } from "../errors/party.ts";
import { stampFailures } from "../errors/stamp.ts";
import { httpsUrl, needed, object, readAnswer } from "../io/forms.ts";
import type { HostRule } from "../io/http.ts";
import { quoted } from "../io/quoting.ts";
import { isBelow } from "./stamp-names.ts";

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

export interface AuthorityRule extends HostRule {
  /** Whether Microsoft or the user vouches for a host, not the stamp alone. */
  readonly isEstablished: (host: string) => boolean;
  /** Whether the user vouches for it. */
  readonly isListed: (host: string) => boolean;
  readonly isEntra: (host: string) => boolean;
}

/**
 * Who may be sent a credential.
 *
 * Metadata is data from the network: without this rule a wrong or hijacked endpoint could name any host as its
 * authority and be handed the credential.
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
  /** Origin, what the SDKs call authority host. */
  readonly host: string;
  /** As the metadata spells it. */
  readonly loginEndpoint: string;
  /** Who answers there. */
  readonly party: Party;
  /** A known Entra host or one of `trusted-authorities`; else one that is the stamp's. */
  readonly established: boolean;
}

/**
 * Reads the authority that the metadata names and checks that credentials may be sent there.
 *
 * @throws Failure `AZS213` for a host that is not allowed, `AZS210` for what is no https URL, `AZS222` for one of odd
 *   signs, `AZS224` for an AD FS on a host of Entra
 */
export function readAuthority(loginEndpoint: string, rule: AuthorityRule, domain: string, url: string): Authority {
  const login = URL.parse(loginEndpoint);
  // The text as it is goes to az, whose parser reads a backslash, which is a slash here, as part of the user.
  const odd = /[\s\\]/.test(loginEndpoint) || login?.username !== "" || login.password !== "";
  if (login !== null && (odd || !rule.allows(login.host))) {
    throw stampFailures.foreignAuthority({ authority: shown(loginEndpoint), domain });
  }
  if (login?.protocol !== "https:" || login.search !== "" || login.hash !== "") {
    const missing = "an https URL without query and fragment as authentication.loginEndpoint";
    throw stampFailures.metadataIncomplete({ url, missing });
  }
  readAnswer(Plain, { authentication: { loginEndpoint } }, { url, party: "arm" });
  // MSAL tells AD FS by the first segment of the path (MSAL Python, authority.py).
  const identityProvider = login.pathname.split("/")[1]?.toLowerCase() === "adfs" ? "adfs" : "aad";
  if (identityProvider === "adfs" && rule.isEntra(login.host)) {
    throw stampFailures.foreignTokenEndpoint({ authority: loginEndpoint, endpoint: login.origin });
  }
  const party = identityProvider === "adfs" ? "adfs" : rule.partyOf(login.host);
  return { identityProvider, host: login.origin, loginEndpoint, party, established: rule.isEstablished(login.host) };
}

/** Line breaks and all, so that it can be searched for, unless it is far too long. */
function shown(loginEndpoint: string): string {
  return loginEndpoint.length > 300 ? quoted(loginEndpoint) : loginEndpoint;
}

const Plain = object({ authentication: object({ loginEndpoint: needed(httpsUrl) }) });

/**
 * The login endpoint that requests go to. MSAL takes login.windows.net for an alias and asks login.microsoftonline.com;
 * MSAL for Python asks both. Under its network name there is one authority for everybody.
 */
export function networkEndpoint({ loginEndpoint }: Authority): string {
  return loginEndpoint.replace(/^https:\/\/login\.windows\.net(?=\/|$)/i, "https://login.microsoftonline.com");
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}
