/** Characters. Somebody else's text may have any length, and more of it would not help a user. */
const LONGEST_QUOTE = 300;
/** Characters that patterns run on: no pattern here is slow on so few. */
const HEAD = 4000;

/**
 * The beginning of somebody else's text, for an error: on one line, without control characters and without those that
 * reverse the direction of text.
 *
 * @param longest maximal number of characters
 */
export function quoted(text: string, longest = LONGEST_QUOTE): string {
  const line = headOf(text)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return line.length > longest || text.length > HEAD ? `${line.slice(0, longest).toWellFormed()}…` : line;
}

/** The beginning of a text that patterns may run on. */
export function headOf(text: string): string {
  return text.slice(0, HEAD);
}

/** A request's URL without its query, for an error. */
export function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return quoted(origin + pathname);
}
