import { access } from "node:fs/promises";
import { isPlain } from "../errors/shown.ts";

/** A shorter text counts as a file name rather than as base64; no certificate is this short. */
const SHORTEST_BASE64 = 200;
const BASE64 = /^[\w+/-]+=*$/;

/** What people paste around a value; zsh marks the end of output without a line break with a percent sign. */
const BEFORE = /^(?:["'`“”‘’]|data:[^,]{0,100};base64,|base64[:,])/i;
const BEHIND = /["'`“”‘’%,;]$/;
/** Layers to remove: quotes within quotes, a comma behind them, and so on. */
const MOST_LAYERS = 6;

/**
 * PEM text or base64 in an input that accepts a path or the content itself; also in quotes, after `base64:` or in a
 * data URL, followed by a comma or a percent sign, and with the escapes of JSON or of a URL.
 *
 * @returns undefined if the value is neither
 */
export function contentIn(value: string): string | undefined {
  if (isContent(value)) return value;
  const bare = unwrapped(value);
  if (isContent(bare)) return bare;
  const plain = bare.replaceAll("\\/", "/").replaceAll(/%(?:2B|2F|3D|0D|0A|20)/gi, decodeURIComponent);
  return isContent(plain) ? plain : undefined;
}

function isContent(value: string): boolean {
  if (value.includes("-----BEGIN ")) return true;
  return value.length >= SHORTEST_BASE64 && BASE64.test(value.replaceAll(/\s+|\\[rn]/g, ""));
}

function unwrapped(value: string): string {
  let bare = value.trim();
  for (let layer = 0; layer < MOST_LAYERS; layer++) bare = bare.replace(BEFORE, "").replace(BEHIND, "").trim();
  return bare;
}

/** A URL in an input that accepts a path or the content itself, where it is a mistake. */
export function urlIn(value: string): URL | undefined {
  const bare = unwrapped(value);
  return /^(?:https?|ftps?|file):\/\/\S+$/i.test(bare) ? (URL.parse(bare) ?? undefined) : undefined;
}

/** The part of a URL that may be shown: its host, if it looks like one, since any two slashes may precede a key. */
export function hostIn({ host, protocol }: URL): string {
  return host.length <= 100 && /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?$/.test(host) ? host : protocol;
}

const LONGEST_PATH = 4096;
/** A text as short as this may be any name. */
const SHORT = 15;

/**
 * Whether a value may be meant as the path of one file: the file exists, or the value consists of words, as paths do. A
 * key or a part of one does not.
 */
export async function isPath(value: string): Promise<boolean> {
  if (value.length > LONGEST_PATH || /[\0\r\n]/.test(value)) return false;
  return (await isThere(value)) || value.length <= SHORT || (/[\\/]|\.\w{1,5}$/.test(value) && isPlain(value));
}

export function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
