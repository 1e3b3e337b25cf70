import { stampFailures } from "../errors/stamp.ts";
import { armMessage } from "../io/answers.ts";
import type { Channel } from "../io/http.ts";

/**
 * What a stamp's metadata says, of both shapes: the object of `1.0` and `2015-01-01`, and the array that stamps answer
 * to `2019`-style versions. URLs and audiences are exact: some are compared letter by letter later.
 */
export interface Metadata {
  readonly loginEndpoint: string;
  readonly audience: string;
  readonly graph: string;
  readonly gallery: string | undefined;
  readonly portal: string | undefined;
  /** The array shape only; without leading dots. */
  readonly storageSuffix: string | undefined;
  readonly keyvaultSuffix: string | undefined;
  /** The array shape only; may be `common`. */
  readonly tenant: string | undefined;
}

/** What az asks (azure-cli `command_modules/cloud/custom.py`); every build of Azure Stack Hub answers it. */
const API_VERSION = "2015-01-01";

/**
 * Asks an Azure Resource Manager for its metadata, without credentials.
 *
 * @param endpoint origin, `https://management.<region>.<fqdn>`
 * @throws Failure `AZS208` to `AZS211`, and those of the channel
 */
export async function fetchMetadata(endpoint: string, channel: Channel): Promise<Metadata> {
  const url = `${endpoint}/metadata/endpoints?api-version=${API_VERSION}`;
  const { status, bodyAsText } = await channel.get(url);
  const text = bodyAsText ?? "";
  if (status !== 200) throw stampFailures.refused({ url, status: String(status), message: armMessage(text) });
  if (text.trim() === "") throw stampFailures.broken({ url });
  return readMetadata(JSON.parse(text), url);
}

/** @param document the parsed answer; @param url where it came from */
export function readMetadata(document: unknown, url: string): Metadata {
  const one = Array.isArray(document) ? ownEntry(document, url) : document;
  const authentication = field(one, "authentication");
  const audiences = field(authentication, "audiences");
  const required = {
    "authentication.loginEndpoint": loginEndpointOf(authentication),
    "authentication.audiences": Array.isArray(audiences) && isPlain(audiences[0]) ? audiences[0] : undefined,
    graphEndpoint: text(one, "graphEndpoint", "graphAudience", "graph"),
  };
  const missing = Object.entries(required).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw stampFailures.metadataIncomplete({ url, missing: missing.join(", ") });

  const suffixes = field(one, "suffixes");
  return {
    loginEndpoint: required["authentication.loginEndpoint"] ?? "",
    audience: required["authentication.audiences"] ?? "",
    graph: required.graphEndpoint ?? "",
    gallery: text(one, "galleryEndpoint", "gallery"),
    // The documentation's sample answer spells it with a space.
    portal: text(one, "portalEndpoint", "portal Endpoint", "portal"),
    storageSuffix: text(suffixes, "storage"),
    keyvaultSuffix: text(suffixes, "keyVaultDns"),
    tenant: text(authentication, "tenant"),
  };
}

function ownEntry(entries: readonly unknown[], url: string): unknown {
  const { host } = new URL(url);
  const own = entries.find((entry) => URL.parse(text(entry, "resourceManager") ?? "")?.host === host);
  return own ?? entries[0];
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** As it is: what is odd about it is for readAuthority to say. */
function loginEndpointOf(authentication: unknown): string | undefined {
  const found = field(authentication, "loginEndpoint");
  return typeof found === "string" ? found : undefined;
}

/** The first of several names under which a text stands that can be a URL, an audience or the name of a host. */
function text(value: unknown, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = field(value, name);
    if (isPlain(found)) return found;
  }
  return undefined;
}

/** No more than what later steps may have expanded for them: an agent takes `$(` for a variable, a shell for a command. */
function isPlain(value: unknown): value is string {
  return typeof value === "string" && /^[\w.~:/?#@!&*+,=%-]+$/.test(value);
}
