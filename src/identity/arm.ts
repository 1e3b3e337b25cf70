import type { AccessToken } from "@azure/core-auth";
import { createPipelineRequest, type PipelineRequestOptions } from "@azure/core-rest-pipeline";
import { stampFailures } from "../errors/stamp.ts";
import { type Network, openChannel } from "../io/http.ts";
import { type Profile, resourcesVersion } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { refusalOf } from "./arm-refusals.ts";
import {
  type FoundLocation,
  MOST_SUBSCRIPTIONS,
  readLocation,
  readProvider,
  readSubscriptions,
  type Subscription,
} from "./arm-responses.ts";
import { detectProfile, type FoundProfile } from "./profile-detection.ts";

/** The resource providers of a subscription. */
export interface Providers {
  readonly subscription: string;
  /** `Registered`, `Registering`, `NotRegistered`, `Unregistering` or `Unregistered`. */
  state(namespace: string, signal: AbortSignal): Promise<string>;
  /** Requests the registration, which may go on after the answer. @returns the state in the answer */
  register(namespace: string, signal: AbortSignal): Promise<string>;
}

/** The step's requests to a stamp's Azure Resource Manager, made with the login's token. */
export interface Arm {
  subscriptions(): Promise<readonly Subscription[]>;
  location(subscription: string): Promise<FoundLocation>;
  /** The newest hybrid profile whose resource API version the stamp knows. */
  profile(subscription: string): Promise<FoundProfile>;
  /** @param profile determines the API version of the requests */
  providers(subscription: string, profile: Profile): Providers;
}

/** The one API version that all profiles and builds have (azure-cli `profiles/_shared.py`, `SUBSCRIPTIONS`). */
const SUBSCRIPTIONS_VERSION = "2016-06-01";

/** More than any stamp has. */
const MOST_PAGES = 50;

/**
 * @param token for the stamp's audience; it is sent only to the stamp's endpoint
 */
export async function openArm({ endpoint, audience }: Stamp, token: AccessToken, network: Network): Promise<Arm> {
  const { ServiceClient } = await import("@azure/core-client");
  const { host } = new URL(endpoint);
  const channel = openChannel(network, { allows: (other) => other === host, named: host, partyOf: () => "arm" });
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
      const found = new Map<string, Subscription>();
      const asked = new Set<string>();
      let next: string | undefined = `${url}?api-version=${SUBSCRIPTIONS_VERSION}`;
      // Ends at a page that links back to one that was read already.
      while (next !== undefined && !asked.has(new URL(next).href)) {
        asked.add(new URL(next).href);
        if (asked.size > MOST_PAGES || found.size > MOST_SUBSCRIPTIONS) {
          throw stampFailures.tooMany({ url, most: `${MOST_SUBSCRIPTIONS} subscriptions on ${MOST_PAGES} pages` });
        }
        const page = readSubscriptions(await ask(next), url);
        for (const subscription of page.subscriptions) found.set(subscription.id.toLowerCase(), subscription);
        next = page.nextLink;
      }
      return [...found.values()];
    },
    async location(subscription) {
      const url = `${endpoint}/subscriptions/${subscription}/locations`;
      return readLocation(await ask(`${url}?api-version=${SUBSCRIPTIONS_VERSION}`), url);
    },
    profile: (subscription) =>
      detectProfile(endpoint, subscription, {
        reported: async (version) => {
          const path = `/subscriptions/${subscription}/providers/Microsoft.Resources`;
          return (await provider(path, version)).versions;
        },
        async refusalOfGroups(version) {
          return refusalOf(
            await ask(`${endpoint}/subscriptions/${subscription}/resourcegroups?api-version=${version}`),
          );
        },
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
