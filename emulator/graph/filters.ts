/** `$filter` of Microsoft Graph, as far as az and the SDKs send it. */
import type { DirectoryObject } from "./directory.ts";

type Test = (properties: DirectoryObject["properties"]) => boolean;

const EQUAL = /^(\w+) eq '((?:[^']|'')*)'$/;
const STARTS = /^startswith\((\w+),\s*'((?:[^']|'')*)'\)$/;
const ANY = /^(\w+)\/any\((\w+):\2 eq '((?:[^']|'')*)'\)$/;

/**
 * Parses comparisons for equality, `startswith` and `any`, joined by `and` and `or`.
 *
 * @returns undefined for anything else, or if a field does not exist in objects of this kind
 */
export function readFilter(filter: string, fields: readonly string[]): Test | undefined {
  if (filter.trim() === "") return () => true;
  const alternatives = filter.split(joinedBy("or")).map((one) => one.split(joinedBy("and")));
  const tests = alternatives.map((terms) => terms.map((term) => readTerm(term.trim(), fields)));
  if (tests.flat().includes(undefined)) return undefined;
  return (properties) => tests.some((terms) => terms.every((test) => test?.(properties)));
}

/** Matches the word between two terms, but not within a text: the part after it must look like a term. */
function joinedBy(word: "and" | "or"): RegExp {
  return new RegExp(` ${word} (?=\\w+(?: eq '|/any\\(|\\(\\w+,))`);
}

function readTerm(term: string, fields: readonly string[]): Test | undefined {
  const [, collection, , member] = ANY.exec(term) ?? [];
  if (collection !== undefined) {
    const wanted = textOf(member);
    const has = (value: unknown) => Array.isArray(value) && value.some((one) => same(one, wanted));
    return fields.includes(collection) ? (properties) => has(properties[collection]) : undefined;
  }
  const [, field, value] = EQUAL.exec(term) ?? [];
  if (field !== undefined)
    return fields.includes(field) ? (properties) => same(properties[field], textOf(value)) : undefined;
  const [, start, text] = STARTS.exec(term) ?? [];
  if (start === undefined || !fields.includes(start)) return undefined;
  const wanted = textOf(text);
  return (properties) => String(properties[start]).toLowerCase().startsWith(wanted);
}

/** A quote in a literal is doubled. Graph ignores case in comparisons. */
function textOf(literal = ""): string {
  return literal.replaceAll("''", "'").toLowerCase();
}

function same(value: unknown, wanted: string): boolean {
  return String(value).toLowerCase() === wanted;
}
