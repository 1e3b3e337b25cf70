import { PROFILE_NAMES, type Profile } from "../../stamp/profiles.ts";

/** A change in az that matters for Azure Stack Hub; README's table is generated from these. */
interface AzChange {
  /** Minor version of the first az 2 that has it. */
  readonly since: number;
  readonly what: string;
  readonly source: string;
}

export const AZ_CHANGES = {
  profile2020: { since: 16, what: "knows the API profile `2020-09-01-hybrid`", source: "azure-cli#15096" },
  msal: {
    since: 30,
    what: "accepts ID tokens (OIDC), and device codes in the present form; asks AD FS for a scope (MSAL). Up to 2.29.2 az asks for a `resource` (ADAL), and some AD FS accept nothing else (`MSIS9605`)",
    source: "azure-cli#20177",
  },
  instanceDiscovery: {
    since: 54,
    what: "`AZURE_CORE_INSTANCE_DISCOVERY=false` prevents requests to login.microsoftonline.com about an authority",
    source: "release notes",
  },
  certificateFlag: {
    since: 66,
    what: "`az login --certificate PATH`; before, `--password PATH`",
    source: "release notes",
  },
  passwordOnly: { since: 67, what: "`--password` no longer accepts certificates", source: "release notes" },
  hybridProfilesGone: { since: 73, what: "has no hybrid API profiles any more", source: "azure-cli#31307" },
  skipDiscovery: {
    since: 75,
    what: "`az cloud register --skip-endpoint-discovery`; without it, az asks for metadata that a stamp does not have",
    source: "azure-cli#31547",
  },
} as const satisfies Readonly<Record<string, AzChange>>;

/** The az that Microsoft supports for Azure Stack Hub, and the last one that asks AD FS for a resource. */
export const SUPPORTED_AZ = "2.66.2";
export const LAST_ADAL_AZ = "2.29.2";

/** The behaviour of an az that depends on its version. */
export interface AzTraits {
  /** Undefined: the version is not known. */
  readonly certificateFlag: boolean | undefined;
  readonly skipsDiscovery: boolean;
}

/** What an az must be able to do. */
export interface Need {
  /** `auto`: the stamp has not been asked yet; it will be one of the hybrid profiles. */
  readonly profile: Profile | "auto";
  /** The stamp's AD FS accepts no scope: only an az that asks for a resource can log in. */
  readonly resourceGrant?: boolean;
  /** The login needs an az with MSAL: only that accepts ID tokens, and device codes in their present form. */
  readonly msal?: boolean;
}

/** @param version of azure-cli, such as `2.66.2`; undefined if it is not known */
export function azTraits(version: string | undefined): AzTraits {
  return { certificateFlag: has(version, "certificateFlag"), skipsDiscovery: has(version, "skipDiscovery") ?? false };
}

/** Whether an az of that version meets the need; undefined if its version is not known. */
export function serves(version: string | undefined, { profile, resourceGrant, msal }: Need): boolean | undefined {
  if (resourceGrant && has(version, "msal")) return false;
  if (msal && has(version, "msal") === false) return false;
  if (profile === "latest") return true;
  const gone = has(version, "hybridProfilesGone");
  if (gone === undefined) return undefined;
  return !gone && (profile !== "2020-09-01-hybrid" || has(version, "profile2020") === true);
}

/** The version of az to install for a need. */
export function versionFor({ resourceGrant }: Pick<Need, "resourceGrant">): string {
  return resourceGrant ? LAST_ADAL_AZ : SUPPORTED_AZ;
}

/** The API profiles that an az of that version knows, for messages. */
export function profilesOf(version: string): readonly string[] {
  return PROFILE_NAMES.filter((profile) => serves(version, { profile }));
}

function has(version: string | undefined, change: keyof typeof AZ_CHANGES): boolean | undefined {
  const minor = /^2\.(\d+)\.\d+/.exec(version ?? "")?.[1];
  return minor === undefined ? undefined : Number(minor) >= AZ_CHANGES[change].since;
}
