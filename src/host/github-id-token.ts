import { setTimeout as pause } from "node:timers/promises";
import { HttpClient } from "@actions/http-client";
import { BearerCredentialHandler } from "@actions/http-client/lib/auth";
import type { Environment } from "./host.ts";

/** For each try, and for what comes of all of them together. */
const TIMEOUT_MS = 20_000;
const PAUSES_MS = [500, 1000, 2000];

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
  const bearer = new BearerCredentialHandler(environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "");
  const client = new HttpClient("azs-login", [bearer], { allowRetries: false, socketTimeout: TIMEOUT_MS });
  const until = performance.now() + TIMEOUT_MS;
  for (let tried = 0; ; tried++) {
    const answer = await ask(client, url);
    if (answer.token !== undefined) return answer.token;
    const wait = Math.max(PAUSES_MS[tried] ?? Number.POSITIVE_INFINITY, answer.waitMs);
    if (!answer.passing || performance.now() + wait > until) throw new Error(answer.reason);
    await pause(wait);
  }
}

interface Answer {
  readonly token?: string;
  readonly reason: string;
  /** May be gone the next time. */
  readonly passing: boolean;
  /** `Retry-After`, in milliseconds. */
  readonly waitMs: number;
}

async function ask(client: HttpClient, url: URL): Promise<Answer> {
  try {
    const response = await client.get(url.href);
    const { statusCode: status = 0, headers } = response.message;
    const { value, message } = parsed(await response.readBody());
    const words = typeof message === "string" ? `, ${message.replaceAll(/\s+/g, " ").slice(0, 300)}` : "";
    return {
      ...(typeof value === "string" ? { token: value } : {}),
      reason: `status ${status}${words}`,
      passing: status === 408 || status === 429 || status >= 500,
      waitMs: (Number(headers["retry-after"]) || 0) * 1000,
    };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), passing: true, waitMs: 0 };
  }
}

function parsed(text: string): { readonly value?: unknown; readonly message?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
