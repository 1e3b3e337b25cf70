import { HttpsProxyAgent } from "https-proxy-agent";
import type { Failure } from "../errors/failure.ts";
import { proxyFailures } from "../errors/proxy.ts";
import { quoted } from "./quoting.ts";
import { NETWORK_LOGIN } from "./responses.ts";

type Connect = HttpsProxyAgent<string>["connect"];

/** A proxy's answer to CONNECT. */
interface Answer {
  readonly statusCode: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The agent for one request through a proxy and its retries, which follow one another. */
export class Tunnel extends HttpsProxyAgent<string> {
  #answer: Answer | undefined;

  override async connect(...[request, options]: Parameters<Connect>): ReturnType<Connect> {
    this.#answer = undefined;
    request.once("proxyConnect", (answer: Answer) => {
      this.#answer = answer;
    });
    return super.connect(request, options);
  }

  /** Whether the last try got no further than the proxy: then the proxy, or the connection to it, failed. */
  get endsAtProxy(): boolean {
    return this.#answer === undefined;
  }

  /**
   * The failure if the proxy refused the tunnel to a host; undefined if it opened it. The agent passes such a refusal
   * on to the client as if the host had sent it.
   */
  refusal(host: string): Failure | undefined {
    if (this.#answer === undefined || this.#answer.statusCode === 200) return undefined;
    const names = { proxy: this.proxy.host, host, answer: wordsOf(this.#answer) };
    const schemes = this.#answer.headers["proxy-authenticate"];
    return tunnelRefused(this.#answer.statusCode, names, typeof schemes === "string" ? [schemes] : schemes);
  }
}

/** Statuses of web servers that do not know CONNECT, and 400 of proxies that take it for another request. */
const NO_TUNNELS = [400, 404, 405, 501];

/**
 * The error of a proxy that answered CONNECT with this status.
 *
 * @param names with the proxy's answer as `answer`
 * @param challenges the proxy's `Proxy-Authenticate` headers
 */
export function tunnelRefused(
  status: number,
  names: Parameters<typeof proxyFailures.forbids>[0],
  challenges: readonly string[] = [],
): Failure {
  if (status === 407) {
    const schemes = challenges.flatMap((one) => schemesIn(quoted(one)));
    const isBasic = schemes.length === 0 || schemes.some((one) => one.toLowerCase() === "basic");
    return isBasic
      ? proxyFailures.wantsLogin(names)
      : proxyFailures.otherLogin({ ...names, schemes: quoted(schemes.join(" or "), 100) });
  }
  if (NO_TUNNELS.includes(status)) return proxyFailures.opensNone(names);
  // 511 comes from a network that wants its users to log in on a page.
  return status >= 500 && status !== NETWORK_LOGIN ? proxyFailures.cannotReach(names) : proxyFailures.forbids(names);
}

/** The schemes in `Negotiate, Basic realm="corp, inc"`: words that no equals sign follows (RFC 9110, 11.6.1). */
function schemesIn(challenge: string): readonly string[] {
  const parts = challenge.replaceAll(/"[^"]*"/g, '""').split(",");
  return parts.flatMap((part) => /^\s?([A-Za-z][\w-]*)(?: |$)/.exec(part)?.[1] ?? []);
}

/** Status, text and the headers of known proxies: `403 Forbidden (X-Squid-Error: ERR_ACCESS_DENIED 0)`. */
function wordsOf({ statusCode, statusText, headers }: Answer): string {
  const named = ["X-Squid-Error", "Proxy-Authenticate", "Via", "Server"]
    .map((name) => ({ name, value: String(headers[name.toLowerCase()] ?? "") }))
    .filter(({ value }) => value !== "")
    .map(({ name, value }) => `${name}: ${quoted(value, 100)}`);
  const beside = named.length === 0 ? "" : ` (${named.slice(0, 2).join(", ")})`;
  return `${`${statusCode} ${quoted(statusText, 100)}`.trim()}${beside}.`;
}
