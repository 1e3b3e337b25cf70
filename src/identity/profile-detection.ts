import { isRestError, type RestError } from "@azure/core-rest-pipeline";
import { identityFailures } from "../errors/identity.ts";
import { quoted } from "../io/quoting.ts";
import { type HybridProfile, newestProfile, PROFILES } from "../stamp/profiles.ts";
import { refusedByArm, rightIn } from "./arm-refusals.ts";
import { supportedVersions } from "./arm-responses.ts";

export interface FoundProfile {
  readonly profile: HybridProfile;
  /** What the login may not do, so that the profile is told by other signs, in ARM's words; undefined when it may. */
  readonly lacking?: string;
}

/** What detection asks a stamp. */
export interface Questions {
  /** The API versions of resource groups that the provider Microsoft.Resources reports, asked with this version. */
  reported(version: string): Promise<readonly string[]>;
  /** The refusal of a list of the resource groups, asked with this version; undefined when it is not refused. */
  refusalOfGroups(version: string): Promise<RestError | undefined>;
}

/**
 * A build refuses the API versions it does not know, and says in its refusal which ones it knows: usually one request
 * is enough, whatever the build. A principal with a role on one group only may not read providers
 * (terraform-provider-azurerm#2678), and logs in all the same.
 *
 * @throws Failure `AZS414` when no profile fits, `AZS47x` and others for ARM's refusals
 */
export async function detectProfile(endpoint: string, subscription: string, ask: Questions): Promise<FoundProfile> {
  const seen = new Set<string>();
  for (const { resources } of PROFILES) {
    const versions = await ask.reported(resources).catch((error: unknown) => {
      if (!isRestError(error) || error.statusCode === undefined) throw error;
      return supportedVersions(error) ?? error;
    });
    if (isRestError(versions)) return withoutRight(versions, endpoint, subscription, ask);
    const profile = newestProfile(versions);
    if (profile !== undefined) return { profile };
    for (const version of versions) seen.add(version);
  }
  throw identityFailures.noProfile({ endpoint, versions: quoted([...seen].join(", ")) || "none reported" });
}

/** Anybody may ask for the groups, and gets those that they may see; a version that the build does not know is refused. */
async function withoutRight(
  refusal: RestError,
  endpoint: string,
  subscription: string,
  ask: Questions,
): Promise<FoundProfile> {
  const url = `${endpoint}/subscriptions/${subscription}/providers/Microsoft.Resources`;
  if (refusal.statusCode !== 403) throw refusedByArm(refusal, url);
  const { action, scope } = rightIn(refusal.message, READS_PROVIDERS, `/subscriptions/${subscription}`);
  const lacking = `${action} over ${scope} (${refusal.code || refusal.statusCode})`;
  for (const { name, resources } of PROFILES) {
    const answer = await ask.refusalOfGroups(resources);
    const known = answer === undefined ? undefined : supportedVersions(answer);
    const profile = known === undefined ? name : newestProfile(known);
    if (profile !== undefined) return { profile, lacking };
  }
  return { profile: PROFILES[0].name, lacking };
}

const READS_PROVIDERS = "Microsoft.Resources/subscriptions/providers/read";
