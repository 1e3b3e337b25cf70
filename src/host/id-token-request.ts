import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type Body, bodyOf, TIMEOUT_MS } from "./bounded-body.ts";
import type { Trouble } from "./host.ts";

const PAUSES_MS = [500, 1000, 2000];
/** An ID token is a few kilobytes long. */
const MOST_BYTES = 200_000;

/** The answer of a CI's endpoint for ID tokens, in the form in which the clients of both CIs return it. */
export interface TokenAnswer {
  readonly message: Pick<IncomingMessage, "statusCode" | "headers"> & Body;
}

/** The URL that an ID token is requested from, and the proxy. */
export type Asked = Pick<Trouble, "url" | "proxy">;

class NoIdToken extends Error {
  readonly trouble: Trouble;

  constructor(message: string, trouble: Trouble, cause: unknown) {
    super(message, { cause });
    this.trouble = trouble;
  }
}

/**
 * Requests an ID token from a CI. Retries after a connection error, 408, 429 and 5xx.
 *
 * @param ask sends one request, without retries of its own
 * @param field the field with the token in the answer's JSON
 * @throws Error with a `trouble` if there is no token
 */
export async function idTokenFrom(ask: () => Promise<TokenAnswer>, field: string, asked: Asked): Promise<string> {
  const until = performance.now() + TIMEOUT_MS;
  for (let tried = 0; ; tried++) {
    const answer = await inTime(ask())
      .then((response) => read(response, field))
      .catch(failed);
    if (answer.token !== undefined) return answer.token;
    const wait = Math.max(PAUSES_MS[tried] ?? Number.POSITIVE_INFINITY, answer.waitMs);
    if (!answer.passing || performance.now() + wait > until) {
      const { reason, said, cause } = answer;
      throw new NoIdToken(reason, said === undefined ? asked : { ...asked, answer: said }, cause);
    }
    await pause(wait);
  }
}

/** Limits the time: the clients' own time-outs begin with the socket, so not while a proxy does not answer CONNECT. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Request timeout")), TIMEOUT_MS + 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

interface Answer {
  readonly token?: string;
  readonly reason: string;
  /** A transient failure, which is retried. */
  readonly passing: boolean;
  /** `Retry-After`, in milliseconds. */
  readonly waitMs: number;
  readonly said?: Trouble["answer"];
  readonly cause?: unknown;
}

async function read(response: TokenAnswer, field: string): Promise<Answer> {
  const { statusCode: status = 0, headers } = response.message;
  const text = (await bodyOf(response.message, MOST_BYTES)).toString();
  const { [field]: value, message } = parsed(text);
  const otherwise = status < 300 ? " and no token" : "";
  const words = typeof message === "string" ? `, ${message.replaceAll(/\s+/g, " ").slice(0, 300)}` : otherwise;
  return {
    ...(typeof value === "string" && value !== "" ? { token: value } : {}),
    reason: `status ${status}${words}`,
    passing: status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505),
    waitMs: waitOf(headers["retry-after"]),
    said: { status, contentType: headers["content-type"] ?? "", text },
  };
}

/** Milliseconds from a number of seconds (RFC 9110, section 10.2.3); 0 for a date. */
function waitOf(header: string | undefined): number {
  return /^\d{1,9}$/.test(header ?? "") ? Number(header) * 1000 : 0;
}

function failed(error: unknown): Answer {
  return { reason: error instanceof Error ? error.message : String(error), passing: true, waitMs: 0, cause: error };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
