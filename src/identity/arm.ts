import type { AccessToken } from "@azure/core-auth";
import { createPipelineRequest, isRestError, type PipelineRequestOptions } from "@azure/core-rest-pipeline";
import { identityFailures } from "../errors/identity.ts";
import { stampFailures } from "../errors/stamp.ts";
import { type Network, openChannel } from "../io/http.ts";
import { quoted } from "../io/quoting.ts";
import { type HybridProfile, newestProfile, PROFILES, type Profile, resourcesVersion } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import {
  MOST_SUBSCRIPTIONS,
  readLocation,
  readProvider,
  readSubscriptions,
  supportedVersions,
  wordsOf,
} from "./arm-answers.ts";

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
  state(namespace: string, signal: AbortSignal): Promise<string>;
  /** Has the provider registered, which may take longer than the answer. @returns the state after that */
  register(namespace: string, signal: AbortSignal): Promise<string>;
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

/** More than any stamp has. */
const MOST_PAGES = 50;

/**
 * @param token for the stamp's audience; it leaves for the stamp's endpoint only
 */
export async function openArm({ endpoint, audience }: Stamp, token: AccessToken, network: Network): Promise<Arm> {
  const { ServiceClient } = await import("@azure/core-client");
  const { host } = new URL(endpoint);
  const channel = openChannel(network, { allows: (other) => other === host, named: host });
  const client = new ServiceClient({
    ...channel.clientOptions,
    endpoint,
    credential: { getToken: async () => token },
    credentialScopes: `${audience}/.default`,
  });
  const ask = (url: string, more: Partial<PipelineRequestOptions> = {}) =>
    client.sendRequest(createPipelineRequest({ url, ...more }));
  const provider = async (path: string, version: string, more: Partial<PipelineRequestOptions> = {}) => {
    const url = `${endpoint}${path}`;
    return readProvider(await ask(`${url}?api-version=${version}`, more), url);
  };

  return {
    async subscriptions() {
      const url = `${endpoint}/subscriptions`;
      const found: Subscription[] = [];
      let next: string | undefined = `${url}?api-version=${SUBSCRIPTIONS_VERSION}`;
      for (let pages = 0; next !== undefined; pages++) {
        if (pages === MOST_PAGES || found.length > MOST_SUBSCRIPTIONS) {
          throw stampFailures.tooMany({ url, most: `${MOST_SUBSCRIPTIONS} subscriptions on ${MOST_PAGES} pages` });
        }
        const page = readSubscriptions(await ask(next), url);
        found.push(...page.subscriptions);
        next = page.nextLink;
      }
      return found;
    },
    async location(subscription) {
      const url = `${endpoint}/subscriptions/${subscription}/locations`;
      return readLocation(await ask(`${url}?api-version=${SUBSCRIPTIONS_VERSION}`), url);
    },
    profile: (subscription) =>
      detectProfile(endpoint, async (version) => {
        const path = `/subscriptions/${subscription}/providers/Microsoft.Resources`;
        return (await provider(path, version)).versions;
      }),
    providers(subscription, profile) {
      const version = resourcesVersion(profile);
      const pathOf = (namespace: string) => `/subscriptions/${subscription}/providers/${encodeURIComponent(namespace)}`;
      return {
        subscription,
        state: async (namespace, abortSignal) => (await provider(pathOf(namespace), version, { abortSignal })).state,
        register: async (namespace, abortSignal) =>
          (await provider(`${pathOf(namespace)}/register`, version, { method: "POST", abortSignal })).state,
      };
    },
  };
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
    const versions = await reported(resources).catch((error: unknown) => refusedVersion(error, endpoint));
    const profile = newestProfile(versions);
    if (profile !== undefined) return profile;
    for (const version of versions) seen.add(version);
  }
  throw identityFailures.noProfile({ endpoint, versions: quoted([...seen].join(", ")) || "none reported" });
}

function refusedVersion(error: unknown, endpoint: string): readonly string[] {
  if (!isRestError(error) || error.statusCode === undefined) throw error;
  if (error.statusCode === 401 || error.statusCode === 403) {
    throw identityFailures.armRefused({ endpoint, answer: wordsOf(error) }, error);
  }
  return supportedVersions(error);
}
