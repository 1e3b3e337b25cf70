import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { networkFailures } from "../errors/network.ts";
import type { Party } from "../errors/party.ts";
import { isObject, jsonOf } from "./json.ts";
import { addressOf, headOf, quoted } from "./quoting.ts";

/** Where an answer comes from. */
export interface Source {
  /** Without its query. */
  readonly url: string;
  /** Who answered. */
  readonly party: Party;
}

/** Sent by a network that wants its users to log in on a page first (RFC 6585, section 6), never by the host itself. */
export const NETWORK_LOGIN = 511;
/** Statuses that are not retried; 501 and 505 are not retried by the SDK. */
const FINAL = [501, 505, NETWORK_LOGIN];

/** The parts of an answer that are read, whichever client it comes from. */
type Answer = Pick<PipelineResponse, "status" | "bodyAsText"> & {
  readonly request: Pick<PipelineResponse["request"], "url">;
  readonly headers: Pick<PipelineResponse["headers"], "get">;
};

/**
 * Checks that an answer comes from a stamp or an authority, which send JSON, and not from something in between: a
 * captive portal, a proxy, a load balancer.
 *
 * @param party who was asked
 * @throws Failure `AZS208`, `AZS209`, `AZS211`, `AZS212` or `AZS229`
 */
export function checkAnswer(response: Answer, party: Party): void {
  const { status, bodyAsText, request } = response;
  const from = { url: addressOf(request.url), party };
  const text = bodyAsText ?? "";
  if (status === 408 || status === 429 || (status >= 500 && !FINAL.includes(status))) {
    throw networkFailures.unavailable({ ...from, status: String(status), message: armMessage(text) });
  }
  if (status >= 300 && status < 400) {
    const kind = `a redirect (${status}) to another host, or one after the other,`;
    throw networkFailures.notJson({ ...from, kind });
  }
  if (jsonOf(text) === undefined) checkOtherText(response, text, from);
}

function checkOtherText({ status, headers }: Answer, text: string, from: Source): void {
  const isEmpty = text.trim() === "";
  // A challenge or a success needs no body; a refusal without one comes from a proxy.
  if (isEmpty && (status === 401 || status < 300)) return;
  if (status === 404 && (from.party === "adfs" || from.party === "authority")) {
    throw networkFailures.noService({ ...from, message: excerpt(text) });
  }
  const isHtml = /text\/html/i.test(headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
  if (isHtml && !isEmpty) {
    throw networkFailures.notJson({ ...from, kind: `an HTML page (${status}: "${excerpt(text)}")` });
  }
  if (status >= 400) throw networkFailures.refused({ ...from, status: String(status), message: excerpt(text) });
  throw networkFailures.broken(from);
}

/** Code and message of an error in ARM's format, or the beginning of any other text. */
export function armMessage(text: string): string {
  const { code, message } = armError(text);
  if (message === undefined) return code === undefined ? excerpt(text) : quoted(code, 100);
  return code === undefined ? quoted(message) : `${quoted(code, 100)}: ${quoted(message)}`;
}

/** Reads an error in ARM's format, `{ error: { code, message } }`, or in one of those that resource providers use. */
export function armError(text: string): { readonly code?: string; readonly message?: string } {
  const document = Object(jsonOf(text)) as Readonly<Record<string, unknown>>;
  const envelopes = [document["error"], document["odata.error"], document].map(
    (one) => Object(one) as Readonly<Record<string, unknown>>,
  );
  const first = (names: readonly string[]): string | undefined =>
    envelopes.flatMap((one) => names.map((name) => wordsIn(one[name]))).find((found) => found !== undefined);
  const code = first(["code", "Code"]);
  const message = first(["message", "Message", "error_description"]);
  return { ...(code === undefined ? {} : { code }), ...(message === undefined ? {} : { message }) };
}

/** A text, also in OData's form `{ lang, value }`. */
function wordsIn(value: unknown): string | undefined {
  const text: unknown = isObject(value) ? (value as { readonly value?: unknown }).value : value;
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** The beginning of an answer, which may be HTML, for an error. */
function excerpt(text: string): string {
  const words = headOf(text).replaceAll(/<[^>]*>/g, " ");
  return quoted(words) || "(no text)";
}
