import { failure } from "./failure.ts";

/** A proxy's refusal of CONNECT; `answer` is its status and text, `proxy` its host and port. */
type Refused = { readonly proxy: string; readonly host: string; readonly answer: string };

/** `AZS2xx`: the proxy in HTTPS_PROXY, if it opens no tunnel. */
export const proxyFailures = {
  invalid: failure("AZS216", "Proxy is not supported", (names: { variable: string; what: string }) => ({
    problem: `${names.variable} names ${names.what}; azs-login and az need an HTTP proxy.`,
    fix: `set ${names.variable} to http://host:port (or https://) of an HTTP proxy, or remove it; list in NO_PROXY the hosts that the runner reaches directly.`,
  })),
  forbids: failure("AZS226", "The proxy refuses a host", ({ proxy, host, answer }: Refused) => ({
    problem: `the proxy ${proxy} refuses to connect to ${host}: ${answer}`,
    fix: `have the proxy's administrator allow ${host} for this runner, or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
  })),
  wantsLogin: failure("AZS227", "The proxy requires a user and password", ({ proxy, host, answer }: Refused) => ({
    problem: `the proxy ${proxy} requires a user and password that it accepts before it connects to ${host}: ${answer}`,
    fix: `set HTTPS_PROXY to http://user:password@${proxy} (percent-encode special characters; azs-login supports Basic only), or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
  })),
  otherLogin: failure(
    "AZS230",
    "The proxy does not accept a user and password",
    (names: Refused & { schemes: string }) => ({
      problem: `the proxy ${names.proxy} requires authentication with ${names.schemes} before it connects to ${names.host}, but azs-login and az support Basic only: ${names.answer}`,
      fix: `have the proxy's administrator let this runner through without authentication or accept Basic; or run a proxy on the runner that logs in to that one (such as px or Cntlm) and set HTTPS_PROXY to it; or add ${names.host} to NO_PROXY if the runner reaches it without a proxy.`,
    }),
  ),
  opensNone: failure("AZS231", "Not a proxy for HTTPS", ({ proxy, host, answer }: Refused) => ({
    problem: `the proxy ${proxy} opens no tunnel (CONNECT) to ${host}. This is the answer of a web server that is not a proxy, or of a proxy for HTTP only: ${answer}`,
    fix: `set HTTPS_PROXY to host and port of an HTTP proxy that supports CONNECT; if this proxy should, ask its administrator what the answer means; or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
  })),
  cannotReach: failure("AZS228", "The proxy cannot reach a host", ({ proxy, host, answer }: Refused) => ({
    problem: `the proxy ${proxy} cannot reach ${host}, also when tried again: ${answer}`,
    fix: `ask the proxy's administrator for the reason (its DNS, its route, its own state), or add ${host} to NO_PROXY if the runner reaches it without a proxy.`,
  })),
};
