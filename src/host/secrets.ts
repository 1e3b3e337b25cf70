import { isPlain } from "../errors/shown.ts";
import { Fragments, type Range } from "./fragments.ts";

/** Letters of a secret that stand together in no sentence; of a passphrase some more do. */
const WINDOW = 10;
const WORDY_WINDOW = 13;
/** Letters of a secret in a value for later steps from which on it is no coincidence: there it would break the job. */
const TELLING = 16;
/** Letters of a value that is a secret as a whole; a shorter one may be any word, such as a location. */
const TELLING_ALONE = 8;

/** Anything that is a JSON Web Token, whoever's; and long runs that no name, path or sentence has. */
const TOKEN = /\beyJ[\w-]{8,5000}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const LONG_RUN = /[\w+/=~-]{200,}/g;
const HEAD = 8;

/** What the step must not say, and how a text reads without it. */
export class Secrets {
  readonly #random = new Fragments(WINDOW);
  readonly #wordy = new Fragments(WORDY_WINDOW);
  readonly #doubtful = new Fragments(WINDOW);

  add(secret: string): void {
    (isPlain(secret) ? this.#wordy : this.#random).add(secret);
  }

  /** A value that may be a credential in the wrong place, and may as well be what the job needs: kept out of texts only. */
  addDoubtful(value: string): void {
    this.#doubtful.add(value);
  }

  /** A text for people. */
  hiddenIn(text: string): string {
    const found = [...this.#surelyIn(text), ...this.#doubtful.rangesIn(text)];
    return replaced(text, found)
      .replaceAll(TOKEN, "***")
      .replaceAll(LONG_RUN, (run) => `${run.slice(0, HEAD)}… (${run.length} characters)`);
  }

  /** A value for later steps. */
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
