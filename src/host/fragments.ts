import { letters, readings, type View, visible } from "./views.ts";

/** A part of a text that shows a secret. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A shorter secret is a word of the log as likely as not; the runner's own masks know it. */
const SHORTEST = 4;
/** Longer texts are no input's, but a file's that somebody put into one. GitHub's secrets have 48 kB at most. */
const LONGEST_SECRET = 100_000;

/** What is no secret in one: the armor of PEM and what OpenSSL writes around it, the names of fields in JSON. */
const PUBLIC =
  /-----(?:BEGIN|END) [A-Z0-9 ]+-----|^[ \t]*(?:(?:Bag|Key) Attributes|localKeyID:|friendlyName:|subject=|issuer=|Proc-Type:|DEK-Info:).*$|\\?["'][a-z]{2,40}\\?["']\s*:/gim;

/**
 * Secrets, found in a text by their fragments: text that is cut, joined, quoted, wrapped, escaped, encoded, lower-cased or
 * cleaned of some characters still has runs of the secret's letters. Short secrets are found as a whole.
 */
export class Fragments {
  readonly #pending = new Set<string>();
  readonly #windows = new Set<string>();
  readonly #whole = new Set<string>();
  readonly #window: number;

  /** @param window characters of a secret that are found wherever they stand together, in whatever form */
  constructor(window: number) {
    this.#window = window;
  }

  add(secret: string): void {
    this.#pending.add(secret.slice(0, LONGEST_SECRET));
  }

  /** Ranges may overlap. */
  rangesIn(text: string): readonly Range[] {
    // Made when a text is there to look through: a step that says nothing pays nothing.
    for (const secret of this.#pending) {
      for (const form of formsOf(secret)) this.#index(form);
      for (const encoded of encodingsOf(secret)) this.#cover(encoded.replaceAll(/[^a-z0-9]/gi, "").toLowerCase());
    }
    this.#pending.clear();
    if (text === "" || this.#windows.size + this.#whole.size === 0) return [];
    return readings(text).flatMap((view) => [
      ...this.#covered(letters(view)),
      ...this.#covered(visible(view)),
      ...this.#wholeIn(view),
    ]);
  }

  #index(form: string): void {
    const text = form.trim();
    const found = readings(text).flatMap((view) => [letters(view).text, visible(view).text]);
    if (found.some((projected) => projected.length >= this.#window)) {
      for (const projected of found) this.#cover(projected);
    } else if (text.length >= SHORTEST) {
      this.#whole.add(text);
    }
  }

  #cover(projected: string): void {
    for (let at = 0; at + this.#window <= projected.length; at++)
      this.#windows.add(projected.slice(at, at + this.#window));
  }

  *#covered({ text, starts, ends }: View): Generator<Range> {
    let open: { start: number; end: number } | undefined;
    for (let at = 0; at + this.#window <= text.length; at++) {
      if (!this.#windows.has(text.slice(at, at + this.#window))) continue;
      if (open !== undefined && at <= open.end) open.end = at + this.#window;
      else {
        if (open !== undefined) yield { start: starts[open.start] ?? 0, end: ends[open.end - 1] ?? 0 };
        open = { start: at, end: at + this.#window };
      }
    }
    if (open !== undefined) yield { start: starts[open.start] ?? 0, end: ends[open.end - 1] ?? 0 };
  }

  *#wholeIn({ text, starts, ends }: View): Generator<Range> {
    for (const secret of this.#whole) {
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1))
        yield { start: starts[at] ?? 0, end: ends[at + secret.length - 1] ?? 0 };
    }
  }
}

/** The secret as it is, as a URL writes it, and what it is when it is base64 itself. */
function formsOf(secret: string): readonly string[] {
  const text = secret.replaceAll(PUBLIC, "\n");
  const inner = contentOf(text)?.replaceAll(PUBLIC, "\n");
  return [text, encodeURIComponent(text.toWellFormed()), ...(inner === undefined ? [] : [inner])];
}

/** Characters. What is longer is a certificate, which is sent to nobody, so that nobody can send it back. */
const LONGEST_SENT = 2500;
/** Longer than secrets and passwords are. */
const LONGEST_PASSWORD = 250;

/** Forms that share no letters with the secret, within a longer text or alone. */
function encodingsOf(secret: string): readonly string[] {
  const text = secret.trim();
  if (text.length > LONGEST_SENT) return [];
  const bytes = Buffer.from(text);
  if (text.length > LONGEST_PASSWORD) return base64Of(bytes);
  return [...base64Of(bytes), ...base64Of(Buffer.from(text, "utf16le")), bytes.toString("hex")];
}

/** The base64 of bytes at each of the three places that they may have within others, without what depends on those. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const partial = (bytes.length + shift) % 3 === 0 ? 0 : 1;
    return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - partial);
  });
}

/** What a secret in base64 stands for: text as it is, a PFX or key in hexadecimal digits. */
function contentOf(secret: string): string | undefined {
  const compact = secret.replaceAll(/\s+|\\[rn]/g, "");
  if (compact.length < 24 || !/^[\w+/-]+={0,2}$/.test(compact)) return undefined;
  const bytes = Buffer.from(compact, "base64");
  const text = bytes.toString("latin1");
  return /^[\t\n\r -~]*$/.test(text) ? text : bytes.toString("hex");
}
