import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { stampFailures } from "../errors/stamp.ts";
import { addressOf, headOf, quoted } from "./quoting.ts";

/**
 * Checks that an answer comes from a stamp or an authority, which speak JSON, and not from something in between: a
 * captive portal, a proxy, a load balancer.
 *
 * @throws Failure `AZS208`, `AZS209`, `AZS211` or `AZS212`
 */
export function checkAnswer({ status, headers, bodyAsText, request }: PipelineResponse): void {
  const url = addressOf(request.url);
  const text = bodyAsText ?? "";
  // 501 and 505 are final answers, which the SDK does not try again.
  if (status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505)) {
    throw stampFailures.unavailable({ url, status: String(status), message: armMessage(text) });
  }
  if (status >= 300 && status < 400)
    throw stampFailures.notJson({ url, kind: `a redirect (${status}) to another host, or one after the other` });
  if (jsonOf(text) !== undefined) return;
  // A challenge needs no body, nor does what was done; a refusal without one comes from a proxy.
  if (text.trim() === "" && (status === 401 || status < 300)) return;
  const html = /text\/html/i.test(headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
  if (html && text.trim() !== "") throw stampFailures.notJson({ url, kind: `an HTML page (${status})` });
  if (status >= 400) throw stampFailures.refused({ url, status: String(status), message: excerpt(text) });
  throw stampFailures.broken({ url });
}

/** The message of an error in ARM's format, or the first words of whatever came instead. */
export function armMessage(text: string): string {
  const { code, message } = armError(text);
  if (message === undefined) return excerpt(text);
  return code === undefined ? quoted(message) : `${quoted(code, 100)}: ${quoted(message)}`;
}

/** Code and message of an error in ARM's format, of any length. */
export function armError(text: string): { readonly code?: string; readonly message?: string } {
  const { error } = Object(jsonOf(text)) as { readonly error?: unknown };
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
  return { ...(isText(code) ? { code } : {}), ...(isText(message) ? { message } : {}) };
}

/** First words of an answer, which may be HTML, for an error text. */
function excerpt(text: string): string {
  const words = headOf(text).replaceAll(/<[^>]*>/g, " ");
  return quoted(words) || "(no text)";
}

/** Undefined for what is no JSON, and so no value of JSON either. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What JSON calls an object. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
