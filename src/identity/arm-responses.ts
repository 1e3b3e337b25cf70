import type { PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import { networkFailures } from "../errors/network.ts";
import {
  anything,
  freeText,
  guid,
  list,
  location,
  longText,
  needed,
  neededList,
  object,
  pageUrl,
  readAnswer,
  text,
  word,
} from "../io/forms.ts";
import { jsonOf } from "../io/json.ts";
import { plainText } from "../io/plain-text.ts";
import { headOf } from "../io/quoting.ts";
import type { Source } from "../io/responses.ts";
import { refusalOf, refusedByArm } from "./arm-refusals.ts";

export interface Subscription {
  readonly id: string;
  /** The name as its owner spells it, by which it can be selected. */
  readonly exactName: string;
  /** The same, safe to show and export. */
  readonly name: string;
  /** `Enabled`, `Disabled`, `Warned`, `PastDue` or `Deleted`. */
  readonly state: string;
  /** GUID. */
  readonly tenantId: string | undefined;
}

/** More than any stamp has: a longer list is taken to be endless. */
export const MOST_SUBSCRIPTIONS = 10_000;
/** The limit for other lists: locations (a stamp has one), types of resources, API versions. */
const MOST_ENTRIES = 5000;

const Subscriptions = object({
  value: neededList(
    object({ subscriptionId: needed(guid), displayName: text(freeText), state: text(word), tenantId: text(guid) }),
    MOST_SUBSCRIPTIONS,
  ),
  nextLink: text(pageUrl),
});
const Locations = object({ value: list(object({ name: text(location) }), MOST_ENTRIES) });
const ResourceType = object({ resourceType: text(longText), apiVersions: list(anything, MOST_ENTRIES) });
const Provider = object({ registrationState: text(word), resourceTypes: list(ResourceType, MOST_ENTRIES) });

/** @throws Failure `AZS47x`, `AZS413`, `AZS211`, `AZS209`, `AZS222` */
export function readSubscriptions(response: PipelineResponse, url: string) {
  const refusal = refusalOf(response);
  if (refusal !== undefined) throw refusedByArm(refusal, url);
  const { value, nextLink } = readAnswer(Subscriptions, documentOf(response, url), from(url));
  const subscriptions = value.map(
    ({ subscriptionId, displayName, state, tenantId }): Subscription => ({
      id: subscriptionId,
      exactName: displayName ?? subscriptionId,
      name: plainText(displayName ?? subscriptionId),
      state: state ?? "Enabled",
      tenantId,
    }),
  );
  return { subscriptions, nextLink };
}

/** The stamp's location, or why the stamp did not name it. */
export type FoundLocation = { readonly name: string } | { readonly untold: string };

/**
 * The first location.
 *
 * @throws Failure `AZS47x`, `AZS413` for a token that is refused, `AZS209`, `AZS222`
 */
export function readLocation(response: PipelineResponse, url: string): FoundLocation {
  const refusal = refusalOf(response);
  if (refusal?.statusCode === 401) throw refusedByArm(refusal, url);
  if (response.status !== 200) {
    const [code = ""] = /^\w{1,60}$/.exec(refusal?.code ?? "") ?? [];
    return { untold: `${response.status} ${code}`.trim() };
  }
  const name = readAnswer(Locations, documentOf(response, url), from(url)).value[0]?.name;
  return name === undefined ? { untold: "an empty list" } : { name };
}

/** @throws RestError with the stamp's code and message if it refuses; Failure `AZS209`, `AZS222` */
export function readProvider(response: PipelineResponse, url: string) {
  const refusal = refusalOf(response);
  if (refusal !== undefined) throw refusal;
  const { registrationState, resourceTypes } = readAnswer(Provider, documentOf(response, url), from(url));
  const groups = resourceTypes.find(({ resourceType }) => resourceType?.toLowerCase() === "resourcegroups");
  return {
    state: registrationState ?? "unknown",
    /** API versions of resource groups if the provider has them, else of all its types. */
    versions: (groups === undefined ? resourceTypes : [groups]).flatMap(({ apiVersions }) =>
      apiVersions.filter(isVersion),
    ),
  };
}

/**
 * Reads `InvalidApiVersionParameter`: "The api-version '…' is invalid. The supported versions are '…,…'."
 *
 * @returns undefined for a refusal that is not about API versions
 */
export function supportedVersions({ code, message }: RestError): readonly string[] | undefined {
  const supported = /supported (?:api-)?versions are '([^']*)/i.exec(headOf(message))?.[1];
  if (supported === undefined) return /ApiVersion|NoRegisteredProvider/.test(code ?? "") ? [] : undefined;
  return supported
    .split(",")
    .map((version) => version.trim())
    .filter(isVersion);
}

/** Versions in any other format are dropped, since they cannot match those of a profile. */
function isVersion(version: unknown): version is string {
  return typeof version === "string" && /^\d{4}-\d{2}-\d{2}(?:-[a-z]{1,30})?$/.test(version);
}

function documentOf({ bodyAsText }: PipelineResponse, url: string): unknown {
  const document = jsonOf(bodyAsText ?? "");
  if (document === undefined) throw networkFailures.broken(from(url));
  return document;
}

function from(url: string): Source {
  return { url, party: "arm" };
}
