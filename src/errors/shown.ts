/** Any text of so few characters may be shown: as a part of a credential it is worth nothing. */
const SHORT = 15;
const HEAD = 8;
/** Longer than any value of an input that is not a credential. */
const LONGEST_VALUE = 120;

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const LONGEST_WORD = 24;
/** Most random characters in a path: mkdtemp and mktemp add some to the names of temporary folders. */
const MOST_RANDOM = 10;
const MOST_RANDOM_IN_SHORT = 6;
const SHORT_TEXT = 32;
/** The boundaries between words in `AzureADTokenExchange`; random letters give shorter words. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const SHORTEST_WORD = 3;
/** A run of consonants that hardly any language has. */
const CLUSTER = /[bcdfghjklmnpqrstvwxz]{7}/i;
/** Characters typical of base64 and of generated secrets. */
const SIGNS = /[+=~]/g;

/**
 * Whether a text consists of words, as names, paths and URLs do, and not of random characters, as keys, tokens and
 * base64 do. Allows a word or two of random characters, as in the name of a temporary folder. A passphrase also looks
 * like words.
 */
export function isPlain(text: string): boolean {
  const words = text.replaceAll(GUID, " ").split(/[^\p{L}\p{N}]+/u);
  const signs = text.match(SIGNS)?.length ?? 0;
  const random = words.reduce((sum, word) => sum + randomIn(word), 2 * signs);
  return random <= (text.length < SHORT_TEXT ? MOST_RANDOM_IN_SHORT : MOST_RANDOM);
}

/** The number of random characters in a word: none in `2108` and `AzureStack`, one in `contoso2`, five in `k3V8Q`. */
function randomIn(word: string): number {
  if (/^\d{0,10}$/.test(word)) return 0;
  const [, letters = "", digits = ""] = /^(\p{L}+)(\d{0,4})$/u.exec(word) ?? [];
  const humps = letters === "" ? [] : letters.split(HUMPS);
  if (humps.length === 0 || humps.some((hump) => hump.length > LONGEST_WORD || CLUSTER.test(hump))) return word.length;
  return humps.filter((hump) => hump.length < SHORTEST_WORD).join("").length + digits.length;
}

/** Whether a text consists of SHA-1 or SHA-256 fingerprints, in any spelling; they are public. */
export function isFingerprint(text: string): boolean {
  const digits = text.replace(/^\s*sha-?(?:1|256)\b/i, "").replaceAll(/[\s:=,\u200e-]/g, "");
  return /^(?:[0-9a-f]{40}|(?:[0-9a-f]{64})+)$/i.test(digits);
}

/**
 * A user's value for an error: unchanged if it is short or plain; else only its beginning, since it may be a credential
 * in the wrong input.
 */
export function shown(value: string): string {
  if (value.length <= SHORT || (value.length <= LONGEST_VALUE && isPlain(value)) || isFingerprint(value)) return value;
  return `${value.slice(0, HEAD)}… (${value.length} characters)`;
}

/**
 * Cuts a text to `longest` characters plus a note: keeps its beginning and, since programs write errors last, its end.
 */
export function bounded(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 4);
  const left = text.length - longest;
  return `${text.slice(0, longest - tail)} … (${left} characters left out) … ${text.slice(text.length - tail)}`;
}
