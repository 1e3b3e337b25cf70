import { letters, readings, type View, visible } from "./views.ts";

/** A part of a text that contains a secret. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Characters. A shorter secret could be any word of the log; the runner's own masks cover it. */
const SHORTEST = 4;
/** Characters. A longer text is not a secret but some file's content. GitHub's secrets have 48 kB at most. */
const LONGEST_SECRET = 100_000;

/** The parts of a secret that are public: PEM's armor, what OpenSSL writes around it, names of fields in JSON. */
const PUBLIC =
  /-----(?:BEGIN|END) [A-Z0-9 ]+-----|^[ \t]*(?:(?:Bag|Key) Attributes|localKeyID:|friendlyName:|subject=|issuer=|Proc-Type:|DEK-Info:).*$|\\?["'][a-z]{2,40}\\?["']\s*:/gim;

/**
 * Finds secrets in a text by fragments: text that was cut, joined, quoted, wrapped, escaped, encoded, lower-cased or
 * stripped of some characters still has runs of the secret's letters. Short secrets are found only as a whole.
 */
export class Fragments {
  readonly #pending = new Set<string>();
  readonly #windows = new Set<string>();
  readonly #whole = new Set<string>();
  readonly #window: number;

  /** @param window number of consecutive characters of a secret that are recognized in any form */
  constructor(window: number) {
    this.#window = window;
  }

  add(secret: string): void {
    this.#pending.add(secret.slice(0, LONGEST_SECRET));
  }

  /** @returns ranges, which may overlap */
  rangesIn(text: string): readonly Range[] {
    // Indexed only now that there is a text to search, which saves time in a step that prints nothing.
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

/** The secret as it is, in URL encoding, and decoded if it is base64. */
function formsOf(secret: string): readonly string[] {
  const text = secret.replaceAll(PUBLIC, "\n");
  const inner = contentOf(text)?.replaceAll(PUBLIC, "\n");
  return [text, encodeURIComponent(text.toWellFormed()), ...(inner === undefined ? [] : [inner])];
}

/** Characters. A longer secret is a certificate, which is never sent, so no answer can contain it in an encoding. */
const LONGEST_SENT = 2500;
/** Characters: passwords and client secrets are shorter than this. */
const LONGEST_PASSWORD = 250;

/** Encodings that have no letters in common with the secret, inside a longer text or alone. */
function encodingsOf(secret: string): readonly string[] {
  const text = secret.trim();
  if (text.length > LONGEST_SENT) return [];
  const bytes = Buffer.from(text);
  if (text.length > LONGEST_PASSWORD) return base64Of(bytes);
  return [...base64Of(bytes), ...base64Of(Buffer.from(text, "utf16le")), bytes.toString("hex")];
}

/** The base64 of bytes at each of the three offsets within other bytes, without the characters that depend on those. */
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const partial = (bytes.length + shift) % 3 === 0 ? 0 : 1;
    return encoded.slice(shift === 0 ? 0 : shift + 1, encoded.length - partial);
  });
}

/** The content of a secret in base64: text as it is, a PFX or key in hexadecimal digits. */
function contentOf(secret: string): string | undefined {
  const compact = secret.replaceAll(/\s+|\\[rn]/g, "");
  if (compact.length < 24 || !/^[\w+/-]+={0,2}$/.test(compact)) return undefined;
  const bytes = Buffer.from(compact, "base64");
  const text = bytes.toString("latin1");
  return /^[\t\n\r -~]*$/.test(text) ? text : bytes.toString("hex");
}
