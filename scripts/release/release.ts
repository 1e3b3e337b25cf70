/** The conditions for a release of a tag. Pure functions from facts to sentences. */

/** A version as its three numbers. */
type Numbers = readonly [major: number, minor: number, patch: number];

/** The repository at the tag's commit. */
export interface Facts {
  readonly tag: string;
  /** The commit to which the tag points. */
  readonly tagged: string;
  /** The commit that was built and tested. */
  readonly built: string;
  /** Whether that commit is part of the main branch, where changes are reviewed. */
  readonly onMain: boolean;
  /** Each version, by the file that contains it. */
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: string;
}

/**
 * @param tag such as `v1.2.3`
 * @returns undefined for any other form, including pre-releases, which do not exist here
 */
export function numbersOf(tag: string): Numbers | undefined {
  const parts = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag)?.slice(1).map(Number);
  return parts as unknown as Numbers | undefined;
}

/** @returns a sentence for each reason not to release the tag; if there is none, it can be released */
export function problemsOf({ tag, tagged, built, onMain, versions, changelog }: Facts): readonly string[] {
  if (numbersOf(tag) === undefined) return [`${tag} is no tag of a release: v1.2.3 is.`];
  const version = tag.slice(1);
  const stale = Object.entries(versions).filter(([, stated]) => stated !== version);
  return [
    ...(tagged === built ? [] : [`${tag} points at ${tagged}, but ${built} was checked out.`]),
    ...(onMain ? [] : [`${tagged} is not part of the main branch.`]),
    ...stale.map(([file, stated]) => `${file} states ${stated || "no version"}, not ${version}.`),
    ...(notesOf(changelog, version) === "" ? [`CHANGELOG.md has nothing under “## ${version}”.`] : []),
  ];
}

/**
 * @param changelog with a heading of the second level for each version: `## 1.2.3`, also in brackets and with a date
 * @returns the text below the version's heading; empty if there is no such heading
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => /^\[?v?([^\s\]]+)/.exec(text)?.[1] === version) ?? "";
  // The targets of links in headings are at the end of the page.
  const body = section.split("\n").slice(1).join("\n");
  return body.replaceAll(/^\[[^\]]+\]: \S+$/gm, "").trim();
}

/** Which names the release changes. */
export interface Names {
  /** The tag for users of `@v1`; none if a newer version of that major version exists. */
  readonly major: string | undefined;
  /** Whether it is the newest of all versions. */
  readonly latest: boolean;
}

/** @param tags all tags of the repository; tags that do not name a release are ignored */
export function namesOf(tag: string, tags: readonly string[]): Names {
  const own = numbersOf(tag);
  if (own === undefined) return { major: undefined, latest: false };
  const newer = tags.map(numbersOf).filter((one) => one !== undefined && compare(one, own) > 0) as readonly Numbers[];
  const major = newer.some(([first]) => first === own[0]) ? undefined : `v${own[0]}`;
  return { major, latest: newer.length === 0 };
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
