import { identityFailures } from "../errors/identity.ts";
import { providerFailures } from "../errors/providers.ts";
import { bearerOf, type Credential } from "../inputs/credential.ts";
import type { Inputs } from "../inputs/inputs.ts";
import type { Network } from "../io/http.ts";
import { quoted } from "../io/quoting.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { isGuid } from "../stamp/tenant.ts";
import { openArm, type Providers, type Subscription } from "./arm.ts";
import type { Login } from "./token.ts";

/** Who the runner is at this stamp, proven, and what it will work with. */
export interface Identity {
  readonly clientId: string;
  /** A person's name; undefined for an application. */
  readonly userName: string | undefined;
  readonly objectId: string;
  /** When the login's first token ends; undefined when it does not say. */
  readonly tokenEnds: Date | undefined;
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
export const NEWEST_PROFILE = "2020-09-01-hybrid";

/**
 * Asks the stamp what a login may do there: a wrong subscription or stamp fails here, before the machine is touched.
 *
 * @throws Failure `AZS4xx`, `AZS2xx`
 */
export async function proveIdentity(inputs: Inputs, stamp: Stamp, login: Login, network: Network): Promise<Identity> {
  const arm = await openArm(stamp, login.token, network);
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
  const { credential } = inputs;
  const known = profile === "auto" ? NEWEST_PROFILE : profile;
  return {
    clientId: credential.clientId,
    userName: userNameOf(credential, login),
    objectId: login.objectId,
    tokenEnds: dateOf(login.token.expiresOnTimestamp),
    tenantId: tenantId ?? stamp.tenant,
    subscription,
    providers: subscription && arm.providers(subscription.id, known),
    location: location ?? stamp.location,
    profile: known,
    resourceGrant: login.resourceGrant,
    warnings: warningsOf(subscription, profile, login.resourceGrant),
  };
}

function dateOf(milliseconds: number): Date | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** An AD FS may name an application in the claim of a person's name, too. */
function userNameOf(credential: Credential, login: Login): string | undefined {
  if (credential.kind === "password") return credential.username;
  return credential.kind === "device-code" ? (login.userName ?? login.objectId) : undefined;
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
    throw identityFailures.noSubscription({ who: bearerOf(inputs.credential), endpoint });
  }
  const byId = visible.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  const named = visible.filter(({ exactName }) => exactName === wanted);
  const [match, ...more] = byId === undefined ? named : [byId];
  if (more.length > 0) {
    throw identityFailures.ambiguousSubscription({ subscription: wanted, matches: inShort(named.map(({ id }) => id)) });
  }
  if (match !== undefined) return match;
  const names = visible.map(({ id, exactName, state }) => `"${quoted(exactName, 100)}" (${id}, ${state})`);
  throw identityFailures.subscriptionNotVisible({ subscription: wanted, visible: inShort(names) || "none" });
}

/** Enough to find one's own among; a service provider sees thousands. */
const MOST_NAMED = 50;

function inShort(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? [`and ${names.length - MOST_NAMED} more`] : [];
  return [...names.slice(0, MOST_NAMED), ...more].join(", ");
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
