import { networkFailures } from "../errors/network.ts";
import { stampFailures } from "../errors/stamp.ts";
import { hostName, httpsUrl, list, longText, object, readAnswer, record, suffix, text, uri } from "../io/forms.ts";
import type { Channel } from "../io/http.ts";
import { isObject, jsonOf } from "../io/json.ts";
import { armMessage } from "../io/responses.ts";

/**
 * A stamp's metadata, read from either shape: the object of `1.0` and `2015-01-01`, and the array that stamps return
 * for `2019`-style versions. URLs and audiences are kept exactly, because some are compared as strings later.
 */
export interface Metadata {
  /** Unchecked: readAuthority reports what is wrong with it. */
  readonly loginEndpoint: string;
  readonly audience: string;
  readonly graph: string;
  readonly gallery: string | undefined;
  readonly portal: string | undefined;
  /** Only in the array shape; with or without a leading dot. */
  readonly storageSuffix: string | undefined;
  readonly keyvaultSuffix: string | undefined;
  /** Only in the array shape; may be `common`. */
  readonly tenant: string | undefined;
}

const Document = object({
  galleryEndpoint: text(httpsUrl),
  gallery: text(httpsUrl),
  graphEndpoint: text(uri),
  graphAudience: text(uri),
  graph: text(uri),
  portalEndpoint: text(httpsUrl),
  // The sample answer in the documentation has a space in this name.
  "portal Endpoint": text(httpsUrl),
  portal: text(httpsUrl),
  authentication: record({ loginEndpoint: text(longText), audiences: list(text(uri), 100), tenant: text(hostName) }),
  suffixes: record({ storage: text(suffix), keyVaultDns: text(suffix) }),
});

/**
 * The version that az uses (azure-cli `command_modules/cloud/custom.py`); every build of Azure Stack Hub supports it.
 */
const API_VERSION = "2015-01-01";

/**
 * Requests the metadata of an Azure Resource Manager, without credentials.
 *
 * @param endpoint origin, `https://management.<region>.<fqdn>`
 * @throws Failure `AZS208` to `AZS211`, `AZS222`, and those of the channel
 */
export async function fetchMetadata(endpoint: string, channel: Channel): Promise<Metadata> {
  const url = `${endpoint}/metadata/endpoints?api-version=${API_VERSION}`;
  const { status, bodyAsText } = await channel.get(url);
  const answer = bodyAsText ?? "";
  const from = { url, party: "arm" } as const;
  if (status !== 200) throw networkFailures.refused({ ...from, status: String(status), message: armMessage(answer) });
  if (answer.trim() === "") throw networkFailures.broken(from);
  return readMetadata(jsonOf(answer), url);
}

/**
 * @param document the parsed answer
 * @param url where it came from
 * @throws Failure `AZS210` if something is missing, `AZS222` if something is malformed
 */
export function readMetadata(document: unknown, url: string): Metadata {
  const one = Array.isArray(document) ? ownEntry(document, url) : document;
  const found = readAnswer(Document, isObject(one) ? one : {}, { url, party: "arm" });
  const { authentication, suffixes } = found;
  const required = {
    "authentication.loginEndpoint": authentication.loginEndpoint,
    "authentication.audiences": authentication.audiences[0],
    graphEndpoint: found.graphEndpoint ?? found.graphAudience ?? found.graph,
  };
  const missing = Object.entries(required).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0) throw stampFailures.metadataIncomplete({ url, missing: missing.join(", ") });
  return {
    loginEndpoint: required["authentication.loginEndpoint"] ?? "",
    audience: required["authentication.audiences"] ?? "",
    graph: required.graphEndpoint ?? "",
    gallery: found.galleryEndpoint ?? found.gallery,
    portal: found.portalEndpoint ?? found["portal Endpoint"] ?? found.portal,
    storageSuffix: suffixes.storage,
    keyvaultSuffix: suffixes.keyVaultDns,
    tenant: authentication.tenant,
  };
}

function ownEntry(entries: readonly unknown[], url: string): unknown {
  const { host } = new URL(url);
  return entries.find((entry) => URL.parse(managerOf(entry))?.host === host) ?? entries[0];
}

function managerOf(entry: unknown): string {
  const { resourceManager } = Object(entry) as { readonly resourceManager?: unknown };
  return typeof resourceManager === "string" ? resourceManager : "";
}
