import { TIMEOUT_MS } from "./ci-answers.ts";
import type { Environment } from "./host.ts";
import { idTokenFrom } from "./id-tokens.ts";

/** Whether the job has the permission `id-token: write`: then the runner sets both variables. */
export function offersIdTokens(environment: Environment): boolean {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  return Boolean(url && token);
}

/**
 * Asks GitHub for an ID token ("OpenID Connect reference" of its documentation). Not `core.getIDToken`, which waits for
 * three minutes for an endpoint that does not answer, and tries again after 502 to 504 only.
 *
 * @throws Error when there is none
 */
export async function idTokenOf(environment: Environment, audience: string): Promise<string> {
  const url = new URL(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "");
  url.searchParams.set("audience", audience);
  const { getProxyUrl, HttpClient } = await import("@actions/http-client");
  const { BearerCredentialHandler } = await import("@actions/http-client/lib/auth");
  const bearer = new BearerCredentialHandler(environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "");
  // The runner's request token goes to the host of the variable alone.
  const options = { allowRetries: false, allowRedirects: false, socketTimeout: TIMEOUT_MS };
  const client = new HttpClient("azs-login", [bearer], options);
  const asked = { url: url.href, proxy: getProxyUrl(url.href) || undefined };
  return idTokenFrom(() => client.get(url.href), "value", asked);
}
