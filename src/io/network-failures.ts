import type { Agent } from "@azure/core-rest-pipeline";
import type { Failure } from "../errors/failure.ts";
import { internalFailures } from "../errors/internal.ts";
import { stampFailures } from "../errors/stamp.ts";
import { presentedEnd } from "./presented-chain.ts";
import { addressOf } from "./quoting.ts";

/** OpenSSL's verdicts that mean: the chain leads to no root this process trusts. */
const UNKNOWN_AUTHORITY = new Set([
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "CERT_UNTRUSTED",
]);

const INVALID: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "it has expired",
  CERT_NOT_YET_VALID: "it is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "it was issued for other names",
  CERT_REVOKED: "it was revoked",
  INVALID_CA: "a certificate of its chain is no CA",
  CERT_SIGNATURE_FAILURE: "a signature of its chain is wrong",
  PATH_LENGTH_EXCEEDED: "its chain is longer than its CA allows",
  INVALID_PURPOSE: "it was not issued for servers",
  EE_KEY_TOO_SMALL: "its key is too small",
  CA_MD_TOO_WEAK: "its chain is signed with a broken hash",
  CERT_CHAIN_TOO_LONG: "its chain is too long",
};

/** OpenSSL's other verdicts, which go by their names. */
const VERDICT = /^(?:CERT|CRL|UNABLE|ERROR_IN|INVALID|HOSTNAME|UNSPECIFIED)_?/;

export interface Way {
  readonly proxy: URL | undefined;
  readonly agent: Agent | undefined;
  /** That the user gave for the stamp. */
  readonly roots?: readonly NamedRoot[] | undefined;
}

/** A CA certificate as an error names it. */
export interface NamedRoot {
  readonly subject: string;
  readonly fingerprints: { readonly sha256: string };
}

const MOST_NAMED = 3;

function namesOf(roots: readonly NamedRoot[]): string {
  const names = roots.map(({ subject, fingerprints }) => `"${subject}" (SHA-256 ${fingerprints.sha256})`);
  const more = names.length > MOST_NAMED ? [`${names.length - MOST_NAMED} more`] : [];
  return [...names.slice(0, MOST_NAMED), ...more].join(", ");
}

/**
 * Says in the user's words why a request got no answer, or none that can be read.
 *
 * @param error what the HTTP client threw; its `code` is Node's or OpenSSL's
 * @param way the proxy that the request went through, the agent that leads there, and the roots that the user gave
 */
export async function networkFailure(error: unknown, url: URL, { proxy, agent, roots = [] }: Way): Promise<Failure> {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const host = url.host;
  const unreadable = unreadableAnswer(code, addressOf(url.href), error);
  if (unreadable !== undefined) return unreadable;
  // Names are resolved and connections made by the proxy: these two are about the proxy itself.
  if (code === "ENOTFOUND") return stampFailures.nameNotResolved({ host: (proxy ?? url).hostname }, error);
  if (code === "ECONNREFUSED") return stampFailures.connectionRefused({ host: (proxy ?? url).host }, error);
  if (code === "ETIMEDOUT" || code === "EHOSTUNREACH" || code === "ENETUNREACH") {
    return stampFailures.connectionLost({ host, reason: code }, error);
  }
  if (UNKNOWN_AUTHORITY.has(code)) {
    const end = await presentedEnd(url, agent);
    return stampFailures.unknownAuthority({ host, ...end, given: namesOf(roots) }, error);
  }
  const reason = INVALID[code] ?? (VERDICT.test(code) ? code : undefined);
  if (reason !== undefined) return stampFailures.certificateInvalid({ host, reason }, error);
  if (code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS")) {
    return stampFailures.tlsFailed({ host, reason: code }, error);
  }
  if (code.startsWith("E")) return stampFailures.connectionLost({ host, reason: code }, error);
  return internalFailures.unexpected({ message: `${message} (request to ${host})` }, error);
}

/** The codes of Node's parser of HTTP begin with HPE_. */
function unreadableAnswer(code: string, url: string, error: unknown): Failure | undefined {
  if (code === "PARSE_ERROR") return stampFailures.broken({ url }, error);
  if (code === "HPE_HEADER_OVERFLOW") return stampFailures.headersTooLarge({ url }, error);
  if (code.startsWith("HPE_")) return stampFailures.notHttp({ url, reason: code }, error);
  // Of a redirect: the URLs of the step's own requests are checked before.
  return code === "ERR_INVALID_URL" ? stampFailures.notJson({ url, kind: "a redirect to no URL" }, error) : undefined;
}
