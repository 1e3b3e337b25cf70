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
  AADSTS50034: "wrongPassword",
  AADSTS50053: "wrongPassword",
  AADSTS50055: "wrongPassword",
  AADSTS50056: "wrongPassword",
  AADSTS50057: "wrongPassword",
  AADSTS50126: "wrongPassword",
  AADSTS50072: "moreThanPassword",
  AADSTS50074: "moreThanPassword",
  AADSTS50076: "moreThanPassword",
  AADSTS50079: "moreThanPassword",
  AADSTS50158: "moreThanPassword",
  AADSTS53003: "moreThanPassword",
  AADSTS70021: "subjectMismatch",
  AADSTS700211: "subjectMismatch",
  AADSTS700212: "subjectMismatch",
  AADSTS700213: "subjectMismatch",
  AADSTS700024: "clockOff",
  AADSTS500011: "unknownResource",
  MSIS9605: "defaultScopeRefused",
  MSIS9607: "unknownApplication",
  MSIS9659: "wrongPassword",
};

/** AD FS says of every wrong credential no more than that the client could not be authenticated. */
const ADFS_NOT_AUTHENTICATED: readonly string[] = ["MSIS9622", "MSIS9623"];

/** Which of them is meant follows from the credential. */
const WRONG = {
  secret: "wrongSecret",
  certificate: "certificateNotRegistered",
  oidc: "refused",
  password: "wrongPassword",
  "device-code": "refused",
} as const satisfies Readonly<Record<Credential["kind"], keyof typeof identityFailures>>;

type Refusal =
  | (typeof WRONG)[Credential["kind"]]
  | "clockOff"
  | "unknownApplication"
  | "defaultScopeRefused"
  | "codeExpired"
  | "codeDeclined";

/** The ends of a device code by the authority's `error` (RFC 8628, section 3.5). */
const ENDS: Readonly<Record<string, "codeExpired" | "codeDeclined">> = {
  expired_token: "codeExpired",
  // The last word that MSAL heard in time.
  authorization_pending: "codeExpired",
  access_denied: "codeDeclined",
  // Entra's name for it.
  authorization_declined: "codeDeclined",
};

/**
 * Turns an authority's refusal into the user's error.
 *
 * @param error what MSAL threw; its message carries the authority's answer
 * @param reason the answer's `error`, where it is known
 */
export function refusedLogin(error: unknown, credential: Credential, stamp: Stamp, reason = ""): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const { host, identityProvider } = stamp.authority;
  const authority = identityProvider === "adfs" ? `${host}/adfs` : `${host}/${stamp.tenant}`;
  const code = /\b(AADSTS\d+|MSIS\d+)\b/.exec(message)?.[0] ?? "";
  const known = ADFS_NOT_AUTHENTICATED.includes(code)
    ? WRONG[credential.kind]
    : ((KINDS[code] as Refusal | undefined) ?? ENDS[reason] ?? "refused");
  const kind = known === "defaultScopeRefused" && credential.kind === "device-code" ? "noCodeWithoutScope" : known;
  const clientId = credential.kind === "password" ? credential.username : credential.clientId;
  return identityFailures[kind]({ clientId, authority, answer: firstSentences(message) }, error);
}

/** The answer without MSAL's prefix and without the trace and correlation lines that follow it. */
function firstSentences(message: string): string {
  const start = message.search(/AADSTS\d+|MSIS\d+/);
  const answer = start < 0 ? message : message.slice(start);
  return answer.split(/\s*(?:\r?\n|Trace ID:| - Correlation ID)/)[0]?.trim() ?? answer;
}
