import { HttpsProxyAgent } from "https-proxy-agent";
import type { Failure } from "../errors/failure.ts";
import { proxyFailures } from "../errors/proxy.ts";
import { quoted } from "./quoting.ts";

type Connect = HttpsProxyAgent<string>["connect"];

/** What a proxy answered to CONNECT. */
interface Answer {
  readonly statusCode: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The way through a proxy for one request and its further tries, which follow one another. */
export class Tunnel extends HttpsProxyAgent<string> {
  #answer: Answer | undefined;

  override async connect(...[request, options]: Parameters<Connect>): ReturnType<Connect> {
    this.#answer = undefined;
    request.once("proxyConnect", (answer: Answer) => {
      this.#answer = answer;
    });
    return super.connect(request, options);
  }

  /** Whether the last try got no further than to the proxy: what failed then is the proxy, or the way to it. */
  get endsAtProxy(): boolean {
    return this.#answer === undefined;
  }

  /**
   * What the proxy said instead of opening the tunnel, for the host that was asked for; undefined when it opened it. The
   * agent gives such an answer to the client as if the host had sent it.
   */
  refusal(host: string): Failure | undefined {
    if (this.#answer === undefined || this.#answer.statusCode === 200) return undefined;
    const names = { proxy: this.proxy.host, host, answer: wordsOf(this.#answer) };
    return tunnelRefused(this.#answer.statusCode, names);
  }
}

/** The error of a proxy that answered CONNECT with this status, with its words in `answer`. */
export function tunnelRefused(status: number, names: Parameters<typeof proxyFailures.forbids>[0]): Failure {
  if (status === 407) return proxyFailures.wantsLogin(names);
  return status >= 500 ? proxyFailures.cannotReach(names) : proxyFailures.forbids(names);
}

/** `403 Forbidden (X-Squid-Error: ERR_ACCESS_DENIED 0)`: status and words, and what known proxies say beside it. */
function wordsOf({ statusCode, statusText, headers }: Answer): string {
  const named = ["X-Squid-Error", "Proxy-Authenticate", "Via", "Server"]
    .map((name) => ({ name, value: String(headers[name.toLowerCase()] ?? "") }))
    .filter(({ value }) => value !== "")
    .map(({ name, value }) => `${name}: ${quoted(value, 100)}`);
  const beside = named.length === 0 ? "" : ` (${named.slice(0, 2).join(", ")})`;
  return `${`${statusCode} ${quoted(statusText, 100)}`.trim()}${beside}.`;
}
