import { identityFailures } from "../errors/identity.ts";
import { providerFailures } from "../errors/providers.ts";
import { bearerOf, type Credential } from "../inputs/credential.ts";
import type { Network } from "../io/http.ts";
import { quoted } from "../io/quoting.ts";
import type { Profile } from "../stamp/profiles.ts";
import type { Stamp } from "../stamp/stamp.ts";
import { isGuid } from "../stamp/tenant.ts";
import { openArm } from "./arm.ts";
import type { FoundLocation, Subscription } from "./arm-responses.ts";
import type { FoundProfile } from "./profile-detection.ts";
import { registerProviders } from "./providers.ts";
import type { Login } from "./token.ts";

/** The proven identity of the runner at this stamp, and the subscription, location and profile it will use. */
export interface Identity {
  readonly clientId: string;
  /** A person's name; undefined for an application. */
  readonly userName: string | undefined;
  readonly objectId: string;
  /** When the login's first token expires; undefined if it does not say. */
  readonly tokenEnds: Date | undefined;
  /** GUID. */
  readonly tenantId: string;
  /** Undefined only with `allow-no-subscriptions`. */
  readonly subscription: Subscription | undefined;
  /** Registers the requested resource providers, and returns a text for the log; undefined if none was requested. */
  readonly registerProviders: ((stop: AbortSignal) => Promise<string>) | undefined;
  readonly location: string;
  readonly profile: Profile;
  /** The stamp's AD FS refuses scopes (MSIS9605). */
  readonly resourceGrant: boolean;
  readonly warnings: readonly string[];
  /** Log lines about what was assumed. */
  readonly assumed: readonly string[];
}

/** The inputs that determine the identity. */
export interface IdentityOptions {
  readonly credential: Credential;
  /** ID or exact name. */
  readonly subscription: string | undefined;
  readonly allowNoSubscriptions: boolean;
  readonly profile: Profile | "auto";
  /** Namespaces of resource providers. */
  readonly registerProviders: readonly string[];
}

/** Used if there is no subscription with which to detect the profile: logging in is the same in every profile. */
export const NEWEST_PROFILE = "2020-09-01-hybrid";

/**
 * Asks the stamp what a login may do there: a wrong subscription or stamp fails here, before the machine is changed.
 *
 * @throws Failure `AZS4xx`, `AZS2xx`
 */
export async function proveIdentity(
  options: IdentityOptions,
  stamp: Stamp,
  login: Login,
  network: Network,
): Promise<Identity> {
  const arm = await openArm(stamp, login.token, network);
  const subscription = chooseSubscription(await arm.subscriptions(), options, stamp.endpoint);
  if (subscription === undefined && options.registerProviders.length > 0) {
    throw providerFailures.noSubscription({ namespaces: options.registerProviders.join(", ") });
  }
  const asked = options.profile;
  const [location, found]: [FoundLocation, Found] =
    subscription === undefined
      ? [{ untold: "there is no subscription to ask with" }, { profile: asked }]
      : await Promise.all([
          arm.location(subscription.id),
          asked === "auto" ? arm.profile(subscription.id) : { profile: asked },
        ]);
  const { profile } = found;
  const tenantId = [login.tenantId, stamp.tenant, subscription?.tenantId].find((id) => id !== undefined && isGuid(id));
  const { credential, registerProviders: wanted } = options;
  const known = profile === "auto" ? NEWEST_PROFILE : profile;
  return {
    clientId: credential.clientId,
    userName: userNameOf(credential, login),
    objectId: login.objectId,
    tokenEnds: dateOf(login.token.expiresOnTimestamp),
    tenantId: tenantId ?? stamp.tenant,
    subscription,
    registerProviders:
      subscription === undefined || wanted.length === 0
        ? undefined
        : (stop) => registerProviders(wanted, arm.providers(subscription.id, known), stop),
    location: "name" in location ? location.name : stamp.location,
    profile: known,
    resourceGrant: login.resourceGrant,
    warnings: warningsOf(subscription, found, login.resourceGrant),
    assumed: "name" in location ? [] : [assumedLocation(stamp, location.untold)],
  };
}

