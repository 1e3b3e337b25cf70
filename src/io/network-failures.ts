import { Failure } from "../errors/failure.ts";
import { internalFailures } from "../errors/internal.ts";
import { networkFailures } from "../errors/network.ts";
import { INVALID_CERTIFICATE, NETWORK_CODES } from "../errors/network-codes.ts";
import type { Party } from "../errors/party.ts";
import { presentedEnd } from "./presented-chain.ts";
import type { Exception } from "./proxy.ts";
import { addressOf, quoted } from "./quoting.ts";
import type { Source } from "./responses.ts";
import type { Tunnel } from "./tunnel.ts";

const UNKNOWN_AUTHORITY: readonly string[] = NETWORK_CODES.unknownAuthority;

/** OpenSSL's other verification errors, which are recognized by their names. */
const VERDICT = /^(?:CERT|CRL|UNABLE|ERROR_IN|INVALID|HOSTNAME|UNSPECIFIED)_?/;

/** Per attempt. A stamp's ARM answers in well under a second. */
export const TIMEOUT_MS = 20_000;
/** The step's own code for the last attempt's time-out. */
export const NO_ANSWER = "ENOANSWER";

/** How a host is reached. */
export interface Way {
  /** Who answers at the host. */
  readonly party: Party;
  /** Undefined for a direct connection. */
  readonly tunnel: Tunnel | undefined;
  /** Roots that the user gave for the stamp. */
  readonly roots?: readonly NamedRoot[] | undefined;
  /** Why the connection is direct although a proxy is set. */
  readonly exception?: Exception | undefined;
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
 * Explains to the user why a request got no answer, or no readable one.
 *
 * @param error thrown by the HTTP client; its `code` is Node's or OpenSSL's
 * @param url the requested URL; if the connection got only as far as a proxy, the failure is about the proxy
 */
export async function networkFailure(error: unknown, url: URL, way: Way): Promise<Failure> {
  return throughNoProxy(await failureOf(error, url, way), way);
}

/** If a host was not reached and the job exempts it from its proxy, adds that this may be the reason. */
export function throughNoProxy(failure: Failure, { exception }: Pick<Way, "exception">): Failure {
  if (exception === undefined || !NOT_REACHED.has(failure.code)) return failure;
  const { variable, entry } = exception;
  const problem = `${failure.problem} The step did not ask the proxy, since ${variable} lists "${entry}".`;
  const fix = `if the proxy leads there, take that entry out of ${variable}; if not, ${failure.fix}`;
  return new Failure(failure.code, { problem, fix }, failure.cause);
}

const { nameNotResolved, connectionRefused, timedOut, connectionLost } = networkFailures;
const NOT_REACHED = new Set([nameNotResolved, connectionRefused, timedOut, connectionLost].map(({ code }) => code));

async function failureOf(error: unknown, url: URL, way: Way): Promise<Failure> {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const unreadable = unreadableAnswer(code, { url: addressOf(url.href), party: way.party }, error);
  if (unreadable !== undefined) return unreadable;
  const atProxy = way.tunnel?.endsAtProxy === true;
  const place: Place = atProxy ? { party: "proxy", url: way.tunnel.proxy } : { party: way.party, url };
  const { party } = place;
  const { host, hostname } = place.url;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return networkFailures.nameNotResolved({ party, host: hostname }, error);
  if (code === "ECONNREFUSED") return networkFailures.connectionRefused({ party, host }, error);
  if (code === NO_ANSWER) return networkFailures.timedOut({ party, host, seconds: String(TIMEOUT_MS / 1000) }, error);
  const tls = await tlsFailure(error, code, place, atProxy ? { ...way, tunnel: undefined } : way);
  if (tls !== undefined) return tls;
  // If the proxy does not speak HTTP, the agent throws errors without a code.
  if (code.startsWith("E") || atProxy) {
    return networkFailures.connectionLost({ party, host, reason: code === "" ? quoted(message, 100) : code }, error);
  }
  return internalFailures.unexpected({ message: `${message} (request to ${host})` }, error);
}

/** Who failed, and at which URL: the host or the proxy. */
interface Place {
  readonly party: Party;
  readonly url: URL;
}

async function tlsFailure(
  error: unknown,
  code: string,
  { party, url }: Place,
  { tunnel, roots = [] }: Way,
): Promise<Failure | undefined> {
  const { host } = url;
  if (UNKNOWN_AUTHORITY.includes(code)) {
    const end = await presentedEnd(url, tunnel);
    return networkFailures.unknownAuthority({ party, host, ...end, given: namesOf(roots) }, error);
  }
  const reason = INVALID_CERTIFICATE[code] ?? (VERDICT.test(code) ? code : undefined);
  if (reason !== undefined) return networkFailures.certificateInvalid({ party, host, reason }, error);
  const isTls = code === "EPROTO" || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS");
  return isTls ? networkFailures.tlsFailed({ party, host, reason: code }, error) : undefined;
}

/** Codes of Node's HTTP parser begin with HPE_. */
function unreadableAnswer(code: string, from: Source, error: unknown): Failure | undefined {
  if (code === "PARSE_ERROR") return networkFailures.broken({ ...from }, error);
  if (code === "HPE_HEADER_OVERFLOW") return networkFailures.headersTooLarge({ ...from }, error);
  if (code.startsWith("HPE_")) return networkFailures.notHttp({ ...from, reason: code }, error);
  // From a redirect, since the URLs of the step's own requests were checked before.
  return code === "ERR_INVALID_URL"
    ? networkFailures.notJson({ ...from, kind: "a redirect to no URL" }, error)
    : undefined;
}
