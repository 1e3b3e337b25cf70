import { type PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import { armFailures } from "../errors/arm.ts";
import { ARM_CODES } from "../errors/arm-codes.ts";
import type { Failure } from "../errors/failure.ts";
import { networkFailures } from "../errors/network.ts";
import { headOf, quoted } from "../io/quoting.ts";
import { armError, armMessage } from "../io/responses.ts";

const KINDS = new Map(
  Object.entries(ARM_CODES).flatMap(([kind, codes]) =>
    codes.map((code) => [code as string, kind as keyof typeof armFailures] as const),
  ),
);

/**
 * Reads a refusal: ARM's own code (empty if it gives none) and its message, of any length.
 *
 * @returns undefined for an answer that is no refusal
 */
export function refusalOf({ status, bodyAsText, headers }: PipelineResponse): RestError | undefined {
  if (status < 400) return undefined;
  const answer = bodyAsText ?? "";
  const { code = "", message } = armError(answer);
  // Some gateways answer 401 without a body; then the challenge says why (RFC 6750, section 3).
  const challenge = /error_description="([^"]+)"/i.exec(headOf(headers.get("www-authenticate") ?? ""))?.[1];
  return new RestError(message ?? challenge ?? armMessage(answer), { code, statusCode: status });
}

/**
 * Turns a refusal into the user's error, chosen by ARM's code, which says more than the status, and with ARM's message.
 *
 * @param url of the request, without its query
 */
export function refusedByArm(refusal: RestError, url: string): Failure {
  const { code = "", statusCode: status, message } = refusal;
  const kind = KINDS.get(code) ?? (status === 401 ? "tokenRefused" : undefined);
  const answer =
    code === "" ? quoted(message, LONGEST_ANSWER) : `${quoted(code, 100)}: ${quoted(message, LONGEST_ANSWER)}`;
  if (kind === undefined) {
    return networkFailures.refused({ party: "arm", url, status: String(status), message: answer }, refusal);
  }
  const names = { endpoint: new URL(url).origin, answer, ...rightIn(message), tenant: tenantIn(message) };
  return armFailures[kind](names, refusal);
}

/** ARM's longest messages name a client, an action and a scope. */
const LONGEST_ANSWER = 600;

/** The permission that ARM requires, from `perform action '…' over scope '…'`; else the caller's texts. */
export function rightIn(
  message: string,
  otherwise = "it needs",
  over = "the subscription",
): { readonly action: string; readonly scope: string } {
  const text = headOf(message);
  const action = plain(/perform action '([^']*)'/i.exec(text)?.[1]) ?? otherwise;
  const scope = plain(/over scope '([^']*)'/i.exec(text)?.[1]) ?? over;
  return { action, scope };
}

/** A text with only the characters of actions and scopes; undefined for any other. */
function plain(text = ""): string | undefined {
  return text.length <= 400 && /^[\w./*-]+$/.test(text) ? text : undefined;
}

const GUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The tenants that a token may come from, one or more: `must match the tenant 'https://sts.windows.net/<tenant>/'`. */
function tenantIn(message: string): string {
  const [, wanted = ""] = headOf(message).split(/must match/i, 2);
  const tenants = [...new Set((wanted.split("'", 2)[1] ?? "").match(GUIDS))];
  return tenants.length === 0 ? "the tenant of the subscription" : tenants.slice(0, 5).join(" or ");
}
