import type { AccessToken } from "@azure/core-auth";
import { createPipelineRequest, isRestError, type PipelineResponse } from "@azure/core-rest-pipeline";
import { identityFailures } from "../errors/identity.ts";
import { stampFailures } from "../errors/stamp.ts";
import { armMessage, jsonOf } from "../io/answers.ts";
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
import { type Network, openChannel } from "../io/http.ts";
import { plainText } from "../io/plain-text.ts";
import { headOf, quoted } from "../io/quoting.ts";
import { type HybridProfile, newestProfile, PROFILES, type Profile, resourcesVersion } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";

export interface Subscription {
  readonly id: string;
  /** As its owner spells it, on one line; what it is asked for by. */
  readonly exactName: string;
  /** The same, fit to be shown and exported. */
  readonly name: string;
  /** `Enabled`, `Disabled`, `Warned`, `PastDue` or `Deleted`. */
  readonly state: string;
  /** GUID. */
  readonly tenantId: string | undefined;
}

/** The resource providers of a subscription. */
export interface Providers {
  readonly subscription: string;
  /** `Registered`, `Registering`, `NotRegistered`, `Unregistering` or `Unregistered`. */
  state(namespace: string, signal?: AbortSignal): Promise<string>;
  /** Has the provider registered, which may take longer than the answer. @returns the state after that */
  register(namespace: string, signal?: AbortSignal): Promise<string>;
}

/** What the step asks a stamp's Azure Resource Manager, with the login's token. */
export interface Arm {
  subscriptions(): Promise<readonly Subscription[]>;
  /** Name of the stamp's location; undefined when the login may not see it. */
  location(subscription: string): Promise<string | undefined>;
  /** The newest hybrid profile whose resource API version the stamp reports. */
  profile(subscription: string): Promise<HybridProfile>;
  /** @param profile whose API version is spoken */
  providers(subscription: string, profile: Profile): Providers;
}

/** The one version all profiles and builds share (azure-cli `profiles/_shared.py`, `SUBSCRIPTIONS`). */
const SUBSCRIPTIONS_VERSION = "2016-06-01";

/** More than any stamp has; then its list is taken for one without end. */
const MOST_PAGES = 50;
const MOST_SUBSCRIPTIONS = 10_000;
/** Of anything else in a list: locations (a stamp has one), types of resources, API versions. */
const MOST_ENTRIES = 5000;

const Subscriptions = object({
  value: list(
    object({
      subscriptionId: needed(guid),
      displayName: text(freeText),
      state: text(word),
      tenantId: text(guid),
    }),
    MOST_SUBSCRIPTIONS,
  ),
  nextLink: text(pageUrl),
});
const Locations = object({ value: list(object({ name: text(location) }), MOST_ENTRIES) });
const Provider = object({
  registrationState: text(word),
  resourceTypes: list(
    object({ resourceType: text(longText), apiVersions: list(anything, MOST_ENTRIES) }),
    MOST_ENTRIES,
  ),
});

/**
 * @param token for the stamp's audience; it leaves for the stamp's endpoint only
 */
