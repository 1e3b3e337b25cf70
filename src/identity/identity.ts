import { identityFailures } from "../errors/identity.ts";
import { providerFailures } from "../errors/providers.ts";
import type { Environment } from "../host/host.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { isGuid } from "../stamp/tenant.ts";
import { openArm, type Providers, type Subscription } from "./arm.ts";
import { acquireToken } from "./token.ts";

/** Who the runner is at this stamp, proven, and what it will work with. */
export interface Identity {
  readonly clientId: string;
  readonly objectId: string;
  /** GUID. */
  readonly tenantId: string;
  /** Undefined with `allow-no-subscriptions` only. */
  readonly subscription: Subscription | undefined;
  /** Resource providers of that subscription, with the token that was proven. */
  readonly providers: Providers | undefined;
  readonly location: string;
  readonly profile: Profile;
  /** The stamp's AD FS refuses scopes (MSIS9605). */
  readonly resourceGrant: boolean;
  readonly warnings: readonly string[];
}

/** What stands in for detection where there is no subscription to ask with: logging in is the same in every profile. */
const NEWEST_PROFILE = "2020-09-01-hybrid";

/**
 * Logs in without az: a wrong credential, subscription or stamp fails here, before the machine is touched.
 *
 * @param protect told each secret that comes into being here
 * @throws Failure `AZS4xx`, `AZS2xx`
 */
export async function proveIdentity(
  inputs: Inputs,
  stamp: Stamp,
  environment: Environment,
  protect: (secret: string) => void,
): Promise<Identity> {
  const { clientId } = inputs.credential;
  const login = await acquireToken(stamp, inputs.credential, environment);
  protect(login.token.token);
  const arm = await openArm(stamp, login.token, environment);
  const subscription = chooseSubscription(await arm.subscriptions(), inputs, stamp.endpoint);
  if (subscription === undefined && inputs.registerProviders.length > 0) {
    throw providerFailures.noSubscription({ namespaces: inputs.registerProviders.join(", ") });
  }
  const [location, profile] =
    subscription === undefined
      ? [undefined, inputs.profile]
      : await Promise.all([
          arm.location(subscription.id),
          inputs.profile === "auto" ? arm.profile(subscription.id) : inputs.profile,
        ]);
  const tenantId = [login.tenantId, stamp.tenant, subscription?.tenantId].find((id) => id !== undefined && isGuid(id));
  const known = profile === "auto" ? NEWEST_PROFILE : profile;
  return {
    clientId,
    objectId: login.objectId,
    tenantId: tenantId ?? stamp.tenant,
    subscription,
    providers: subscription && arm.providers(subscription.id, known),
    location: location ?? stamp.location,
    profile: known,
    resourceGrant: login.resourceGrant,
    warnings: warningsOf(subscription, profile, login.resourceGrant),
  };
}

/** The wanted subscription by ID or exact name, else the first enabled one. */
export function chooseSubscription(
  visible: readonly Subscription[],
  inputs: Pick<Inputs, "subscription" | "allowNoSubscriptions" | "credential">,
  endpoint: string,
): Subscription | undefined {
  const wanted = inputs.subscription;
  if (wanted === undefined) {
    const enabled = visible.find(({ state }) => state === "Enabled");
    if (enabled !== undefined || inputs.allowNoSubscriptions) return enabled;
    throw identityFailures.noSubscription({ clientId: inputs.credential.clientId, endpoint });
  }
  const byId = visible.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  const [match, ...more] = byId === undefined ? visible.filter(({ name }) => name === wanted) : [byId];
  if (more.length > 0) {
    const matches = visible.filter(({ name }) => name === wanted).map(({ id }) => id);
    throw identityFailures.ambiguousSubscription({ subscription: wanted, matches: matches.join(", ") });
  }
  if (match !== undefined) return match;
  const names = visible.map(({ id, name, state }) => `"${name}" (${id}, ${state})`).join(", ");
  throw identityFailures.subscriptionNotVisible({ subscription: wanted, visible: names || "none" });
}

function warningsOf(
  subscription: Subscription | undefined,
  profile: Profile | "auto",
  resourceGrant: boolean,
): readonly string[] {
  const warnings: string[] = [];
  if (resourceGrant) {
    warnings.push(
      "This stamp's AD FS refuses scopes (MSIS9605). az up to 2.29.2 can log in to it; Azure SDKs, and everything else that uses MSAL, cannot. Ask the stamp's operator to update it.",
    );
  }
  if (subscription !== undefined && subscription.state !== "Enabled") {
    warnings.push(`Subscription "${subscription.name}" is ${subscription.state}: the stamp refuses changes in it.`);
  }
  if (profile === "auto") {
    warnings.push(
      `Without a subscription the stamp's API versions cannot be asked for; the profile is ${NEWEST_PROFILE}. Set the input profile if the stamp is older than build 2102.`,
    );
  }
  return warnings;
}
