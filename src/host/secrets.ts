import { isPlain } from "../errors/shown.ts";
import { Fragments, type Range } from "./fragments.ts";

/** So many consecutive letters of a secret occur in no sentence; of a passphrase, it takes a few more. */
const WINDOW = 10;
const WORDY_WINDOW = 13;
/** So many letters of a secret in a value for later steps are no coincidence. Hiding fewer could break the job. */
const TELLING = 16;
/** Letters of a value that as a whole is part of a secret; a shorter one may be any word, such as a location. */
const TELLING_ALONE = 8;

/** Any JSON Web Token, and runs of characters longer than in any name, path or sentence. */
const TOKEN = /\beyJ[\w-]{8,5000}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const LONG_RUN = /[\w+/=~-]{200,}/g;
const HEAD = 8;

/** The secrets that the step must not reveal; hides them in texts and values. */
export class Secrets {
  readonly #random = new Fragments(WINDOW);
  readonly #wordy = new Fragments(WORDY_WINDOW);
  readonly #doubtful = new Fragments(WINDOW);

  add(secret: string): void {
    (isPlain(secret) ? this.#wordy : this.#random).add(secret);
  }

  /** Adds a value that may be a credential in the wrong input, or a value that the job needs: hidden in texts only. */
  addDoubtful(value: string): void {
    this.#doubtful.add(value);
  }

  /** Hides secrets in a text for people. */
  hiddenIn(text: string): string {
    const found = [...this.#surelyIn(text), ...this.#doubtful.rangesIn(text)];
    return replaced(text, found)
      .replaceAll(TOKEN, "***")
      .replaceAll(LONG_RUN, (run) => `${run.slice(0, HEAD)}… (${run.length} characters)`);
  }

  /** Hides secrets in a value for later steps. */
  hiddenInValue(value: string): string {
    const whole = lettersIn(value);
    const found = merged(this.#surelyIn(value)).filter(({ start, end }) => {
      const shows = lettersIn(value.slice(start, end));
      return shows >= TELLING || (shows === whole && whole >= TELLING_ALONE);
    });
    return replaced(value, found);
  }

  #surelyIn(text: string): readonly Range[] {
    return [...this.#random.rangesIn(text), ...this.#wordy.rangesIn(text)];
  }
}

function lettersIn(text: string): number {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "").length;
}

function replaced(text: string, ranges: readonly Range[]): string {
  let rest = 0;
  let result = "";
  for (const { start, end } of merged(ranges)) {
    result += `${text.slice(rest, start)}***`;
    rest = end;
  }
  return result + text.slice(rest);
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end) result.push(range);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return result;
}
