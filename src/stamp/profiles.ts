/**
 * API profiles of Azure Stack Hub, newest first, each with its Microsoft.Resources API version, its blob version
 * (`x-ms-version`; both from azure-cli `azure/cli/core/profiles/_shared.py`, `AZURE_API_PROFILES`, `DATA_STORAGE_BLOB`)
 * and the first build that supports it (Azure Stack Hub documentation, "Manage API version profiles").
 */
export const PROFILES = [
  { name: "2020-09-01-hybrid", resources: "2019-10-01", blobs: "2019-07-07", firstBuild: 2102 },
  { name: "2019-03-01-hybrid", resources: "2018-05-01", blobs: "2017-11-09", firstBuild: 1904 },
  { name: "2018-03-01-hybrid", resources: "2018-02-01", blobs: "2017-04-17", firstBuild: 1808 },
  { name: "2017-03-09-profile", resources: "2016-02-01", blobs: "2015-04-05", firstBuild: 0 },
] as const;

const OLDEST = PROFILES[3];

export type HybridProfile = (typeof PROFILES)[number]["name"];
export type Profile = HybridProfile | "latest";

/** Names a user can give, for error texts. */
export const PROFILE_NAMES: readonly Profile[] = [...PROFILES.map(({ name }) => name), "latest"];

/**
 * Reads a profile as people write it: `2020-09-01-hybrid`, `2020_09_01_hybrid`, `v2020_09_01_hybrid`, `latest`, or
 * the build of a stamp (`2108`, `1.2108.2.65`).
 *
 * @returns undefined if it is none of these
 */
export function parseProfile(text: string): Profile | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/^v(?=\d)/, "");
  if (name === "latest") return "latest";
  const build = /^(?:1\.)?(\d{4})(?:\.\d+)*$/.exec(name)?.[1];
  if (build !== undefined) return profileOfBuild(Number(build));
  return PROFILES.find((profile) => profile.name === name)?.name;
}

/**
 * @param build year and month of the release, such as 2108; the month is checked so that a year does not pass for one
 */
function profileOfBuild(build: number): HybridProfile | undefined {
  const month = build % 100;
  if (build < 1700 || month < 1 || month > 12) return undefined;
  return PROFILES.find(({ firstBuild }) => build >= firstBuild)?.name;
}

/** The Microsoft.Resources API version of a profile; for `latest`, one that every build knows. */
export function resourcesVersion(profile: Profile): string {
  return (PROFILES.find(({ name }) => name === profile) ?? OLDEST).resources;
}

/** The newest `x-ms-version` that stamps with a profile accept; undefined for `latest`, which is no stamp's. */
export function blobsVersion(profile: Profile): string | undefined {
  return PROFILES.find(({ name }) => name === profile)?.blobs;
}

/** The newest profile whose Microsoft.Resources API version is among those a stamp reports. */
export function newestProfile(reported: readonly string[]): HybridProfile | undefined {
  return PROFILES.find(({ resources }) => reported.includes(resources))?.name;
}
