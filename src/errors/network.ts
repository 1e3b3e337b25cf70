import { fixOf, missingOf, type Untrusted } from "./chain.ts";
import { type OfParty, partyFailure } from "./party.ts";
import { answerFailures } from "./responses.ts";

type At = { readonly host: string };

const REACHES = ({ host }: At) =>
  `set HTTPS_PROXY (for an agent of Azure Pipelines, its own proxy settings) to a proxy that reaches ${host}`;

/** `AZS2xx`: connections to a host, and its answers. `host` includes the port if it is not the default one. */
export const networkFailures = {
  nameNotResolved: partyFailure(
    "AZS201",
    "Name not resolved",
    (whom, { host }: At) => `the name ${host} cannot be resolved. It is the name of ${whom}.`,
    {
      arm: "check the spelling of endpoint; if it is right, run the job on a runner whose DNS knows the stamp's zone (that of a hosted runner does not), or set HTTPS_PROXY to a proxy that resolves it.",
      adfs: "run the job on a runner whose DNS knows the stamp's zone, or set HTTPS_PROXY to a proxy that resolves it, and keep it out of NO_PROXY.",
      entra: ({ host }) =>
        `run the job on a runner whose DNS resolves public names, or set HTTPS_PROXY to a proxy that reaches ${host}, and keep ${host} out of NO_PROXY.`,
      authority:
        "run the job on a runner whose DNS knows that name, or set HTTPS_PROXY to a proxy that resolves it, and keep it out of NO_PROXY.",
      proxy: "correct the proxy's name in HTTPS_PROXY, or run the job on a runner whose DNS knows it.",
      ci: (names) =>
        `run the job on a runner whose DNS resolves that name, or ${REACHES(names)}, and keep ${names.host} out of NO_PROXY.`,
    },
  ),
  connectionRefused: partyFailure(
    "AZS202",
    "Connection refused",
    (whom, { host }: At) => `${whom} at ${host} refuses connections.`,
    {
      arm: "check that the stamp is up and that endpoint has the right host and port; a firewall between runner and stamp must allow TCP 443.",
      adfs: "ask the stamp's operator whether AD FS is up; a firewall between runner and AD FS must allow TCP 443.",
      entra: ({ host }) => `have the firewall allow ${host} on TCP 443, or set HTTPS_PROXY to a proxy that reaches it.`,
      authority: "check that the host is up, and that the firewall allows it on TCP 443.",
      proxy: "check that HTTPS_PROXY has the proxy's host and port, and that the proxy is up.",
      ci: (names) => `have the firewall allow ${names.host} on TCP 443, or ${REACHES(names)}.`,
    },
  ),
  timedOut: partyFailure(
    "AZS203",
    "No answer in time",
    (whom, { host, seconds }: At & { seconds: string }) =>
      `${whom} at ${host} did not answer within ${seconds} seconds.`,
    {
      arm: "check that the runner can reach the stamp (VPN, firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
      adfs: "check that the runner can reach AD FS, which is another host than Azure Resource Manager (VPN, firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
      entra: ({ host }) =>
        `have the firewall allow ${host} on TCP 443, or set HTTPS_PROXY to a proxy that reaches it, then run the job again.`,
      authority: "check that the runner can reach that host (firewall, HTTPS_PROXY, NO_PROXY), then run the job again.",
      proxy:
        "check that HTTPS_PROXY is a proxy that this runner may use, and that the proxy itself reaches the host it was asked for; or list that host in NO_PROXY.",
      ci: (names) =>
        `have the firewall allow ${names.host} on TCP 443, or ${REACHES(names)}, then run the job again; the CI's status page tells whether the service itself is down.`,
    },
  ),
  connectionLost: partyFailure(
    "AZS204",
    "Connection lost",
    (whom, { host, reason }: At & { reason: string }) =>
      `the connection to ${whom} at ${host} broke off (${reason}), also when tried again.`,
    {
      arm: "check proxy, VPN and load balancer between runner and stamp, then run the job again.",
      adfs: "check proxy, VPN and load balancer between runner and AD FS, then run the job again.",
      entra: ({ host }) => `check firewall and proxy: they must let the runner reach ${host} on TCP 443.`,
      authority: "check firewall and proxy between runner and host, then run the job again.",
      proxy: "check that HTTPS_PROXY is the address of an HTTP proxy, and read the proxy's own log.",
      ci: ({ host }) =>
        `check firewall and proxy: they must let the runner reach ${host} on TCP 443. Then run the job again; the CI's status page tells whether the service itself is down.`,
    },
  ),
  unknownAuthority: partyFailure(
    "AZS205",
    "TLS certificate from an unknown CA",
    (whom, names: Untrusted & OfParty) => {
      // The roots that the user gave are the stamp's.
      const given = names.party === "arm" || names.party === "adfs" ? names.given : "";
      return `${whom} at ${names.host} presents a certificate of a CA that this runner does not trust. ${missingOf(names, given)}`;
    },
    {
      arm: fixOf,
      adfs: fixOf,
      entra: ({ host }) =>
        `a public CA signs the certificate of ${host}, so a certificate of another CA comes from a proxy or firewall that inspects TLS. Get its root from the network team and set NODE_EXTRA_CA_CERTS to the file of that root (in the job's env, or for the runner's service), or have ${host} exempted from inspection.`,
      authority:
        "confirm the fingerprint of the root of its CA, and pass that root as a further certificate in ca-certificate.",
      proxy:
        "HTTPS_PROXY begins with https://: set NODE_EXTRA_CA_CERTS (in the job's env, or for the runner's service) to the file of that root, or use the proxy's http:// address.",
      ci: ({ host }) =>
        `if ${host} belongs to GitHub or Azure DevOps Services, a proxy or firewall inspects TLS: get its root from the network team, or have ${host} exempted from inspection. If it is a server of your own, use the root of its CA. Set NODE_EXTRA_CA_CERTS to the file of that root (in the job's env, or for the runner's service).`,
    },
  ),
  certificateInvalid: partyFailure(
    "AZS206",
    "TLS certificate not valid",
    (whom, { host, reason }: At & { reason: string }) =>
      `the TLS certificate of ${whom} at ${host} is not valid: ${reason}.`,
    {
      arm: "check that endpoint has the host name the certificate was issued for and that the runner's clock is right; an expired certificate is replaced by the stamp's operator (secret rotation).",
      adfs: "check that the runner's clock is right; the stamp's operator replaces the certificate of AD FS (secret rotation).",
      entra:
        "check that the runner's clock is right; if it is, a proxy or firewall presents a certificate of its own: ask the network team to correct it, or to exempt that host from inspection.",
      authority: "check that the runner's clock is right; its operator replaces the certificate.",
      proxy: "check that the runner's clock is right, and that HTTPS_PROXY has the name in the proxy's certificate.",
      ci: ({ host }) =>
        `check that the runner's clock is right; if it is, a proxy or firewall presents a certificate of its own: ask the network team to correct it, or to exempt ${host} from inspection.`,
    },
  ),
  tlsFailed: partyFailure(
    "AZS207",
    "TLS handshake failed",
    (whom, { host, reason }: At & { reason: string }) =>
      `no TLS connection to ${whom} at ${host} can be made (${reason}).`,
    {
      arm: "check that endpoint has the right host and port, and that no proxy or firewall breaks TLS.",
      adfs: "ask the stamp's operator whether AD FS speaks TLS 1.2 there; check that no proxy or firewall breaks TLS.",
      entra: ({ host }) => `configure the proxy or firewall to let TLS to ${host} through.`,
      authority: "check that this host speaks TLS 1.2, and that no proxy or firewall breaks TLS.",
      proxy: ({ host }) =>
        `HTTPS_PROXY begins with https://, for a proxy that speaks TLS itself; set it to http://${host}, as most proxies require.`,
      ci: ({ host }) => `configure the proxy or firewall to let TLS to ${host} through.`,
    },
  ),
  noMoreTime: partyFailure(
    "AZS217",
    "The step's time is up",
    (whom, { host }: At) => `the step's time for waiting is over; it was waiting for ${whom} at ${host}.`,
    {
      arm: "check why the stamp or the network to it is so slow, then run the job again.",
      adfs: "check why AD FS or the network to it is so slow, then run the job again.",
      entra: "check why the network to Entra is so slow (proxy, firewall), then run the job again.",
      authority: "check why that host or the network to it is so slow, then run the job again.",
      proxy: "check why the proxy is so slow, then run the job again; or list the host in NO_PROXY.",
    },
  ),
  ...answerFailures,
};
