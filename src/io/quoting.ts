/** More says nothing to a user, and the text is somebody else's: it may have any length. */
const LONGEST_QUOTE = 300;
/** Read of a text before patterns run on it; no pattern here is slow on so little. */
const HEAD = 4000;

/**
 * The first words of somebody else's text for an error: on one line, without what steers a terminal or turns the
 * direction of writing.
 *
 * @param longest characters that are shown at most
 */
export function quoted(text: string, longest = LONGEST_QUOTE): string {
  const line = headOf(text)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return line.length > longest || text.length > HEAD ? `${line.slice(0, longest).toWellFormed()}…` : line;
}

/** As much of a text as patterns may run on. */
export function headOf(text: string): string {
  return text.slice(0, HEAD);
}

/** What a request asked, without its query, for an error. */
export function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return quoted(origin + pathname);
}
