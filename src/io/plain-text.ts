/** Azure allows names of subscriptions 64 signs. */
const LONGEST = 128;

/**
 * Free text of somebody else, such as the name of a subscription, as it is shown and exported. A later step may paste it
 * into a script, an agent may expand it, a terminal or a table of Markdown draws it.
 *
 * Letters and digits of every script stay, and spaces, `. , _ + @ / -` and words in parentheses; every other sign
 * becomes an underscore. So do a dash or an at sign that begin a word (an option, a file to az), brackets that hold no
 * words (`name ()` begins a function), combining and modifier signs (Windows turns some into quotes), and invisible ones.
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
