/** So much of any text may be shown, whatever it is: too little of a credential to be worth anything. */
const SHORT = 15;
const HEAD = 8;
/** Longer than any value of an input that is not a credential. */
const LONGEST_VALUE = 120;

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const LONGEST_WORD = 24;
/** Random characters in a path, as mkdtemp and mktemp give them to temporary folders; in a short text, fewer. */
const MOST_RANDOM = 10;
const MOST_RANDOM_IN_SHORT = 6;
const SHORT_TEXT = 32;
/** Where one word ends and the next begins in `AzureADTokenExchange`; random letters make shorter ones. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const SHORTEST_WORD = 3;
/** Letters that hardly a language has without a vowel. */
const CLUSTER = /[bcdfghjklmnpqrstvwxz]{7}/i;
/** Signs of base64 and of generated secrets. */
const SIGNS = /[+=~]/g;

/**
 * Whether a text is made of words, as names, paths and URLs are, and not of random characters, as a key, a token or base64
 * is. A word or two of random characters, as in the name of a temporary folder, may be among them; a passphrase looks
 * like words too.
 */
export function isPlain(text: string): boolean {
  const words = text.replaceAll(GUID, " ").split(/[^\p{L}\p{N}]+/u);
  const signs = text.match(SIGNS)?.length ?? 0;
  const random = words.reduce((sum, word) => sum + randomIn(word), 2 * signs);
  return random <= (text.length < SHORT_TEXT ? MOST_RANDOM_IN_SHORT : MOST_RANDOM);
}

/** How many characters of a word are none of a word's: `2108` and `AzureStack` have none, `contoso2` has one, `k3V8Q` five. */
function randomIn(word: string): number {
  if (/^\d{0,10}$/.test(word)) return 0;
  const [, letters = "", digits = ""] = /^(\p{L}+)(\d{0,4})$/u.exec(word) ?? [];
  const humps = letters === "" ? [] : letters.split(HUMPS);
  if (humps.length === 0 || humps.some((hump) => hump.length > LONGEST_WORD || CLUSTER.test(hump))) return word.length;
  return humps.filter((hump) => hump.length < SHORTEST_WORD).join("").length + digits.length;
}

/** Whether a text is made of SHA-1 or SHA-256 fingerprints, in any spelling. They are public. */
export function isFingerprint(text: string): boolean {
  const digits = text.replace(/^\s*sha-?(?:1|256)\b/i, "").replaceAll(/[\s:=,\u200e-]/g, "");
  return /^(?:[0-9a-f]{40}|(?:[0-9a-f]{64})+)$/i.test(digits);
}

/**
 * A value of a user as an error shows it: as it is when it is short or plain; else, since a credential may stand in the
 * wrong input, its head only.
 */
export function shown(value: string): string {
  if (value.length <= SHORT || (value.length <= LONGEST_VALUE && isPlain(value)) || isFingerprint(value)) return value;
  return `${value.slice(0, HEAD)}… (${value.length} characters)`;
}

/**
 * A text of at most `longest` characters and a note: its head and, since errors stand at the end of what programs write,
 * its tail.
 */
export function bounded(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 4);
  const left = text.length - longest;
  return `${text.slice(0, longest - tail)} … (${left} characters left out) … ${text.slice(text.length - tail)}`;
}
