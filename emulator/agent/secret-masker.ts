/**
 * What an agent hides in logs: each value, each of its encodings, and passwords in URLs. Based on
 * `Agent.Sdk/SecretMasking`, `HostContext.CreateSecretMasker`, and the `SecretMasker` and `ValueEncoders` of
 * Microsoft.TeamFoundation.DistributedTask.Logging (the default; the agent has another masker, which must be enabled).
 *
 * The agent masks each line separately, so a value of several lines hides nothing. There is no minimum length unless a
 * user sets `AZP_IGNORE_SECRETS_SHORTER_THAN`.
 */
export interface SecretMasker {
  /** Hides a value from now on. An empty one is no secret. */
  add(value: string): void;
  /**
   * Hides a secret that the job was given, also in the forms that scripts and the agent's own debug lines may print
   * (Worker.cs).
   */
  addGiven(value: string): void;
  /** Replaces each secret in the text with `***`. Secrets that overlap or touch are replaced together. */
  mask(text: string): string;
}

/** The password of `scheme://user:password@host` (AdditionalMaskingRegexes.cs). */
const URL_PASSWORD = /(?<=\/\/[^:/?#\n]+:)(?:[\w\-.~]|%[0-9A-Fa-f]{2}|[!$&'()*+,;=]|:)+(?=@)/g;
const QUOTES = ["'", '"', "`"];

export function createSecretMasker(): SecretMasker {
  const hidden = new Set<string>();
  const add = (value: string) => {
    if (value === "") return;
    for (const form of [value, jsonEscaped(value), uriEscaped(value), backslashUnescaped(value)]) hidden.add(form);
  };
  const addWithTrimmed = (value: string) => {
    add(value);
    for (const quote of QUOTES) if (value.startsWith(quote) && value.endsWith(quote)) add(trimmed(value, quote));
    add(trimmed(value, "\r\n "));
  };
  return {
    add,
    addGiven(value) {
      if (value.trim() === "") return;
      for (const form of [value, Buffer.from(value, "utf8").toString("base64")]) {
        addWithTrimmed(form);
        addWithTrimmed(withoutLineBreaks(form.replaceAll("%", "%AZP25")));
        addWithTrimmed(withoutLineBreaks(form));
      }
    },
    mask: (text) => replaced(text, merged([...positionsOf(text, hidden), ...passwordsIn(text)])),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function* positionsOf(text: string, values: ReadonlySet<string>): Generator<Range> {
  for (const value of values) {
    for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1))
      yield { start, end: start + value.length };
  }
}

function* passwordsIn(text: string): Generator<Range> {
  for (const { index, 0: match } of text.matchAll(URL_PASSWORD)) yield { start: index, end: index + match.length };
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

function replaced(text: string, ranges: readonly Range[]): string {
  let rest = 0;
  let result = "";
  for (const { start, end } of ranges) {
    result += `${text.slice(rest, start)}***`;
    rest = end;
  }
  return result + text.slice(rest);
}

function jsonEscaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** .NET's `Uri.EscapeDataString`, which leaves RFC 3986's unreserved characters only. */
function uriEscaped(value: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(value.toWellFormed()).replaceAll(/[!'()*]/g, code);
}

/** The agent calls this encoder `BackslashEscape`, but it removes backslashes. */
function backslashUnescaped(value: string): string {
  return value.replaceAll("\\\\", "\\").replaceAll("\\'", "'").replaceAll('\\"', '"').replaceAll("\\t", "\t");
}

function withoutLineBreaks(value: string): string {
  return value.replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function trimmed(value: string, characters: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && characters.includes(value.charAt(start))) start++;
  while (end > start && characters.includes(value.charAt(end - 1))) end--;
  return value.slice(start, end);
}
