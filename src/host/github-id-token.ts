import { HttpClient } from "@actions/http-client";
import { BearerCredentialHandler } from "@actions/http-client/lib/auth";
import type { Environment } from "./host.ts";

const TIMEOUT_MS = 20_000;
const RETRIES = 3;

/** Whether the job has the permission `id-token: write`: then the runner sets both variables. */
export function offersIdTokens({
  ACTIONS_ID_TOKEN_REQUEST_URL: url,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
}: Environment) {
  return Boolean(url && token);
}

/**
 * Asks GitHub for an ID token ("OpenID Connect reference" of its documentation). Not `core.getIDToken`, which waits for
 * three minutes for an endpoint that does not answer, and asks ten times.
 *
 * @throws Error when there is none
 */
export async function idTokenOf(environment: Environment, audience: string): Promise<string> {
  const url = new URL(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "");
  url.searchParams.set("audience", audience);
  const bearer = new BearerCredentialHandler(environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "");
  const options = { allowRetries: true, maxRetries: RETRIES, socketTimeout: TIMEOUT_MS };
  const response = await new HttpClient("azs-login", [bearer], options).get(url.href);
  const { value, message } = parsed(await response.readBody());
  if (typeof value === "string") return value;
  throw new Error(`status ${response.message.statusCode}${message === undefined ? "" : `, ${message}`}`);
}

function parsed(text: string): { readonly value?: unknown; readonly message?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
