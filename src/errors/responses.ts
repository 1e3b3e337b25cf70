import { partyFailure } from "./party.ts";

type At = { readonly host: string };
type Url = { readonly url: string };

const UNREADABLE = {
  arm: "check that endpoint is the stamp's Azure Resource Manager (management.<region>.<fqdn>), and whether a proxy answers in its place; then run the job again.",
  adfs: "tell the stamp's operator, and check whether a proxy answers in place of AD FS; if it does, add AD FS to NO_PROXY.",
  entra: "ask the network team which proxy or firewall answers in place of Entra, and to let that host through.",
  authority:
    "check that trusted-authorities names a host that issues tokens, and whether a proxy answers in its place.",
  ci: "ask the network team which proxy or firewall answers in place of the CI, and to let that host through; then run the job again.",
} as const;

/** `AZS2xx`: answers that cannot be read, or that refuse. */
export const answerFailures = {
  notJson: partyFailure(
    "AZS208",
    "HTML instead of JSON",
    (whom, { url, kind }: Url & { kind: string }) => `${whom} at ${url} answers with ${kind} instead of JSON.`,
    {
      arm: "check that endpoint is the stamp's Azure Resource Manager (management.<region>.<fqdn>); if it is, a captive portal or a proxy answers in its place: adding the stamp to NO_PROXY may help.",
      adfs: UNREADABLE.adfs,
      entra: UNREADABLE.entra,
      authority: UNREADABLE.authority,
      ci: UNREADABLE.ci,
    },
  ),
  broken: partyFailure(
    "AZS209",
    "Answer is not JSON",
    (whom, { url }: Url) =>
      `${whom} at ${url} answers with text that is not valid JSON (empty, or cut off on the way).`,
    {
      arm: "run the job again; if it fails again, check the proxy between runner and stamp, and that endpoint is the stamp's Azure Resource Manager.",
      adfs: "run the job again; if it fails again, tell the stamp's operator, and check the proxy.",
      entra: "run the job again; if it fails again, check the proxy.",
      authority: "run the job again; if it fails again, check the proxy.",
      ci: "run the job again; if it fails again, check the proxy, and look at the CI's status page.",
    },
  ),
  refused: partyFailure(
    "AZS211",
    "Request refused",
    (whom, { url, status, message }: Url & { status: string; message: string }) =>
      `${whom} at ${url} answered ${status}: ${message}`,
    {
      arm: "do as the answer says; if it does not help, check that endpoint is the stamp's Azure Resource Manager, and ask the stamp's operator, who finds the request in its log.",
      adfs: "do as the answer says; if it does not help, ask the stamp's operator, who finds the request in the event log of AD FS.",
      entra: "do as the answer says; if it does not help, check whether a proxy answers in Entra's place.",
      authority: "do as the answer says; if it does not help, ask the operator of that host.",
      ci: "do as the answer says; if it does not help, check whether a proxy answers in the CI's place.",
    },
  ),
  unavailable: partyFailure(
    "AZS212",
    "Service unavailable",
    (whom, { url, status, message }: Url & { status: string; message: string }) =>
      `${whom} at ${url} answered ${status}, also when tried again: ${message}`,
    {
      arm: "wait until the stamp's Azure Resource Manager is up again (its operator sees the state in the administrator portal), then run the job again.",
      adfs: "wait until the AD FS of the stamp is up again (ask its operator), then run the job again.",
      entra: "wait until Entra is up again (Azure's status page tells), then run the job again.",
      authority: "wait until that host is up again, then run the job again.",
      ci: "wait until that service is up again (the CI's status page tells), then run the job again.",
    },
  ),
  tooLarge: partyFailure(
    "AZS218",
    "Answer too large",
    (whom, { url, size }: Url & { size: string }) =>
      `${whom} at ${url} answers with more than ${size}, which no login needs.`,
    UNREADABLE,
  ),
  tooComplex: partyFailure(
    "AZS219",
    "Answer too complex",
    (whom, { url, excess }: Url & { excess: string }) =>
      `${whom} at ${url} answers with JSON of more than ${excess}, which no login needs.`,
    UNREADABLE,
  ),
  headersTooLarge: partyFailure(
    "AZS220",
    "Headers of an answer too large",
    (whom, { url }: Url) => `the headers of the answer of ${whom} at ${url} are larger than the 16 kB that Node reads.`,
    UNREADABLE,
  ),
  notHttp: partyFailure(
    "AZS221",
    "Answer is not HTTP",
    (whom, { url, reason }: Url & { reason: string }) =>
      `${whom} at ${url} answers with something that is not HTTP (${reason}).`,
    UNREADABLE,
  ),
  malformed: partyFailure(
    "AZS222",
    "Malformed value in an answer",
    (whom, { url, field, form }: Url & { field: string; form: string }) =>
      `in the answer of ${whom} at ${url}, ${field} is not ${form}. Such a value is not used, because a later step could take it for a command.`,
    {
      arm: "check that endpoint is your stamp; if it is, ask its operator to correct that value.",
      adfs: "ask the stamp's operator to correct that value.",
      entra: "run the job again; if it fails again, check whether a proxy changes the answers of Entra.",
      authority: "ask the operator of that host to correct that value.",
    },
  ),
  chainTooLong: partyFailure(
    "AZS225",
    "Certificate chain too long",
    (whom, { host, most }: At & { most: string }) =>
      `${whom} at ${host} presents a chain of more than ${most} certificates.`,
    UNREADABLE,
  ),
  noService: partyFailure(
    "AZS229",
    "No such service at that address",
    (whom, { url, message }: Url & { message: string }) =>
      `${whom} has no token service at ${url}. It answered 404: ${message}`,
    {
      adfs: "ask the stamp's operator to enable the token service of AD FS (Get-AdfsEndpoint lists /adfs/oauth2/ and /adfs/.well-known/openid-configuration). No input of this step can help.",
      authority: "check that the host in trusted-authorities issues tokens at that address.",
    },
  ),
};
