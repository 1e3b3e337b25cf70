/** Things that go wrong between a runner and a stamp, on demand. */
import type { StampRequest, StampResponse } from "./http.ts";

export interface FaultMatch {
  /** Exact host, or an expression; absent: every host. */
  readonly host?: string | RegExp;
  readonly method?: string;
  /** Against the path, without the query. */
  readonly path?: RegExp;
}

export type Effect =
  /** The connection is torn down without an answer. */
  | "drop"
  /** No answer ever comes; the connection stays open until the client or `close()` ends it. */
  | "hang"
  /** This answer instead of the stamp's. */
  | {
      readonly answer: {
        readonly status: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body?: string;
        /** In the body's place. */
        readonly bytes?: Buffer;
      };
    }
  /** An answer that is made for the request. */
  | { readonly respond: (request: StampRequest) => StampResponse | Promise<StampResponse> }
  /** An answer that begins and never ends: the same again and again, with so many milliseconds between. */
  | { readonly pour: { readonly text: string; readonly everyMs?: number } }
  /** These bytes on the connection, whatever they are. */
  | { readonly raw: string }
  /** The stamp's own answer, with the header of the whole body and only this many bytes of it, then a drop. */
  | { readonly cutAfter: number }
  /** The stamp's own answer, this many milliseconds late. */
  | { readonly delay: number };

export interface Fault {
  readonly match?: FaultMatch;
  /** How many requests it hits; default 1, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests pass unharmed first; default 0. */
  readonly after?: number;
  readonly effect: Effect;
}

export interface Faults {
  inject(fault: Fault): void;
  /** The effect that this request meets, if any. Counts: asking twice about one request is two requests. */
  meet(request: StampRequest): Effect | undefined;
}

/** An empty list of faults. Of several that match, the one injected first is met. */
export function createFaults(): Faults {
  const active: { readonly fault: Fault; toPass: number; toHit: number }[] = [];
  return {
    inject: (fault) => {
      active.push({ fault, toPass: fault.after ?? 0, toHit: fault.times ?? 1 });
    },
    meet: (request) => {
      const live = active.filter(({ fault, toHit }) => toHit > 0 && matches(fault.match ?? {}, request));
      const ready = live.find(({ toPass }) => toPass === 0);
      for (const entry of live) if (entry.toPass > 0) entry.toPass -= 1;
      if (ready === undefined) return undefined;
      ready.toHit -= 1;
      return ready.fault.effect;
    },
  };
}

/** The page of a network that wants a login first, where JSON was asked for. */
export function captivePortal(): Effect {
  const body = "<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Sign in</body></html>";
  return { answer: { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body } };
}

/** JSON that ends in the middle, with a length that fits: a broken proxy, not a broken connection. */
export function truncatedJson(): Effect {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { answer: { status: 200, headers, body: '{"galleryEndpoint":"https://portal.lo' } };
}

/** 503 as the load balancer of a stamp gives it, with `Retry-After` (seconds) when given. */
export function unavailable(retryAfter?: number): Effect {
  const headers = { "content-type": "text/html; charset=us-ascii", ...retryHeader(retryAfter) };
  return { answer: { status: 503, headers, body: "<h2>Service Unavailable</h2>" } };
}

/** 429 with `Retry-After` in seconds. */
export function throttled(retryAfter: number): Effect {
  const headers = { "content-type": "application/json; charset=utf-8", ...retryHeader(retryAfter) };
  const message = "Number of requests exceeded the limit. Please try again later.";
  return { answer: { status: 429, headers, body: JSON.stringify({ error: { code: "TooManyRequests", message } }) } };
}

/** The response that an `answer` effect stands for. */
export function answerOf(effect: Extract<Effect, { answer: unknown }>): StampResponse {
  const { status, headers = {}, body = "", bytes } = effect.answer;
  return { status, headers, body, ...(bytes === undefined ? {} : { bytes }) };
}

function matches(match: FaultMatch, request: StampRequest): boolean {
  const { host, method, path } = match;
  const rightHost = host === undefined || (typeof host === "string" ? host === request.host : host.test(request.host));
  return rightHost && (method ?? request.method) === request.method && (path?.test(request.path) ?? true);
}

function retryHeader(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { "retry-after": `${seconds}` };
}
