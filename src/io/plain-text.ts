/** Azure allows 64 characters for the name of a subscription. */
const LONGEST = 128;

/**
 * Makes somebody else's free text, such as the name of a subscription, safe to show and export. A later step may paste
 * it into a script, an agent may expand it, and a terminal or a Markdown table displays it.
 *
 * Keeps letters and digits of every script, spaces, `. , _ + @ / -` and words in parentheses; replaces every other
 * character with an underscore. Also replaces a dash or an at sign that begins a word (an option, or a file to az),
 * parentheses without words (`name ()` begins a function), combining and modifier characters (Windows turns some into
 * quotes), and invisible ones.
 */
export function plainText(text: string): string {
  const plain = text
    .slice(0, 4 * LONGEST)
    .normalize("NFC")
    .replaceAll(/\p{Dash}/gu, "-")
    .replaceAll(/[\p{White_Space}\p{Cc}]+/gu, " ")
    .trim()
    .replaceAll(
      /[^\p{L}\p{M}\p{N} .,_+@/()-]|\p{Default_Ignorable_Code_Point}|[\u02b0-\u02ff]|\p{Script=Inherited}/gu,
      "_",
    )
    .replaceAll(/(?<=^|[ (])[-@](?=[^ )])/g, "_")
    .replaceAll(/(?<=^| )\([\p{L}\p{N}][^()]*\)(?= |$)|[()]/gu, (found) => (found.length > 1 ? found : "_"));
  return plain.length > LONGEST ? plain.slice(0, LONGEST).toWellFormed() : plain;
}
