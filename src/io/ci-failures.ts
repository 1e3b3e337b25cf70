import { Failure } from "../errors/failure.ts";
import { identityFailures } from "../errors/identity.ts";
import type { Trouble } from "../host/host.ts";
import { NO_ANSWER, networkFailure } from "./network-failures.ts";
import { checkAnswer } from "./responses.ts";
import { Tunnel, tunnelRefused } from "./tunnel.ts";

/**
 * Explains why a CI gave no ID token: if a proxy or the network failed, with that failure's text; else with the CI's
 * answer.
 *
 * @param error thrown by a host's `idToken`
 * @param ci the host's name
 * @returns Failure `AZS416`
 */
export async function idTokenFailure(error: unknown, ci: string): Promise<Failure> {
  const { trouble, message } = error as Error & { readonly trouble?: Trouble };
  const status = trouble?.answer === undefined ? "" : String(trouble.answer.status);
  const own = identityFailures.noIdToken({ answer: message, ci, status }, error);
  if (trouble === undefined) return own;
  const why = trouble.answer
    ? foreignAnswer(trouble.url, trouble.answer)
    : await connectionFailure(trouble, error as Error);
  if (why === undefined) return own;
  return new Failure(own.code, { problem: `the CI gave no ID token: ${why.problem}`, fix: why.fix }, error);
}

/** The failure if something else answered in place of the CI; undefined for an answer of the CI itself. */
function foreignAnswer(url: string, answer: NonNullable<Trouble["answer"]>): Failure | undefined {
  const { status, contentType, text } = answer;
  const headers = { get: (name: string) => (name === "content-type" ? contentType : undefined) };
  try {
    checkAnswer({ status, bodyAsText: text, headers, request: { url } }, "ci");
    return undefined;
  } catch (failure) {
    return failure as Failure;
  }
}

/** A tunnel that the proxy did open. */
class OpenTunnel extends Tunnel {
  override get endsAtProxy(): boolean {
    return false;
  }
}

async function connectionFailure({ url: asked, proxy }: Trouble, { cause }: Error): Promise<Failure | undefined> {
  const { message, code } = cause as NodeJS.ErrnoException;
  const url = new URL(asked);
  const proxyUrl = URL.parse(proxy ?? "");
  if (proxyUrl !== null && TUNNELING.test(message)) return atProxy(message, proxyUrl, url.host);
  const tunnel = proxyUrl === null ? undefined : new OpenTunnel(proxyUrl.href);
  const way = { party: "ci", tunnel } as const;
  if (code !== undefined) return networkFailure(cause, url, way);
  return /^Request timeout/.test(message) ? networkFailure(withCode(NO_ANSWER, message), url, way) : undefined;
}

/** Both clients use the package tunnel, whose errors tell only by their message what happened at the proxy. */
const TUNNELING = /^tunneling socket could not be established/;

async function atProxy(message: string, proxy: URL, host: string): Promise<Failure> {
  const [, status] = /statusCode=(\d+)/.exec(message) ?? [];
  const names = { proxy: proxy.host, host, answer: `it answered ${status}.` };
  if (status !== undefined) return tunnelRefused(Number(status), names);
  const [code = "ECONNRESET"] = /\bE[A-Z_]{4,}\b/.exec(message) ?? [];
  return networkFailure(withCode(code, message), proxy, { party: "proxy", tunnel: undefined });
}

const withCode = (code: string, message: string) => Object.assign(new Error(message), { code });
