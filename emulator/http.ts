/**
 * Requests and responses of the emulator's handlers as plain values. So each handler is a function from a request and a
 * stamp to a response, and can be tested without a socket. Only `server.ts` uses Node's HTTP types.
 */

/** One request, after TLS and the request line are gone. */
export interface StampRequest {
  /** Upper case. */
  readonly method: string;
  /** Lower case, without a port. */
  readonly host: string;
  /** As it was sent: percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as bytes, if it may be something other than text. */
  readonly bytes?: Buffer;
}

/** One response. The body is the final text; `headers` contains its content type. */
export interface StampResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sent instead of the body if that is not text. */
  readonly bytes?: Buffer;
}

/** A JSON response in the content type that ARM and Entra use. */
export function json(status: number, document: unknown, headers: Record<string, string> = {}): StampResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(document),
  };
}

/** A response without a body. */
export function empty(status: number, headers: Record<string, string> = {}): StampResponse {
  return { status, headers, body: "" };
}

/** The path's segments, decoded; empty ones (a trailing or doubled slash) are dropped. */
export function segments(path: string): readonly string[] {
  return path
    .split("/")
    .filter((part) => part !== "")
    .map(decodeSegment);
}

/**
 * The fields of a form body. OAuth accepts only form encoding (RFC 6749, 4.4.2), so a body of another content type has
 * no fields.
 */
export function formFields(request: StampRequest): URLSearchParams {
  const type = request.headers["content-type"] ?? "";
  return new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type) ? request.body : "");
}

/** The JSON object of the body, or undefined when the body is anything else. */
export function jsonObject(request: StampRequest): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(request.body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decodeSegment(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
