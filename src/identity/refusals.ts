import type { ClientCertificate } from "../certificates/client-certificate.ts";
import type { Refused } from "../errors/authority.ts";
import { CODES, CODES_BY_CREDENTIAL, GENERAL, REASONS, type Refusal, refusals } from "../errors/authority-codes.ts";
import type { Failure } from "../errors/failure.ts";
import { applicationOf, bearerOf, type Credential } from "../inputs/credential.ts";
import { oddityOf } from "../inputs/oddity.ts";
import { headOf, quoted } from "../io/quoting.ts";
import type { Stamp } from "../stamp/stamp.ts";

const MEANING: ReadonlyMap<string, Refusal> = new Map(
  Object.entries(CODES).flatMap(([refusal, codes]) => codes.map((code) => [code, refusal as Refusal] as const)),
);

/**
 * How a login by device code can end, by the authority's `error` (RFC 8628, section 3.5), which az before 2.41 lacks.
 */
const ENDS: Readonly<Record<string, Refusal>> = {
  expired_token: "codeExpired",
  // The authority's last answer when MSAL's time was up.
  authorization_pending: "codeExpired",
  access_denied: "codeDeclined",
  // Entra's name for it.
  authorization_declined: "codeDeclined",
};

/** Recognizes the message: Entra has several codes for this, and adds new ones. */
const NO_FEDERATION = /no matching federated identity record|no configured federated identity credentials/i;

/**
 * Turns an authority's refusal into the user's error.
 *
 * @param error thrown by MSAL; its message contains the authority's answer
 * @param reason the answer's `error`, if it is known
 */
export function refusedLogin(error: unknown, credential: Credential, stamp: Stamp, reason = ""): Failure {
  const message = headOf(error instanceof Error ? error.message : String(error));
  const answer = firstSentences(message);
  const [code = ""] = ranked(codesIn(message), credential.kind);
  return refusals[kindOf(credential.kind, code, message, reason)](namesOf(credential, stamp, answer, code), error);
}

/**
 * The codes of an answer, each once: those that begin a message, and those of `error_codes`, which MSAL shows as
 * `Error(s)`. A code that a message only mentions ("see also …") counts only if there is no other.
 */
function codesIn(message: string): readonly string[] {
  const headings = message.match(/\b(?:AADSTS|MSIS)\d+(?=:)/g) ?? [];
  const [, numbers = ""] = /\bError\(s\): ((?:\d+,?)+)/.exec(message) ?? [];
  const listed = numbers.split(",").flatMap((number) => (number === "" ? [] : [`AADSTS${number}`]));
  const [mentioned = ""] = /\b(?:AADSTS|MSIS)\d+\b/.exec(message) ?? [];
  return [...new Set([...headings, ...listed, ...(headings.length === 0 && mentioned !== "" ? [mentioned] : [])])];
}

/** Sorts codes: first those with a specific meaning, then unknown ones, then general ones. */
function ranked(codes: readonly string[], credential: Credential["kind"]): readonly string[] {
  const rank = (code: string) => {
    const general = GENERAL.indexOf(code);
    if (general >= 0) return 2 - general / GENERAL.length;
    return meaningOf(code, credential) === undefined ? 1 : 0;
  };
  return codes.toSorted((a, b) => rank(a) - rank(b));
}

function meaningOf(code: string, credential: Credential["kind"]): Refusal | undefined {
  return MEANING.get(code) ?? CODES_BY_CREDENTIAL.find(({ codes }) => codes.includes(code))?.byKind[credential];
}

function kindOf(credential: Credential["kind"], code: string, message: string, reason: string): Refusal {
  const known = meaningOf(code, credential) ?? (NO_FEDERATION.test(message) ? "subjectMismatch" : undefined);
  if (credential === "certificate") {
    const because = known === undefined ? undefined : reasonIn(message);
    if (because !== undefined) return because;
  }
  if (credential !== "device-code") return known ?? "refused";
  if (known === "defaultScopeRefused") return "noCodeWithoutScope";
  return known ?? ENDS[reason] ?? "refused";
}

/**
 * Reads the reason from a code that has several, such as AADSTS700027: "[Reason - The key used is expired., Thumb…]".
 */
function reasonIn(message: string): Refusal | undefined {
  const [, behind] = message.split("[Reason - ", 2);
  const [reason] = behind?.split(/, Thumbprint|\]/, 1) ?? [];
  return reason === undefined ? undefined : REASONS.find(({ says }) => says.test(reason.slice(0, 200)))?.refusal;
}

function namesOf(credential: Credential, stamp: Stamp, answer: string, code: string): Refused {
  const { host, identityProvider } = stamp.authority;
  return {
    clientId: applicationOf(credential),
    who: bearerOf(credential),
    authority: identityProvider === "adfs" ? `${host}/adfs` : `${host}/${stamp.tenant}`,
    answer,
    certificate: credential.kind === "certificate" ? described(credential.certificate) : "",
    registered: registeredIn(answer),
    hint: oddityOf(credential),
    resource: stamp.audience,
    lookup: lookupOf(code),
    proof: PROOFS[credential.kind],
  };
}

const PROOFS: Readonly<Record<Credential["kind"], string>> = {
  secret: "the client secret",
  certificate: "the assertion that was signed with the client certificate's key",
  oidc: "this job's ID token",
  password: "a user name and password",
  "device-code": "a device code",
};

/** Has both thumbprints, because Entra shows either the one in the assertion or the one in the portal. */
function described({ thumbprint, thumbprintSha256, notBefore, notAfter }: ClientCertificate): string {
  const validity = `valid from ${second(notBefore)} to ${second(notAfter)}`;
  return `thumbprint ${thumbprint}, ${validity}, SHA-256 ${thumbprintSha256}`;
}

/** The key that Entra found, according to its answer, where dates are in US format and in UTC. */
function registeredIn(answer: string): string {
  const [, thumbprint] = /Thumbprint of key used by client: '([\w+/=-]{1,100})'/.exec(answer) ?? [];
  const [, start, end] = /Found key 'Start=([\d/: ]{8,25}), End=([\d/: ]{8,25})'/.exec(answer) ?? [];
  const found = start && end ? `valid from ${isoOf(start)} to ${isoOf(end)}` : "";
  return [thumbprint && `thumbprint ${thumbprint}`, found].filter(Boolean).join(", ");
}

function isoOf(date: string): string {
  return date.replace(/^(\d\d)\/(\d\d)\/(\d{4}) ([\d:]+)$/, "$3-$1-$2 $4");
}

function second(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}

const ADFS_LOG = "https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-logging";

function lookupOf(code: string): string {
  const [, authority, number] = /^(AADSTS|MSIS)(\d+)$/.exec(code) ?? [];
  if (authority === "AADSTS")
    return `read what Microsoft says of it: https://login.microsoftonline.com/error?code=${number}.`;
  if (authority === "MSIS")
    return `ask the stamp's operator to look ${code} up in the event log of its AD FS (${ADFS_LOG}).`;
  return "read the answer; it has no code of Microsoft Entra or AD FS.";
}

/** Entra's longest messages, with links, have some 600 characters. */
const LONGEST_ANSWER = 1000;

/** The answer without MSAL's prefix and without the trace and correlation lines at its end. */
function firstSentences(message: string): string {
  const start = message.search(/AADSTS\d+|MSIS\d+/);
  const answer = start < 0 ? message : message.slice(start);
  return quoted(answer.split(/(?:\r?\n|\\r\\n|Trace ID:| - Correlation ID)/)[0] ?? answer, LONGEST_ANSWER);
}
