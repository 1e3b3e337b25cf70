import type { Failure } from "../errors/failure.ts";
import { identityFailures } from "../errors/identity.ts";
import type { Credential } from "../inputs/credential.ts";
import type { Stamp } from "../stamp/stamp.ts";

/**
 * What the codes of Entra (Microsoft identity platform documentation, "AADSTS error codes") and AD FS mean to a user.
 */
const KINDS: Readonly<Record<string, keyof typeof identityFailures>> = {
  AADSTS7000215: "wrongSecret",
  AADSTS7000222: "expiredSecret",
  AADSTS700016: "unknownApplication",
  AADSTS90002: "unknownTenant",
  AADSTS900023: "unknownTenant",
  AADSTS700027: "certificateNotRegistered",
  AADSTS70021: "subjectMismatch",
  AADSTS700213: "subjectMismatch",
  AADSTS700024: "clockOff",
  AADSTS500011: "unknownResource",
  MSIS9605: "defaultScopeRefused",
  MSIS9607: "unknownApplication",
};

/** AD FS says of every wrong credential no more than that the client could not be authenticated. */
const ADFS_NOT_AUTHENTICATED: readonly string[] = ["MSIS9622", "MSIS9623"];

type Refusal = "clockOff" | "wrongSecret" | "certificateNotRegistered" | "unknownApplication" | "refused";

/**
 * Turns an authority's refusal into the user's error.
 *
 * @param error what MSAL threw; its message carries the authority's answer
 */
export function refusedLogin(error: unknown, credential: Credential, stamp: Stamp): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const { host, identityProvider } = stamp.authority;
  const authority = identityProvider === "adfs" ? `${host}/adfs` : `${host}/${stamp.tenant}`;
  const code = /\b(AADSTS\d+|MSIS\d+)\b/.exec(message)?.[0] ?? "";
  const wrongCredential = credential.kind === "secret" ? "wrongSecret" : "certificateNotRegistered";
  const kind = ADFS_NOT_AUTHENTICATED.includes(code)
    ? wrongCredential
    : ((KINDS[code] as Refusal | undefined) ?? "refused");
  return identityFailures[kind]({ clientId: credential.clientId, authority, answer: firstSentences(message) }, error);
}

/** The answer without MSAL's prefix and without the trace and correlation lines that follow it. */
function firstSentences(message: string): string {
  const start = message.search(/AADSTS\d+|MSIS\d+/);
  const answer = start < 0 ? message : message.slice(start);
  return answer.split(/\s*(?:\r?\n|Trace ID:| - Correlation ID)/)[0]?.trim() ?? answer;
}