export async function openArm(stamp: Stamp, token: AccessToken, network: Network): Promise<Arm> {
  const { ResourceManagementClient } = await import("@azure/arm-resources-profile-2020-09-01-hybrid");
  const { host } = new URL(stamp.endpoint);
  const channel = openChannel(network, { allows: (other) => other === host, named: host });
  const client = (subscription: string, apiVersion: string) =>
    new ResourceManagementClient({ getToken: async () => token }, subscription, {
      ...channel.clientOptions,
      endpoint: stamp.endpoint,
      $host: stamp.endpoint,
      apiVersion,
    });
  const get = (path: string) =>
    client("", SUBSCRIPTIONS_VERSION).sendRequest(
      createPipelineRequest({
        url: path.startsWith("https:") ? path : `${stamp.endpoint}${path}?api-version=${SUBSCRIPTIONS_VERSION}`,
      }),
    );

  return {
    async subscriptions() {
      const found: Subscription[] = [];
      const url = `${stamp.endpoint}/subscriptions`;
      let next: string | undefined = "/subscriptions";
      for (let pages = 0; next !== undefined; pages++) {
        if (pages === MOST_PAGES || found.length > MOST_SUBSCRIPTIONS) {
          throw stampFailures.tooMany({ url, most: `${MOST_SUBSCRIPTIONS} subscriptions on ${MOST_PAGES} pages` });
        }
        const page = subscriptionPage(await get(next), url);
        found.push(...page.subscriptions);
        next = page.nextLink;
      }
      return found;
    },
    async location(subscription) {
      const path = `/subscriptions/${subscription}/locations`;
      const response = await get(path);
      if (response.status !== 200) return undefined;
      return readAnswer(Locations, jsonOf(response.bodyAsText ?? "") ?? {}, stamp.endpoint + path).value[0]?.name;
    },
    profile: (subscription) =>
      detectProfile(stamp.endpoint, async (version) => {
        const provider = await client(subscription, version).providers.get("Microsoft.Resources");
        const { resourceTypes } = readAnswer(Provider, provider, stamp.endpoint);
        const groups = resourceTypes.find(({ resourceType }) => resourceType?.toLowerCase() === "resourcegroups");
        return (groups === undefined ? resourceTypes : [groups]).flatMap(({ apiVersions }) =>
          apiVersions.filter(isVersion),
        );
      }),
    providers(subscription, profile) {
      const { providers } = client(subscription, resourcesVersion(profile));
      const stateOf = (answer: unknown) => readAnswer(Provider, answer, stamp.endpoint).registrationState ?? "unknown";
      const options = (abortSignal?: AbortSignal) => (abortSignal === undefined ? {} : { abortSignal });
      return {
        subscription,
        state: async (namespace, signal) => stateOf(await providers.get(namespace, options(signal))),
        register: async (namespace, signal) => stateOf(await providers.register(namespace, options(signal))),
      };
    },
  };
}

/** Others are no use: they are compared with those of the profiles. */
function isVersion(version: unknown): version is string {
  return typeof version === "string" && /^\d{4}-\d{2}-\d{2}(?:-[a-z]{1,30})?$/.test(version);
}

function subscriptionPage({ status, bodyAsText }: PipelineResponse, url: string) {
  const answer = bodyAsText ?? "";
  if (status === 401 || status === 403) {
    throw identityFailures.armRefused({ endpoint: new URL(url).origin, answer: armMessage(answer) });
  }
  if (status !== 200) throw stampFailures.refused({ url, status: String(status), message: armMessage(answer) });
  const document = jsonOf(answer);
  if (document === undefined) throw stampFailures.broken({ url });
  const { value, nextLink } = readAnswer(Subscriptions, document, url);
  const subscriptions = value.map(({ subscriptionId, displayName, state, tenantId }) => ({
    id: subscriptionId,
    exactName: displayName ?? subscriptionId,
    name: plainText(displayName ?? subscriptionId),
    state: state ?? "Enabled",
    tenantId,
  }));
  return { subscriptions, nextLink };
}

/**
 * A build refuses the API versions it does not know, and says in its refusal which ones it knows: usually one request
 * is enough, whatever the build.
 *
 * @param reported the API versions of resource groups, asked with a given version of the API
 */
async function detectProfile(
  endpoint: string,
  reported: (version: string) => Promise<readonly string[]>,
): Promise<HybridProfile> {
  const seen = new Set<string>();
  for (const { resources } of PROFILES) {
    const versions = await reported(resources).catch((error: unknown) => supportedVersions(error, endpoint));
    const profile = newestProfile(versions);
    if (profile !== undefined) return profile;
    for (const version of versions) seen.add(version);
  }
  throw identityFailures.noProfile({ endpoint, versions: quoted([...seen].join(", ")) || "none reported" });
}

/** Reads `InvalidApiVersionParameter`: "The api-version '…' is invalid. The supported versions are '…,…'." */
function supportedVersions(error: unknown, endpoint: string): readonly string[] {
  if (!isRestError(error) || error.statusCode === undefined) throw error;
  if (error.statusCode === 401 || error.statusCode === 403) {
    throw identityFailures.armRefused({ endpoint, answer: quoted(String(error.message)) }, error);
  }
  const supported = /supported (?:api-)?versions are '([^']*)/i.exec(headOf(String(error.message)))?.[1] ?? "";
  return supported
    .split(",")
    .map((version) => version.trim())
    .filter(isVersion);
}
