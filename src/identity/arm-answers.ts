import { type PipelineResponse, RestError } from "@azure/core-rest-pipeline";
import { identityFailures } from "../errors/identity.ts";
import { stampFailures } from "../errors/stamp.ts";
import { armError, armMessage, jsonOf } from "../io/answers.ts";
import {
  anything,
  freeText,
  guid,
  list,
  location,
  longText,
  needed,
  object,
  pageUrl,
  readAnswer,
  text,
  word,
} from "../io/forms.ts";
import { plainText } from "../io/plain-text.ts";
import { headOf, quoted } from "../io/quoting.ts";
import type { Subscription } from "./arm.ts";

/** More than any stamp has; then its list is taken for one without end. */
export const MOST_SUBSCRIPTIONS = 10_000;
/** Of anything else in a list: locations (a stamp has one), types of resources, API versions. */
const MOST_ENTRIES = 5000;

const Subscriptions = object({
  value: list(
    object({ subscriptionId: needed(guid), displayName: text(freeText), state: text(word), tenantId: text(guid) }),
    MOST_SUBSCRIPTIONS,
  ),
  nextLink: text(pageUrl),
});
const Locations = object({ value: list(object({ name: text(location) }), MOST_ENTRIES) });
const ResourceType = object({ resourceType: text(longText), apiVersions: list(anything, MOST_ENTRIES) });
const Provider = object({ registrationState: text(word), resourceTypes: list(ResourceType, MOST_ENTRIES) });

/** @throws Failure `AZS413`, `AZS211`, `AZS209`, `AZS222` */
export function readSubscriptions({ status, bodyAsText }: PipelineResponse, url: string) {
  const answer = bodyAsText ?? "";
  if (status === 401 || status === 403) {
    throw identityFailures.armRefused({ endpoint: new URL(url).origin, answer: armMessage(answer) });
  }
  if (status !== 200) throw stampFailures.refused({ url, status: String(status), message: armMessage(answer) });
  const { value, nextLink } = readAnswer(Subscriptions, documentOf(answer, url), url);
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

/** The first location, undefined where the login may not see it. @throws Failure `AZS209`, `AZS222` */
export function readLocation({ status, bodyAsText }: PipelineResponse, url: string): string | undefined {
  if (status !== 200) return undefined;
  return readAnswer(Locations, documentOf(bodyAsText ?? "", url), url).value[0]?.name;
}

/** @throws RestError with the stamp's code and words when it refuses; Failure `AZS209`, `AZS222` */
export function readProvider({ status, bodyAsText }: PipelineResponse, url: string) {
  const answer = bodyAsText ?? "";
  if (status >= 400) {
    const { code = "", message = armMessage(answer) } = armError(answer);
    throw new RestError(message, { code, statusCode: status });
  }
  const { registrationState, resourceTypes } = readAnswer(Provider, documentOf(answer, url), url);
  const groups = resourceTypes.find(({ resourceType }) => resourceType?.toLowerCase() === "resourcegroups");
  return {
    state: registrationState ?? "unknown",
    /** Of resource groups, if the provider has them. */
    versions: (groups === undefined ? resourceTypes : [groups]).flatMap(({ apiVersions }) =>
      apiVersions.filter(isVersion),
    ),
  };
}

/** Reads `InvalidApiVersionParameter`: "The api-version '…' is invalid. The supported versions are '…,…'." */
export function supportedVersions({ message }: RestError): readonly string[] {
  const supported = /supported (?:api-)?versions are '([^']*)/i.exec(headOf(message))?.[1] ?? "";
  return supported
    .split(",")
    .map((version) => version.trim())
    .filter(isVersion);
}

/** A refusal's words for an error. */
export function wordsOf({ message }: RestError): string {
  return quoted(message);
}

/** Others are no use: they are compared with those of the profiles. */
function isVersion(version: unknown): version is string {
  return typeof version === "string" && /^\d{4}-\d{2}-\d{2}(?:-[a-z]{1,30})?$/.test(version);
}

function documentOf(answer: string, url: string): unknown {
  const document = jsonOf(answer);
  if (document === undefined) throw stampFailures.broken({ url });
  return document;
}
