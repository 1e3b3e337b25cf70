import { failure } from "./failure.ts";

type At = { readonly host: string };

/** How a chain ends that is not trusted (`ChainEnd` of src/io/presented-chain.ts), and what the user gave to trust, or nothing. */
type Untrusted = At & {
  readonly root: string;
  readonly fingerprint: string;
  readonly last: string;
  readonly given: string;
};

const HOW = "(a path, PEM text or base64)";
const ELSE = "if it is not, a proxy on the way inspects TLS, and its administrators have to except this host.";

function missingRoot({ root, fingerprint, given }: Untrusted): string {
  const instead =
    given === "" ? "" : ` ca-certificate holds ${given} instead: the root of another stamp, or of before a change.`;
  return `Missing root: ${root}; SHA-256 fingerprint: ${fingerprint}.${instead}`;
}

function rootFix({ given }: Untrusted): string {
  const pass = `export that root from the stamp, compare its fingerprint with the operator's, and pass it as ca-certificate ${HOW}`;
  return given === "" ? `${pass}.` : `if the missing root is the stamp's, ${pass}; ${ELSE}`;
}

function leftOut({ root, fingerprint, last, given }: Untrusted): string {
  const above = given === "" ? "" : ` It may be issued by ${given}, which ca-certificate holds.`;
  return `The server leaves out "${root}" (${fingerprint}), the issuer of "${last}".${above}`;
}

function leftOutFix({ root, given }: Untrusted): string {
  const pass = `get "${root}" from the stamp's operator and pass it as ca-certificate ${HOW}; if it is an intermediate CA, pass it and its root, both in ca-certificate (in one file, or as two paths)`;
  return given === "" ? `${pass}.` : `${pass}. If ca-certificate is not of this stamp, pass the root that is; ${ELSE}`;
}

const NOT_A_STAMP =
  "check that endpoint is the stamp's Azure Resource Manager, and the proxy between runner and stamp; then run the job again.";

