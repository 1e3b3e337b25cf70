import type { AccessToken } from "@azure/core-auth";
import { createPipelineRequest, isRestError, type PipelineResponse } from "@azure/core-rest-pipeline";
import { identityFailures } from "../errors/identity.ts";
import { stampFailures } from "../errors/stamp.ts";
import type { Environment } from "../host/host.ts";
import { armMessage } from "../io/answers.ts";
import { openChannel } from "../io/http.ts";
import { type HybridProfile, newestProfile, PROFILES, type Profile, resourcesVersion } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { isGuid } from "../stamp/tenant.ts";

export interface Subscription {
  readonly id: string;
  readonly name: string;
  /** `Enabled`, `Disabled`, `Warned`, `PastDue` or `Deleted`. */
  readonly state: string;
  readonly tenantId: string | undefined;
}

/** The resource providers of a subscription. */
export interface Providers {
  readonly subscription: string;
  /** `Registered`, `Registering`, `NotRegistered`, `Unregistering` or `Unregistered`. */
  state(namespace: string): Promise<string>;
  /** Has the provider registered, which may take longer than the answer. @returns the state after that */
  register(namespace: string): Promise<string>;
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

/**
 * @param token for the stamp's audience; it leaves for the stamp's endpoint only
 */
export async function openArm(stamp: Stamp, token: AccessToken, environment: Environment): Promise<Arm> {
  const { ResourceManagementClient } = await import("@azure/arm-resources-profile-2020-09-01-hybrid");
  const { host } = new URL(stamp.endpoint);
  const channel = openChannel(environment, { allows: (other) => other === host, named: host });
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
      for (let next: string | undefined = "/subscriptions"; next !== undefined; ) {
        const page = await subscriptionPage(await get(next), stamp.endpoint);
        found.push(...page.subscriptions);
        next = page.next;
      }
      return found;
    },
    async location(subscription) {
      const response = await get(`/subscriptions/${subscription}/locations`);
      if (response.status !== 200) return undefined;
      const { value = [] } = JSON.parse(response.bodyAsText ?? "{}") as { value?: readonly { name?: string }[] };
      const name = value[0]?.name ?? "";
      return /^[\w.-]+$/.test(name) ? name : undefined;
    },
    profile: (subscription) =>
      detectProfile(stamp.endpoint, async (version) => {
        const provider = await client(subscription, version).providers.get("Microsoft.Resources");
        const types = provider.resourceTypes ?? [];
        const groups = types.find(({ resourceType }) => resourceType?.toLowerCase() === "resourcegroups");
        return (groups === undefined ? types : [groups]).flatMap(({ apiVersions }) => apiVersions ?? []);
      }),
    providers(subscription, profile) {
      const { providers } = client(subscription, resourcesVersion(profile));
      return {
        subscription,
        state: async (namespace) => (await providers.get(namespace)).registrationState ?? "unknown",
        register: async (namespace) => (await providers.register(namespace)).registrationState ?? "unknown",
      };
    },
  };
}

interface SubscriptionJson {
  readonly subscriptionId: string;
  readonly displayName?: string;
  readonly state?: string;
  readonly tenantId?: string;
}

async function subscriptionPage(response: PipelineResponse, endpoint: string) {
  const text = response.bodyAsText ?? "";
  if (response.status === 401 || response.status === 403) {
    throw identityFailures.armRefused({ endpoint, answer: armMessage(text) });
  }
  if (response.status !== 200) {
    throw stampFailures.refused({
      url: `${endpoint}/subscriptions`,
      status: String(response.status),
      message: armMessage(text),
    });
  }
  const { value = [], nextLink } = JSON.parse(text) as { value?: readonly SubscriptionJson[]; nextLink?: string };
  const subscriptions = value
    .filter((one) => isGuid(one.subscriptionId))
    .map((one) => ({
      id: one.subscriptionId,
      // Its owner chooses it; it goes into lines, tables and variables.
      name: (one.displayName ?? one.subscriptionId).replaceAll(/\p{Cc}+/gu, " "),
      state: one.state ?? "Enabled",
      tenantId: one.tenantId,
    }));
  return { subscriptions, next: nextLink || undefined };
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
  throw identityFailures.noProfile({ endpoint, versions: [...seen].join(", ") || "none reported" });
}

/** Reads `InvalidApiVersionParameter`: "The api-version '…' is invalid. The supported versions are '…,…'." */
function supportedVersions(error: unknown, endpoint: string): readonly string[] {
  if (!isRestError(error) || error.statusCode === undefined) throw error;
  if (error.statusCode === 401 || error.statusCode === 403) {
    throw identityFailures.armRefused({ endpoint, answer: error.message }, error);
  }
  const supported = /supported (?:api-)?versions are '([^']*)'/i.exec(error.message)?.[1] ?? "";
  return supported.match(/\d{4}-\d{2}-\d{2}(?:-[a-z]+)?/g) ?? [];
}
