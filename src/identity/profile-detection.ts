import { isRestError, type RestError } from "@azure/core-rest-pipeline";
import { identityFailures } from "../errors/identity.ts";
import { quoted } from "../io/quoting.ts";
import { type HybridProfile, newestProfile, PROFILES } from "../stamp/profiles.ts";
import { refusedByArm, rightIn } from "./arm-refusals.ts";
import { supportedVersions } from "./arm-responses.ts";

export interface FoundProfile {
  readonly profile: HybridProfile;
  /** The permission that the login lacks for reading API versions, in ARM's words; undefined if it has it. */
  readonly lacking?: string;
}

/** The requests that detection needs. */
export interface Questions {
  /** Asks with this API version which versions of resource groups the provider Microsoft.Resources reports. */
  reported(version: string): Promise<readonly string[]>;
  /** Lists the resource groups with this API version, and returns the refusal; undefined if the stamp answers. */
  refusalOfGroups(version: string): Promise<RestError | undefined>;
}

/**
 * Finds the newest profile that a stamp supports. A build refuses API versions that it does not know, and names in the
 * refusal those that it knows: so one request is usually enough for any build. A principal with a role on only one
 * group may not read providers (terraform-provider-azurerm#2678), but can log in all the same.
 *
 * @throws Failure `AZS414` if no profile fits, `AZS47x` and others for ARM's refusals
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

/** Detects the profile by listing groups: any principal may do that, and an unknown API version is refused. */
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