/** Every stamp has one location, with which its names begin, so an assumption needs no warning. */
function assumedLocation({ location, endpoint }: Stamp, why: string): string {
  return `location: ${location}, taken from the name of ${endpoint}, since the stamp did not name it (${why})`;
}

/** `auto` if there is no subscription with which to detect the profile. */
type Found = FoundProfile | { readonly profile: Profile | "auto"; readonly lacking?: undefined };

function dateOf(milliseconds: number): Date | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** Chosen by the kind of credential, since an AD FS may put an application's name into the claim for a person's. */
function userNameOf(credential: Credential, login: Login): string | undefined {
  if (credential.kind === "password") return credential.username;
  return credential.kind === "device-code" ? (login.userName ?? login.objectId) : undefined;
}

/** The requested subscription by ID or name (exact case preferred); without a request, the first enabled one. */
export function chooseSubscription(
  visible: readonly Subscription[],
  options: Pick<IdentityOptions, "subscription" | "allowNoSubscriptions" | "credential">,
  endpoint: string,
): Subscription | undefined {
  const wanted = options.subscription;
  if (wanted === undefined) {
    const enabled = visible.find(({ state }) => state === "Enabled");
    if (enabled !== undefined || options.allowNoSubscriptions) return enabled;
    const seen = inShort(visible.map(inWords)) || "none at all";
    throw identityFailures.noSubscription({ who: bearerOf(options.credential), endpoint, seen });
  }
  const byId = visible.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  const exact = visible.filter(({ exactName }) => exactName === wanted);
  // az compares names without case.
  const sameName = ({ exactName }: Subscription) => exactName.toLowerCase() === wanted.toLowerCase();
  const named = exact.length > 0 ? exact : visible.filter(sameName);
  const [match, ...more] = byId === undefined ? named : [byId];
  if (more.length > 0) {
    throw identityFailures.ambiguousSubscription({ subscription: wanted, matches: inShort(named.map(({ id }) => id)) });
  }
  if (match !== undefined) return match;
  throw identityFailures.subscriptionNotVisible({
    subscription: wanted,
    visible: inShort(visible.map(inWords)) || "none",
  });
}

function inWords({ id, exactName, state }: Subscription): string {
  return `"${quoted(exactName, 100)}" (${id}, ${state})`;
}

/** Subscriptions that an error names; a service provider sees thousands. */
const MOST_NAMED = 50;

function inShort(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? [`and ${names.length - MOST_NAMED} more`] : [];
  return [...names.slice(0, MOST_NAMED), ...more].join(", ");
}

function warningsOf(
  subscription: Subscription | undefined,
  { profile, lacking }: Found,
  resourceGrant: boolean,
): readonly string[] {
  const warnings: string[] = [];
  if (resourceGrant) {
    warnings.push(
      "This stamp's AD FS refuses scopes (MSIS9605). az up to 2.29.2 can log in to it; Azure SDKs, and everything else that uses MSAL, cannot. Ask the stamp's operator to update the stamp.",
    );
  }
  if (subscription !== undefined && subscription.state !== "Enabled") {
    warnings.push(`Subscription "${subscription.name}" is ${subscription.state}: the stamp refuses changes in it.`);
  }
  if (lacking !== undefined) {
    warnings.push(
      `The login lacks the right ${lacking}, so it cannot read the stamp's API versions. It uses the profile ${profile}, the newest that the stamp accepted. Give the service principal or user the role Reader on the subscription, or set the input profile.`,
    );
  }
  if (profile === "auto") {
    warnings.push(
      `Without a subscription the login cannot read the stamp's API versions. It uses the profile ${NEWEST_PROFILE}. Set the input profile if the stamp is older than build 2102.`,
    );
  }
  return warnings;
}
