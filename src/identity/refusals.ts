import type { Failure } from "../errors/failure.ts";
import { identityFailures } from "../errors/identity.ts";
import { applicationOf, bearerOf, type Credential } from "../inputs/credential.ts";
import { headOf, quoted } from "../io/quoting.ts";
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

/** What Entra says when a password is right and not enough; to whom has more than one to give, something else is amiss. */
const MORE_THAN_PASSWORD = /^AADSTS(50072|50074|50076|50079|50158|53003)$/;

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
  | "moreThanPassword"
  | "noCodeWithoutScope"
  | "codeExpired"
  | "codeDeclined";

/** The ends of a device code by the authority's `error` (RFC 8628, section 3.5), and by code: az up to 2.40 does not tell it. */
const ENDS: Readonly<Record<string, "codeExpired" | "codeDeclined">> = {
  expired_token: "codeExpired",
  // The last word that MSAL heard in time.
  authorization_pending: "codeExpired",
  access_denied: "codeDeclined",
  // Entra's name for it.
  authorization_declined: "codeDeclined",
  AADSTS70016: "codeExpired",
  AADSTS70020: "codeExpired",
  AADSTS65004: "codeDeclined",
};

/**
 * Turns an authority's refusal into the user's error.
 *
 * @param error what MSAL threw; its message carries the authority's answer
 * @param reason the answer's `error`, where it is known
 */
export function refusedLogin(error: unknown, credential: Credential, stamp: Stamp, reason = ""): Failure {
  const message = headOf(error instanceof Error ? error.message : String(error));
  const { host, identityProvider } = stamp.authority;
  const authority = identityProvider === "adfs" ? `${host}/adfs` : `${host}/${stamp.tenant}`;
  const code = /\b(AADSTS\d+|MSIS\d+)\b/.exec(message)?.[0] ?? "";
  const names = {
    clientId: applicationOf(credential),
    who: bearerOf(credential),
    authority,
    answer: firstSentences(message),
  };
  return identityFailures[kindOf(credential.kind, code, reason)](names, error);
}

function kindOf(credential: Credential["kind"], code: string, reason: string): Refusal {
  if (ADFS_NOT_AUTHENTICATED.includes(code)) return WRONG[credential];
  if (credential === "password" && MORE_THAN_PASSWORD.test(code)) return "moreThanPassword";
  const known = KINDS[code] as Refusal | undefined;
  if (credential !== "device-code") return known ?? "refused";
  if (known === "defaultScopeRefused") return "noCodeWithoutScope";
  return known ?? ENDS[code] ?? ENDS[reason] ?? "refused";
}

/** Entra's longest sentences, with links in them, have some 600 characters. */
const LONGEST_ANSWER = 1000;

/** The answer without MSAL's prefix and without the trace and correlation lines that follow it. */
function firstSentences(message: string): string {
  const start = message.search(/AADSTS\d+|MSIS\d+/);
  const answer = start < 0 ? message : message.slice(start);
  return quoted(answer.split(/(?:\r?\n|\\r\\n|Trace ID:| - Correlation ID)/)[0] ?? answer, LONGEST_ANSWER);
}
