import { inputFailures } from "../errors/inputs.ts";

/** The stamp's Azure Resource Manager. */
export interface Endpoint {
  /** `https://host[:port]`, lower case, without a trailing slash. */
  readonly url: string;
  /** Host name without port. */
  readonly hostname: string;
}

/**
 * Reads the endpoint as people paste it: with or without scheme, in any case, with trailing slashes.
 *
 * @throws Failure `AZS101` to `AZS106`, each with the endpoint to set instead
 */
export function readEndpoint(text: string): Endpoint {
  if (text === "") throw inputFailures.endpointMissing({});
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  // DNS tools write a complete name with a trailing dot; certificates and Host headers have none.
  if (url !== null) url.hostname = url.hostname.replace(/\.$/, "");
  if (url === null || url.hostname.split(".").length < 3)
    throw inputFailures.endpointInvalid({ value: withoutSecrets(text) });
  const suggestion = `https://${suggestedHost(url.host)}`;

  if (url.username !== "" || url.password !== "") throw inputFailures.endpointUserInfo({ suggestion });
  if (url.protocol !== "https:")
    throw inputFailures.endpointInsecure({ value: `${url.protocol}//${url.host}`, suggestion });
  // Checked before the other parts: a portal's address comes from a browser, with a fragment.
  if (suggestedHost(url.host) !== url.host) throw inputFailures.endpointPortal({ host: url.host, suggestion });
  const part = unexpectedPart(url);
  if (part !== undefined) throw inputFailures.endpointParts({ part, suggestion });
  return { url: url.origin, hostname: url.hostname };
}

/** Portals have the stamp's name with another first label, and people paste them from their browser. */
function suggestedHost(host: string): string {
  return host.replace(/^(admin)?portal\./, "$1management.");
}

function unexpectedPart(url: URL): string | undefined {
  if (url.search !== "") return "query";
  if (url.hash !== "") return "fragment";
  return /^\/*$/.test(url.pathname) ? undefined : "path";
}

/** People paste URLs with credentials: removes all before an @, and all from a ? or # on. */
function withoutSecrets(text: string): string {
  return text.slice(text.lastIndexOf("@") + 1).replace(/[?#].*/s, "");
}
