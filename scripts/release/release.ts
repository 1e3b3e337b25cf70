/** What must hold before a tag becomes a release. Pure: facts in, sentences out. */

/** A version as its three numbers. */
type Numbers = readonly [major: number, minor: number, patch: number];

/** The repository at the tag's commit. */
export interface Facts {
  readonly tag: string;
  /** Commit that the tag points at. */
  readonly tagged: string;
  /** Commit that was built and tested. */
  readonly built: string;
  /** Whether that commit is part of the main branch, where changes are reviewed. */
  readonly onMain: boolean;
  /** Version by the file that states it. */
  readonly versions: Readonly<Record<string, string>>;
  readonly changelog: string;
}

/**
 * @param tag such as `v1.2.3`
 * @returns nothing for any other form, pre-releases too: there are none
 */
export function numbersOf(tag: string): Numbers | undefined {
  const parts = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(tag)?.slice(1).map(Number);
  return parts as unknown as Numbers | undefined;
}

/** @returns a sentence for each thing that keeps the tag from being released; none: release it */
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
 * @returns what stands under the version's heading; empty when there is none
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => /^\[?v?([^\s\]]+)/.exec(text)?.[1] === version) ?? "";
  // The links that headings in brackets lead to stand at the end of the page.
  const body = section.split("\n").slice(1).join("\n");
  return body.replaceAll(/^\[[^\]]+\]: \S+$/gm, "").trim();
}

/** Which names the release moves. */
export interface Names {
  /** The tag that users of `@v1` follow; none when a newer version of that major is out. */
  readonly major: string | undefined;
  /** Whether it is the newest version of all. */
  readonly latest: boolean;
}

/** @param tags all tags of the repository; those that name no release do not count */
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
