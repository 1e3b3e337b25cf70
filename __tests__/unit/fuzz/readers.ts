/** What every reader of text from outside must guarantee, whatever it gets. */
import fc from "fast-check";
import { expect } from "vitest";
import { Failure } from "../../../src/errors/failure.ts";

/** Cases for each reader; more of them only need more time (`CASES=100000`). */
export const CASES = Number(process.env["CASES"] ?? 300);
const LONGEST_MS = 1000;

/**
 * Reads generated data. The reader may refuse it with a Failure, except for AZS901; it takes less than a second; its
 * result has the required form.
 *
 * @param form checks a result; throws if it does not have the required form
 */
export async function holds<T, R>(
  generated: fc.Arbitrary<T>,
  read: (value: T) => R | Promise<R>,
  form?: (result: R) => void,
  cases = CASES,
): Promise<void> {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(generated, async (value) => {
      const start = performance.now();
      const outcome = await Promise.resolve()
        .then(() => read(value))
        .then<{ result: R }, { error: unknown }>(
          (result) => ({ result }),
          (error: unknown) => ({ error }),
        );
      expect(performance.now() - start).toBeLessThan(LONGEST_MS);
      if ("error" in outcome) {
        if (!(outcome.error instanceof Failure)) throw outcome.error;
        expect(outcome.error.code).not.toBe("AZS901");
        expect(outcome.error.message.length).toBeLessThan(30_000);
      } else {
        accepted += 1;
        form?.(outcome.result);
      }
    }),
    { numRuns: cases, endOnFailure: true, includeErrorInReport: true },
  );
  // If everything is refused, the form of results is not tested.
  if (form !== undefined) expect(accepted).toBeGreaterThan(0);
}

/** Texts with a meaning for a shell, an agent, a terminal, Markdown, a parser or JavaScript itself. */
const HOSTILE = [
  "$(id)",
  "`id`",
  '";id;"',
  "##vso[task.setvariable variable=x]y",
  "::set-output name=x::y",
  "\u001b[2J",
  "\u202e",
  "\r\n",
  "\0",
  "__proto__",
  "constructor",
  "https://login.microsoftonline.com/",
  "https://adfs$(id).local.azurestack.external/adfs",
  "https://adfs.local.azurestack.external/adfs",
  "https://user:word@host/",
  "00000000-0000-0000-0000-000000000000",
  "common",
  "a".repeat(5000),
  "<".repeat(2000),
  "-----BEGIN CERTIFICATE-----",
];

/** Text of any kind, including hostile texts. */
export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 8 })).map((parts) => parts.join("")),
);

const leaf = fc.oneof(text, fc.constantFrom(null, true, false, 0, -1, 1e308, {}, [], "", [null], { a: null }));

/** A JSON value of which any part may be replaced: absent, of another type, hostile, or an object with other names. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(value) }, { weight: 9, arbitrary: mutatedParts(value) });
}

function mutatedParts(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) {
    const items = fc.tuple(...value.map(mutatedParts)).chain((all) => fc.subarray(all));
    return fc.oneof({ weight: 6, arbitrary: items }, leaf);
  }
  if (typeof value === "object" && value !== null) {
    const fields = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mutatedParts(part)]));
    return fc.oneof({ weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) }, leaf, fc.jsonValue());
  }
  return fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, leaf);
}

/** Bytes of which some are changed, cut off, doubled or inserted. */
export function damaged(content: Buffer): fc.Arbitrary<Buffer> {
  const place = fc.nat({ max: Math.max(0, content.length - 1) });
  const change = fc.oneof(
    fc.tuple(place, fc.nat({ max: 255 })).map(([at, byte]) => (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      if (at < changed.length) changed[at] = byte;
      return changed;
    }),
    place.map((at) => (bytes: Buffer) => bytes.subarray(0, at)),
    fc.tuple(place, place).map(
      ([from, to]) =>
        (bytes: Buffer) =>
          Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
    ),
    fc.tuple(place, fc.uint8Array({ maxLength: 8 })).map(
      ([at, more]) =>
        (bytes: Buffer) =>
          Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]),
    ),
  );
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce((bytes, one) => one(bytes), content));
}

/** Every text in a value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * Checks that no shell expands a text within double quotes or without any, and that no agent takes it for a command.
 */
export function expectHarmless(value: unknown): void {
  for (const one of textsIn(value)) expect(one).not.toMatch(/[$`"'\\;|<>\p{Cc}\u202a-\u202e\u2066-\u2069]|##\w*\[/u);
}
