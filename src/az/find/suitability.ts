import { azFailures } from "../../errors/az.ts";
import { standingOf } from "./standing.ts";
import { type Need, profilesOf, serves } from "./versions.ts";

/** How far an az meets the need. */
export interface Suitability {
  /** Undefined: its version is not known. */
  readonly serves: boolean | undefined;
  /** It may serve, and does all that the supported az does on a stamp. */
  readonly wholly: boolean;
  /** Groups of commands of which some, or all, are known to fail: `network`, `keyvault secret`. */
  readonly fails: readonly string[];
}

/**
 * @param version of azure-cli; undefined if it is not known
 * @param profiles API profiles that its Python reports; undefined before it is asked
 */
export function suitabilityOf(version: string | undefined, need: Need, profiles?: readonly string[]): Suitability {
  const byVersion = serves(version, need);
  const doesServe =
    byVersion === false || profiles === undefined ? byVersion : profiles.some((name) => name === need.profile);
  const standing = standingOf(version, need);
  return { serves: doesServe, wholly: doesServe !== false && standing.serves, fails: standing.fails };
}

/** The failure that says why an az does not serve. @param known API profiles that it reports itself */
export function unsuitable(az: string, version: string | undefined, need: Need, known?: readonly string[]) {
  const named = version ?? "unknown";
  if (need.resourceGrant && serves(version, { ...need, resourceGrant: false })) {
    return azFailures.asksForScope({ az, version: named });
  }
  if (need.msal && serves(version, { ...need, msal: false })) return azFailures.withoutMsal({ az, version: named });
  const profile = need.profile === "auto" ? "2020-09-01-hybrid or any other of Azure Stack Hub" : need.profile;
  const profiles = (known ?? profilesOf(named)).join(", ");
  return azFailures.profileUnknown({ az, version: named, profile, known: profiles || "none of them" });
}
