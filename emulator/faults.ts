/** Faults that can be injected between a runner and a stamp. */
import { formFields, type StampRequest, type StampResponse } from "./http.ts";

export interface FaultMatch {
  /** An exact host, or an expression. If absent, every host matches. */
  readonly host?: string | RegExp;
  readonly method?: string;
  /** Matched against the path without the query. */
  readonly path?: RegExp;
  /** Whether the request carries an `Authorization` header; absent: either. */
  readonly authorized?: boolean;
  /** Checks the fields of a form request. If absent, all requests match. */
  readonly form?: (fields: URLSearchParams) => boolean;
}

/** A response as it is sent. A list is a header that is sent several times, which a stamp's own answers never do. */
export interface WrittenResponse extends Omit<StampResponse, "headers"> {
  readonly headers: Readonly<Record<string, string | string[]>>;
}

export type Effect =
  /** Closes the connection without an answer. */
  | "drop"
  /** Never answers; the connection stays open until the client or `close()` ends it. */
  | "hang"
  /** Sends this answer instead of the stamp's. */
  | {
      readonly answer: {
        readonly status: number;
        readonly headers?: WrittenResponse["headers"];
        readonly body?: string;
        /** Sent instead of the body. */
        readonly bytes?: Buffer;
      };
    }
  /** Sends an answer that depends on the request. */
  | { readonly respond: (request: StampRequest) => StampResponse | Promise<StampResponse> }
  /** Begins an answer that never ends: it sends the same text again and again, at this interval in milliseconds. */
  | { readonly pour: { readonly text: string; readonly everyMs?: number } }
  /** Sends these bytes on the connection, whatever they are. */
  | { readonly raw: string }
  /**
   * Sends the stamp's own answer with the headers of the whole body, but only this many bytes of it, then drops the
   * connection.
   */
  | { readonly cutAfter: number }
  /** Sends the stamp's own answer this many milliseconds late. */
  | { readonly delay: number };

export interface Fault {
  readonly match?: FaultMatch;
  /** How many requests it affects; default 1, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests pass unharmed first; default 0. */
  readonly after?: number;
  readonly effect: Effect;
}

/** What the proxy does with a CONNECT instead of opening a tunnel to the stamp. */
export type ConnectEffect =
  /** Closes the connection without an answer. */
  | "drop"
  /** Never answers. */
  | "hang"
  /** Ends the tunnel at the proxy, which presents a certificate of its own root (`Emulator.inspectingRoot`). */
  | "inspect"
  /** Sends these bytes instead of the answer, then closes the connection. */
  | { readonly raw: string };

export interface ConnectFault {
  /** The host of the tunnel, without port. */
  readonly connect: string | RegExp;
  /** Whether the CONNECT carries `Proxy-Authorization`; absent: either. */
  readonly authorized?: boolean;
  readonly times?: number;
  readonly after?: number;
  readonly effect: ConnectEffect;
}

export interface Faults {
  /** @returns a function that ends the fault */
  inject(fault: Fault | ConnectFault): () => void;
  /** The effect on this request, if any. Each call counts as one request. */
  meet(request: StampRequest): Effect | undefined;
  /** The effect on a CONNECT to a host, if any. */
  meetConnect(host: string, authorized: boolean): ConnectEffect | undefined;
}

/** Creates an empty list of faults. If several match, the one that was injected first applies. */
export function createFaults(): Faults {
  const requests = queue<Fault>();
  const connects = queue<ConnectFault>();
  return {
    inject: (fault) => ("connect" in fault ? connects.add(fault) : requests.add(fault)),
    meet: (request) => requests.next(({ match }) => matches(match ?? {}, request))?.effect,
    meetConnect: (host, carries) =>
      connects.next(({ connect, authorized = carries }) => isHost(connect, host) && authorized === carries)?.effect,
  };
}

function queue<F extends Pick<Fault, "times" | "after">>() {
  const active: { readonly fault: F; toPass: number; toHit: number }[] = [];
  return {
    add(fault: F): () => void {
      const entry = { fault, toPass: fault.after ?? 0, toHit: fault.times ?? 1 };
      active.push(entry);
      return () => void active.splice(active.indexOf(entry), 1);
    },
    next(fits: (fault: F) => boolean): F | undefined {
      const live = active.filter(({ fault, toHit }) => toHit > 0 && fits(fault));
      const ready = live.find(({ toPass }) => toPass === 0);
      for (const entry of live) if (entry.toPass > 0) entry.toPass -= 1;
      if (ready !== undefined) ready.toHit -= 1;
      return ready?.fault;
    },
  };
}

/** A proxy's answer instead of a tunnel, in Squid's words. @param error Squid's own name for it, `ERR_…` */
export function refusedTunnel(status: number, reason: string, error: string): ConnectEffect {
  const body = `<html><head><title>ERROR</title></head><body><p>${error}</p></body></html>`;
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "Server: squid/5.7",
    `X-Squid-Error: ${error} 0`,
    "Content-Type: text/html",
    `Content-Length: ${body.length}`,
    ...(status === 407 ? ['Proxy-Authenticate: Basic realm="proxy"'] : []),
    "Connection: close",
  ];
  return { raw: `${head.join("\r\n")}\r\n\r\n${body}` };
}

/** The page of a network that requires a login, instead of the expected JSON. */
export function captivePortal(): Effect {
  const body = "<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body>Sign in</body></html>";
  return { answer: { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body } };
}

/** JSON that ends in the middle, with a matching length: the fault of a broken proxy, not of a broken connection. */
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
export function answerOf(effect: Extract<Effect, { answer: unknown }>): WrittenResponse {
  const { status, headers = {}, body = "", bytes } = effect.answer;
  return { status, headers, body, ...(bytes === undefined ? {} : { bytes }) };
}

function matches(match: FaultMatch, request: StampRequest): boolean {
  const { host, method, path, authorized, form } = match;
  const carries = request.headers["authorization"] !== undefined;
  if (host !== undefined && !isHost(host, request.host)) return false;
  if (authorized !== undefined && authorized !== carries) return false;
  if (form !== undefined && !form(formFields(request))) return false;
  return (method ?? request.method) === request.method && (path?.test(request.path) ?? true);
}

function isHost(expected: string | RegExp, host: string): boolean {
  return typeof expected === "string" ? expected === host : expected.test(host);
}

function retryHeader(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { "retry-after": `${seconds}` };
}
