import { failure } from "./failure.ts";
import { partyFailure } from "./party.ts";

type At = { readonly host: string };

/** `AZS2xx`: a stamp's metadata, and the hosts that it names. */
export const stampFailures = {
  metadataIncomplete: failure(
    "AZS210",
    "Metadata is incomplete",
    ({ url, missing }: { url: string; missing: string }) => ({
      problem: `the metadata of ${url} lacks ${missing}.`,
      fix: "check that endpoint is an Azure Stack Hub's Azure Resource Manager; if it is, its deployment or update is not complete: ask the stamp's operator.",
    }),
  ),
  foreignAuthority: failure(
    "AZS213",
    "Authority on a foreign host",
    ({ authority, domain }: { authority: string; domain: string }) => ({
      problem: `the stamp names ${authority} as its authority. That host is neither a known Microsoft Entra host nor below ${domain}, so no credential was sent to it.`,
      fix: `if that authority is right, add its host to trusted-authorities; if not, endpoint is not the address of your stamp.`,
    }),
  ),
  foreignHost: partyFailure(
    "AZS214",
    "Answer refers to a foreign host",
    (whom, { host, allowed }: At & { allowed: string }) =>
      `an answer of ${whom} refers to ${host}, which is not one of ${allowed}. Nothing was sent there.`,
    {
      arm: "tell the stamp's operator that its Azure Resource Manager names another host for the next page of a list; no input lets a token go there.",
      adfs: "if that host belongs to the AD FS, add it to trusted-authorities; if not, tell the stamp's operator.",
      entra: "find out which proxy or firewall changes the answers of Entra.",
      authority:
        "if that host is right, add it to trusted-authorities as well; if not, tell the operator of the host that names it.",
    },
  ),
  noTenant: failure("AZS215", "Tenant not discovered", ({ host }: At) => ({
    problem: `${host} does not say which tenant it belongs to.`,
    fix: "set tenant-id to the tenant's GUID or domain.",
  })),
  tooMany: failure("AZS223", "Too many subscriptions", ({ url, most }: { url: string; most: string }) => ({
    problem: `the list of subscriptions at ${url} has no end: azs-login reads at most ${most}.`,
    fix: "check that endpoint is your stamp, and give the service principal or user roles in fewer subscriptions.",
  })),
  foreignTokenEndpoint: failure(
    "AZS224",
    "Token endpoint on another host",
    ({ authority, endpoint }: { authority: string; endpoint: string }) => ({
      problem: `the AD FS ${authority} names ${endpoint} as its token endpoint, on another host than its own. That host would accept an assertion that is signed for it, so nothing was signed and nothing was sent.`,
      fix: "if that host belongs to the AD FS, add it to trusted-authorities (Microsoft Entra's hosts never do); if not, endpoint is not the address of your stamp.",
    }),
  ),
};
