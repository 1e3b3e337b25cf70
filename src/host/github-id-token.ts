import { TIMEOUT_MS } from "./bounded-body.ts";
import type { Environment } from "./host.ts";
import { idTokenFrom } from "./id-token-request.ts";

/** Whether the job has the permission `id-token: write`: then the runner sets both variables. */
export function offersIdTokens(environment: Environment): boolean {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  return Boolean(url && token);
}

/**
 * The origin that later steps can request ID tokens from.
 *
 * @returns undefined if there is none, or if the request token would leave the machine without TLS
 */
export function idTokenOrigin(environment: Environment): string | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: text = "" } = environment;
  if (!offersIdTokens(environment) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isHere) ? origin : undefined;
}

/**
 * Requests an ID token from GitHub ("OpenID Connect reference" of its documentation). Not with `core.getIDToken`, which
 * waits three minutes for an endpoint that does not answer, and retries only after 502 to 504.
 *
 * @throws Error if GitHub gives none
 */
export async function idTokenOf(environment: Environment, audience: string): Promise<string> {
  const url = new URL(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "");
  url.searchParams.set("audience", audience);
  const { getProxyUrl, HttpClient } = await import("@actions/http-client");
  const { BearerCredentialHandler } = await import("@actions/http-client/lib/auth");
  const bearer = new BearerCredentialHandler(environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "");
  // No redirects: the runner's request token goes only to the host that the variable names.
  const options = { allowRetries: false, allowRedirects: false, socketTimeout: TIMEOUT_MS };
  const client = new HttpClient("azs-login", [bearer], options);
  const asked = { url: url.href, proxy: getProxyUrl(url.href) || undefined };
  return idTokenFrom(() => client.get(url.href), "value", asked);
}