/** `AZS2xx`: the stamp and the network on the way to it. */
export const stampFailures = {
  nameNotResolved: failure("AZS201", "Name not resolved", ({ host }: At) => ({
    problem: `the name ${host} cannot be resolved.`,
    fix: `check the spelling of endpoint, or of HTTPS_PROXY if that is the proxy's name; if it is right, run the job on a runner whose DNS knows the stamp's zone (or set HTTPS_PROXY to a proxy that does).`,
  })),
  connectionRefused: failure("AZS202", "Connection refused", ({ host }: At) => ({
    problem: `${host} refuses connections.`,
    fix: "check that the stamp is up and that endpoint has the right host and port, or HTTPS_PROXY if that is the proxy's address; a firewall between runner and stamp must allow TCP 443.",
  })),
  timedOut: failure("AZS203", "No answer in time", ({ host, seconds }: At & { seconds: string }) => ({
    problem: `${host} did not answer within ${seconds} seconds.`,
    fix: "check that the runner can reach the stamp (VPN, firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
  })),
  connectionLost: failure("AZS204", "Connection lost", ({ host, reason }: At & { reason: string }) => ({
    problem: `the connection to ${host} broke off (${reason}), also when tried again.`,
    fix: "check proxy, VPN and load balancer between runner and stamp, then run the job again.",
  })),
  unknownAuthority: failure("AZS205", "TLS certificate of an unknown CA", (names: Untrusted) => ({
    problem: `${names.host} presents a certificate of a CA that this runner does not trust. ${names.last === "" ? missingRoot(names) : leftOut(names)}`,
    fix: names.last === "" ? rootFix(names) : leftOutFix(names),
  })),
  certificateInvalid: failure("AZS206", "TLS certificate not valid", ({ host, reason }: At & { reason: string }) => ({
    problem: `the TLS certificate of ${host} is not valid: ${reason}.`,
    fix: "check that endpoint has the host name the certificate was issued for and that the runner's clock is right; an expired certificate is replaced by the stamp's operator (secret rotation).",
  })),
  tlsFailed: failure("AZS207", "TLS handshake failed", ({ host, reason }: At & { reason: string }) => ({
    problem: `no TLS connection to ${host} can be made (${reason}).`,
    fix: "check that endpoint has the right host and port, and that no proxy or firewall on the way breaks TLS.",
  })),
  notJson: failure("AZS208", "HTML instead of an answer", ({ url, kind }: { url: string; kind: string }) => ({
    problem: `${url} answers with ${kind} instead of JSON: a captive portal, a proxy's page, or a host that is no stamp.`,
    fix: "check that endpoint is the stamp's Azure Resource Manager (management.<region>.<fqdn>), and that the runner's proxy lets it through.",
  })),
  broken: failure("AZS209", "Answer is not JSON", ({ url }: { url: string }) => ({
    problem: `${url} answers with text that is not valid JSON (cut off on the way, or no stamp).`,
    fix: "run the job again; if it stays, check the proxy between runner and stamp, and that endpoint is the stamp's Azure Resource Manager.",
  })),
  metadataIncomplete: failure(
    "AZS210",
    "Metadata is incomplete",
    ({ url, missing }: { url: string; missing: string }) => ({
      problem: `the metadata of ${url} lacks ${missing}.`,
      fix: "check that endpoint is an Azure Stack Hub's Azure Resource Manager; if it is, its deployment or update is not complete: ask the stamp's operator.",
    }),
  ),
  refused: failure(
    "AZS211",
    "The stamp refused a request",
    ({ url, status, message }: { url: string; status: string; message: string }) => ({
      problem: `${url} answered ${status}: ${message}`,
      fix: "check that endpoint is the stamp's Azure Resource Manager; a proxy's refusal (403, 407) is lifted by its administrator or avoided with NO_PROXY.",
    }),
  ),
  unavailable: failure(
    "AZS212",
    "The stamp is unavailable",
    ({ url, status, message }: { url: string; status: string; message: string }) => ({
      problem: `${url} answered ${status}, also when tried again: ${message}`,
      fix: "wait until the stamp (or the proxy before it) is up again, then run the job again.",
    }),
  ),
  foreignAuthority: failure(
    "AZS213",
    "Authority on a foreign host",
    ({ authority, domain }: { authority: string; domain: string }) => ({
      problem: `the stamp names ${authority} as its authority. That host is neither a known Microsoft Entra host nor below ${domain}, so no credential was sent to it.`,
      fix: `if that authority is right, add its host to trusted-authorities; if not, endpoint leads to something that is not your stamp.`,
    }),
  ),
  foreignHost: failure("AZS214", "Sent to a foreign host", ({ host, allowed }: { host: string; allowed: string }) => ({
    problem: `a redirect or the authority's own configuration leads to ${host}, which is none of ${allowed}. Nothing was sent there.`,
    fix: "if that host is right, add it to trusted-authorities; if not, check endpoint and the proxy.",
  })),
  noTenant: failure("AZS215", "Tenant not discovered", ({ host }: At) => ({
    problem: `${host} does not say which tenant it belongs to.`,
    fix: "set tenant-id to the tenant's GUID or domain.",
  })),
  proxyInvalid: failure("AZS216", "Proxy is not a URL", ({ variable }: { variable: string }) => ({
    problem: `${variable} does not hold the URL of an HTTP proxy.`,
    fix: `set ${variable} to http://host:port (or https://), or remove it.`,
  })),
  noMoreTime: failure("AZS217", "The step's time is up", ({ host }: At) => ({
    problem: `the step has waited for others as long as it may, last of all for ${host}.`,
    fix: "check why the stamp, its authority or the way to them is that slow, then run the job again.",
  })),
  tooLarge: failure("AZS218", "Answer too large", ({ url, size }: { url: string; size: string }) => ({
    problem: `${url} answers with more than ${size}, which no stamp needs.`,
    fix: NOT_A_STAMP,
  })),
  tooComplex: failure("AZS219", "Answer of too much", ({ url, excess }: { url: string; excess: string }) => ({
    problem: `${url} answers with JSON of more than ${excess}, which no stamp needs.`,
    fix: NOT_A_STAMP,
  })),
  headersTooLarge: failure("AZS220", "Headers of an answer too large", ({ url }: { url: string }) => ({
    problem: `the headers of the answer of ${url} are larger than the 16 kB that Node reads.`,
    fix: NOT_A_STAMP,
  })),
  notHttp: failure("AZS221", "Answer is not HTTP", ({ url, reason }: { url: string; reason: string }) => ({
    problem: `${url} answers with something that is not HTTP (${reason}).`,
    fix: NOT_A_STAMP,
  })),
  malformed: failure(
    "AZS222",
    "Value has not its form",
    ({ url, field, form }: { url: string; field: string; form: string }) => ({
      problem: `in the answer of ${url}, ${field} is not ${form}. A value that does not have its form is not used, since a later step could take it for a command.`,
      fix: "check that endpoint is your stamp; if it is, ask its operator to correct that value.",
    }),
  ),
  tooMany: failure("AZS223", "Too many subscriptions", ({ url, most }: { url: string; most: string }) => ({
    problem: `${url} does not come to an end: azs-login reads ${most}.`,
    fix: "check that endpoint is your stamp, and give the service principal or user roles in fewer subscriptions.",
  })),
  foreignTokenEndpoint: failure(
    "AZS224",
    "Token endpoint on another host",
    ({ authority, endpoint }: { authority: string; endpoint: string }) => ({
      problem: `the AD FS ${authority} names ${endpoint} as its token endpoint, on another host than its own. What is signed for that host would be taken there, so nothing was signed and nothing sent.`,
      fix: "if that host belongs to the AD FS, add it to trusted-authorities (Microsoft Entra's hosts never do); if not, endpoint leads to something that is not your stamp.",
    }),
  ),
  chainTooLong: failure("AZS225", "Certificate chain too long", ({ host, most }: At & { most: string }) => ({
    problem: `${host} presents a chain of more than ${most} certificates.`,
    fix: NOT_A_STAMP,
  })),
};
