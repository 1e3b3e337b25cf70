import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { stampFailures } from "../errors/stamp.ts";

/**
 * Checks that an answer comes from a stamp or an authority, which speak JSON, and not from something in between: a
 * captive portal, a proxy, a load balancer.
 *
 * @throws Failure `AZS208`, `AZS209`, `AZS211` or `AZS212`
 */
export function checkAnswer({ status, headers, bodyAsText, request }: PipelineResponse): void {
  const { origin, pathname } = new URL(request.url);
  const url = origin + pathname;
  const text = bodyAsText ?? "";
  // 501 and 505 are final answers, which the SDK does not try again.
  if (status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505)) {
    throw stampFailures.unavailable({ url, status: String(status), message: armMessage(text) });
  }
  if (status >= 300 && status < 400)
    throw stampFailures.notJson({ url, kind: `a redirect (${status}) to another host` });
  if (isJson(text)) return;
  // A challenge needs no body, nor does what was done; a refusal without one comes from a proxy.
  if (text.trim() === "" && (status === 401 || status < 300)) return;
  const html = /text\/html/i.test(headers.get("content-type") ?? "") || text.trimStart().startsWith("<");
  if (html && text.trim() !== "") throw stampFailures.notJson({ url, kind: `an HTML page (${status})` });
  if (status >= 400) throw stampFailures.refused({ url, status: String(status), message: excerpt(text) });
  throw stampFailures.broken({ url });
}

/** The message of an error in ARM's format, or the first words of whatever came instead. */
export function armMessage(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: string; message?: string } };
    if (error?.message) return error.code ? `${error.code}: ${error.message}` : error.message;
  } catch {
    // Not ARM's format: something in between answered.
  }
  return excerpt(text);
}

/** First words of an answer, on one line, for an error text. */
function excerpt(text: string): string {
  const line = text
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (line === "") return "(no text)";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
